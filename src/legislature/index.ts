/**
 * The legislature and the agenda: who holds which seat, which seats a school district reaches, what the
 * network wants from them, and where each bill stands. It promises that a refresh from a file keeps history
 * (a role ends, a person stays) and keeps what staff corrected, that the day and source of all data are
 * known, and that a position or a ranking changes whole or not at all.
 */
export { seatName, STATE_NAMES } from './chambers.ts';
export { showShare } from './shown.ts';
export { legislatureClocks, legislatureJobs } from './clocks.ts';
export { fetchFeed } from './fetch-feed.ts';
export { fetchFile } from './fetch-file.ts';
export { assignReachByZip, type ByHand } from './assign-reach-by-zip.ts';
export { findOfficials, type FoundOfficial } from './find-officials.ts';
export { importCommittees } from './import-committees.ts';
export { importCongress } from './import-congress.ts';
export { importOfficials } from './import-officials.ts';
export { importReach } from './import-reach.ts';
export { officialsOfDistrict, officialsOfMember, type MemberOfficial } from './officials-of.ts';
export type { Refresh, RejectedRow } from './refresh.ts';
export { setReach } from './set-reach.ts';
export { addBill } from './add-bill.ts';
export { addBillEvent } from './add-bill-event.ts';
export { addIssue } from './add-issue.ts';
export { agenda, type Bill, type Issue, type LegislativeSession } from './agenda.ts';
export { billNumber } from './bill-number.ts';
export { alertHref, asksForMore, howSoon } from './hearing-words.ts';
export { OfficialTabs } from './pages/officials.tsx';
export { HearingPrompts } from './pages/hearing-prompts.tsx';
export { committeeName } from './committee-name.ts';
export type { HearingAhead, HearingsAhead, OfficialTraces } from './ports.ts';
export { ageOf, dataAges, type DataAge } from './data-age.ts';
export { OldData } from './pages/data-age.tsx';
export { correctOfficial } from './correct-official.ts';
export { editIssue } from './edit-issue.ts';
export { endLegislativeSession } from './end-legislative-session.ts';
export { listBills } from './list-bills.ts';
export { listCommittees } from './list-committees.ts';
export { listIssues } from './list-issues.ts';
export { listLegislativeSessions } from './list-legislative-sessions.ts';
export { listChambers } from './list-chambers.ts';
export { listOfficials } from './list-officials.ts';
export { rankPriorities } from './rank-priorities.ts';
export { setPosition } from './set-position.ts';
export { showBill } from './show-bill.ts';
export { showCommittee } from './show-committee.ts';
export { showOfficial } from './show-official.ts';
export { startLegislativeSession } from './start-legislative-session.ts';
export { undoRefresh } from './undo-refresh.ts';
export { updateBill } from './update-bill.ts';
export { listUnreached, reachGapsRead } from './list-unreached.ts';
export { ReachGapsLine } from './pages/reach-gaps-line.tsx';
export { legislatureRoutes } from './routes.tsx';
export { OFFICIAL_STANCES, STANCE_SHORT, type OfficialStance } from './stances.ts';
export { showReach } from './show-reach.ts';
export { addRelationship } from './add-relationship.ts';
export { changeRelationship } from './change-relationship.ts';
export { learnRelationships } from './learn-relationships.ts';
export { listKnown } from './list-known.ts';
export { listOfficialsKnown, listRelationships } from './list-relationships.ts';
export { RelationshipRows, UndoRemoval } from './pages/relationship-rows.tsx';
export { listMaps, redrawSeats } from './redraw-seats.ts';
export { discardMap, prepareMap } from './prepare-map.ts';
export { removeRelationship, restoreRelationship } from './remove-relationship.ts';
export { showRelationship } from './show-relationship.ts';
export {
  howKnown,
  RELATIONSHIP_KINDS,
  RELATIONSHIP_WORDS,
  STRENGTH_WORDS,
  type RelationshipKind,
} from './relationship-kinds.ts';
export { relationshipFields } from './relationship-input.ts';
export { relationshipsOf, type OfficialKnown, type Relationship } from './relationships-of.ts';
