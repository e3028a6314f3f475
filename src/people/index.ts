/**
 * People: who the network's members are, how each may be reached, and who said so. It promises that the
 * consent ledger is never rewritten, that a suppressed address stays closed whatever is imported, for every
 * member who has it, and that an import changes all of its rows or none and can be taken back. Higher slices
 * put the changes of `suppressionChanges`, `liftChanges` and `consentChanges` into commits of their own.
 */
export { addressHash, type Channel } from './address-hash.ts';
export {
  consentChanges,
  liftChanges,
  membersAt,
  suppressionChanges,
  type PermissionChange,
  type SuppressionReason,
} from './consent.ts';
export { CONSENT_TEXT, currentConsentText, type ConsentText } from './consent-text.ts';
