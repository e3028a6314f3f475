/**
 * Alerts: talking points with their published versions, and alerts from the first draft to approval. It
 * promises that a published version is never edited, that the words approved are the words sent (the hash
 * binds them), that an edit voids the approval, that no carrier word is ever an answer, and that the people
 * shown before sending are picked by the very SQL that plans the sending. Delivery launches what is approved
 * here, with `RECIPIENTS_SQL`, `resolveAudience` and the frozen wording of the current version.
 */
export { audienceGrew, audienceMoved, AudienceInput, type Audience } from './audience.ts';
export {
  composeEmail,
  composeSms,
  composeWording,
  wordingHash,
  type Sender,
  type Wording,
} from './compose.ts';
export { ALERT_KINDS, deadlineOf, type AlertKind } from './draft.ts';
export {
  fieldsIn,
  memberLink,
  MERGE_FIELDS,
  mergeValue,
  renderSms,
  renderWording,
  type Merge,
  type MergeField,
} from './merge.ts';
export type { AudienceSource, PriceList } from './ports.ts';
export { OUTCOMES, type Option, type Outcome } from './question.ts';
export { exclusionInWords, EXCLUSIONS, RECIPIENTS_SQL } from './recipients.ts';
export { RESERVED_WORDS, reservedStart } from './reserved-words.ts';
export {
  ALERT_STATES,
  stateAfter,
  stateInWords,
  statesFor,
  wasLaunched,
  type AlertChange,
  type AlertState,
} from './states.ts';
