import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mississippi } from '../../src/filings/regimes/mississippi/mississippi.ts';
import type {
  ActivityRow,
  CompensationRow,
  ExpenseRow,
  LobbyistRow,
  ObligationInput,
} from '../../src/filings/regimes/regime.ts';
import { contact, expense, holidays, rulesOf, theo } from './rules.ts';

const obligations = (lobbyists: LobbyistRow[], more: Partial<ObligationInput> = {}) =>
  mississippi.obligations({
    year: 2027,
    filerName: 'Magnolia Association',
    filerFrom: '2025-01-01',
    lobbyists,
    expenses: [],
    session: { startsOn: '2027-01-05', adjournsOn: '2027-04-04' },
    holidays: holidays('MS'),
    rules: rulesOf('ms'),
    ...more,
  });
const spent = (letter: string, amountCents: number, more: Partial<ExpenseRow> = {}) =>
  expense({
    incurredOn: '2027-02-10',
    mtCategory: null,
    msCategory: letter,
    amountCents,
    place: 'Jackson',
    ...more,
  });
const ada = { officialId: 'o', officialName: 'Ada Kestrelman' };
const prepare = (
  form: string,
  expenses: ExpenseRow[],
  more: {
    periodFrom?: string;
    periodTo?: string;
    activities?: ActivityRow[];
    compensation?: CompensationRow[];
  } = {},
) =>
  mississippi.prepare(form, {
    obligation: {
      name: form,
      periodFrom: more.periodFrom ?? '2027-01-01',
      periodTo: more.periodTo ?? '2027-12-31',
      dueOn: '2028-01-30',
      lobbyistId: form.startsWith('lobbyist') ? theo.id : null,
    },
    filerName: 'Magnolia Association',
    filerAddress: null,
    lobbyists: [theo],
    expenses,
    activities: more.activities ?? [],
    compensation: more.compensation,
    rules: rulesOf('ms'),
  });
const inSection = (prepared: ReturnType<typeof prepare>, section: string) =>
  prepared.lines.filter((line) => line.section === section);
const ITEMS = 'Things of value given to officials';

describe('what is due', () => {
  test('only lobbyists owe the two session reports: February 25, and ten days after the session ends', () => {
    const sessions = obligations([theo]).filter((one) => one.form.startsWith('lobbyist-session'));
    expect(sessions.map((one) => [one.form, one.periodFrom, one.periodTo, one.due.statutory])).toEqual([
      ['lobbyist-session-1', '2027-01-01', '2027-02-24', '2027-02-25'],
      ['lobbyist-session-2', '2027-02-25', '2027-04-04', '2027-04-14'],
    ]);
    expect(obligations([theo], { session: null }).some((one) => one.form.includes('session'))).toBe(false);
    expect(
      obligations([{ ...theo, fromOn: '2027-03-01' }]).filter((one) => one.form.includes('session')),
    ).toHaveLength(1);
  });

  test('section 9: January 30, 2027 is a Saturday, so Friday, January 29 is our own day', () => {
    const annual = obligations([theo], { year: 2026 }).find((one) => one.form === 'client-annual');
    expect([annual?.due.statutory, annual?.due.shifted, annual?.due.internal]).toEqual([
      '2027-01-30',
      '2027-01-30',
      '2027-01-29',
    ]);
    expect(annual?.trace.join(' ')).toContain(
      'from day 10 after the due day $50.00 a day, for 10 days at most ($500.00)',
    );
  });

  test('whoever stops owes the final report in place of the annual one', () => {
    const stopped = obligations([{ ...theo, toOn: '2027-05-31' }]).filter((one) =>
      /annual|termination/.test(one.form),
    );
    expect(stopped.map((one) => [one.form, one.periodTo, one.triggered])).toEqual([
      ['client-annual', '2027-12-31', true],
      ['lobbyist-annual', '2027-12-31', false],
      ['lobbyist-termination', '2027-05-31', true],
    ]);
    const client = obligations([theo], { filerTo: '2027-08-31' }).filter((one) =>
      one.form.startsWith('client-'),
    );
    expect(client.map((one) => [one.form, one.triggered])).toEqual([
      ['client-registration', true],
      ['client-annual', false],
      ['client-termination', true],
    ]);
    const final = prepare('lobbyist-termination', [], { periodTo: '2027-05-31' });
    expect(inSection(final, 'Filer').map((line) => line.detail)).toContain('This report is final.');
  });

  test('registrations are for the calendar year, five days after it begins or the lobbying does', () => {
    const of = (fromOn: string) =>
      obligations([{ ...theo, fromOn }])
        .filter((one) => one.form.endsWith('-registration'))
        .map((one) => [one.form, one.periodFrom, one.due.statutory]);
    expect(of('2025-01-01')).toEqual([
      ['client-registration', '2027-01-01', '2027-01-06'],
      ['lobbyist-registration', '2027-01-01', '2027-01-06'],
    ]);
    expect(of('2027-03-10')[1]).toEqual(['lobbyist-registration', '2027-03-10', '2027-03-15']);
    const form = prepare('lobbyist-registration', [], { activities: [contact({ onDate: '2027-02-01' })] });
    expect(form.lines.find((line) => line.section === 'Issues')?.detail).toBe('HB 12 (oppose)');
    expect(form.lines.at(-1)?.amountCents).toBe(25_00);
  });

  test.each([
    [9, 0],
    [10, 50_00],
    [11, 100_00],
    [19, 500_00],
    [40, 500_00],
  ])('row 35: %i days late cost %i cents', (days, cents) => {
    expect(mississippi.lateFee?.(rulesOf('ms'), '2027-01-30', days)).toBe(cents);
  });
});

describe('what is told', () => {
  test('a session report tells each thing of value and takes none of it from the annual report', () => {
    const lunch = spent('f', 40_00, { ...ada, lobbyistId: theo.id, lobbyistName: theo.name });
    const first = prepare('lobbyist-session-1', [lunch, spent('e', 9_00)], { periodTo: '2027-02-24' });
    const [item] = inSection(first, ITEMS);
    expect(item?.label).toBe('Ada Kestrelman: Leaflets');
    expect(item?.detail).toContain('Jackson, paid to Harrowgate Printing, given by Theo Brightwater.');
    expect(first.totalCents).toBe(40_00);
    expect(first.lines.flatMap((line) => line.sources).every((source) => source.cents === null)).toBe(true);
    expect(prepare('lobbyist-annual', [lunch]).totalCents).toBe(40_00);
    const second = prepare('lobbyist-session-2', [lunch], {
      periodFrom: '2027-02-25',
      periodTo: '2027-04-04',
    });
    expect(inSection(second, ITEMS).map((line) => line.label)).toEqual(['None']);
  });

  test('row 34: food of 4.00 and 6.00 for one official in the year is nothing of value, one cent more is', () => {
    const details = (last: number) =>
      inSection(prepare('client-annual', [spent('f', 4_00, ada), spent('f', last, ada)]), ITEMS).map((line) =>
        line.detail.includes('nothing of value'),
      );
    expect(details(6_00)).toEqual([true, true]);
    expect(details(6_01)).toEqual([false, false]);
  });

  test('row 33: gifts without a lobbyist of 199.99 in the year are let be, of 200.00 are pointed out', () => {
    const kinds = (cents: number) =>
      prepare('client-annual', [spent('g', cents, ada)]).checks.map((check) => check.kind);
    expect(kinds(199_99)).toEqual([]);
    expect(kinds(200_00)).toEqual(['gift_limit']);
    expect(prepare('client-annual', [spent('g', 900_00, { ...ada, lobbyistId: theo.id })]).checks).toEqual(
      [],
    );
  });

  test('an event for the whole legislature is told by its attendance, not official by official', () => {
    const event = { ...ada, eventName: 'Capitol breakfast', eventAllInvited: 1 };
    const told = prepare('client-annual', [
      spent('f', 5000_00, { ...event, attendance: 210, officialsAttending: 120 }),
    ]);
    expect(inSection(told, ITEMS).map((line) => line.label)).toEqual(['None']);
    const [line] = inSection(told, 'Events for the whole legislature');
    expect([line?.label, line?.amountCents]).toEqual(['Capitol breakfast', 5000_00]);
    expect(line?.detail).toContain('Estimated attendance: 210; officials: 120');
    expect(told.totalCents).toBe(5000_00);
    expect(prepare('client-annual', [spent('f', 1, event)]).checks).toEqual([
      expect.objectContaining({ kind: 'no_attendance', blocking: true }),
    ]);
  });

  test('what several officials shared is an item for each, family among them', () => {
    const beneficiaries = JSON.stringify([
      { officialId: 'o', name: 'Ada Kestrelman', shareCents: 30_00 },
      { officialId: 'p', name: 'Boyd Aldercott', shareCents: 20_00, family: true },
    ]);
    const items = inSection(prepare('client-annual', [spent('f', 80_00, { beneficiaries })]), ITEMS);
    expect(items.map((line) => [line.label, line.amountCents])).toEqual([
      ['Ada Kestrelman: Leaflets', 30_00],
      ['Boyd Aldercott, family: Leaflets', 20_00],
    ]);
  });

  test('asking others is category e, the cost of an alert with it', () => {
    const prepared = prepare('client-annual', [
      spent('e', 4_37, { alertId: 'alert-1', purpose: 'Text messages' }),
    ]);
    const e = inSection(prepared, 'Expenses of this report').find((line) => line.label.startsWith('e.'));
    expect([e?.label, e?.amountCents]).toEqual([
      'e. Soliciting or urging others to communicate directly with officials',
      4_37,
    ]);
  });

  test('a span of pay counts in category a by its lobbying share, in the client’s report and the lobbyist’s', () => {
    const compensation: CompensationRow[] = [
      {
        id: 'pay-1',
        personName: theo.name,
        lobbyistId: theo.id,
        staffId: null,
        fromOn: '2027-03-01',
        toOn: '2027-03-05',
        payCents: 500_00,
        benefitCents: 0,
        totalMinutes: 2400,
        allLobbying: 0,
        updatedAt: 1,
        taken: 0,
      },
    ];
    const activities = [contact({ onDate: '2027-03-01', minutes: 960, class: 'a' })];
    for (const form of ['client-annual', 'lobbyist-annual']) {
      const [a] = inSection(prepare(form, [], { activities, compensation }), 'Expenses of this report');
      expect([a?.amountCents, a?.sources[0]]).toEqual([
        200_00,
        { kind: 'compensation', id: 'pay-1', cents: 200_00 },
      ]);
    }
  });
});

test('the seven categories add up to the total, and their rows to each category', () => {
  const row = fc.record({
    letter: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    cents: fc.integer({ min: 0, max: 900_000 }),
    taken: fc.constantFrom(0, 1),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const log = rows.map(({ letter, cents, taken }) => spent(letter, cents, { taken }));
      const prepared = prepare('client-annual', log);
      const lines = inSection(prepared, 'Expenses of this report').filter((line) => line.label !== 'Total');
      const fresh = log.filter((one) => one.taken === 0).reduce((sum, one) => sum + one.amountCents, 0);
      expect(lines.reduce((sum, line) => sum + (line.amountCents ?? 0), 0)).toBe(fresh);
      expect(prepared.totalCents).toBe(fresh);
      for (const line of lines)
        expect(line.sources.reduce((sum, one) => sum + (one.cents ?? 0), 0)).toBe(line.amountCents);
      const cumulative = inSection(prepared, 'Cumulative for the calendar year 2027');
      expect(cumulative.reduce((sum, line) => sum + (line.amountCents ?? 0), 0)).toBe(
        log.reduce((sum, one) => sum + one.amountCents, 0),
      );
    }),
  );
});
