/**
 * The legislature and the agenda: who holds which seat, which seats a school district reaches, what the
 * network wants from them, and where each bill stands. It promises that a refresh from a file keeps history
 * (a role ends, a person stays) and keeps what staff corrected, that the day and source of all data are
 * known, and that a position or a ranking changes whole or not at all.
 */
export { seatName } from './chambers.ts';
export { assignReachByZip, type ByHand } from './assign-reach-by-zip.ts';
export { findOfficials, type FoundOfficial } from './find-officials.ts';
export { importCommittees } from './import-committees.ts';
export { importCongress } from './import-congress.ts';
export { importOfficials } from './import-officials.ts';
export { importReach } from './import-reach.ts';
export { officialsOfDistrict, officialsOfMember, type MemberOfficial } from './officials-of.ts';
export type { Refresh, RejectedRow } from './refresh.ts';
export { setReach } from './set-reach.ts';
