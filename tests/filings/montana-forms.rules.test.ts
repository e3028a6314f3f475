import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { montana } from '../../src/filings/regimes/montana/montana.ts';
import { businessDaysAfter } from '../../src/filings/regimes/montana/registrations.ts';
import {
  WORKSHEET,
  type ActivityRow,
  type CompensationRow,
  type DuesRow,
  type ExpenseRow,
  type LobbyistRow,
} from '../../src/filings/regimes/regime.ts';
import { contact, expense, holidays, rulesOf, theo } from './rules.ts';

const MT = holidays('MT');
const obligations = (year: number, lobbyists: LobbyistRow[], expenses: ExpenseRow[] = []) =>
  montana.obligations({
    year,
    filerName: 'Treasure State Association',
    lobbyists,
    expenses,
    session: null,
    holidays: MT,
    rules: rulesOf('mt'),
  });
const prepare = (
  form: string,
  more: {
    periodTo?: string;
    expenses?: ExpenseRow[];
    activities?: ActivityRow[];
    compensation?: CompensationRow[];
    dues?: DuesRow[];
  } = {},
) =>
  montana.prepare(form, {
    obligation: {
      name: form,
      periodFrom: '2027-01-01',
      periodTo: more.periodTo ?? '2027-12-31',
      dueOn: '2027-12-31',
      lobbyistId: form === 'l1' || form === 'l2' ? theo.id : null,
    },
    filerName: 'Treasure State Association',
    filerAddress: '1 Main St, Helena',
    lobbyists: [theo],
    expenses: more.expenses ?? [],
    activities: more.activities ?? [],
    compensation: more.compensation,
    dues: more.dues,
    rules: rulesOf('mt'),
  });
const inSection = (prepared: ReturnType<typeof prepare>, section: string) =>
  prepared.lines.filter((line) => line.section === section);
const category = (prepared: ReturnType<typeof prepare>, label: string) =>
  inSection(prepared, 'Payments by category').find((line) => line.label.startsWith(label));
const pay = (more: Partial<CompensationRow> = {}): CompensationRow => ({
  id: 'pay-1',
  personName: 'Theo Brightwater',
  staffId: null,
  lobbyistId: theo.id,
  fromOn: '2027-03-01',
  toOn: '2027-03-05',
  payCents: 500_00,
  benefitCents: 0,
  totalMinutes: 5 * 480,
  allLobbying: 0,
  updatedAt: 1,
  taken: 0,
  ...more,
});
const dues = (amountCents: number, more: Partial<DuesRow> = {}): DuesRow => ({
  id: `dues-${amountCents}`,
  receivedOn: '2027-02-01',
  amountCents,
  payer: 'Harrowgate School District',
  payerAddress: '9 Pine St, Harrowgate',
  kind: 'dues',
  earmarked: 1,
  issueName: 'School funding',
  earmark: '',
  updatedAt: 1,
  ...more,
});

describe('registrations', () => {
  test('a lobbyist named on Friday, January 15, 2027 has five business days, Martin Luther King Jr. Day not among them', () => {
    expect(businessDaysAfter('2027-01-15', 5, MT)).toBe('2027-01-25');
    const named = obligations(2027, [{ ...theo, fromOn: '2027-01-15' }]).filter((one) =>
      /^l[12]$/.test(one.form),
    );
    expect(
      named.map((one) => [one.form, one.periodFrom, one.periodTo, one.due.shifted, one.triggered]),
    ).toEqual([
      ['l1', '2027-01-15', '2028-12-31', '2027-01-25', true],
      ['l2', '2027-01-15', '2028-12-31', '2027-01-25', true],
    ]);
    expect(named[0]?.trace.join(' ')).toContain('at least $3,000.00');
  });

  test('a licence ends with each even year: in between nothing is due, after it a new one is', () => {
    const old = { ...theo, fromOn: '2025-02-03' };
    expect(obligations(2026, [old]).filter((one) => /^l[123]$/.test(one.form))).toEqual([]);
    expect(obligations(2027, [old]).find((one) => one.form === 'l1')?.periodFrom).toBe('2027-01-01');
    expect(obligations(2027, [{ ...old, toOn: '2026-12-31' }]).some((one) => one.form === 'l1')).toBe(false);
  });

  test('the principal registers by itself only past the threshold, travel left out, and without a lobbyist', () => {
    const at = (cents: number) => expense({ incurredOn: '2026-06-10', amountCents: cents });
    const l3 = (rows: ExpenseRow[], lobbyists: LobbyistRow[] = []) =>
      obligations(2026, lobbyists, rows).find((one) => one.form === 'l3');
    expect(l3([at(3000_00)])?.triggered).toBe(false);
    expect(l3([at(3000_00), { ...at(900_00), mtCategory: 'travel' }])?.triggered).toBe(false);
    const over = l3([at(3000_00), { ...at(1), incurredOn: '2026-07-01' }]);
    expect([over?.triggered, over?.due.shifted]).toEqual([true, '2026-07-08']);
    expect(over?.trace[0]).toContain('$3,000.01');
    expect(l3([at(9000_00)], [theo])).toBeUndefined();
  });

  test('the licence names principal, subjects and fee; the fee is no payment of the log', () => {
    const l1 = prepare('l1', { activities: [contact({ issueName: 'School funding', billId: null })] });
    expect(l1.lines.map((line) => [line.label, line.amountCents])).toEqual([
      ['Lobbyist', null],
      ['Principal', null],
      ['Subjects and issues', null],
      ['Licence', null],
      ['Fee', 150_00],
    ]);
    expect(l1.lines[2]?.detail).toBe('School funding');
    expect([l1.totalCents, l1.lines.flatMap((line) => line.sources)]).toEqual([0, []]);
    expect(prepare('l2').checks).toEqual([expect.objectContaining({ kind: 'no_subject', blocking: false })]);
  });
});

describe('shares and brackets', () => {
  test('row 37: pay of 500 a week and two of five days lobbying is 200, with the calculation kept', () => {
    const days = ['2027-03-01', '2027-03-02'].map((onDate) => contact({ onDate, minutes: 480 }));
    const prepared = prepare('l5-month', { periodTo: '2027-03-31', activities: days, compensation: [pay()] });
    expect(category(prepared, 'Salaries')?.amountCents).toBe(200_00);
    expect(prepared.totalCents).toBe(200_00);
    expect(inSection(prepared, 'Calculations kept').map((line) => [line.detail, line.amountCents])).toEqual([
      ['Theo Brightwater: 16 h of 40 h were lobbying. In its category above already.', 200_00],
    ]);
  });

  test('pay that was all for lobbying is reported in full, benefits with it; a share without hours keeps the report open', () => {
    const all = prepare('l5-month', {
      compensation: [pay({ allLobbying: 1, benefitCents: 12_34, totalMinutes: null })],
    });
    expect(all.totalCents).toBe(512_34);
    const unknown = prepare('l5-month', { compensation: [pay({ totalMinutes: null })] });
    expect(unknown.totalCents).toBe(0);
    expect(unknown.checks).toEqual([expect.objectContaining({ kind: 'no_share', blocking: true })]);
  });

  test('pay of somebody without any lobbying time in the log is pointed at', () => {
    const prepared = prepare('l5-month', { compensation: [pay()] });
    expect([prepared.totalCents, prepared.checks.map((check) => check.kind)]).toEqual([0, ['no_time']]);
  });

  test('the same money as an expense and as a span of pay is pointed at, and blocks nothing', () => {
    const row = expense({ incurredOn: '2027-03-03', mtCategory: 'salaries', lobbyistId: theo.id });
    const { checks } = prepare('l5-month', { expenses: [row], compensation: [pay({ allLobbying: 1 })] });
    expect(checks).toEqual([expect.objectContaining({ kind: 'pay_twice', blocking: false })]);
  });

  test.each([
    [1000_00, 'up to $1,000.00'],
    [1000_01, 'over $1,000.00 and under $5,000.00'],
    [4999_99, 'over $1,000.00 and under $5,000.00'],
    [5000_00, 'The actual cost is required'],
  ])('row 40: office costs of %i cents are given as %s', (amountCents, words) => {
    const prepared = prepare('l5-month', {
      expenses: [expense({ incurredOn: '2027-01-05', mtCategory: 'office', amountCents })],
    });
    expect(category(prepared, 'Other office')?.detail).toContain(words);
  });
});

test('an expense that a person decided not to report in Montana keeps no report open; one without a word does', () => {
  const row = expense({ incurredOn: '2027-01-05', mtCategory: null });
  expect(prepare('l5-month', { expenses: [row] }).checks.map((check) => check.kind)).toEqual(['no_category']);
  expect(prepare('l5-month', { expenses: [{ ...row, class: 'not_reported' }] }).checks).toEqual([]);
});

describe('officials and contributions', () => {
  const dinner = (more: Partial<ExpenseRow>) =>
    expense({ incurredOn: '2027-01-05', mtCategory: 'entertainment', purpose: 'Dinner', ...more });
  const shared = (cents: number[]) =>
    JSON.stringify(cents.map((shareCents, at) => ({ name: `Official ${at + 1}`, shareCents })));
  const officials = (one: ExpenseRow) =>
    inSection(prepare('l5-month', { expenses: [one] }), 'Payments to or for public officials').map((line) => [
      line.label,
      line.amountCents,
    ]);

  test('a payment that several shared is itemised from $100.00; below it each share counts by itself', () => {
    expect(officials(dinner({ amountCents: 100_00, beneficiaries: shared([20_00, 20_00]) }))).toEqual([
      ['Several officials: Dinner', 100_00],
    ]);
    expect(officials(dinner({ amountCents: 99_99, beneficiaries: shared([24_99, 25_00]) }))).toEqual([
      ['Official 2: Dinner', 25_00],
    ]);
  });

  test('where every senator and representative was invited the group is named instead of the officials', () => {
    const event = { eventName: 'Legislative breakfast', eventAllInvited: 1, officialsAttending: 40 };
    expect(officials(dinner({ amountCents: 900_00, ...event }))).toEqual([
      ['Legislative breakfast: Dinner', 900_00],
    ]);
    expect(officials(dinner({ amountCents: 99_99, ...event }))).toEqual([['None', null]]);
  });

  test('contributions for lobbying are added up by payer over the year, from $250.00 on', () => {
    const lines = (rows: DuesRow[]) =>
      inSection(prepare('l5-month', { dues: rows }), 'Contributions to the principal').map((line) => [
        line.label,
        line.amountCents,
      ]);
    expect(lines([dues(249_99)])).toEqual([['None', null]]);
    expect(lines([dues(100_00), dues(150_00)])).toEqual([['Harrowgate School District', 250_00]]);
    expect(lines([dues(900_00, { earmarked: 0 })])).toEqual([['None', null]]);
    expect(lines([dues(900_00, { receivedOn: '2026-12-31' })])).toEqual([['None', null]]);
  });
});

test('late by a day costs $50.00, by ten $500.00: no cap was found', () => {
  expect([1, 10, 100].map((days) => montana.lateFee?.(rulesOf('mt'), '2027-02-16', days))).toEqual([
    50_00, 500_00, 5000_00,
  ]);
});

test('filing report after report loses no cent: what was filed and what still waits is what the log has', () => {
  const row = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    cents: fc.integer({ min: 0, max: 700_000 }),
    category: fc.constantFrom('printing', 'travel', 'office', 'salaries'),
  });
  const two = (value: number) => String(value).padStart(2, '0');
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const log = rows.map((one) =>
        expense({
          incurredOn: `2026-${two(one.month)}-${two(one.day)}`,
          amountCents: one.cents,
          mtCategory: one.category,
        }),
      );
      const owed = obligations(2026, [theo], log)
        .filter((one) => one.triggered && one.form.startsWith('l5'))
        .toSorted((a, b) => (a.periodTo < b.periodTo ? -1 : 1));
      const taken = new Set<string>();
      let filed = 0;
      for (const { form, periodTo } of owed) {
        const prepared = prepare(form, {
          periodTo,
          expenses: log.map((one) => ({ ...one, taken: taken.has(one.id) ? 1 : 0 })),
        });
        const sources = prepared.lines
          .filter((line) => line.section !== WORKSHEET)
          .flatMap((line) => line.sources)
          .filter((one) => one.cents !== null);
        // Parts add up to the total, and no row is taken twice.
        expect(sources.reduce((sum, one) => sum + (one.cents ?? 0), 0)).toBe(prepared.totalCents);
        for (const { id } of sources) {
          expect(taken.has(id)).toBe(false);
          taken.add(id);
        }
        filed += prepared.totalCents;
      }
      const unreported = log
        .filter((one) => !taken.has(one.id))
        .reduce((sum, one) => sum + one.amountCents, 0);
      expect(filed + unreported).toBe(log.reduce((sum, one) => sum + one.amountCents, 0));
      expect(unreported).toBe(0);
    }),
    { numRuns: 60 },
  );
});
