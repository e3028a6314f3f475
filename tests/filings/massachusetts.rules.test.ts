import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIncidental } from '../../src/filings/calculators/ma-incidental.ts';
import { massachusetts } from '../../src/filings/regimes/massachusetts/massachusetts.ts';
import { billParts } from '../../src/filings/regimes/massachusetts/matters.ts';
import { payWithin } from '../../src/filings/regimes/pay-share.ts';
import { EXPENSE_CATEGORIES } from '../../src/lobbying/expense-categories.ts';
import {
  WORKSHEET,
  type ActivityRow,
  type CompensationRow,
  type ExpenseRow,
  type FactRow,
  type LobbyistRow,
} from '../../src/filings/regimes/regime.ts';
import { contact, expense, holidays, rulesOf, theo } from './rules.ts';

const spent = (type: string | null, amountCents: number, more: Partial<ExpenseRow> = {}) =>
  expense({ incurredOn: '2027-02-10', mtCategory: null, class: type, amountCents, ...more });
const talk = (more: Partial<ActivityRow> = {}) =>
  contact({
    onDate: '2027-02-10',
    class: 'legislative',
    billId: 'h-497',
    billNumber: 'H.497',
    billTitle: 'An Act relative to school transportation',
    sessionName: '195th General Court',
    jurisdiction: 'MA',
    position: 'support',
    ...more,
  });
interface Log {
  expenses?: ExpenseRow[];
  activities?: ActivityRow[];
  compensation?: CompensationRow[];
  facts?: FactRow[];
  lobbyists?: LobbyistRow[];
}
const prepare = (form: string, log: Log = {}) =>
  massachusetts.prepare(form, {
    obligation: {
      name: 'Statement',
      periodFrom: '2027-01-01',
      periodTo: '2027-06-30',
      dueOn: '2027-07-15',
      lobbyistId: form === 'agent' ? theo.id : null,
    },
    filerName: 'Bay State Association',
    filerAddress: '1 Beacon Street, Boston',
    lobbyists: [theo],
    expenses: [],
    activities: [],
    rules: rulesOf('ma'),
    ...log,
  });
const owed = (year: number, log: Log = {}) =>
  massachusetts.obligations({
    year,
    filerName: 'Bay State Association',
    lobbyists: [theo],
    expenses: [],
    session: null,
    holidays: holidays('MA'),
    rules: rulesOf('ma'),
    ...log,
  });
type Prepared = ReturnType<typeof prepare>;
const inSection = (prepared: Prepared, section: string) =>
  prepared.lines.filter((line) => line.section.startsWith(section));
const rows = (prepared: Prepared, section: string) =>
  inSection(prepared, section)
    .filter((line) => line.cells)
    .map((line) => [...(line.cells ?? []).map((cell) => cell.value), line.amountCents]);
const fact = (key: string, value: string): FactRow => ({
  key,
  value,
  fromOn: '2027-01-01',
  decidedBy: 'The board',
  decidedOn: '2026-12-01',
  note: '',
});
const pay = (more: Partial<CompensationRow> = {}): CompensationRow => ({
  id: 'pay-1',
  personName: 'Theo Brightwater',
  lobbyistId: theo.id,
  staffId: null,
  fromOn: '2027-01-01',
  toOn: '2027-06-30',
  payCents: 40_000_00,
  benefitCents: 0,
  totalMinutes: 60_000,
  allLobbying: 0,
  updatedAt: 1,
  ...more,
});

test('§8.4 row 27: both limbs are needed to stay incidental', () => {
  const rules = rulesOf('ma');
  const cases: [hours: number, cents: number, incidental: boolean][] = [
    [25, 2_499_99, true],
    [25, 2_500_00, false],
    [25.1, 0, false],
    [24.9, 2_500_00, false],
  ];
  for (const [hours, cents, stays] of cases)
    expect(isIncidental(rules, '2027-06-30', Math.round(hours * 60), cents), `${hours} h`).toBe(stays);
});

test('§8.4 row 29: a day of $34.99 is lumped, two expenses that make $35.00 are both itemized', () => {
  const lumped = prepare('employer', { expenses: [spent('printing', 34_99)] });
  expect(rows(lumped, 'Operating expenses')).toEqual([['Days under $35.00', 'Various', 'Printing', 34_99]]);
  const itemized = prepare('employer', { expenses: [spent('printing', 20_00), spent('postage', 15_00)] });
  expect(rows(itemized, 'Operating expenses')).toEqual([
    ['Feb 10, 2027', 'Harrowgate Printing', 'Printing', 20_00],
    ['Feb 10, 2027', 'Harrowgate Printing', 'Postage and shipping', 15_00],
  ]);
  // A meal of the same day counts toward the day: nothing is split to stay below.
  const withMeal = prepare('employer', {
    expenses: [
      spent('printing', 20_00),
      spent('meals', 15_00, { attendees: '["Ana Ruiz"]', place: 'Boston' }),
    ],
  });
  expect(rows(withMeal, 'Operating expenses')[0]?.[0]).toBe('Feb 10, 2027');
});

test('§8.4 row 30: a group without an agent reports past $250.00 in the calendar year, not at it', () => {
  const group = (...amounts: number[]) =>
    owed(2027, {
      lobbyists: [],
      expenses: amounts.map((cents, at) =>
        spent('printing', cents, { incurredOn: at === 0 ? '2027-03-01' : '2027-09-01' }),
      ),
    }).filter((one) => one.form === 'group');
  expect(group(250_00).map((one) => one.triggered)).toEqual([false, false]);
  expect(group(250_01).map((one) => one.triggered)).toEqual([true, true]);
  expect(group(250_00, 1).map((one) => one.triggered)).toEqual([false, true]);
  expect(group(250_00)[0]?.trace[0]).toContain('$250.00 was spent in 2027 through Wednesday, June 30');
});

test('§8.4 row 32: the printed total of a real statement’s 16 rows is the sum of its rows, and no row itself', () => {
  const amounts = Array.from({ length: 15 }, () => 34_000_00).concat(547_600_15 - 15 * 34_000_00);
  const lobbyists = amounts.map((_, at) => ({ ...theo, id: `agent-${at}`, name: `Agent ${at}` }));
  const prepared = prepare('employer', {
    lobbyists,
    expenses: amounts.map((cents, at) => spent('salary', cents, { lobbyistId: `agent-${at}` })),
  });
  expect(rows(prepared, 'Compensation paid')).toHaveLength(16);
  const printed = inSection(prepared, 'Compensation paid').at(-1);
  expect([printed?.label, printed?.amountCents]).toEqual(['Total salaries paid', 547_600_15]);
  expect(prepared.totalCents).toBe(547_600_15);
});

test('§9 Massachusetts: July 15 and January 15; a Saturday stays, with the Friday as our own day; a Sunday or holiday moves', () => {
  const due = (year: number) =>
    owed(year)
      .filter((one) => one.form === 'employer')
      .map((one) => [one.periodFrom, one.periodTo, one.due.shifted, one.due.internal]);
  expect(due(2027)).toEqual([
    ['2027-01-01', '2027-06-30', '2027-07-15', '2027-07-15'],
    ['2027-07-01', '2027-12-31', '2028-01-15', '2028-01-14'],
  ]);
  // July 15, 2029 is a Sunday.
  expect(due(2029)[0]?.slice(2)).toEqual(['2029-07-16', '2029-07-13']);
  expect(owed(2026).find((one) => one.form === 'registration')?.due.statutory).toBe('2026-12-15');
});

test('with an agent the employer and each agent owe a statement of every half, and say how long to keep what is behind it', () => {
  const specs = owed(2027);
  expect(specs.map((one) => [one.form, one.lobbyistId, one.triggered])).toEqual([
    ['employer', null, true],
    ['agent', theo.id, true],
    ['employer', null, true],
    ['agent', theo.id, true],
    ['registration', null, true],
  ]);
  expect(specs[0]?.trace.join(' ')).toContain(
    'for 6 years: a careful value, not found in a copy of the law (evidence GL)',
  );
});

test('the sections stand in the form’s order, each also when nothing was filed in it', () => {
  const sections = [...new Set(prepare('employer').lines.map((line) => line.section))];
  expect(sections).toEqual([
    'Filer',
    'Compensation paid',
    'Activities: Theo Brightwater for Bay State Association',
    'Operating expenses',
    'Meals, travel and entertainment',
    'Additional expenses',
    'Campaign contributions',
  ]);
  expect(
    prepare('employer').lines.filter((line) => line.label === 'Nothing was filed in this section'),
  ).toHaveLength(6);
  expect(inSection(prepare('agent'), 'Client compensation')).toHaveLength(1);
});

test('a bill keeps both positions, keyed by General Court and prefix, never by the number alone', () => {
  const prepared = prepare('employer', {
    activities: [
      talk(),
      talk({ billNumber: 'H 497' }),
      talk({ position: 'neutral' }),
      talk({ billId: 's-497', billNumber: 'S.497', billTitle: 'Another act' }),
      talk({ billId: 'old', sessionName: '194th General Court', billTitle: 'An older act' }),
      talk({ billId: 'hd-5', billNumber: 'HD 5', billTitle: 'A docket', position: 'oppose' }),
    ],
  });
  expect(rows(prepared, 'Activities').map((row) => [row[0], row[1], row[3]])).toEqual([
    ['House Bill', 'H.497 (194th General Court)', 'Support'],
    ['House Bill', 'H.497 (195th General Court)', 'Neutral'],
    ['House Bill', 'H.497 (195th General Court)', 'Support'],
    ['House Docket', 'HD 5 (195th General Court)', 'Oppose'],
    ['Senate Bill', 'S.497 (195th General Court)', 'Support'],
  ]);
  expect(billParts('h 497')).toEqual({ prefix: 'H', digits: '497' });
  expect(billParts('Chapter 70')).toBeNull();
});

test('dual positions are kept whatever order they come in', () => {
  const positions = fc.array(fc.constantFrom('support', 'oppose', 'neutral'), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(positions, (list) => {
      const prepared = prepare('employer', { activities: list.map((position) => talk({ position })) });
      expect(rows(prepared, 'Activities')).toHaveLength(new Set(list).size);
      expect(inSection(prepared, 'Activities').flatMap((line) => line.sources)).toHaveLength(list.length);
    }),
    { numRuns: 50 },
  );
});

test('monitor has no word on the form: the line stays, and a person is asked', () => {
  const prepared = prepare('employer', { activities: [talk({ position: 'monitor' })] });
  expect(rows(prepared, 'Activities')[0]?.[3]).toBe('');
  expect(prepared.checks).toEqual([expect.objectContaining({ kind: 'no_position', blocking: false })]);
});

test('executive lobbying names the agency', () => {
  const prepared = prepare('employer', {
    activities: [
      talk({
        class: 'executive',
        billId: null,
        billNumber: null,
        billTitle: null,
        bodies: '["Department of Elementary and Secondary Education"]',
        matter: 'Regulations on school transportation',
      }),
    ],
  });
  expect(rows(prepared, 'Activities')[0]?.slice(0, 3)).toEqual([
    'Executive',
    'Department of Elementary and Secondary Education',
    'Regulations on school transportation',
  ]);
});

test('pay stands with the client, and activities are never asked to add up to it', () => {
  const prepared = prepare('employer', {
    activities: [talk({ minutes: 600 })],
    expenses: [spent('salary', 6000_00, { lobbyistId: theo.id })],
  });
  expect(rows(prepared, 'Compensation paid')).toEqual([['Theo Brightwater', 6000_00]]);
  expect(inSection(prepared, 'Activities').every((line) => line.amountCents === null)).toBe(true);
  expect(inSection(prepared, 'Activities').at(-1)?.label).toBe('Amount paid by client');
  expect(prepared.checks).toEqual([]);
});

test('of a salary the lobbying share is reported: minutes over all minutes, and all of it where those are not known', () => {
  const share = (more: Partial<CompensationRow>) =>
    prepare('agent', { activities: [talk({ minutes: 6_000 })], compensation: [pay(more)] });
  expect(share({}).totalCents).toBe(4_000_00);
  expect(share({ allLobbying: 1 }).totalCents).toBe(40_000_00);
  const unknown = share({ totalMinutes: null });
  expect(unknown.totalCents).toBe(40_000_00);
  expect(unknown.checks).toEqual([expect.objectContaining({ kind: 'pay_not_timed', blocking: false })]);
  expect(inSection(share({}), 'Client compensation')[0]?.sources).toEqual([
    { kind: 'compensation', id: 'pay-1', cents: 4_000_00 },
  ]);
});

test('the parts of a salary in neighboring periods add up to the whole, to the cent', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 0, max: 5_000_000 }),
      (payCents, benefitCents) => {
        const row = pay({ payCents, benefitCents, fromOn: '2027-03-17', toOn: '2028-02-29' });
        const parts = [
          ['2027-01-01', '2027-06-30'],
          ['2027-07-01', '2027-12-31'],
          ['2028-01-01', '2028-06-30'],
        ].map(([from = '', to = '']) => payWithin(row, from, to));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(payCents + benefitCents);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      },
    ),
  );
});

test('meals name everyone present and the place, and keep a statement from being filed without them', () => {
  const bare = prepare('employer', { expenses: [spent('meals', 12_00)] });
  expect(bare.checks).toEqual([expect.objectContaining({ kind: 'no_attendees', blocking: true })]);
  const whole = prepare('employer', {
    expenses: [
      spent('meals', 12_00, {
        place: 'Beacon Hill',
        attendees: '["Ana Ruiz","Theo Brightwater"]',
        officialName: 'Ada Kestrelman',
      }),
    ],
  });
  expect(rows(whole, 'Meals')).toEqual([
    [
      'Feb 10, 2027',
      '',
      'Meals',
      'Harrowgate Printing, Beacon Hill',
      'Ada Kestrelman; Ana Ruiz; Theo Brightwater',
      12_00,
    ],
  ]);
  expect(whole.checks).toEqual([]);
});

test('a campaign contribution is shown, in no total of lobbying, and warned about past the yearly limit', () => {
  const give = (cents: number) =>
    spent(null, cents, {
      lobbyistId: theo.id,
      lobbyistName: theo.name,
      contribution: '{"candidate":"Ada Kestrelman","office":"State Senate"}',
    });
  const prepared = prepare('agent', { expenses: [give(150_00), give(50_01)] });
  expect(rows(prepared, 'Campaign contributions')[0]).toEqual([
    'Feb 10, 2027',
    'Theo Brightwater',
    'Ada Kestrelman',
    'State Senate',
    150_00,
  ]);
  expect(prepared.totalCents).toBe(0);
  expect(prepared.checks).toEqual([expect.objectContaining({ kind: 'contribution_limit', blocking: false })]);
  expect(prepare('agent', { expenses: [give(150_00), give(50_00)] }).checks).toEqual([]);
});

test('somebody who is no agent is warned about as they near the line, and named once past it', () => {
  const staffed = (minutes: number) =>
    talk({ lobbyistId: null, lobbyistName: null, staffId: 'ana', staffName: 'Ana Ruiz', minutes });
  const kinds = (minutes: number) =>
    prepare('employer', { activities: [staffed(minutes)] }).checks.map((one) => one.kind);
  expect(kinds(1199)).toEqual([]);
  expect(kinds(1200)).toEqual(['incidental_near']);
  expect(kinds(1500)).toEqual(['incidental_near']);
  expect(kinds(1501)).toEqual(['incidental_agent']);
  // Paid over the line at little time: both limbs must hold.
  const paid = prepare('employer', {
    activities: [staffed(60)],
    compensation: [pay({ lobbyistId: null, staffId: 'ana', totalMinutes: 60, payCents: 2_500_00 })],
  });
  expect(paid.checks.map((one) => one.kind)).toEqual(['incidental_agent']);
  expect(inSection(prepare('employer', { activities: [staffed(10)] }), WORKSHEET)[0]?.detail).toContain(
    'no agent',
  );
});

test('members’ own contacts stay on the worksheet, and another legislature’s bill is not Massachusetts lobbying', () => {
  const prepared = prepare('employer', {
    activities: [
      talk({
        personKind: 'member',
        lobbyistId: null,
        counts: 0,
        class: 'not_counted',
        reason: 'Outside the law.',
      }),
      talk({ jurisdiction: 'MT' }),
    ],
  });
  expect(rows(prepared, 'Activities')).toEqual([]);
  expect(inSection(prepared, WORKSHEET).map((line) => line.detail)).toEqual([
    'Outside the law.',
    'About another legislature. Massachusetts asks for its own.',
  ]);
});

test('a group says who leads it and why before it can file', () => {
  const bare = prepare('group', { lobbyists: [], expenses: [spent('printing', 300_00)] });
  expect(bare.checks.filter((one) => one.blocking).map((one) => one.kind)).toEqual(['no_fact', 'no_fact']);
  const whole = prepare('group', {
    lobbyists: [],
    expenses: [spent('printing', 300_00)],
    facts: [fact('principals', 'Ana Ruiz'), fact('purposes', 'Fair funding')],
  });
  expect(whole.checks).toEqual([]);
  expect(whole.totalCents).toBe(300_00);
});

const anyExpense = fc.record({
  class: fc.constantFrom(
    'printing',
    'postage',
    'other',
    'meals',
    'travel',
    'additional',
    'salary',
    'not_reported',
    null,
  ),
  amountCents: fc.integer({ min: 0, max: 1_000_000_00 }),
  incurredOn: fc.constantFrom('2027-01-01', '2027-02-10', '2027-06-30', '2027-07-01'),
  mtCategory: fc.constantFrom('printing', 'travel', null),
});
test('the parts of a statement add up to its total, and every cent is taken once', () => {
  fc.assert(
    fc.property(
      fc.array(anyExpense, { maxLength: 25 }),
      fc.constantFrom('employer', 'group'),
      (list, form) => {
        const prepared = prepare(form, {
          lobbyists: form === 'group' ? [] : [theo],
          expenses: list.map((one) =>
            expense({ ...one, lobbyistId: one.class === 'salary' ? theo.id : null }),
          ),
        });
        const shown = prepared.lines.filter(
          (line) => line.section !== WORKSHEET && line.cells && line.amountCents !== null,
        );
        expect(shown.reduce((sum, line) => sum + (line.amountCents ?? 0), 0)).toBe(prepared.totalCents);
        const taken = prepared.lines
          .flatMap((line) => line.sources)
          .filter((source) => source.cents !== null);
        expect(taken.reduce((sum, source) => sum + (source.cents ?? 0), 0)).toBe(prepared.totalCents);
        expect(new Set(taken.map((source) => source.id)).size).toBe(taken.length);
      },
    ),
    { numRuns: 100 },
  );
});

test('a late statement costs $50 a day to day 20, then $100', () => {
  const rules = rulesOf('ma');
  expect([1, 20, 21].map((days) => massachusetts.lateFee?.(rules, '2027-07-15', days))).toEqual([
    50_00, 1000_00, 1100_00,
  ]);
});

test('every type of the form is a category that the log offers', () => {
  const offered = Object.keys(EXPENSE_CATEGORIES.ma ?? {});
  const rules = rulesOf('ma');
  const types = [
    ...rules.family('operating_type.', '2027-06-30'),
    ...rules.family('event_type.', '2027-06-30'),
  ].map((rule) => rule.key.split('.').at(-1) ?? '');
  expect(types).toHaveLength(22);
  expect(types.filter((type) => !offered.includes(type))).toEqual([]);
});
