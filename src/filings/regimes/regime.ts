import type { Asks } from '../../platform/asks.ts';
import type { LocalDate } from '../../platform/days.ts';
import type { DueDates } from '../due-date.ts';
import type { Dated } from '../projection.ts';
import type { Rule, Rulebook } from '../rulebook.ts';

export type { Asks };

/** A body of reporting rules: a folder of data and pure functions. A new one touches its folder and the list. */
export interface Regime {
  id: string;
  name: string;
  /** The office the reports go to. */
  office: string;
  /** Of the calendar: holidays and sessions. */
  jurisdiction: string;
  forms: Form[];
  /** The details that it asks of the log, with why: the forms of the log show those, and no others. */
  asks: Asks;
  /** Every report that may fall due for a year, with its dates and whether it is owed. */
  obligations(input: ObligationInput): ObligationSpec[];
  /** The lines of one report, in the form's own order, each with the rows it came from. */
  prepare(form: string, input: PrepareInput): PreparedFiling;
  /** The lines of the law that a filer's log is watched against on a day. */
  thresholds(input: WatchInput): Watched[];
  /** What its reports rest on and no log can know: a person decides it, and who and when is kept. */
  facts?: FactSpec[];
  /** The fee for a report so many days late, in cents, by the rules of the day it was due. */
  lateFee?(rules: Rulebook, dueOn: LocalDate, daysLate: number): number;
  /** Files in the shape of the office's own system. */
  exports?: FilingExport[];
}
export interface FactSpec {
  key: string;
  label: string;
  hint: string;
  /** What may be chosen; any words where there are none. */
  options?: { value: string; label: string }[];
  /** Holds for whole calendar years: begins on January 1 and is not changed once its year has begun. */
  yearly?: boolean;
  /** Why a value cannot be kept, in a sentence; null where it can. */
  refusal?(value: string): string | null;
}
/** A decision about the filer, newest first. */
export interface FactRow {
  key: string;
  value: string;
  fromOn: LocalDate;
  decidedBy: string;
  decidedOn: LocalDate;
  note: string;
}
export interface FilingExport {
  id: string;
  label: string;
  forms: string[];
  type: string;
  extension: string;
  render(model: ExportModel): string;
}
/** A prepared or filed report as an export reads it. */
export interface ExportModel {
  form: string;
  title: string;
  organization: string;
  version: number;
  periodFrom: LocalDate;
  periodTo: LocalDate;
  filedAt: number | null;
  totalCents: number;
  lines: (Line & { no: number })[];
}
export interface Form {
  id: string;
  name: string;
  filedBy: 'organization' | 'lobbyist';
}

/** An expense of the log as a regime reads it. */
export interface ExpenseRow {
  id: string;
  incurredOn: LocalDate;
  paidOn: LocalDate | null;
  amountCents: number;
  payee: string;
  payeeAddress: string | null;
  purpose: string;
  mtCategory: string | null;
  msCategory: string | null;
  lobbyistId: string | null;
  officialId: string | null;
  officialName: string | null;
  place: string | null;
  personalLiving: number;
  estimated: number;
  state: string;
  updatedAt: number;
  /** What it is in the regime, where a person or a rule of the log has said so. */
  class: string | null;
  lobbyistName: string | null;
  billNumber: string | null;
  /** Of the bill it was for. */
  jurisdiction: string | null;
  alertId: string | null;
  /** JSON list of the names of those present. */
  attendees: string | null;
  /** JSON {candidate, office, on} of a campaign contribution. */
  contribution: string | null;
  /** The line of the log it was for. */
  activityId?: string | null;
  isOverhead?: number | null;
  /** 1: paid to somebody else to lobby, or as dues for it. */
  isThirdParty?: number | null;
  /** An event with officials: its name, 1 when the whole legislature and every statewide official was invited alike. */
  eventName?: string | null;
  eventAllInvited?: number | null;
  attendance?: number | null;
  officialsAttending?: number | null;
  /** JSON list of Beneficiary: the officials who had a part of it. */
  beneficiaries?: string | null;
  /** JSON {method, numerator, denominator} of a share. */
  allocation?: string | null;
  /** 1: another filed report of the same filer in this regime has it. */
  taken: number;
}
/** An activity of the log with its class in the regime; the class is null where nobody has classed it. */
export interface ActivityRow {
  id: string;
  onDate: LocalDate;
  personKind: string;
  lobbyistId: string | null;
  lobbyistName: string | null;
  kind: string;
  method: string | null;
  officialName: string | null;
  billId: string | null;
  billNumber: string | null;
  billTitle: string | null;
  issueId: string | null;
  issueName: string | null;
  position: string | null;
  state: string;
  updatedAt: number;
  class: string | null;
  counts: number | null;
  reason: string | null;
  ruleId: string | null;
  classedAt: number | null;
  minutes: number | null;
  staffId: string | null;
  staffName: string | null;
  /** Of the bill, or of the official's chamber: MT, MA, US. */
  jurisdiction: string | null;
  /** The official's chamber: upper or lower. */
  chamber: string | null;
  sessionName: string | null;
  branch: string | null;
  level: string | null;
  /** JSON lists: chambers or agencies spoken with; issue codes of the federal act. */
  bodies: string | null;
  issueCodes: string | null;
  matter: string | null;
  /** Of a message: whom it reached, frozen; whether it asks for others; JSON list of its calls to action. */
  alertId?: string | null;
  reachMembers?: number | null;
  reachNonMembers?: number | null;
  asksNonMembers?: number | null;
  callsToAction?: string | null;
  taken: number;
}
export interface Beneficiary {
  officialId?: string | null;
  name: string | null;
  shareCents: number;
  family?: boolean | null;
}
/** What a person was paid for a span of days, with benefits, and all the minutes worked in it. */
export interface CompensationRow {
  id: string;
  personName: string;
  lobbyistId: string | null;
  staffId: string | null;
  fromOn: LocalDate;
  toOn: LocalDate;
  payCents: number;
  benefitCents: number;
  totalMinutes: number | null;
  allLobbying: number;
  updatedAt: number;
  /** 1: another filed report of the same filer in this regime has it. */
  taken?: number;
}
/** Dues, a fee or a gift that the filer received, and whether it was given for lobbying. */
export interface DuesRow {
  id: string;
  receivedOn: LocalDate;
  amountCents: number;
  payerKind?: string;
  /** What the notice to the payer said is not deductible. */
  noticeCents?: number | null;
  payer: string;
  payerAddress: string | null;
  kind: string;
  earmarked: number;
  issueName: string | null;
  earmark: string;
  updatedAt: number;
}
export interface LobbyistRow {
  id: string;
  name: string;
  kind: string;
  fromOn: LocalDate;
  toOn: LocalDate | null;
}
export interface SessionDays {
  startsOn: LocalDate;
  /** Adjournment sine die, expected or real; null when unknown. */
  adjournsOn: LocalDate | null;
}

export interface ObligationInput {
  year: number;
  filerName: string;
  /** From when until when the organization files here. */
  filerFrom?: LocalDate;
  filerTo?: LocalDate | null;
  taxStatus?: string | null;
  lobbyists: LobbyistRow[];
  expenses: ExpenseRow[];
  activities?: ActivityRow[];
  compensation?: CompensationRow[];
  facts?: FactRow[];
  session: SessionDays | null;
  holidays: ReadonlySet<string>;
  rules: Rulebook;
}
/** A report that may fall due. The trace says, a sentence each, why it is owed or not. */
export interface ObligationSpec {
  form: string;
  lobbyistId: string | null;
  name: string;
  periodFrom: LocalDate;
  periodTo: LocalDate;
  due: DueDates;
  triggered: boolean;
  trace: string[];
}

export interface WatchInput extends ObligationInput {
  /** The day it stands on: the period of each line is the one that holds it. */
  today: LocalDate;
}
/** A line of the law and what the log has toward it, as dated whole amounts. */
export interface Watched {
  key: string;
  name: string;
  /** Whom it is about, where it is one person. */
  subject?: { id: string; name: string } | null;
  periodFrom: LocalDate;
  periodTo: LocalDate;
  /** What the period is called: "this year", "this quarter". */
  span: string;
  unit: 'cents' | 'minutes' | 'count';
  amounts: Dated[];
  /** Carried into the period. */
  before?: number;
  /** The limit, with the operator of its rule; null where it cannot be known, and `aside` says why. */
  line: { operator: string | null; limit: number } | null;
  /** A share of rolling time: a longer period does not add to it, so it has no day ahead. */
  rolling?: boolean;
  /** What it means to cross it. */
  meaning: string;
  /** What else to know: what was left out, what is missing. */
  aside?: string;
  /** From which share of the limit on it is near. */
  near: Rule;
  /** The rules that were read for it. */
  rules: Rule[];
}

export interface PrepareInput {
  obligation: {
    name: string;
    periodFrom: LocalDate;
    periodTo: LocalDate;
    dueOn: LocalDate;
    lobbyistId: string | null;
  };
  filerName: string;
  filerAddress: string | null;
  taxStatus?: string | null;
  lobbyists: LobbyistRow[];
  expenses: ExpenseRow[];
  activities: ActivityRow[];
  compensation?: CompensationRow[];
  /** Of the calendar year of the period, through its last day. */
  dues?: DuesRow[];
  facts?: FactRow[];
  rules: Rulebook;
}
export interface Source {
  kind: 'activity' | 'expense' | 'compensation' | 'dues';
  id: string;
  /** Cents of the row that the line takes; null where it only counts or shows the row. */
  cents: number | null;
}
export interface Line {
  section: string;
  label: string;
  detail: string;
  amountCents: number | null;
  sources: Source[];
  /** Where the form has columns of its own: each with its value, in the form's order. `detail` says them in words. */
  cells?: Cell[] | null;
}
export interface Cell {
  name: string;
  value: string;
}
/** Something a person should look at before filing; a blocking one keeps the report from being filed. */
export interface Check {
  kind: string;
  blocking: boolean;
  message: string;
  row: { kind: 'activity' | 'expense' | 'contact_report' | 'compensation' | 'dues'; id: string } | null;
  /** Where to mend it, when that is no row of the log. */
  href?: string;
}
export interface PreparedFiling {
  lines: Line[];
  totalCents: number;
  checks: Check[];
}

/** The section for what the log has and the report leaves out. Never in totals, never in the frozen copies. */
export const WORKSHEET = 'Worksheet';
