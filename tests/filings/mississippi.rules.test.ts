import { expect, test } from 'vitest';
import { mississippi } from '../../src/filings/regimes/mississippi/mississippi.ts';
import { WORKSHEET, type ActivityRow, type ExpenseRow } from '../../src/filings/regimes/regime.ts';
import { contact, expense, holidays, rulesOf, theo } from './rules.ts';

const spent = (letter: string | null, amountCents: number, more: Partial<ExpenseRow> = {}) =>
  expense({ incurredOn: '2026-02-10', mtCategory: null, msCategory: letter, amountCents, ...more });
const prepare = (form: string, expenses: ExpenseRow[], activities: ActivityRow[] = []) =>
  mississippi.prepare(form, {
    obligation: {
      name: 'Annual',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      dueOn: '2027-01-30',
      lobbyistId: form === 'lobbyist-annual' ? theo.id : null,
    },
    filerName: 'Magnolia Association',
    filerAddress: null,
    lobbyists: [theo],
    expenses,
    activities,
    rules: rulesOf('ms'),
  });
const inSection = (prepared: ReturnType<typeof prepare>, section: string) =>
  prepared.lines.filter((line) => line.section === section);

test('the client and each lobbyist owe an annual report by January 30, with the Friday before as our own day', () => {
  const specs = mississippi.obligations({
    year: 2026,
    filerName: 'Magnolia Association',
    lobbyists: [theo, { ...theo, id: 'gone', name: 'Gone Before', fromOn: '2024-01-01', toOn: '2025-12-31' }],
    expenses: [],
    session: null,
    holidays: holidays('MS'),
    rules: rulesOf('ms'),
  });
  expect(
    specs
      .filter((one) => one.form.endsWith('-annual'))
      .map((one) => [one.form, one.lobbyistId, one.due.shifted, one.due.internal, one.triggered]),
  ).toEqual([
    ['client-annual', null, '2027-01-30', '2027-01-29', true],
    ['lobbyist-annual', theo.id, '2027-01-30', '2027-01-29', true],
  ]);
});

test('seven categories, to the cent, then the same for the calendar year', () => {
  const alert = spent('e', 4_37);
  const solicitation = contact({
    onDate: '2026-02-10',
    kind: 'solicitation_of_members',
    personKind: 'none',
    lobbyistId: null,
    class: 'e',
  });
  const prepared = prepare(
    'client-annual',
    [alert, spent('a', 6000_00), spent('e', 12_34, { taken: 1 })],
    [solicitation],
  );
  const lines = inSection(prepared, 'Expenses of this report');
  expect(lines.map((line) => line.label.slice(0, 2))).toEqual([
    'a.',
    'b.',
    'c.',
    'd.',
    'e.',
    'f.',
    'g.',
    'To',
  ]);
  expect(lines.map((line) => line.amountCents)).toEqual([6000_00, 0, 0, 0, 4_37, 0, 0, 6004_37]);
  expect(lines[4]?.sources).toEqual([
    { kind: 'expense', id: alert.id, cents: 4_37 },
    { kind: 'activity', id: solicitation.id, cents: null },
  ]);
  const cumulative = inSection(prepared, 'Cumulative for the calendar year 2026');
  expect(cumulative.map((line) => line.amountCents)).toEqual([6000_00, 0, 0, 0, 16_71, 0, 0]);
  expect(cumulative.flatMap((line) => line.sources).every((source) => source.cents === null)).toBe(true);
  expect(prepared.totalCents).toBe(6004_37);
});

test('a lobbyist’s report has only what is theirs, and category a is what the client paid them', () => {
  const own = spent('a', 6000_00, { lobbyistId: theo.id });
  const prepared = prepare('lobbyist-annual', [
    own,
    spent('e', 4_37),
    spent('a', 10_00, { lobbyistId: 'other' }),
  ]);
  const [a] = inSection(prepared, 'Expenses of this report');
  expect(a?.label).toContain('Payments received from the client');
  expect(prepared.totalCents).toBe(6000_00);
  expect(inSection(prepared, 'Filer').map((line) => [line.label, line.detail])).toEqual([
    ['Lobbyist', 'Theo Brightwater'],
    ['Client', 'Magnolia Association'],
    ['Period', 'Thursday, January 1, 2026 to Thursday, December 31, 2026'],
  ]);
});

test('each thing of value to an official is an item; food up to $10.00 in the year is pointed out', () => {
  const official = { officialId: 'o', officialName: 'Ada Kestrelman', place: 'Jackson' };
  const small = prepare('client-annual', [spent('f', 4_00, official), spent('f', 6_00, official)]);
  const items = inSection(small, 'Things of value given to officials');
  expect(items.map((line) => line.amountCents)).toEqual([4_00, 6_00]);
  expect(items[0]?.detail).toContain('nothing of value');
  const more = prepare('client-annual', [spent('f', 4_00, official), spent('f', 6_01, official)]);
  expect(inSection(more, 'Things of value given to officials')[0]?.detail).not.toContain('nothing of value');
});

test('members’ contacts stand on the worksheet', () => {
  const prepared = prepare(
    'client-annual',
    [],
    [
      contact({
        onDate: '2026-02-12',
        personKind: 'member',
        class: 'not_counted',
        counts: 0,
        reason: 'A member.',
      }),
    ],
  );
  expect(inSection(prepared, WORKSHEET).map((line) => line.detail)).toEqual(['A member.']);
  expect(prepared.lines.filter((line) => line.section !== WORKSHEET).flatMap((line) => line.sources)).toEqual(
    [],
  );
});
