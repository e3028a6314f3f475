import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { montana } from '../../src/filings/regimes/montana/montana.ts';
import { rollForward } from '../../src/filings/regimes/montana/roll-forward.ts';
import {
  WORKSHEET,
  type ActivityRow,
  type ExpenseRow,
  type LobbyistRow,
} from '../../src/filings/regimes/regime.ts';
import { contact, expense, holidays, rulesOf, theo } from './rules.ts';

const reports = (
  year: number,
  expenses: ExpenseRow[] = [],
  more: { adjournsOn?: string; lobbyists?: LobbyistRow[] } = {},
) =>
  montana.obligations({
    year,
    filerName: 'Treasure State Association',
    lobbyists: more.lobbyists ?? [theo],
    expenses,
    session: year % 2 === 1 ? { startsOn: `${year}-01-04`, adjournsOn: more.adjournsOn ?? null } : null,
    holidays: holidays('MT'),
    rules: rulesOf('mt'),
  });
const prepare = (periodTo: string, expenses: ExpenseRow[], activities: ActivityRow[] = []) =>
  montana.prepare('l5-month', {
    obligation: {
      name: 'L-5',
      periodFrom: `${periodTo.slice(0, 7)}-01`,
      periodTo,
      dueOn: periodTo,
      lobbyistId: null,
    },
    filerName: 'Treasure State Association',
    filerAddress: '1 Main St, Helena',
    lobbyists: [theo],
    expenses,
    activities,
    rules: rulesOf('mt'),
  });
const inSection = (prepared: ReturnType<typeof prepare>, section: string) =>
  prepared.lines.filter((line) => line.section === section);
/** The day of 2026 so many days after New Year, each month as 31 days long. */
const on = (day: number) =>
  `2026-${String(Math.floor(day / 31) + 1).padStart(2, '0')}-${String((day % 31) + 1).padStart(2, '0')}`;
const sum = (list: { cents: number }[]) => list.reduce((total, one) => total + one.cents, 0);
const yearEnd = (rows: ExpenseRow[]) =>
  reports(2026, rows, { lobbyists: [] }).find((one) => one.form === 'l5-year')?.triggered;
const ACTIONS = 'Official actions with a major effort';

test('a session year has January, the end of the session and the year’s end for certain', () => {
  const owed = reports(2027, [], { adjournsOn: '2027-05-01' }).filter(
    (one) => one.triggered && one.form.startsWith('l5'),
  );
  expect(owed.map((one) => [one.form, one.due.statutory, one.due.shifted])).toEqual([
    ['l5-january', '2027-02-15', '2027-02-16'],
    ['l5-session', '2027-05-31', '2027-06-01'],
    ['l5-year', '2028-02-15', '2028-02-15'],
  ]);
});

test('June 2,000 and July 5,000 make one report, due August 15 (a Saturday, so Monday 17), that covers 7,000', () => {
  const june = expense({ incurredOn: '2026-06-10', amountCents: 2000_00 });
  const july = expense({ incurredOn: '2026-07-20', amountCents: 5000_00 });
  const owed = reports(2026, [june, july]).filter((one) => one.triggered && one.form === 'l5-month');
  expect(owed.map((one) => [one.name, one.due.statutory, one.due.shifted])).toEqual([
    ['L-5, July 2026', '2026-08-15', '2026-08-17'],
  ]);
  expect(owed[0]?.trace.join(' ')).toContain('Covers $7,000.00, from Jun 10 on');
  expect(owed[0]?.trace).toContain('June $2,000.00 + July $5,000.00 → $7,000.00, due Aug 17, 2026.');
  expect(prepare('2026-07-31', [june, july]).totalCents).toBe(7000_00);
});

test('July 4,999.99 makes no report: both months wait for the next one', () => {
  const rows = [
    expense({ incurredOn: '2026-06-10', amountCents: 2000_00 }),
    expense({ incurredOn: '2026-07-20', amountCents: 4999_99 }),
  ];
  const owed = reports(2026, rows).filter((one) => one.triggered);
  expect(owed.map((one) => one.form)).toEqual(['l5-year']);
  expect(owed[0]?.trace.join(' ')).toContain('Covers $6,999.99');
});

test('a month is when it was paid, travel counts in it and personal living expenses do not', () => {
  const rows = [
    expense({ incurredOn: '2026-03-30', paidOn: '2026-04-02', amountCents: 4000_00 }),
    expense({ incurredOn: '2026-04-10', amountCents: 1000_00, mtCategory: 'travel' }),
    expense({ incurredOn: '2026-04-11', amountCents: 9000_00, personalLiving: 1 }),
  ];
  const april = reports(2026, rows).find((one) => one.name === 'L-5, April 2026');
  expect(april?.triggered).toBe(true);
  expect(april?.trace.join(' ')).toContain('$5,000.00');
});

test('without a lobbyist the year’s end is owed only past the threshold, travel left out of the test', () => {
  expect(yearEnd([expense({ amountCents: 3000_00 })])).toBe(false);
  expect(yearEnd([expense({ amountCents: 3000_01 })])).toBe(true);
  expect(
    yearEnd([expense({ amountCents: 3000_00 }), expense({ amountCents: 500_00, mtCategory: 'travel' })]),
  ).toBe(false);
});

test('what rolls forward is never lost and never covered twice', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ day: fc.integer({ min: 0, max: 360 }), cents: fc.integer({ min: 0, max: 900_000 }) }),
      ),
      fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
      (spent, owed) => {
        const months = [...owed, true].map((one, at) => ({
          periodTo: `2026-${String(at + 1).padStart(2, '0')}-31`,
          owed: one,
        }));
        const covered = rollForward(
          months,
          spent.map(({ day, cents }) => ({ on: on(day), cents })),
        );
        expect(sum(covered)).toBe(sum(spent));
      },
    ),
  );
});

test('the categories stand in the form’s order and add up to the total', () => {
  const prepared = prepare('2026-06-30', [
    expense({ amountCents: 12_34, mtCategory: 'postage' }),
    expense({ amountCents: 100_01, mtCategory: 'salaries' }),
    expense({ amountCents: 50_00, mtCategory: 'travel' }),
    expense({ amountCents: 999_00, mtCategory: 'travel', taken: 1 }),
    expense({ amountCents: 777_00, incurredOn: '2026-07-01' }),
  ]);
  const lines = inSection(prepared, 'Payments by category');
  expect(lines.map((line) => line.label)).toEqual([
    'Printing',
    'Advertising, including production',
    'Postage',
    'Travel',
    'Salaries and fees',
    'Entertainment, including food and drink',
    'Telephone',
    'Other office expenses',
    'Other',
    'Total payments',
  ]);
  const categories = lines.slice(0, -1);
  expect(categories.reduce((sum, line) => sum + (line.amountCents ?? 0), 0)).toBe(162_35);
  expect(lines.at(-1)?.amountCents).toBe(162_35);
  expect(prepared.totalCents).toBe(162_35);
  for (const line of categories) {
    expect(line.sources.reduce((sum, one) => sum + (one.cents ?? 0), 0)).toBe(line.amountCents);
  }
});

test('the threshold leaves travel out and the report has it; exactly at it is said, and blocks nothing', () => {
  const prepared = prepare('2026-06-30', [
    expense({ amountCents: 3000_00 }),
    expense({ amountCents: 400_00, mtCategory: 'travel' }),
  ]);
  expect(inSection(prepared, 'Threshold').map((line) => line.amountCents)).toEqual([
    3000_00, 3400_00, 3000_00,
  ]);
  expect(inSection(prepared, 'Threshold')[2]?.label).toBe('Not past the threshold');
  expect(prepared.checks).toEqual([expect.objectContaining({ kind: 'at_threshold', blocking: false })]);
  const over = prepare('2026-06-30', [expense({ amountCents: 3000_01 })]);
  expect(inSection(over, 'Threshold')[2]?.label).toBe('Past the threshold');
  expect(over.checks).toEqual([]);
});

test('a report of nothing is prepared all the same, and says so', () => {
  const prepared = prepare('2026-06-30', []);
  expect(prepared.totalCents).toBe(0);
  expect(inSection(prepared, 'Payments by category').at(-1)?.detail).toBe(
    'No payments were made that are not yet reported.',
  );
  expect(inSection(prepared, ACTIONS).map((line) => line.label)).toEqual(['None']);
});

test('a payment of $25.00 for an official is itemised, one of $24.99 is not', () => {
  const official = { officialId: 'o', officialName: 'Ada Kestrelman', mtCategory: 'entertainment' };
  const prepared = prepare('2026-06-30', [
    expense({ ...official, amountCents: 24_99 }),
    expense({ ...official, amountCents: 25_00 }),
  ]);
  const lines = inSection(prepared, 'Payments to or for public officials');
  expect(lines.map((line) => line.amountCents)).toEqual([25_00]);
  expect(prepared.totalCents).toBe(49_99);
});

test('one contact about a bill is no major effort; a second with anyone is', () => {
  const one = prepare('2027-01-31', [], [contact()]);
  expect(inSection(one, ACTIONS).map((line) => line.label)).toEqual(['None']);
  expect(inSection(one, WORKSHEET)[0]?.detail).toContain('one occasion alone is no major effort');

  const first = contact();
  const second = contact({ officialName: 'Boyd Aldercott', onDate: '2027-01-20' });
  const two = prepare('2027-01-31', [], [first, second]);
  expect(inSection(two, ACTIONS)).toEqual([
    {
      section: ACTIONS,
      label: 'HB 12, Voucher expansion',
      detail: 'Against. 2 occasions of direct communication in 2027.',
      amountCents: null,
      sources: [
        { kind: 'activity', id: first.id, cents: null },
        { kind: 'activity', id: second.id, cents: null },
      ],
    },
  ]);
  expect(inSection(two, WORKSHEET)).toEqual([]);
});

test('an effort goes on across reports: one new contact lists the bill again, none does not', () => {
  const reported = [contact({ taken: 1 }), contact({ taken: 1 })];
  const later = contact({ onDate: '2027-02-03' });
  const lines = inSection(prepare('2027-02-28', [], [...reported, later]), ACTIONS);
  expect(lines[0]?.detail).toBe(
    'Against. 3 occasions of direct communication in 2027, 2 of them in earlier reports.',
  );
  expect(lines[0]?.sources.map((source) => source.id)).toEqual([later.id]);
  expect(inSection(prepare('2027-02-28', [], reported), ACTIONS)[0]?.label).toBe('None');
});

test('a member’s own contacts stand on the worksheet with class and reason, until a person decides otherwise', () => {
  const member = {
    personKind: 'member',
    lobbyistId: null,
    lobbyistName: null,
    class: 'not_counted',
    counts: 0,
    reason: 'The member is not paid by the association to lobby.',
  };
  const left = prepare('2027-01-31', [], [contact(member), contact(member), contact()]);
  expect(inSection(left, ACTIONS)[0]?.label).toBe('None');
  expect(inSection(left, WORKSHEET).map((line) => line.detail)).toEqual([
    'The member is not paid by the association to lobby.',
    'The member is not paid by the association to lobby.',
    expect.stringContaining('one occasion alone'),
  ]);
  const included = prepare(
    '2027-01-31',
    [],
    [contact({ ...member, counts: 1, class: 'lobbying' }), contact()],
  );
  expect(inSection(included, ACTIONS)[0]?.detail).toContain('2 occasions');
});

test('drafts, estimates, rows without a category and rows nobody classed block the filing, each named', () => {
  const rows = {
    draft: expense({ state: 'draft' }),
    estimated: expense({ state: 'draft', estimated: 1 }),
    none: expense({ mtCategory: null }),
    elsewhere: expense({ mtCategory: null, msCategory: 'e' }),
    talk: contact({ state: 'draft' }),
    unclassed: contact({ counts: null, class: null }),
  };
  const prepared = prepare(
    '2027-01-31',
    [rows.draft, rows.estimated, rows.none, rows.elsewhere],
    [rows.talk, rows.unclassed],
  );
  expect(prepared.totalCents).toBe(0);
  expect(prepared.checks.map((check) => [check.kind, check.blocking, check.row?.id])).toEqual([
    ['draft', true, rows.draft.id],
    ['estimated', true, rows.estimated.id],
    ['no_category', true, rows.none.id],
    ['other_regime', false, rows.elsewhere.id],
    ['draft', true, rows.talk.id],
    ['not_classed', true, rows.unclassed.id],
  ]);
});
