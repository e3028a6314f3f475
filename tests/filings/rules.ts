import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { filesUnder, ROOT } from '../house/files.ts';
import { rulebook, type Rule } from '../../src/filings/rulebook.ts';
import type { ActivityRow, ExpenseRow, LobbyistRow } from '../../src/filings/regimes/regime.ts';

const db = new DatabaseSync(':memory:');
for (const path of filesUnder('migrations', /\.sql$/)) db.exec(readFileSync(`${ROOT}/${path}`, 'utf8'));

/** The rules as the migrations have them. */
export const allRules = (): Rule[] =>
  db
    .prepare(
      `select id, regime, key, value, operator, unit, from_on as fromOn, to_on as toOn, source, evidence, state from rule`,
    )
    .all() as unknown as Rule[];
export const rulesOf = (regime: string) => rulebook(regime, allRules());

/** Holidays as the migrations have them. */
export const holidays = (jurisdiction: string): Set<string> =>
  new Set(
    db
      .prepare(`select on_date as d from calendar_event where jurisdiction = ? and kind = 'holiday'`)
      .all(jurisdiction)
      .map((row) => String(row.d)),
  );

let count = 0;
const next = (kind: string) => `${kind}-${String((count += 1)).padStart(4, '0')}`;

/** An expense of the log; what a test does not name is plain. */
export const expense = (more: Partial<ExpenseRow> = {}): ExpenseRow => ({
  id: next('expense'),
  incurredOn: '2026-06-10',
  paidOn: null,
  amountCents: 100_00,
  payee: 'Harrowgate Printing',
  payeeAddress: null,
  purpose: 'Leaflets',
  mtCategory: 'printing',
  msCategory: null,
  lobbyistId: null,
  officialId: null,
  officialName: null,
  place: null,
  personalLiving: 0,
  estimated: 0,
  state: 'confirmed',
  updatedAt: 1,
  class: null,
  lobbyistName: null,
  billNumber: null,
  jurisdiction: null,
  alertId: null,
  attendees: null,
  contribution: null,
  taken: 0,
  ...more,
});

/** A contact by a paid lobbyist about HB 12, counted. */
export const contact = (more: Partial<ActivityRow> = {}): ActivityRow => ({
  id: next('activity'),
  onDate: '2027-01-12',
  personKind: 'staff_lobbyist',
  lobbyistId: 'lobbyist-1',
  lobbyistName: 'Theo Brightwater',
  kind: 'direct_contact',
  method: 'phone',
  officialName: 'Ada Kestrelman',
  billId: 'hb-12',
  billNumber: 'HB 12',
  billTitle: 'Voucher expansion',
  issueId: null,
  issueName: null,
  position: 'oppose',
  state: 'confirmed',
  updatedAt: 1,
  class: 'lobbying',
  counts: 1,
  reason: 'Direct communication with a public official by a paid lobbyist.',
  ruleId: 'ARM 44.12.102',
  classedAt: 1,
  minutes: null,
  staffId: null,
  staffName: null,
  jurisdiction: null,
  chamber: null,
  sessionName: null,
  branch: null,
  level: null,
  bodies: null,
  issueCodes: null,
  matter: null,
  taken: 0,
  ...more,
});

export const theo: LobbyistRow = {
  id: 'lobbyist-1',
  name: 'Theo Brightwater',
  kind: 'staff',
  fromOn: '2025-01-01',
  toOn: null,
};
