import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wyoming } from '../../src/filings/regimes/wyoming/wyoming.ts';
import type { ExpenseRow, LobbyistRow } from '../../src/filings/regimes/regime.ts';
import { expense, holidays, rulesOf, theo } from './rules.ts';

const ada = { officialId: 'o', officialName: 'Ada Kestrelman', mtCategory: null };
const gift = (amountCents: number, more: Partial<ExpenseRow> = {}) =>
  expense({ ...ada, incurredOn: '2026-09-10', purpose: 'Dinner', amountCents, ...more });
const obligations = (expenses: ExpenseRow[], lobbyists: LobbyistRow[] = [theo]) =>
  wyoming.obligations({
    year: 2026,
    filerName: 'Equality State Association',
    lobbyists,
    expenses,
    session: null,
    holidays: holidays('WY'),
    rules: rulesOf('wy'),
  });
const prepare = (form: string, expenses: ExpenseRow[]) =>
  wyoming.prepare(form, {
    obligation: {
      name: form,
      periodFrom: '2026-05-01',
      periodTo: '2027-04-30',
      dueOn: '2027-06-30',
      lobbyistId: form === 'registration' ? theo.id : null,
    },
    filerName: 'Equality State Association',
    filerAddress: null,
    lobbyists: [theo],
    expenses,
    activities: [],
    rules: rulesOf('wy'),
  });
const report = (rows: ExpenseRow[]) => obligations(rows).find((one) => one.form === 'activity');

test('the year runs from May 1 to April 30, and its report is due on June 30', () => {
  expect(report([])).toMatchObject({
    periodFrom: '2026-05-01',
    periodTo: '2027-04-30',
    due: { statutory: '2027-06-30', shifted: '2027-06-30', internal: '2027-06-30' },
  });
});

test('a lobbyist registers within two days of the period or of beginning', () => {
  const of = (fromOn: string) =>
    obligations([], [{ ...theo, fromOn }])
      .filter((one) => one.form === 'registration')
      .map((one) => [one.periodFrom, one.due.statutory]);
  expect(of('2025-01-01')).toEqual([['2026-05-01', '2026-05-03']]);
  expect(of('2027-01-11')).toEqual([['2027-01-11', '2027-01-13']]);
  expect(of('2027-05-01')).toEqual([]);
  expect(prepare('registration', []).lines.at(-1)?.amountCents).toBe(75_00);
});

test('the report is owed from 500.00 of reportable expenses on; a gift of 50.00 is none, of 50.01 is one', () => {
  const event = (cents: number) =>
    gift(cents, { officialId: null, officialName: null, eventName: 'Reception' });
  expect(report([event(499_99)])?.triggered).toBe(false);
  expect(report([event(499_99), gift(50_00)])?.triggered).toBe(false);
  expect(report([event(449_99), gift(50_01)])?.triggered).toBe(true);
  expect(report([event(500_00)])?.triggered).toBe(true);
  expect(report([{ ...event(500_00), incurredOn: '2026-04-30' }])?.triggered).toBe(false);
});

test('gifts are listed by official, day and amount; events by what they cost, without names', () => {
  const prepared = prepare('activity', [
    gift(80_00),
    gift(900_00, { eventName: 'Reception', eventAllInvited: 1 }),
    gift(20_00),
  ]);
  expect(
    prepared.lines.filter((line) => line.amountCents !== null).map((line) => [line.label, line.amountCents]),
  ).toEqual([
    ['Ada Kestrelman', 80_00],
    ['Reception', 900_00],
    ['Total', 980_00],
  ]);
  expect(prepared.totalCents).toBe(980_00);
  expect(prepare('activity', [gift(80_00, { state: 'draft' })]).checks).toEqual([
    expect.objectContaining({ kind: 'draft', blocking: true }),
  ]);
});

test('what is listed adds up to the total, row by row', () => {
  const row = fc.record({ cents: fc.integer({ min: 0, max: 200_000 }), event: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const prepared = prepare(
        'activity',
        rows.map(({ cents, event }) => gift(cents, event ? { eventName: 'Reception' } : {})),
      );
      const taken = prepared.lines
        .flatMap((line) => line.sources)
        .reduce((sum, one) => sum + (one.cents ?? 0), 0);
      expect(taken).toBe(prepared.totalCents);
    }),
  );
});
