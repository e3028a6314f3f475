import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { costsOf } from '../../src/filings/regimes/irs/costs.ts';
import { IRS_FACTS } from '../../src/filings/regimes/irs/facts.ts';
import { irs } from '../../src/filings/regimes/irs/irs.ts';
import { wholeDollars } from '../../src/filings/regimes/irs/lines.ts';
import type {
  ActivityRow,
  DuesRow,
  ExpenseRow,
  FactRow,
  PrepareInput,
} from '../../src/filings/regimes/regime.ts';
import { contact, expense, holidays, rulesOf } from './rules.ts';

const fact = (key: string, value: string, fromOn = '2026-01-01'): FactRow => ({
  key,
  value,
  fromOn,
  decidedBy: 'Ada Kestrelman',
  decidedOn: fromOn,
  note: '',
});
const spent = (what: string | null, amountCents: number, more: Partial<ExpenseRow> = {}) =>
  expense({ class: what, amountCents, incurredOn: '2026-03-10', ...more });
const dues = (amountCents: number, payerKind = 'individual', noticeCents: number | null = null): DuesRow => ({
  id: `dues-${payerKind}-${amountCents}`,
  receivedOn: '2026-02-01',
  amountCents,
  payerKind,
  noticeCents,
  payer: 'A member',
  payerAddress: null,
  kind: 'dues',
  earmarked: 0,
  issueName: null,
  earmark: '',
  updatedAt: 1,
});
const message = (more: Partial<ActivityRow> = {}) =>
  contact({
    onDate: '2026-03-09',
    personKind: 'none',
    lobbyistId: null,
    lobbyistName: null,
    kind: 'solicitation_of_members',
    alertId: 'alert-1',
    class: 'direct',
    reachMembers: 200,
    reachNonMembers: 0,
    callsToAction: '["tell"]',
    ...more,
  });
const prepare = (taxStatus: string | null, more: Partial<PrepareInput> = {}) =>
  irs.prepare('schedule-c', {
    obligation: {
      name: 'Schedule C',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      dueOn: '2027-05-17',
      lobbyistId: null,
    },
    filerName: 'Association',
    filerAddress: null,
    taxStatus,
    lobbyists: [],
    expenses: [],
    activities: [],
    facts: [],
    rules: rulesOf('irs'),
    ...more,
  });
type Prepared = ReturnType<typeof prepare>;
const amountOf = ({ lines }: Prepared, label: string) =>
  lines.find((one) => one.label.startsWith(label))?.amountCents;
const detailOf = ({ lines }: Prepared, label: string) =>
  lines.find((one) => one.label.startsWith(label))?.detail ?? '';
const blocking = ({ checks }: Prepared) => checks.filter((one) => one.blocking).map((one) => one.kind);

test.each([
  ['8.1 1', 400_000, 80_000, 20_000],
  ['8.1 2', 500_000, 100_000, 25_000],
  ['8.1 3', 500_001, 100_000, 25_000],
  ['8.1 4', 600_000, 115_000, 28_750],
  ['8.1 5', 1_000_000, 175_000, 43_750],
  ['8.1 6', 1_000_001, 175_000, 43_750],
  ['8.1 8', 1_500_000, 225_000, 56_250],
  ['8.1 11', 17_000_000, 1_000_000, 250_000],
  ['8.1 11, above', 40_000_000, 1_000_000, 250_000],
])('row %s: of %i of exempt purpose spending the form prints %i and %i', (_row, spending, free, grass) => {
  const filled = prepare('501c3h', { facts: [fact('other_exempt_purpose', `${spending}.00`)] });
  expect(amountOf(filled, '1e')).toBe(spending * 100);
  expect(amountOf(filled, '1f')).toBe(free * 100);
  expect(amountOf(filled, '1g')).toBe(grass * 100);
  expect(blocking(filled)).toEqual([]);
});

test('row 8.1 3: what is printed is rounded once, from the cents it was worked out in', () => {
  const filled = prepare('501c3h', { facts: [fact('other_exempt_purpose', '500001.00')] });
  expect(detailOf(filled, '1f')).toContain('$100,000.15');
  expect(wholeDollars(10_000_049)).toBe(100_000_00);
  expect(wholeDollars(10_000_050)).toBe(100_001_00);
});

test('row 8.1 12: two excesses, and the tax is a quarter of the greater', () => {
  const filled = prepare('501c3h', {
    expenses: [spent('direct', 130_000_00), spent('grassroots', 50_000_00)],
    facts: [fact('other_exempt_purpose', '820000.00')],
  });
  expect(['1a', '1b', '1c', '1e', '1h', '1i'].map((line) => amountOf(filled, line))).toEqual([
    50_000_00, 130_000_00, 180_000_00, 1_000_000_00, 6_250_00, 5_000_00,
  ]);
  expect(blocking(filled)).toEqual(['form_4720']);
  expect(filled.checks.map((one) => one.message).join(' ')).toContain('$1,562.50');
  const answered = prepare('501c3h', {
    expenses: [spent('direct', 130_000_00), spent('grassroots', 50_000_00)],
    facts: [fact('other_exempt_purpose', '820000.00'), fact('form_4720', 'yes')],
  });
  expect(detailOf(answered, '1j')).toContain('Yes.');
  expect(blocking(answered)).toEqual([]);
});

test('row 8.1 14: the table over four years, the official one, and the exemption is kept', () => {
  const earlier = [
    ['2023-01-01', '300000.00', '100000.00'],
    ['2024-01-01', '200000.00', '100000.00'],
    ['2025-01-01', '480000.00', '120000.00'],
  ] as const;
  const filled = prepare('501c3h', {
    expenses: [spent('direct', 100_000_00)],
    facts: [
      fact('election_501h', 'yes', '2023-01-01'),
      fact('other_exempt_purpose', '400000.00'),
      ...earlier.flatMap(([on, other, lobbying]) => [
        fact('other_exempt_purpose', other, on),
        fact('lobbying_total', lobbying, on),
      ]),
    ],
  });
  const cells = (label: string) =>
    filled.lines
      .find((one) => one.label.startsWith(label))
      ?.cells?.slice(1)
      .map((one) => one.value);
  expect(cells('2a')).toEqual(['80000', '60000', '115000', '100000', '355000']);
  expect(cells('2c')).toEqual(['100000', '100000', '120000', '100000', '420000']);
  expect(amountOf(filled, '2b')).toBe(532_500_00);
  expect(filled.checks.map((one) => one.kind)).not.toContain('exemption');
});

test('years in which the election did not hold stay out of the table; one that nobody knows is said aloud', () => {
  const facts = [fact('other_exempt_purpose', '400000.00'), fact('election_501h', 'yes', '2025-01-01')];
  const filled = prepare('501c3', { facts });
  expect(filled.checks.filter((one) => one.kind === 'earlier_year')).toHaveLength(1);
  const row = filled.lines.find((one) => one.label.startsWith('2a'));
  expect(row?.cells?.slice(1).map((one) => one.value)).toEqual(['', '', '', '80000', '80000']);
});

test('an alert to members and others is shared out by people, and no cent is lost', () => {
  const split = message({ class: 'split', reachMembers: 200, reachNonMembers: 100 });
  const filled = prepare('501c3h', {
    activities: [split],
    expenses: [spent(null, 100_00, { alertId: 'alert-1' })],
    facts: [fact('other_exempt_purpose', '1000.00')],
  });
  const of = (label: string) => filled.lines.find((one) => one.label.startsWith(label));
  expect(of('1a')?.sources.map((one) => one.cents)).toEqual([33_33]);
  expect(of('1b')?.sources.map((one) => one.cents)).toEqual([66_67]);
  expect(amountOf(filled, '1c')).toBe(100_00);
  expect(detailOf(filled, '1a')).toContain('Exactly $33.33');
});

test('of a message that asks members nothing only the part of others counts; the report names the rule', () => {
  const filled = prepare('501c3h', {
    activities: [message({ class: 'split_none', reachMembers: 200, reachNonMembers: 100 })],
    expenses: [spent(null, 90_00, { alertId: 'alert-1' })],
    facts: [fact('other_exempt_purpose', '1000.00')],
  });
  expect([amountOf(filled, '1a'), amountOf(filled, '1b')]).toEqual([30_00, 0]);
  const rules = rulesOf('irs');
  prepare('501c3h', { activities: [message({ class: 'split' })], rules });
  expect(rules.used().map((one) => one.key)).toContain('mixed_audience_share');
});

test('pay counts by the minutes of counted lines', () => {
  const talk = contact({
    onDate: '2026-03-01',
    class: 'direct',
    minutes: 120,
    staffId: 'theo',
    staffName: 'Theo',
  });
  const filled = prepare('501c3h', {
    activities: [talk, contact({ onDate: '2026-03-02', class: 'not_counted', counts: 0, minutes: 60 })],
    compensation: [
      {
        id: 'pay-1',
        personName: 'Theo Brightwater',
        lobbyistId: 'lobbyist-1',
        staffId: null,
        fromOn: '2026-03-01',
        toOn: '2026-03-31',
        payCents: 5_000_00,
        benefitCents: 1_000_00,
        totalMinutes: 9_600,
        allLobbying: 0,
        updatedAt: 1,
      },
    ],
    facts: [fact('other_exempt_purpose', '1000.00')],
  });
  expect(amountOf(filled, '1b')).toBe(75_00);
});

test('without the election: yes or no for each kind, amounts where it cost something, volunteers without', () => {
  const filled = prepare('501c3', {
    activities: [
      message(),
      contact({ onDate: '2026-04-01', personKind: 'member', class: 'not_counted', counts: 0 }),
    ],
    expenses: [
      spent(null, 120_50, { alertId: 'alert-1' }),
      spent('direct', 80_00, { mtCategory: 'travel' }),
      spent('grassroots', 40_25, { mtCategory: 'advertising' }),
      spent('not_reported', 999_00),
    ],
  });
  expect(detailOf(filled, '1a. Volunteers')).toBe('Yes.');
  expect(amountOf(filled, '1a. Volunteers')).toBeNull();
  expect(amountOf(filled, '1c')).toBe(40_00);
  expect(amountOf(filled, '1d')).toBe(121_00);
  expect(amountOf(filled, '1g')).toBe(80_00);
  expect(detailOf(filled, '1f')).toBe('No.');
  expect(amountOf(filled, '1j')).toBe(241_00);
  expect(detailOf(filled, '1j')).toContain('$240.75');
});

test.each([
  ['17 A', 800, 600, 100, 0, 500, 105, 0],
  ['18 B', 400, 600, 100, 0, 300, 63, 200],
  ['19 C', 800, 600, 100, 100, 400, 84, 0],
  ['21', 250_000, 40_000, 45_000, 0, 0, 0, 0],
])('row 8.2 %s through part III-B', (_row, paid, lobbying, notices, agreed, taxable, tax, forced) => {
  const filled = prepare('501c6', {
    expenses: [spent('direct', lobbying * 100, { isThirdParty: 1 })],
    dues: [dues(paid * 100)],
    facts: [fact('notices', `${notices}.00`), fact('agreed_carryover', `${agreed}.00`)],
  });
  expect(amountOf(filled, '2a')).toBe(lobbying * 100);
  expect(amountOf(filled, '5.')).toBe(taxable * 100);
  expect(detailOf(filled, '5.')).toContain(`$${tax}.00`);
  expect(filled.checks.some((one) => one.kind === 'forced')).toBe(forced > 0);
  expect(blocking(filled)).toEqual([]);
});

test.each([
  ['1,900 and 600 of overhead', 1_900_00, 600_00, 0, true, 0],
  ['2,000.00', 2_000_00, 0, 0, true, 0],
  ['2,000.01', 2_000_01, 0, 0, false, 2_000_00],
  ['1,500 and an outside invoice of 5,000', 1_500_00, 0, 5_000_00, false, 5_000_00],
])('row 8.2 22: in-house %s', (_row, inHouse, overhead, outside, isExempt, counted) => {
  const filled = prepare('501c4', {
    expenses: [
      spent('direct', inHouse, { mtCategory: 'travel' }),
      ...(overhead ? [spent('direct', overhead, { isOverhead: 1 })] : []),
      ...(outside ? [spent('direct', outside, { isThirdParty: 1 })] : []),
    ],
    dues: [dues(100_000_00)],
  });
  expect(detailOf(filled, '2. Only')).toContain(isExempt ? 'Yes.' : 'No.');
  if (!isExempt) expect(amountOf(filled, '2a')).toBe(counted);
});

test('dues that districts pay are no deduction to anybody: line 1 is yes and part III-B is not asked', () => {
  const filled = prepare('501c6', {
    expenses: [spent('public', 9_000_00)],
    dues: [dues(95_000_00, 'district'), dues(5_000_00)],
  });
  expect(detailOf(filled, '1. Members')).toContain('Yes.');
  expect(filled.lines.some((one) => one.section === 'Part III-B' && one.amountCents !== null)).toBe(false);
  const exactly = prepare('501c6', { dues: [dues(90_00, 'district'), dues(10_00)] });
  expect(detailOf(exactly, '1. Members')).toContain('Yes.');
  expect(exactly.checks.map((one) => one.kind)).toContain('dues_share');
});

test('a call to members has no relief for little in-house spending, unless a person says that it is (A)', () => {
  const strict = prepare('501c6', { expenses: [spent('public', 300_00)], dues: [dues(10_000_00)] });
  expect(amountOf(strict, '2a')).toBe(300_00);
  const decided = prepare('501c6', { expenses: [spent('direct', 300_00)], dues: [dues(10_000_00)] });
  expect(detailOf(decided, '2. Only')).toContain('Yes.');
});

test('campaign money is never in lobbying totals, and keeps a charity from filing', () => {
  const input = {
    expenses: [spent('campaign', 70_00), spent('direct', 30_00)],
    facts: [fact('other_exempt_purpose', '1000.00')],
  };
  const charity = prepare('501c3h', input);
  expect(amountOf(charity, '1c')).toBe(30_00);
  expect(blocking(charity)).toEqual(['campaign']);
  const league = prepare('501c4', { ...input, dues: [dues(500_00)] });
  expect(amountOf(league, '2. Political')).toBe(70_00);
  expect(blocking(league)).toEqual([]);
});

test('drafts, estimates and what nobody has classed keep it from being filed, each by its row', () => {
  const rows = [
    spent('direct', 1_00, { state: 'draft' }),
    spent('direct', 2_00, { estimated: 1 }),
    spent(null, 3_00),
  ];
  const filled = prepare('501c3h', { expenses: rows, facts: [fact('other_exempt_purpose', '1000.00')] });
  expect(blocking(filled).toSorted()).toEqual(['draft', 'estimated', 'not_classed']);
  expect(filled.checks.flatMap((one) => one.row?.id ?? [])).toEqual(rows.map((one) => one.id));
});

const owed = (taxStatus: string | null, facts: FactRow[] = []) =>
  irs.obligations({
    year: 2026,
    filerName: 'Association',
    taxStatus,
    facts,
    lobbyists: [],
    expenses: [],
    session: null,
    holidays: holidays('US'),
    rules: rulesOf('irs'),
  });

test('it is due on the 15th day of the fifth month after the tax year, moved to a business day', () => {
  const [june] = owed('501c6', [fact('tax_year_end', '06-30')]);
  expect([june?.periodFrom, june?.periodTo]).toEqual(['2025-07-01', '2026-06-30']);
  expect(june?.due).toMatchObject({ statutory: '2026-11-15', shifted: '2026-11-16', internal: '2026-11-13' });
  const [calendar] = owed('501c3');
  expect(calendar?.due.statutory).toBe('2027-05-15');
  expect(calendar?.trace.join(' ')).toContain('Nobody has said when the tax year ends');
});

test.each([
  [null, false, 'not kept here'],
  ['government', false, 'does not ask'],
  ['501c3', true, 'part II-B'],
  ['501c3h', true, 'part II-A'],
  ['501c6', true, 'part III'],
] as const)('for tax status %s it is owed: %s', (status, triggered, words) => {
  const [spec] = owed(status);
  expect(spec?.triggered).toBe(triggered);
  expect(spec?.trace[0]).toContain(words);
});

test('an election holds from its tax year on until it is revoked', () => {
  const facts = [fact('election_501h', 'no', '2026-01-01'), fact('election_501h', 'yes', '2024-01-01')];
  expect(owed('501c3h', facts)[0]?.trace[0]).toContain('part II-B');
  expect(owed('501c3', [fact('election_501h', 'yes', '2024-01-01')])[0]?.trace[0]).toContain('part II-A');
});

test('an election holds for the whole tax year in which it is filed, a revocation from the next on', () => {
  expect(owed('501c3', [fact('election_501h', 'yes', '2026-10-05')])[0]?.trace[0]).toContain('part II-A');
  const revoked = [fact('election_501h', 'no', '2026-10-05'), fact('election_501h', 'yes', '2024-01-01')];
  expect(owed('501c3', revoked)[0]?.trace[0]).toContain('part II-A');
});

test('a decision that cannot be read is refused with the reason', () => {
  const refusal = (key: string, value: string) =>
    IRS_FACTS.find((one) => one.key === key)?.refusal?.(value) ?? null;
  expect(refusal('tax_year_end', '06-31')).toContain('month and day');
  expect(refusal('tax_year_end', '02-29')).toBeNull();
  for (const key of [
    'other_exempt_purpose',
    'lobbying_total',
    'grass_roots_total',
    'dues_total',
    'notices',
    'carried_in',
    'agreed_carryover',
    'tax_4912',
    'tax_4912_managers',
  ]) {
    expect(refusal(key, '1.005'), key).toContain('two places');
    expect(refusal(key, '$1,234.50'), key).toBeNull();
  }
});

test('whatever the log has, its cents are in one class each, whole, and parts add up to the total', () => {
  const rows = fc.array(
    fc.record({
      what: fc.constantFrom(
        'direct',
        'grassroots',
        'public',
        'executive',
        'campaign',
        'not_counted',
        'split',
      ),
      cents: fc.nat(9_999_999),
      members: fc.nat(400),
      others: fc.nat(400),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, fc.constantFrom('501c3', '501c3h', '501c6'), (log, status) => {
      const activities = log.map((one, at) =>
        message({
          id: `m-${at}`,
          alertId: `a-${at}`,
          class: one.what,
          reachMembers: one.members,
          reachNonMembers: one.others,
        }),
      );
      const expenses = log.map((one, at) => spent(null, one.cents, { id: `e-${at}`, alertId: `a-${at}` }));
      const input = {
        activities,
        expenses,
        dues: [dues(1_000_000_00)],
        facts: [fact('other_exempt_purpose', '90000.00')],
      };
      const filled = prepare(status, input);
      for (const line of filled.lines)
        if (line.amountCents !== null) {
          expect(Number.isSafeInteger(line.amountCents)).toBe(true);
          expect(line.amountCents % 100).toBe(0);
        }
      const { costs } = costsOf(
        { ...input, rules: rulesOf('irs') },
        { from: '2026-01-01', to: '2026-12-31' },
      );
      const counted = log
        .filter((one) => one.what !== 'not_counted')
        .reduce((sum, one) => sum + one.cents, 0);
      expect(costs.reduce((sum, one) => sum + one.cents, 0)).toBe(counted);
      if (status === '501c3')
        expect(
          wholeDollars(
            costs
              .filter((one) => one.class === 'direct' || one.class === 'grassroots')
              .reduce((sum, one) => sum + one.cents, 0),
          ),
        ).toBe(amountOf(filled, '1j'));
    }),
    { numRuns: 60 },
  );
});

test('each fact that the form asks for is named once', () => {
  expect(new Set(IRS_FACTS.map((one) => one.key)).size).toBe(IRS_FACTS.length);
});
