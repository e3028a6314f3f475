/**
 * People: who the network's members are, how each may be reached, and who said so. It promises that the
 * consent ledger is never rewritten, that a suppressed address stays closed whatever is imported, for every
 * member who has it, and that an import changes all of its rows or none and can be taken back. Higher slices
 * put the changes of `suppressionChanges`, `liftChanges` and `consentChanges` into commits of their own.
 */
import './ports.ts';

export { addMember } from './add-member.ts';
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
export {
  addContactPoint,
  recordConsent,
  releaseHold,
  removeContactPoint,
  suppressAddress,
} from './contact-points.ts';
export type { District, DistrictFact } from './district.ts';
export { listDistrictClasses, listDistricts, setDistrictFact, showDistrict } from './districts.ts';
export { importDistricts, type DistrictsReport } from './import-districts.ts';
export { importMembers, type ImportReport } from './import-members.ts';
export { listImports, showImport } from './imports.ts';
export { KINDS, showKind, type Kind } from './kinds.ts';
export { leaveMember, returnMember } from './leave-member.ts';
export {
  listMembers,
  listSuppressions,
  memberFigures,
  showMember,
  type ContactPoint,
  type Member,
  type MemberDetail,
} from './members.ts';
export type { Remark } from './members-file.ts';
export {
  addGroup,
  addOrganization,
  addRegion,
  listGroups,
  listOrganizations,
  listRegions,
  updateOrganization,
} from './organizations.ts';
export { ConsentHistory, MemberCard } from './pages/member-card.tsx';
export { placesOf } from './places.ts';
export type { MemberTraces } from './ports.ts';
export { peopleRoutes } from './routes.tsx';
export { undoImport, type UndoReport } from './undo-import.ts';
export { updateMember } from './update-member.ts';
