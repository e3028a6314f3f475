import { describe, expect, test } from 'vitest';
import { REGIMES, regimeById } from '../../src/filings/regimes/index.ts';
import type { ActivityRow, CompensationRow, FactRow, WatchInput } from '../../src/filings/regimes/regime.ts';
import { standingOf } from '../../src/filings/standing.ts';
import { contact, expense, holidays, rulesOf, theo } from './rules.ts';

const watched = (regime: string, today: string, more: Partial<WatchInput> = {}) => {
  const found = regimeById(regime);
  if (!found) throw new Error(`No regime ${regime}`);
  return found
    .thresholds({
      year: Number(today.slice(0, 4)),
      filerName: 'Example Association',
      lobbyists: [],
      expenses: [],
      activities: [],
      compensation: [],
      facts: [],
      session: null,
      holidays: holidays(found.jurisdiction),
      rules: rulesOf(regime),
      today,
      ...more,
    })
    .map((one) => ({ ...one, ...standingOf(one, today) }));
};
const line = (key: string, ...input: Parameters<typeof watched>) => {
  const found = watched(...input).find((one) => one.key === key);
  if (!found) throw new Error(`No line ${key}`);
  return found;
};
const fact = (key: string, value: string, fromOn = '2026-01-01'): FactRow => ({
  key,
  value,
  fromOn,
  decidedBy: 'Ruth Calloway',
  decidedOn: fromOn,
  note: '',
});
const pay = (more: Partial<CompensationRow> = {}): CompensationRow => ({
  id: 'pay-1',
  personName: 'Nell Orchard',
  lobbyistId: null,
  staffId: 'nell',
  fromOn: '2026-01-01',
  toOn: '2026-03-31',
  payCents: 15_000_00,
  benefitCents: 0,
  totalMinutes: 480 * 60,
  allLobbying: 0,
  updatedAt: 1,
  ...more,
});
const work = (onDate: string, minutes: number, more: Partial<ActivityRow> = {}) =>
  contact({
    onDate,
    minutes,
    lobbyistId: null,
    lobbyistName: null,
    staffId: 'nell',
    staffName: 'Nell Orchard',
    ...more,
  });

describe('Montana', () => {
  const on = (incurredOn: string, amountCents: number, mtCategory = 'printing') =>
    expense({ incurredOn, amountCents, mtCategory });

  test.each([
    ['2,999.99 is near the line', 2999_99, 'near'],
    ['exactly 3,000.00 is not past it', 3000_00, 'near'],
    ['3,000.01 is past it', 3000_01, 'crossed'],
  ])('payments of the year: %s', (_, cents, state) => {
    expect(
      line('payment_threshold', 'mt', '2026-06-30', { expenses: [on('2026-06-04', cents)] }),
    ).toMatchObject({
      state,
      total: cents,
    });
  });

  test('travel stays out of the test of the year and counts in the month', () => {
    const expenses = [on('2026-06-04', 6000_00, 'travel')];
    expect(line('payment_threshold', 'mt', '2026-06-30', { expenses }).total).toBe(0);
    expect(line('monthly_threshold', 'mt', '2026-06-30', { expenses })).toMatchObject({
      state: 'crossed',
      inWords: 'Crossed on Jun 4.',
    });
  });

  test('a month is reported at exactly 5,000.00, and the pace of the month says when', () => {
    expect(
      line('monthly_threshold', 'mt', '2026-06-30', { expenses: [on('2026-06-04', 5000_00)] }).state,
    ).toBe('crossed');
    expect(
      line('monthly_threshold', 'mt', '2026-06-15', { expenses: [on('2026-06-04', 3000_00)] }),
    ).toMatchObject({
      state: 'below',
      expected: 6000_00,
      inWords: 'At this pace the line is crossed on Jun 25.',
    });
  });

  test('a lobbyist registers at exactly the amount that does not yet make the principal report', () => {
    const paid = { ...on('2026-05-01', 3000_00, 'salaries'), lobbyistId: theo.id };
    const lines = watched('mt', '2026-06-30', { lobbyists: [theo], expenses: [paid] });
    expect(lines.map((one) => [one.key, one.subject?.name ?? null, one.state])).toEqual([
      ['payment_threshold', null, 'near'],
      ['registration_threshold', 'Theo Brightwater', 'crossed'],
      ['monthly_threshold', null, 'below'],
    ]);
  });
});

describe('Massachusetts', () => {
  const people = (minutes: number, payCents: number, today = '2026-06-30') => ({
    activities: [work('2026-03-02', minutes, { jurisdiction: 'MA' })],
    compensation: [pay({ toOn: '2026-06-30', payCents, totalMinutes: minutes })],
    today,
  });
  test.each([
    ['25.0 h and 2,499.99', 1500, 2499_99, 'near', 'near'],
    ['25.0 h and 2,500.00', 1500, 2500_00, 'near', 'crossed'],
    ['25.1 h and 0', 1506, 0, 'crossed', 'below'],
    ['24.9 h and 2,500.00', 1494, 2500_00, 'near', 'crossed'],
  ])('%s', (_, minutes, payCents, time, money) => {
    const lines = watched('ma', '2026-06-30', people(minutes, payCents));
    expect(lines.find((one) => one.key === 'incidental_minutes')?.state).toBe(time);
    expect(lines.find((one) => one.key === 'incidental_pay')).toMatchObject({
      state: money,
      total: payCents,
    });
  });

  test.each([
    [250_00, 'near'],
    [250_01, 'crossed'],
  ])('a group that spends %i cents in the year', (amountCents, state) => {
    expect(
      line('group_floor', 'ma', '2026-06-30', {
        expenses: [expense({ incurredOn: '2026-02-01', amountCents })],
      }).state,
    ).toBe(state);
  });

  test('where an agent is named there is no line of a group, and the agent has none', () => {
    const activities = [work('2026-03-02', 3000, { lobbyistId: theo.id, lobbyistName: theo.name })];
    expect(watched('ma', '2026-06-30', { lobbyists: [theo], activities })).toEqual([]);
  });
});

describe('the federal test', () => {
  const federal = (
    minutes: number,
    contacts: number,
    totalMinutes: number | null = 480 * 60,
  ): Partial<WatchInput> => ({
    activities: [
      ...Array.from({ length: contacts }, (_, at) => work(`2026-02-0${at + 1}`, 0, { jurisdiction: 'US' })),
      work('2026-03-10', minutes, { kind: 'preparation', jurisdiction: 'US' }),
    ],
    compensation: [pay({ totalMinutes })],
  });
  test.each([
    ['96 of 480 hours and 2 contacts', 96 * 60, 2, 'crossed', 'crossed'],
    ['95.9 of 480 hours', 95.9 * 60, 2, 'near', 'crossed'],
    ['96 of 480 hours and 1 contact', 96 * 60, 1, 'crossed', 'near'],
  ])('%s', (_, minutes, contacts, time, spoken) => {
    const input = {
      ...federal(minutes, contacts),
      compensation: [pay({ fromOn: '2025-12-11', toOn: '2026-03-10' })],
    };
    expect(line('lobbyist_share', 'lda', '2026-03-31', input).state).toBe(time);
    expect(line('lobbyist_contacts', 'lda', '2026-03-31', input).state).toBe(spoken);
  });

  test('without all hours worked nobody can say where the line of time is', () => {
    expect(line('lobbyist_share', 'lda', '2026-03-31', federal(600, 2, null))).toMatchObject({
      state: 'unknown',
      limit: null,
      inWords: 'Nobody can say yet where the line is.',
    });
  });

  test.each([
    [16_000_00, 'near'],
    [16_000_01, 'crossed'],
  ])('expenses of %i cents in the quarter', (amountCents, state) => {
    const expenses = [expense({ incurredOn: '2026-02-01', amountCents, jurisdiction: 'US' })];
    expect(line('in_house_expenses', 'lda', '2026-03-31', { expenses }).state).toBe(state);
  });

  test('nothing is watched once the organization is registered, or decided to be out of the law', () => {
    expect(watched('lda', '2026-03-31', { facts: [fact('registered', 'yes')] })).toEqual([]);
    expect(watched('lda', '2026-03-31', { facts: [fact('public_official', 'yes')] })).toEqual([]);
  });
});

describe('Mississippi', () => {
  const gift = (amountCents: number, more = {}) =>
    expense({
      incurredOn: '2026-02-01',
      amountCents,
      msCategory: 'g',
      officialId: 'ada',
      officialName: 'Ada Kestrelman',
      ...more,
    });
  test.each([
    [199_99, 'near'],
    [200_00, 'crossed'],
  ])('%i cents of things of value without a lobbyist', (cents, state) => {
    expect(line('gift_exemption', 'ms', '2026-03-01', { expenses: [gift(cents)] }).state).toBe(state);
    expect(
      line('gift_exemption', 'ms', '2026-03-01', { expenses: [gift(cents, { lobbyistId: 'l' })] }).total,
    ).toBe(0);
  });
  test.each([
    [6_00, 'near'],
    [6_01, 'crossed'],
  ])('coffee of 4.00 and %i cents to one official', (second, state) => {
    const expenses = [4_00, second].map((cents) => gift(cents, { msCategory: 'f' }));
    const other = gift(9_00, { msCategory: 'f', officialId: 'bo', officialName: 'Bo Larkspur' });
    expect(line('food_floor', 'ms', '2026-03-01', { expenses: [...expenses, other] })).toMatchObject({
      state,
      subject: { name: 'Ada Kestrelman' },
    });
  });
});

describe('the IRS', () => {
  const cost = (amountCents: number, what = 'direct') =>
    expense({ incurredOn: '2026-03-01', amountCents, class: what });
  const elected = (expenses: ReturnType<typeof cost>[], other: string | null, facts: FactRow[] = []) => ({
    taxStatus: '501c3h',
    expenses,
    facts: [...(other === null ? [] : [fact('other_exempt_purpose', other)]), ...facts],
  });
  test('the limits of the election are a fifth of the first half million, and a quarter of that for grass roots', () => {
    const input = elected([cost(60_000_00), cost(20_000_01, 'grassroots')], '319999.99');
    expect(line('nontaxable', 'irs', '2026-12-31', input)).toMatchObject({
      limit: 80_000_00,
      total: 80_000_01,
      state: 'crossed',
    });
    expect(line('grass_roots_nontaxable', 'irs', '2026-12-31', input)).toMatchObject({
      limit: 20_000_00,
      state: 'crossed',
    });
  });
  test('without the exempt purpose spending the line is not known, and says where to give it', () => {
    const found = line('nontaxable', 'irs', '2026-06-30', elected([cost(100_00)], null));
    expect(found).toMatchObject({ state: 'unknown', total: 100_00 });
    expect(found.aside).toContain('Decisions');
  });
  test('the ceiling looks back on the years before (official table A)', () => {
    const years = [
      ['2023-01-01', '300000.00', '100000.00'],
      ['2024-01-01', '200000.00', '100000.00'],
      ['2025-01-01', '480000.00', '120000.00'],
    ];
    const facts = [
      fact('election_501h', 'yes', '2023-01-01'),
      ...years.flatMap(([on = '', other = '', lobbying = '']) => [
        fact('other_exempt_purpose', other, on),
        fact('lobbying_total', lobbying, on),
        fact('grass_roots_total', '0.00', on),
      ]),
    ].toReversed();
    const found = line('ceiling', 'irs', '2026-12-31', elected([cost(100_000_00)], '400000.00', facts));
    expect(found).toMatchObject({ limit: 532_500_00, total: 420_000_00, state: 'below' });
  });
  test.each([
    [2000_00, 'near'],
    [2000_01, 'crossed'],
  ])('%i cents of in-house lobbying of a (c)(6), overhead left out', (cents, state) => {
    const expenses = [cost(cents), { ...cost(600_00), isOverhead: 1 }];
    expect(line('in_house_floor', 'irs', '2026-12-31', { taxStatus: '501c6', expenses }).state).toBe(state);
  });
});

test('Wyoming: $500.00 of what is reportable in the period makes a report owed', () => {
  const given = expense({ incurredOn: '2026-05-02', amountCents: 500_00, officialName: 'Ada Kestrelman' });
  expect(line('report_floor', 'wy', '2026-06-30', { expenses: [given] })).toMatchObject({
    state: 'crossed',
    periodFrom: '2026-05-01',
    periodTo: '2027-04-30',
  });
  expect(line('report_floor', 'wy', '2026-04-30').periodFrom).toBe('2025-05-01');
});

test('every line names the rules it was drawn by, whole amounts, and a period that holds the day', () => {
  const days = ['2026-01-01', '2026-02-28', '2026-06-30', '2026-12-31'];
  const lines = REGIMES.flatMap((regime) =>
    days.flatMap((today) =>
      watched(regime.id, today, { lobbyists: [theo], taxStatus: '501c6' }).map((one) => ({ ...one, today })),
    ),
  );
  expect(lines.length).toBeGreaterThan(20);
  for (const one of lines) {
    expect(one.rules.some((rule) => rule.key === one.key)).toBe(true);
    expect(Number.isSafeInteger(one.total)).toBe(true);
    expect(one.periodFrom <= one.today && one.today <= one.periodTo).toBe(true);
    expect(`${one.inWords} ${one.meaning}`).not.toMatch(/undefined|NaN/);
  }
});
