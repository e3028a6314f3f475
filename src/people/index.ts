/**
 * People: who the network's members are, how each may be reached, and who said so. It promises that the
 * consent ledger is never rewritten, that a suppressed address stays closed whatever is imported, for every
 * member who has it, and that an import changes all of its rows or none and can be taken back. Higher slices
 * put the changes of `suppressionChanges`, `liftChanges` and `consentChanges` into commits of their own.
 */
import './ports.ts';

export { addContactPoint } from './add-contact-point.ts';
export { addGroup } from './add-group.ts';
export { addMember } from './add-member.ts';
export { addOrganization } from './add-organization.ts';
export { addRegion } from './add-region.ts';
export { addressHash, type Channel } from './address-hash.ts';
export { commitImport, newestImportId, rejectedLines } from './commit-import.ts';
export { inChunks } from './chunks.ts';
export type { ImportKind } from './import-queries.ts';
export {
  consentChanges,
  liftChanges,
  membersAt,
  suppressionChanges,
  type PermissionChange,
  type SuppressionReason,
} from './consent.ts';
export { CONSENT_TEXT, currentConsentText, type ConsentText } from './consent-text.ts';
export type { District, DistrictFact } from './district.ts';
export {
  figuresOf,
  listDistrictClasses,
  listDistricts,
  listFigures,
  showDistrict,
} from './district-views.ts';
export { importDistricts, type DistrictsReport } from './import-districts.ts';
export { importFigures, type FiguresReport } from './import-figures.ts';
export { importMembers, type ImportReport } from './import-members.ts';
export { importPages, listedImports } from './import-page-routes.tsx';
export { listImports, showImport } from './import-views.ts';
export { KINDS, showClass, showKind, type Kind } from './kinds.ts';
export { leaveMember } from './leave-member.ts';
export { listMembers, memberFigures } from './list-members.ts';
export { listSuppressions } from './list-suppressions.ts';
export type { ContactPoint, Member, MemberDetail } from './member.ts';
export { ACTIVE_MEMBER, MEMBERS_IN } from './members-in.ts';
export type { Remark } from './members-file.ts';
export { listGroups, listOrganizations, listRegions } from './organization-views.ts';
export { ConsentHistory, MemberCard } from './pages/member-card.tsx';
export { EarlierImports, type ImportWords, type ShownImport } from './pages/import-page.tsx';
export { placesOf } from './places.ts';
export type { MemberTraces, Undoing, UndoLine, UndoOfImport } from './ports.ts';
export { recordConsent } from './record-consent.ts';
export { releaseHold } from './release-hold.ts';
export { removeDistrictFact } from './remove-district-fact.ts';
export { removeContactPoint } from './remove-contact-point.ts';
export { returnMember } from './return-member.ts';
export { peopleRoutes } from './routes.tsx';
export { memberOfToken, settingsLink, settingsToken } from './settings-link.ts';
export { setDistrictFact } from './set-district-fact.ts';
export { showMember } from './show-member.ts';
export { suppressAddress } from './suppress-address.ts';
export { undoImport, type UndoReport } from './undo-import.ts';
export { updateMember } from './update-member.ts';
export { taxSpans, taxStatusAt } from './tax-history.ts';
export { taxStatusOn } from './organization.ts';
export { updateOrganization } from './update-organization.ts';
