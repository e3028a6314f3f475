import type { Call, ToClass } from './classes/facts.ts';

type Yes = number | boolean | null | undefined;
/** A line as it is kept or about to be, and what stands beside it. */
export interface Kept {
  kind: string;
  personKind: string;
  directedBy: string;
  billId: string | null;
  position: string | null;
  level?: ToClass['level'];
  branch?: ToClass['branch'];
  officialCapacity?: Yes;
  onRecord?: Yes;
  writtenRequest?: Yes;
  specificLegislation?: Yes;
  reflectsView?: Yes;
  directInterest?: Yes;
  asksNonMembers?: Yes;
  coveredOfficial?: Yes;
  callsToAction?: string | readonly Call[] | null;
  reachMembers?: number | null;
  reachNonMembers?: number | null;
  taxStatus: string | null;
  officialLevel: string | null;
  billJurisdiction: string | null;
}

const known = (value: Yes): boolean | null => (value === null || value === undefined ? null : Boolean(value));
const TAKES_SIDES = ['support', 'oppose', 'amend'];

/**
 * What a line says by itself: a bill is legislation and specific, of the level of its session; an official in a
 * chamber is of that chamber's level; a position for, against or for a change is a view.
 */
export const factsOf = (line: Kept): ToClass => ({
  kind: line.kind,
  personKind: line.personKind,
  directedBy: line.directedBy,
  jurisdiction: line.billJurisdiction,
  level:
    line.level ??
    (line.billJurisdiction !== null
      ? line.billJurisdiction.toLowerCase() === 'us'
        ? 'federal'
        : 'state'
      : null) ??
    (line.officialLevel as ToClass['level']),
  branch: line.branch ?? (line.billId !== null || line.officialLevel !== null ? 'legislative' : null),
  officialCapacity: known(line.officialCapacity),
  onRecord: known(line.onRecord),
  writtenRequest: known(line.writtenRequest),
  specificLegislation: known(line.specificLegislation) ?? (line.billId === null ? null : true),
  reflectsView: known(line.reflectsView) ?? (TAKES_SIDES.includes(line.position ?? '') ? true : null),
  directInterest: known(line.directInterest),
  asksNonMembers: known(line.asksNonMembers),
  coveredOfficial: known(line.coveredOfficial),
  callsToAction:
    typeof line.callsToAction === 'string'
      ? (JSON.parse(line.callsToAction) as Call[])
      : (line.callsToAction ?? null),
  reachMembers: line.reachMembers ?? null,
  reachNonMembers: line.reachNonMembers ?? null,
  taxStatus: line.taxStatus,
});
