import type { Call } from './classes/facts.ts';
import type { Activity, Expense } from './log-queries.ts';

const yes = (kept: number | null): boolean | null => (kept === null ? null : kept === 1);
const json = <Value>(kept: string | null): Value | null =>
  kept === null ? null : (JSON.parse(kept) as Value);

/** A line of the log as it is kept, in the shape in which lines are written. */
export const keptLine = (row: Activity) => ({
  ...row,
  bodies: json<string[]>(row.bodies),
  issueCodes: json<string[]>(row.issueCodes),
  callsToAction: json<Call[]>(row.callsToAction),
  officialCapacity: yes(row.officialCapacity),
  onRecord: yes(row.onRecord),
  writtenRequest: yes(row.writtenRequest),
  specificLegislation: yes(row.specificLegislation),
  reflectsView: yes(row.reflectsView),
  directInterest: yes(row.directInterest),
  asksNonMembers: yes(row.asksNonMembers),
  coveredOfficial: yes(row.coveredOfficial),
});

export interface Share {
  officialId: string;
  shareCents: number;
  family: boolean;
}
export interface Allocation {
  method: string;
  numerator: number;
  denominator: number;
}
export interface Contribution {
  candidate: string;
  office: string;
  on: string | null;
}

/** An expense as it is kept, in the shape in which expenses are written. */
export const keptExpense = (row: Expense) => ({
  ...row,
  personalLiving: row.personalLiving === 1,
  eventAllInvited: yes(row.eventAllInvited),
  attendees: json<string[]>(row.attendees),
  beneficiaries: json<Share[]>(row.beneficiaries),
  isTravel: yes(row.isTravel),
  isOverhead: yes(row.isOverhead),
  isThirdPartyLobbying: yes(row.isThirdPartyLobbying),
  isCapital: yes(row.isCapital),
  allocation: json<Allocation>(row.allocation),
  contribution: json<Contribution>(row.contribution),
});

/** What was said anew: fields left out of an input are no word about them. */
export const said = <Input extends object>(input: Input) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Input]: Exclude<Input[Name], undefined>;
  };
