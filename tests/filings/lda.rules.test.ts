import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundLd2 } from '../../src/filings/calculators/ld2-rounding.ts';
import { sameMethod } from '../../src/filings/regimes/lda/decisions.ts';
import { ld2Json, ld2Object } from '../../src/filings/regimes/lda/ld2-json.ts';
import { lda } from '../../src/filings/regimes/lda/lda.ts';
import { halves, quarters, typeCode } from '../../src/filings/regimes/lda/periods.ts';
import {
  WORKSHEET,
  type ActivityRow,
  type CompensationRow,
  type ExpenseRow,
  type FactRow,
  type LobbyistRow,
} from '../../src/filings/regimes/regime.ts';
import { addDays } from '../../src/platform/days.ts';
import { contact, expense, holidays, rulesOf, theo } from './rules.ts';

const fact = (key: string, value: string, fromOn = '2026-01-01'): FactRow => ({
  key,
  value,
  fromOn,
  decidedBy: 'Counsel',
  decidedOn: '2025-12-01',
  note: '',
});
const READY = [fact('public_official', 'no'), fact('registered', 'yes'), fact('expense_method', 'A')];
const federal = (more: Partial<ActivityRow> = {}) =>
  contact({
    onDate: '2026-02-10',
    class: 'contact',
    level: 'federal',
    jurisdiction: 'US',
    chamber: 'upper',
    billId: 's-5',
    billNumber: 'S. 5',
    billTitle: 'School Meals Act',
    issueCodes: '["EDU"]',
    ...more,
  });
const spent = (amountCents: number, more: Partial<ExpenseRow> = {}) =>
  expense({ incurredOn: '2026-02-11', jurisdiction: 'US', amountCents, ...more });
const pay = (more: Partial<CompensationRow> = {}): CompensationRow => ({
  id: 'pay-1',
  personName: theo.name,
  lobbyistId: theo.id,
  staffId: null,
  fromOn: '2026-01-01',
  toOn: '2026-03-31',
  payCents: 30_000_00,
  benefitCents: 0,
  totalMinutes: 480 * 60,
  allLobbying: 0,
  updatedAt: 1,
  ...more,
});
interface Log {
  expenses?: ExpenseRow[];
  activities?: ActivityRow[];
  compensation?: CompensationRow[];
  facts?: FactRow[];
  lobbyists?: LobbyistRow[];
}
const prepare = (form: string, log: Log = {}, periodTo = '2026-03-31') =>
  lda.prepare(form, {
    obligation: {
      name: 'LD-2',
      periodFrom: `2026-${form.startsWith('ld-203') ? '01' : String(Number(periodTo.slice(5, 7)) - 2).padStart(2, '0')}-01`,
      periodTo,
      dueOn: '2026-04-20',
      lobbyistId: form === 'ld-203-lobbyist' ? theo.id : null,
    },
    filerName: 'Treasure State Association',
    filerAddress: '2 Last Chance Gulch, Helena',
    lobbyists: [theo],
    expenses: [],
    activities: [],
    facts: READY,
    rules: rulesOf('lda'),
    ...log,
  });
const owed = (year: number, log: Log = {}) =>
  lda.obligations({
    year,
    filerName: 'Treasure State Association',
    lobbyists: [theo],
    expenses: [],
    facts: READY,
    session: null,
    holidays: holidays('US'),
    rules: rulesOf('lda'),
    ...log,
  });
type Prepared = ReturnType<typeof prepare>;
const line = (prepared: Prepared, label: string) => prepared.lines.find((one) => one.label === label);
const area = (prepared: Prepared) =>
  prepared.lines
    .filter((one) => one.section === 'Lobbying activity' && one.cells)
    .map((one) => (one.cells ?? []).map((cell) => cell.value));
const modelOf = (prepared: Prepared, version = 1) => ({
  form: 'ld-2',
  title: 'LD-2',
  organization: 'Treasure State Association',
  version,
  periodFrom: '2026-01-01',
  periodTo: '2026-03-31',
  filedAt: null,
  totalCents: prepared.totalCents,
  lines: prepared.lines.map((one, at) => ({ ...one, no: at + 1 })),
});

test('§8.3 LD-2: what is reported for each actual amount; exactly $5,000.00 follows the statute, or the form by decision', () => {
  const cases: [actual: number, reported: number | null][] = [
    [4_999_99, null],
    [5_000_00, null],
    [5_000_01, 10_000_00],
    [9_999_00, 10_000_00],
    [14_999_99, 10_000_00],
    [15_000_00, 20_000_00],
    [24_999_99, 20_000_00],
    [25_000_00, 30_000_00],
    [94_999_00, 90_000_00],
    [95_000_00, 100_000_00],
  ];
  for (const [actual, reported] of cases) {
    const prepared = prepare('ld-2', { expenses: [spent(actual)], activities: [federal()] });
    expect(line(prepared, 'Expenses relating to lobbying')?.amountCents, String(actual)).toBe(reported);
  }
});

test('§8.3 row 24: at exactly $5,000.00 a person is warned; a decision for the form gives $10,000', () => {
  const log = { expenses: [spent(5_000_00)], activities: [federal()] };
  expect(prepare('ld-2', log).checks).toEqual([
    expect.objectContaining({ kind: 'at_floor', blocking: false }),
  ]);
  const decided = prepare('ld-2', { ...log, facts: [...READY, fact('exactly_floor', 'form')] });
  expect(decided.totalCents).toBe(10_000_00);
  expect(decided.checks).toEqual([]);
});

test('rounding is never off by more than half of ten thousand, and always a whole number of them', () => {
  const rules = rulesOf('lda');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
      const reported = roundLd2(rules, '2026-03-31', cents);
      expect(reported === null).toBe(cents <= 5_000_00);
      if (reported === null) return;
      expect(reported % 10_000_00).toBe(0);
      expect(Math.abs(reported - cents)).toBeLessThanOrEqual(5_000_00);
    }),
  );
});

test('§8.3 row 25: 20 percent of the time and two contacts in three months make a lobbyist', () => {
  const registers = (minutes: number[], totalMinutes = 480 * 60) =>
    owed(2026, {
      facts: [fact('public_official', 'no')],
      activities: minutes.map((each, at) => federal({ onDate: addDays('2026-03-30', at), minutes: each })),
      compensation: [pay({ totalMinutes, fromOn: '2026-01-01', toOn: '2026-03-31' })],
      expenses: [spent(16_000_01)],
    }).find((one) => one.form === 'ld-1' && one.periodTo === '2026-03-31');
  expect(registers([96 * 30, 96 * 30])?.triggered).toBe(true);
  expect(registers([96 * 30, 96 * 30])?.trace[0]).toContain('2 contacts, 5760 of 28800 minutes (20 percent)');
  expect(registers([95.9 * 30, 95.9 * 30])?.triggered).toBe(false);
  expect(registers([96 * 60])?.triggered).toBe(false);
});

test('the three months roll: two months of one quarter and one of the next count together', () => {
  const log = (fromOn: string) => ({
    facts: [fact('public_official', 'no')],
    activities: [
      federal({ onDate: '2026-02-15', minutes: 2_000 }),
      federal({ onDate: '2026-04-20', minutes: 2_000 }),
    ],
    compensation: [pay({ fromOn, toOn: '2026-05-14', totalMinutes: 10_000 })],
    expenses: [spent(20_000_00, { incurredOn: '2026-04-02' })],
  });
  const second = owed(2026, log('2026-02-15')).find(
    (one) => one.form === 'ld-1' && one.periodTo === '2026-06-30',
  );
  expect(second?.triggered).toBe(true);
});

test('in-house expenses that do not exceed $16,000 need no registration, and the trace names the line', () => {
  const at = (cents: number) =>
    owed(2026, {
      facts: [fact('public_official', 'no')],
      activities: [federal({ minutes: 3000 }), federal({ minutes: 3000, onDate: '2026-02-11' })],
      compensation: [pay({ payCents: 0, totalMinutes: 6000 })],
      expenses: [spent(cents)],
    }).find((one) => one.form === 'ld-1' && one.triggered);
  expect(at(16_000_00)).toBeUndefined();
  expect(at(16_000_01)?.trace.join(' ')).toContain('does not exceed $16,000.00');
});

test('§9 LDA: quarters and halves fall due 20 and 30 days after their end, the LD-1 45 days after the first contact, each on a business day', () => {
  const due = (year: number, form: string, periodTo: string) =>
    owed(year).find((one) => one.form === form && one.periodTo === periodTo)?.due.shifted;
  expect(due(2012, 'ld-2', '2012-12-31')).toBe('2013-01-22');
  expect(due(2025, 'ld-2', '2025-03-31')).toBe('2025-04-21');
  expect(due(2015, 'ld-203', '2015-12-31')).toBe('2016-02-01');
  const ld1 = owed(2026, {
    facts: [fact('public_official', 'no')],
    activities: [
      federal({ onDate: '2026-01-08', minutes: 3000 }),
      federal({ onDate: '2026-01-09', minutes: 3000 }),
    ],
    compensation: [pay({ totalMinutes: 6000 })],
    expenses: [spent(20_000_00)],
  }).find((one) => one.form === 'ld-1' && one.triggered);
  expect([ld1?.due.statutory, ld1?.due.shifted]).toEqual(['2026-02-22', '2026-02-23']);
});

test('an organization that was decided to be one of public officials owes nothing, and the trace says who decided', () => {
  const specs = owed(2026, { facts: [fact('public_official', 'yes'), fact('registered', 'yes')] });
  expect(specs.filter((one) => one.triggered)).toEqual([]);
  expect(specs[0]?.trace.at(-1)).toContain('Counsel decided on Monday, December 1, 2025');
  expect(owed(2026, { facts: [] })[0]?.trace.join(' ')).toContain('Nobody has decided yet');
});

test('without the decision or a method a report cannot be filed', () => {
  const { checks } = prepare('ld-2', { facts: [] });
  expect(checks.filter((one) => one.blocking).map((one) => [one.kind, one.href])).toEqual([
    ['undecided', '/filings/decisions'],
    ['no_method', '/filings/decisions'],
  ]);
});

test('quarters and halves make the year, each day in exactly one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2008, max: 2099 }), (year) => {
      for (const parts of [quarters(year), halves(year)]) {
        expect(parts[0]?.from).toBe(`${year}-01-01`);
        expect(parts.at(-1)?.to).toBe(`${year}-12-31`);
        for (const [at, part] of parts.entries()) {
          const next = parts[at + 1];
          if (next) expect(addDays(part.to, 1)).toBe(next.from);
        }
      }
    }),
  );
});

test('an issue area names bills, the Houses and agencies, and the lobbyists who acted, and never an official', () => {
  const prepared = prepare('ld-2', {
    activities: [
      federal(),
      federal({
        chamber: 'lower',
        billId: 'hr-12',
        billNumber: 'H.R. 12',
        billTitle: 'Voucher Act',
        issueCodes: '["EDU","BUD"]',
      }),
      federal({
        bodies: '["Education, Dept of"]',
        chamber: null,
        lobbyistId: null,
        lobbyistName: null,
        staffName: 'Ana Ruiz',
      }),
    ],
  });
  expect(area(prepared)).toEqual([
    [
      'BUD Budget/Appropriations',
      'H.R. 12, Voucher Act',
      '2 HOUSE OF REPRESENTATIVES',
      'Theo Brightwater',
      'None',
    ],
    [
      'EDU Education',
      'H.R. 12, Voucher Act; S. 5, School Meals Act',
      '1 SENATE; 2 HOUSE OF REPRESENTATIVES; 32 EDUCATION, DEPT OF',
      'Theo Brightwater',
      'None',
    ],
  ]);
  expect(JSON.stringify(prepared.lines.filter((one) => one.section !== WORKSHEET))).not.toContain(
    'Kestrelman',
  );
  expect(prepared.checks.map((one) => one.kind)).toEqual(['not_a_lobbyist']);
});

test('a line without an issue code, or with one that is not on the list, keeps the report from being filed', () => {
  const kinds = (issueCodes: string | null) =>
    prepare('ld-2', { activities: [federal({ issueCodes })] })
      .checks.filter((one) => one.blocking)
      .map((one) => one.kind);
  expect(kinds(null)).toEqual(['no_issue_code']);
  expect(kinds('["XYZ"]')).toEqual(['no_issue_code']);
  expect(kinds('["edu"]')).toEqual([]);
  expect(rulesOf('lda').family('issue_code.', '2026-03-31')).toHaveLength(79);
  expect(rulesOf('lda').family('filing_type.', '2026-03-31')).toHaveLength(50);
});

test('every type code of a quarterly report is on the list of filing types', () => {
  const rules = rulesOf('lda');
  const codes = [1, 2, 3, 4].flatMap((no) =>
    [false, true].flatMap((noActivity) =>
      [false, true].flatMap((termination) =>
        [false, true].map((amendment) => typeCode(no, { noActivity, termination, amendment })),
      ),
    ),
  );
  expect(new Set(codes).size).toBe(32);
  for (const code of codes) expect(rules.text(`filing_type.${code}`, '2026-03-31')).not.toBe('');
  expect(codes.slice(0, 8)).toEqual(['Q1', '1A', '1T', '1@', 'Q1Y', '1AY', '1TY', '1@Y']);
});

test('a quarter without activity says so, and one in which the registration ended says when', () => {
  expect(line(prepare('ld-2'), 'Type')?.detail).toMatch(/^Q1Y: /);
  const ended = prepare('ld-2', {
    facts: [fact('registered', 'no', '2026-03-15'), ...READY],
    activities: [federal()],
  });
  expect(line(ended, 'Type')?.detail).toMatch(/^1T: /);
  expect(line(ended, 'Termination date')?.detail).toBe('2026-03-15');
});

test('method A counts federal lobbying alone; C follows tax law, with the states and the alerts in it', () => {
  const log: Log = {
    expenses: [
      spent(6_000_00),
      spent(7_000_00, { jurisdiction: 'MT' }),
      spent(9_000_00, { alertId: 'alert-1' }),
      spent(500_00, { contribution: '{"candidate":"X"}' }),
    ],
    activities: [federal()],
  };
  const cents = (method: string) =>
    line(
      prepare('ld-2', { ...log, facts: [fact('public_official', 'no'), fact('expense_method', method)] }),
      'Expenses relating to lobbying',
    )?.sources.reduce((sum, one) => sum + (one.cents ?? 0), 0);
  expect(cents('A')).toBe(6_000_00);
  expect(cents('C')).toBe(22_000_00);
  expect(sameMethod('a', 'A')).toBe(true);
});

test('an in-house report has the lobbying share of pay in it', () => {
  const prepared = prepare('ld-2', { activities: [federal({ minutes: 96 * 60 })], compensation: [pay()] });
  expect(line(prepared, 'Expenses relating to lobbying')).toMatchObject({
    amountCents: 10_000_00,
    detail: 'The log has $6,000.00, given to the nearest $10,000.00.',
    sources: [{ kind: 'compensation', id: 'pay-1', cents: 6_000_00 }],
  });
});

test('the LD-2 in the public API’s shape: its field names, decimal text, the type of this version', () => {
  const prepared = prepare('ld-2', {
    expenses: [spent(14_000_00)],
    activities: [federal(), federal({ chamber: 'lower' })],
    facts: [...READY, fact('government_entity', 'yes'), fact('house_id', '56234')],
  });
  expect(ld2Object(modelOf(prepared))).toEqual({
    filing_type: 'Q1',
    filing_type_display: '1st Quarter - Report',
    filing_year: 2026,
    filing_period: 'first_quarter',
    filing_period_display: '1st Quarter (Jan 1 - Mar 31)',
    income: null,
    expenses: '10000.00',
    expenses_method: 'A',
    expenses_method_display: 'LDA definitions',
    termination_date: null,
    registrant: {
      name: 'Treasure State Association',
      address_1: '2 Last Chance Gulch, Helena',
      contact_name: null,
      house_registrant_id: '56234',
    },
    client: {
      name: 'Treasure State Association',
      client_self_select: true,
      client_government_entity: true,
    },
    lobbying_activities: [
      {
        general_issue_code: 'EDU',
        general_issue_code_display: 'Education',
        description: 'S. 5, School Meals Act',
        foreign_entity_issues: '',
        lobbyists: [
          { lobbyist: { first_name: 'THEO', last_name: 'BRIGHTWATER' }, covered_position: null, new: false },
        ],
        government_entities: [
          { id: 1, name: 'SENATE' },
          { id: 2, name: 'HOUSE OF REPRESENTATIVES' },
        ],
      },
    ],
    conviction_disclosures: [],
    foreign_entities: [],
    affiliated_organizations: [],
  });
  expect(ld2Object(modelOf(prepared, 2)).filing_type).toBe('1A');
  expect(ld2Object(modelOf(prepare('ld-2')))).toMatchObject({ filing_type: 'Q1Y', expenses: null });
  expect(ld2Json.render(modelOf(prepared))).toBe(ld2Json.render(modelOf(prepared)));
});

test('an LD-203 lists a recipient from $200 in the half year on; what was for a state’s office is asked about', () => {
  const give = (cents: number, more: Partial<ExpenseRow> = {}) =>
    spent(cents, {
      class: 'feca',
      lobbyistId: theo.id,
      payee: 'Kestrelman for Senate',
      contribution: '{"candidate":"Ada Kestrelman","office":"US Senate"}',
      ...more,
    });
  const listed = (...rows: ExpenseRow[]) => prepare('ld-203-lobbyist', { expenses: rows }, '2026-06-30');
  expect(listed(give(199_99)).totalCents).toBe(0);
  expect(line(listed(give(199_99)), 'No contributions')).toBeDefined();
  expect(listed(give(120_00), give(80_00)).totalCents).toBe(200_00);
  expect(listed(give(300_00, { class: null })).checks).toEqual([
    expect.objectContaining({ kind: 'contribution_kind', blocking: true }),
  ]);
  expect(prepare('ld-203', { expenses: [give(300_00)] }, '2026-06-30').totalCents).toBe(0);
});

test('the registrant and each lobbyist owe an LD-203 for each half, and an LD-2 is owed also without activity', () => {
  expect(
    owed(2026)
      .filter((one) => one.triggered)
      .map((one) => one.form),
  ).toEqual(['ld-2', 'ld-2', 'ld-2', 'ld-2', 'ld-203', 'ld-203-lobbyist', 'ld-203', 'ld-203-lobbyist']);
  expect(owed(2026, { facts: [fact('public_official', 'no')] }).filter((one) => one.triggered)).toEqual([]);
});

test('who lobbies in a state alone is not named on a federal report', () => {
  const prepared = prepare('ld-2', {
    activities: [federal({ lobbyistId: 'theo-in-montana' })],
    lobbyists: [{ ...theo, id: 'somebody-else', name: 'Somebody Else' }],
  });
  expect(area(prepared)[0]?.[3]).toBe('');
  expect(prepared.checks.map((one) => one.kind)).toEqual(['not_a_lobbyist']);
});

test('what a lobbyist spends without a federal bill is federal only where somebody says so', () => {
  const cents = (more: Partial<ExpenseRow>) =>
    prepare('ld-2', { expenses: [spent(6_000_00, { jurisdiction: null, lobbyistId: theo.id, ...more })] })
      .totalCents;
  expect(cents({})).toBe(0);
  expect(cents({ class: 'lobbying' })).toBe(10_000_00);
  expect(cents({ class: 'not_reported', jurisdiction: 'US' })).toBe(0);
});
