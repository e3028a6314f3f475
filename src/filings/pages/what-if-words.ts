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
