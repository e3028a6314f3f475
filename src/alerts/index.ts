/**
 * Alerts: talking points with their published versions, and alerts from the first draft to approval. It
 * promises that a published version is never edited, that the words approved are the words sent (the hash
 * binds them), that an edit voids the approval, that no carrier word is ever an answer, and that the people
 * shown before sending are picked by the very SQL that plans the sending. Delivery launches what is approved
 * here, with `RECIPIENTS_SQL`, `resolveAudience` and the frozen wording of the current version.
 */
export { addTalkingPoints } from './add-talking-points.ts';
export { alertDraftRoutes } from './alert-routes.tsx';
export { alertChoices } from './alert-choices.ts';
export { alertById, alertOf, type Alert } from './alert-of.ts';
export { approveAlert } from './approve-alert.ts';
export { asksAndPoints } from './asks.ts';
export { mayReach, ordinal, WEEK_MS, weekInWords, weekRead, withinBudget, type Week } from './budget.ts';
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
export { discardAlert } from './discard-alert.ts';
export { draftAlert } from './draft-alert.ts';
export { editAlert } from './edit-alert.ts';
export { editTalkingPoints } from './edit-talking-points.ts';
export { endAsk } from './end-ask.ts';
export { listAlerts } from './list-alerts.ts';
export { listTalkingPoints } from './list-talking-points.ts';
export {
  fieldsIn,
  ownFieldsIn,
  memberLink,
  MERGE_FIELDS,
  mergeValue,
  renderSms,
  renderWording,
  type Merge,
  type MergeField,
  hasLooseBraces,
  unknownFields,
} from './merge.ts';
export { acceptInWords, forecastInWords, limitInWords, minutesInWords } from './forecast-words.ts';
export type {
  AudienceSource,
  Finding,
  Forecast,
  PriceList,
  SendForecast,
  WeekLoad,
  WordingChecklist,
  WordingToCheck,
} from './ports.ts';
export { mayPromise } from './promise.ts';
export { listExcluded, previewAlert } from './preview-alert.ts';
export { previewOf, type Preview } from './preview.ts';
export { proposeAlert } from './propose-alert.ts';
export { publishTalkingPoints } from './publish-talking-points.ts';
export {
  hasOptions,
  listsOfficials,
  OUTCOMES,
  QUESTION_KINDS,
  type Option,
  type Outcome,
  type QuestionKind,
} from './question.ts';
export { questionWords } from './question-words.ts';
export {
  questionsOf,
  questionsOfAlerts,
  questionsRead,
  type Question,
  type QuestionOfAlert,
} from './questions-of.ts';
export { exclusionInWords, EXCLUSIONS, RECIPIENTS_SQL } from './recipients.ts';
export { RESERVED_WORDS, reservedStart } from './reserved-words.ts';
export { anyChange, compareWords, type ComparedLine } from './compare-words.ts';
export { compareTalkingPoints } from './compare-talking-points.ts';
export { Compared } from './pages/compared.tsx';
export { PointsTabs } from './pages/points-show.tsx';
export { mergeFacts } from './points-facts.ts';
export { expiryOf } from './points-expiry.ts';
export { expiryInWords, sourcesInWords } from './points-words.ts';
export { readerOf } from './points-reader.ts';
export { talkingPointsFigures } from './talking-points-figures.ts';
export { audienceCount, resolveAudience } from './resolve-audience.ts';
export { returnAlert } from './return-alert.ts';
export { setAsk } from './set-ask.ts';
export { shareTalkingPoints } from './share-talking-points.ts';
export { newestVersion, showTalkingPoints, versionNo, versionsOf } from './show-talking-points.ts';
export { alertOpenTo, openToPartner, sharedWith } from './talking-points-queries.ts';
export { beginSuccessor, successorOf } from './successor.ts';
export {
  ALERT_STATES,
  stateAfter,
  stateInWords,
  statesFor,
  wasLaunched,
  type AlertChange,
  type AlertState,
} from './states.ts';
export { talkingPointsRoutes } from './talking-points-routes.tsx';
