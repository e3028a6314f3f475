import { describe, expect, test } from 'vitest';
import { BODIES } from '../../src/filings/bodies.ts';
import { maFeeOf, msFeeOf } from '../../src/filings/calculators/late-fees.ts';
import { calculate, type AnyCalculator, type Ground } from '../../src/filings/calculators/calculator.ts';
import { CALCULATIONS } from '../../src/filings/calculate.ts';
import { effortsOf } from '../../src/filings/regimes/montana/major-effort.ts';
import { shareOut } from '../../src/platform/money.ts';
import { contact, holidays, rulesOf } from './rules.ts';

const calculatorById = (id: string): AnyCalculator | undefined =>
  CALCULATIONS.map((view): AnyCalculator => view.calculator).find((one) => one.id === id);
const groundOf = (regime: string): Ground => ({
  rules: rulesOf(regime),
  holidays: holidays(BODIES[regime]?.jurisdiction ?? ''),
});
const regimeOf = (one: AnyCalculator, input: object) =>
  typeof one.regime === 'string' ? one.regime : one.regime(input as never);
const asked = (id: string, input: object) => {
  const one = calculatorById(id);
  if (!one) throw new Error(`No calculator ${id}`);
  return calculate(one as never, groundOf(regimeOf(one, input)), input);
};
const answer = (id: string, input: object) => {
  const result = asked(id, input);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value as { value: Record<string, unknown>; explanation: string[]; rules: { id: string }[] };
};
const refusal = (id: string, input: object) => {
  const result = asked(id, input);
  if (result.ok) throw new Error(`${id} took ${JSON.stringify(input)}`);
  return result.problem.fields?.[0] ?? { field: '', message: '' };
};
const on = '2026-03-01';
const dollars = (amount: number) => Math.round(amount * 100);

describe('501(h), section 8.1', () => {
  test.each([
    ['1', 400_000, 8_000_000, 2_000_000],
    ['2', 500_000, 10_000_000, 2_500_000],
    // The grass roots share is 25,000.0375: to the cent, half up.
    ['3', 500_001, 10_000_015, 2_500_004],
    ['4', 600_000, 11_500_000, 2_875_000],
    ['5', 1_000_000, 17_500_000, 4_375_000],
    // 43,750.025 is half a cent: up.
    ['6', 1_000_001, 17_500_010, 4_375_003],
    ['8', 1_500_000, 22_500_000, 5_625_000],
    ['11', 17_000_000, 100_000_000, 25_000_000],
    ['11, above', 90_000_000, 100_000_000, 25_000_000],
  ])('row %s: spending %i', (_row, spent, nontaxableCents, grassRootsNontaxableCents) => {
    expect(answer('501h', { on, exemptPurposeCents: dollars(spent) }).value).toMatchObject({
      nontaxableCents,
      grassRootsNontaxableCents,
      taxCents: 0,
    });
  });

  test('row 12: the tax is on the greater excess, not on the sum', () => {
    const { value, explanation } = answer('501h', {
      on,
      exemptPurposeCents: 1_000_000_00,
      lobbyingCents: 180_000_00,
      grassRootsCents: 50_000_00,
    });
    expect(value).toMatchObject({
      excessCents: 5_000_00,
      grassRootsExcessCents: 6_250_00,
      taxCents: 1_562_50,
      fourYears: null,
    });
    expect(explanation.join(' ')).toContain('$1,562.50');
  });

  test('row 14: the official table A keeps the exemption, with tax in three of its years', () => {
    const years = [
      [400_000, 100_000, 5_000],
      [300_000, 100_000, 10_000],
      [600_000, 120_000, 1_250],
      [500_000, 100_000, 0],
    ].map(([spent = 0, lobbied = 0, tax = 0]) => ({
      exemptPurposeCents: dollars(spent),
      lobbyingCents: dollars(lobbied),
      tax: dollars(tax),
    }));
    for (const { tax, ...one } of years) expect(answer('501h', { on, ...one }).value.taxCents).toBe(tax);
    const [first, second, third, last] = years.map(({ exemptPurposeCents, lobbyingCents }) => ({
      exemptPurposeCents,
      lobbyingCents,
    }));
    expect(answer('501h', { on, ...last, earlier: [first, second, third] }).value.fourYears).toMatchObject({
      nontaxableCents: 355_000_00,
      lobbyingCents: 420_000_00,
      ceilingCents: 532_500_00,
      keepsExemption: true,
    });
    const over = { ...third, exemptPurposeCents: 600_000_00, lobbyingCents: 232_500_01 };
    expect(answer('501h', { on, ...last, earlier: [first, second, over] }).value.fourYears).toMatchObject({
      lobbyingCents: 532_500_01,
      keepsExemption: false,
    });
  });
});

describe('proxy tax and dues notices, section 8.2', () => {
  test.each([
    ['17 A', 800, 600, 100, 0, 500, 105, 0],
    ['18 B', 400, 600, 100, 0, 300, 63, 200],
    ['19 C', 800, 600, 100, 100, 400, 84, 0],
    ['21', 250_000, 40_000, 45_000, 0, 0, 0, 0],
  ])('row %s', (_row, dues, spent, notices, agreed, taxable, tax, forced) => {
    expect(
      answer('proxy-tax', {
        on,
        duesCents: dollars(dues),
        spentCents: dollars(spent),
        noticesCents: dollars(notices),
        agreedCents: dollars(agreed),
      }).value,
    ).toMatchObject({ taxableCents: dollars(taxable), taxCents: dollars(tax), forcedCents: dollars(forced) });
  });

  test.each([
    ['22: 1,900 in-house and 600 of overhead', { inHouseCents: 1900_00, overheadCents: 600_00 }, true, 0],
    ['22: exactly 2,000.00', { inHouseCents: 2000_00 }, true, 0],
    ['22: 2,000.01 counts from the first dollar', { inHouseCents: 2000_01 }, false, 2000_01],
    [
      '22: 1,500 in-house beside a 5,000 invoice',
      { inHouseCents: 1500_00, outsideCents: 5000_00 },
      false,
      5000_00,
    ],
  ])('row %s', (_row, spent, exempt, countedCents) => {
    expect(answer('nondeductible', { on, duesCents: 10_000_00, ...spent }).value).toMatchObject({
      exempt,
      countedCents,
      nondeductibleCents: countedCents,
    });
  });
});

describe('LD-2 and the lobbyist test, section 8.3', () => {
  test.each([
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
  ])('the table above row 24: %i cents', (amountCents, reportedCents) => {
    expect(answer('ld2-rounding', { on, amountCents }).value).toEqual({
      reportedCents,
      belowFloor: reportedCents === null,
    });
  });

  test('row 24: exactly 5,000.00 is 10,000 where the form is followed, and the doubt is said', () => {
    const asForm = answer('ld2-rounding', { on, amountCents: 5_000_00, exactly: 'form' });
    expect(asForm.value.reportedCents).toBe(10_000_00);
    expect(asForm.explanation.join(' ')).toContain('unclear');
  });

  test.each([
    ['25: 96 of 480 hours, 2 contacts', 96 * 60, 2, true],
    ['25: 95.9 of 480 hours', 95.9 * 60, 2, false],
    ['25: 20 percent with 1 contact', 96 * 60, 1, false],
  ])('row %s', (_row, lobbyingMinutes, contacts, lobbyist) => {
    expect(
      answer('lda-registration', {
        on,
        amountCents: 16_000_01,
        contacts,
        lobbyingMinutes: Math.round(lobbyingMinutes),
        totalMinutes: 480 * 60,
      }).value,
    ).toMatchObject({ lobbyist, exempt: false, registers: lobbyist });
  });

  test('sections 5 and 9: in-house expenses of 16,000.00 need no registration; a day of contact gives the LD-1’s', () => {
    const input = {
      on: '2026-01-08',
      contacts: 2,
      lobbyingMinutes: 20,
      totalMinutes: 100,
      firstOn: '2026-01-08',
    };
    expect(answer('lda-registration', { ...input, amountCents: 16_000_00 }).value).toMatchObject({
      exempt: true,
      registers: false,
      dueOn: null,
    });
    expect(answer('lda-registration', { ...input, amountCents: 16_000_01 }).value).toMatchObject({
      registers: true,
      dueOn: '2026-02-23',
    });
    expect(answer('lda-registration', { ...input, hired: 'firm', amountCents: 3_500_00 }).value.exempt).toBe(
      true,
    );
    expect(answer('lda-registration', { ...input, hired: 'firm', amountCents: 3_500_01 }).value.exempt).toBe(
      false,
    );
  });
});

describe('Massachusetts, section 8.4', () => {
  test.each([
    ['27: 25.0 h and 2,499.99', 1500, 2499_99, false],
    ['27: 25.0 h and 2,500.00', 1500, 2500_00, true],
    ['27: 25.1 h and nothing', 1506, 0, true],
    ['27: 24.9 h and 2,500.00', 1494, 2500_00, true],
  ])('row %s', (_row, minutes, payCents, agent) => {
    expect(answer('ma-incidental', { on, minutes, payCents }).value.agent).toBe(agent);
  });

  test('row 29: a day of 34.99 may be lumped, 20.00 and 15.00 of one day are itemized', () => {
    const rules = rulesOf('ma');
    expect(rules.meets('itemize_day', on, 34_99)).toBe(false);
    expect(rules.meets('itemize_day', on, 20_00 + 15_00)).toBe(true);
  });

  test('row 30: a group without an agent registers past 250.00', () => {
    const rules = rulesOf('ma');
    expect(rules.meets('group_floor', on, 250_00)).toBe(false);
    expect(rules.meets('group_floor', on, 250_01)).toBe(true);
  });

  test.each([
    [0, 0],
    [1, 50_00],
    [20, 1000_00],
    [21, 1100_00],
    [25, 1500_00],
  ])('section 4.1: %i days late', (daysLate, feeCents) => {
    expect(answer('ma-late-fee', { on, daysLate }).value).toEqual({ feeCents });
  });
});

describe('Mississippi, section 8.5', () => {
  test.each([
    ['33: 199.99', { givenCents: 199_99 }, true],
    ['33: 200.00', { givenCents: 200_00 }, false],
    ['33: lobbying is regular work', { givenCents: 0, regular: true }, false],
  ])('row %s', (_row, given, excluded) => {
    expect(answer('ms-value-test', { on, ...given }).value.excluded).toBe(excluded);
  });

  test('row 34: coffee of 4.00 and 6.00 is no thing of value, the next cent is', () => {
    expect(answer('ms-value-test', { on, givenCents: 0, foodCents: 4_00 + 6_00 }).value).toMatchObject({
      foodListed: false,
      countedCents: 0,
    });
    expect(answer('ms-value-test', { on, givenCents: 0, foodCents: 10_01 }).value).toMatchObject({
      foodListed: true,
      countedCents: 10_01,
    });
  });

  test.each([
    [0, 0],
    [9, 0],
    [10, 50_00],
    [11, 100_00],
    [19, 500_00],
    [40, 500_00],
  ])('row 35: %i days late', (daysLate, feeCents) => {
    expect(answer('ms-late-fee', { on, daysLate }).value).toEqual({ feeCents });
  });
});

describe('Montana, section 8.6', () => {
  test('row 37: 500 a week, two of five days lobbying', () => {
    expect(shareOut(500_00, [2, 3])[0]).toBe(200_00);
  });

  test('row 38: June 2,000 and July 5,000 make one report due August 15, of 7,000', () => {
    const { value } = answer('mt-month', { year: 2025, spentCents: [0, 0, 0, 0, 0, 2000_00, 5000_00] });
    expect(value).toEqual({
      reports: [{ periodTo: '2025-07-31', fromOn: '2025-06-01', coversCents: 7000_00, dueOn: '2025-08-15' }],
      waitingCents: 0,
    });
  });

  test('row 38: July 4,999.99 makes none then; both roll on', () => {
    expect(answer('mt-month', { year: 2026, spentCents: [0, 0, 0, 0, 0, 2000_00, 4999_99] }).value).toEqual({
      reports: [],
      waitingCents: 6999_99,
    });
  });

  test.each([
    [1000_00, 'first'],
    [1000_01, 'second'],
    [4999_99, 'second'],
    [5000_00, 'actual'],
  ])('row 40: office support of %i cents', (officeCents, bracket) => {
    expect(answer('mt-office', { on, officeCents }).value).toEqual({ bracket });
  });

  test('row 42: one e-mail is no major effort, a second contact with anyone is', () => {
    const mail = contact({ method: 'email', officialName: 'Ada Kestrelman' });
    const occasions = rulesOf('mt').amount('major_effort_occasions', '2027-01-31');
    expect(effortsOf([mail]).filter((one) => one.occasions >= occasions)).toHaveLength(0);
    const both = [mail, contact({ onDate: '2027-01-14', officialName: 'Ben Hollowell' })];
    expect(effortsOf(both).filter((one) => one.occasions >= occasions)).toHaveLength(1);
  });

  test('row 43: the adopted value is looked up, though the index would give 2,850', () => {
    const rules = rulesOf('mt');
    const amountIn = (year: number) => rules.amount('payment_threshold', `${year}-06-01`);
    const step = rules.amount('threshold_step', '2023-06-01');
    const indexed = (cents: number, index: number, before: number) =>
      Math.round((cents * index) / before / step) * step;
    expect(indexed(amountIn(2021), 292_655, 270_970)).toBe(2850_00);
    expect(amountIn(2023)).toBe(2900_00);
    expect(indexed(amountIn(2023), 313_689, 304_702)).toBe(amountIn(2025));
    expect(amountIn(2025)).toBe(3000_00);
  });

  test('section 2.2: exactly 3,000.00 registers a lobbyist and does not make the report; travel counts in the report alone', () => {
    const { value, explanation } = answer('mt-threshold', {
      on,
      paymentsCents: 3000_00,
      travelCents: 400_00,
    });
    expect(value).toEqual({
      baseCents: 3000_00,
      reportCents: 3400_00,
      principalReports: false,
      registers: true,
      leftCents: 0,
    });
    expect(explanation.join(' ')).toContain('Exactly this amount');
    expect(answer('mt-threshold', { on, paymentsCents: 3000_01 }).value.principalReports).toBe(true);
  });
});

describe('due dates, section 9', () => {
  test.each([
    ['MT: Sunday and Presidents’ Day', 'mt-year', '2025-12-31', '2026-02-15', '2026-02-17', '2026-02-13'],
    ['MT: a Saturday', 'mt-month', '2026-07-31', '2026-08-15', '2026-08-17', '2026-08-14'],
    ['MT: adjournment and 30 days', 'mt-session', '2025-04-30', '2025-05-30', '2025-05-30', '2025-05-30'],
    ['MS: a Saturday', 'ms-annual', '2026-12-31', '2027-01-30', '2027-01-30', '2027-01-29'],
    ['MS: February 25', 'ms-session-1', '2027-01-05', '2027-02-25', '2027-02-25', '2027-02-25'],
    ['MS: sine die and 10 days', 'ms-session-2', '2026-04-05', '2026-04-15', '2026-04-15', '2026-04-15'],
    ['MS: registration', 'ms-registration', '2026-03-02', '2026-03-07', '2026-03-07', '2026-03-06'],
    ['MA: a Saturday', 'ma-statement', '2027-12-31', '2028-01-15', '2028-01-15', '2028-01-14'],
    ['MA: July', 'ma-statement', '2026-06-30', '2026-07-15', '2026-07-15', '2026-07-15'],
    ['MA: registration', 'ma-registration', '2027-01-01', '2026-12-15', '2026-12-15', '2026-12-15'],
    ['LDA: Q4 2012', 'lda-quarter', '2012-12-31', '2013-01-20', '2013-01-22', '2013-01-18'],
    [
      'LDA: Q4 2020, with an Inauguration Day of the capital alone',
      'lda-quarter',
      '2020-12-31',
      '2021-01-20',
      '2021-01-20',
      '2021-01-20',
    ],
    [
      'LDA: Q4 2024, on the January holiday',
      'lda-quarter',
      '2024-12-31',
      '2025-01-20',
      '2025-01-21',
      '2025-01-17',
    ],
    ['LDA: Q1 2025', 'lda-quarter', '2025-02-03', '2025-04-20', '2025-04-21', '2025-04-18'],
    ['LDA: LD-203 of 2015', 'lda-half', '2015-12-31', '2016-01-30', '2016-02-01', '2016-01-29'],
    ['LDA: LD-1', 'lda-registration', '2026-01-08', '2026-02-22', '2026-02-23', '2026-02-20'],
    ['LDA: a leap year', 'lda-registration', '2024-01-16', '2024-03-01', '2024-03-01', '2024-03-01'],
    ['IRS: year end June 30, 2026', 'irs-990', '2026-06-30', '2026-11-15', '2026-11-16', '2026-11-13'],
    ['IRS: extended', 'irs-990-extended', '2026-06-30', '2027-05-15', '2027-05-17', '2027-05-14'],
  ])('%s', (_name, report, day, statutoryOn, dueOn, internalOn) => {
    expect(answer('due-date', { report, on: day }).value).toEqual({ statutoryOn, dueOn, internalOn });
  });
});

describe('bad input is refused by the name of its field', () => {
  test.each([
    ['mt-threshold', { on, paymentsCents: -1 }, 'paymentsCents', 'below zero'],
    ['mt-threshold', { on, paymentsCents: 12.5 }, 'paymentsCents', 'whole cents'],
    ['mt-threshold', { on, paymentsCents: 1e15 }, 'paymentsCents', 'too large'],
    ['mt-threshold', { on: '2010-01-01', paymentsCents: 1 }, 'on', 'No rule "payment_threshold" is in force'],
    ['mt-threshold', { on: '2027-02-30', paymentsCents: 1 }, 'on', 'Write the date'],
    ['mt-threshold', { on, paymentsCents: 1, pay: 1 }, 'pay', 'not known'],
    ['mt-month', { year: 1999, spentCents: [1] }, 'year', 'No rule'],
    ['mt-month', { year: 2026, spentCents: [1, -5] }, 'spentCents.1', 'below zero'],
    ['proxy-tax', { on: '2017-12-31', duesCents: 1, spentCents: 1 }, 'on', 'No rule'],
    ['proxy-tax', { on, duesCents: 1, spentCents: 1, agreedCents: 2 }, 'agreedCents', 'No more'],
    ['501h', { on, exemptPurposeCents: 5, lobbyingCents: 6 }, 'lobbyingCents', 'cannot be more'],
    [
      '501h',
      { on, exemptPurposeCents: 5, lobbyingCents: 4, grassRootsCents: 5 },
      'grassRootsCents',
      'cannot be more',
    ],
    [
      'lda-registration',
      { on, amountCents: 1, contacts: 1, lobbyingMinutes: 2, totalMinutes: 1 },
      'lobbyingMinutes',
      'cannot be more',
    ],
    ['ld2-rounding', { on: '2007-12-31', amountCents: 1 }, 'on', 'No rule'],
    [
      'lda-registration',
      { on: '2029-01-01', amountCents: 1, contacts: 9, lobbyingMinutes: 1, totalMinutes: 1 },
      'on',
      'No rule',
    ],
    ['ma-incidental', { on, minutes: 300_000, payCents: 0 }, 'minutes', 'at most'],
    ['ms-late-fee', { on, daysLate: -1 }, 'daysLate', 'below zero'],
    ['due-date', { report: 'tax', on }, 'report', 'Choose one'],
  ])('%s %j', (id, input, field, words) => {
    const refused = id === 'due-date' ? calculate(calculatorById(id) as never, groundOf('mt'), input) : null;
    const found = refused && !refused.ok ? refused.problem.fields?.[0] : refusal(id, input);
    expect(found?.field).toBe(field);
    expect(found?.message).toContain(words);
  });
});

test('an answer names the rules it used, and no other', () => {
  const { rules } = answer('mt-threshold', { on, paymentsCents: 1 });
  expect(rules.map((one) => one.id)).toEqual(['mt.payment_threshold.2025', 'mt.registration_threshold.2025']);
  const book = rulesOf('mt');
  const one = calculatorById('mt-office');
  book.amount('retention_years', on);
  const result = calculate(one as never, { rules: book, holidays: new Set() }, { on, officeCents: 1 });
  expect(result.ok && (result.value as { rules: { id: string }[] }).rules.map((rule) => rule.id)).toEqual([
    'mt.office_actual.2004',
    'mt.office_bracket.2004',
  ]);
  expect(book.used().map((rule) => rule.id)).toContain('mt.office_bracket.2004');
});

test('the fee functions are the ones that the calculators use', () => {
  expect(maFeeOf(rulesOf('ma'), on, 25)).toBe(1500_00);
  expect(msFeeOf(rulesOf('ms'), on, 19)).toBe(500_00);
});
