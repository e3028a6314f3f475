import { isDate, showDay } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';

/** The parts of an answer in plain words. */
export const VALUE_WORDS: Record<string, string> = {
  agent: 'Is an agent',
  agreedCents: 'Agreed to carry over',
  baseCents: 'Counts toward the threshold',
  belowFloor: 'Below the floor',
  bracket: 'How to give it',
  ceilingCents: 'Ceiling',
  countedCents: 'Counts',
  deductibleCents: 'Deductible part of dues',
  dueOn: 'Due',
  excessCents: 'Lobbying over the limit',
  excluded: 'Stays out of the lobbyist rules',
  exempt: 'Exempt',
  feeCents: 'Fee',
  foodListed: 'Food and drink is listed',
  forcedCents: 'Counts as next year’s spending',
  grassRootsCeilingCents: 'Grass roots ceiling',
  grassRootsCents: 'Grass roots',
  grassRootsExcessCents: 'Grass roots over the limit',
  grassRootsNontaxableCents: 'Of that, for grass roots',
  incidental: 'Lobbying is incidental',
  internalOn: 'Safe day',
  keepsExemption: 'Keeps the exemption',
  leftCents: 'Left before the threshold',
  lobbyingCents: 'Lobbying',
  lobbyist: 'This person is a lobbyist',
  memberNondeductibleCents: 'Nondeductible on one member’s dues',
  nondeductibleCents: 'Nondeductible part of dues',
  nontaxableCents: 'Free of tax',
  principalReports: 'The principal reports',
  registers: 'Registration is needed',
  reportCents: 'A report would cover',
  reportedCents: 'On the report',
  statutoryOn: 'Named by the law',
  taxCents: 'Tax',
  taxableCents: 'Taxable, line 5',
  totalCents: 'Spending, line 2c',
  waitingCents: 'Waits for the next report',
};
const WORDS: Record<string, string> = {
  first: 'The first bracket, or the actual cost',
  second: 'The second bracket, or the actual cost',
  actual: 'The actual cost',
};

/** A part of an answer as people read it: money, a day, yes or no. */
export const showValue = (value: unknown): string => {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return showCents(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return isDate(text) ? showDay(text, { year: true }) : (WORDS[text] ?? text);
};

const RULE_TEXTS: Record<string, string> = {
  nextBusinessDay: 'the next business day',
  nextIfSundayOrHoliday: 'the next open day after a Sunday or holiday',
  none: 'no later day',
  half_up: 'up',
};
const UNITS: Record<string, string> = { days: ' days', minutes: ' minutes', percent: ' percent' };

/** A rule's value with its operator: "at most $2,000.00", "20 percent". */
export const showRule = (
  rule: { value: string; unit: string; operator: string | null },
  than: string,
): string => {
  const value =
    rule.unit === 'cents'
      ? showCents(Number(rule.value))
      : `${RULE_TEXTS[rule.value] ?? rule.value}${UNITS[rule.unit] ?? ''}`;
  return than && rule.operator !== 'equals' ? `${than} ${value}` : value;
};

const RULE_WORDS: Record<string, string> = {
  due_day: 'Due on this day of the month',
  due_monthly_day: 'Due on this day of the month after',
  due_months: 'Due in this month after the year',
  due_shift: 'When the office is closed',
  ceiling_share: 'Exemption lost over',
  excess_tax_rate: 'Tax on the excess',
  firm_income: 'Income of a firm that needs no registration',
  food_floor: 'Food and drink to be listed',
  gift_exemption: 'Things of value a member may give',
  in_house_expenses: 'In-house expenses that need no registration',
  in_house_floor: 'In-house lobbying that stays out',
  incidental_minutes: 'Time that is incidental',
  incidental_pay: 'Pay that is incidental',
  late_fee: 'Fee a day',
  late_fee_after: 'Fee a day after that',
  late_fee_days: 'Days at this fee',
  late_fee_first_day: 'First day with a fee',
  lobbyist_share: 'Share of a lobbyist’s time',
  nontaxable_most: 'Free of tax at most',
  office_actual: 'Actual office cost asked from',
  office_bracket: 'First bracket of office costs',
  round_from: 'Rounded when',
  round_tie: 'An amount halfway goes',
  round_to: 'Rounded to the nearest',
};

/** A rule's key in plain words: "payment_threshold" is "Payment threshold". */
export const showKey = (key: string): string => {
  const step = /^nontaxable_(to|rate)\.(\d)$/.exec(key);
  if (step) return step[1] === 'to' ? `End of band ${step[2]}` : `Free of tax in band ${step[2]}`;
  const words = key.replaceAll(/[._]/g, ' ');
  return RULE_WORDS[key] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};
