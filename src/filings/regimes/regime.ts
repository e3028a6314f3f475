import type { LocalDate } from '../../platform/days.ts';
import type { DueDates } from '../due-date.ts';
import type { Rulebook } from '../rulebook.ts';

/** A body of reporting rules: a folder of data and pure functions. A new one touches its folder and the list. */
export interface Regime {
  id: string;
  name: string;
  /** The office the reports go to. */
  office: string;
  /** Of the calendar: holidays and sessions. */
  jurisdiction: string;
  forms: Form[];
  /** Every report that may fall due for a year, with its dates and whether it is owed. */
  obligations(input: ObligationInput): ObligationSpec[];
  /** The lines of one report, in the form's own order, each with the rows it came from. */
  prepare(form: string, input: PrepareInput): PreparedFiling;
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
  taken: number;
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
  lobbyists: LobbyistRow[];
  expenses: ExpenseRow[];
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
  lobbyists: LobbyistRow[];
  expenses: ExpenseRow[];
  activities: ActivityRow[];
  rules: Rulebook;
}
export interface Source {
  kind: 'activity' | 'expense';
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
}
/** Something a person should look at before filing; a blocking one keeps the report from being filed. */
export interface Check {
  kind: string;
  blocking: boolean;
  message: string;
  row: { kind: 'activity' | 'expense' | 'contact_report'; id: string } | null;
}
export interface PreparedFiling {
  lines: Line[];
  totalCents: number;
  checks: Check[];
}

/** The section for what the log has and the report leaves out. Never in totals, never in the frozen copies. */
export const WORKSHEET = 'Worksheet';
