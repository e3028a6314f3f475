import { showShortDay } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';
import type { Tone } from '../../ui/index.ts';
import { OPERATOR_WORDS, type Rule } from '../rulebook.ts';
import type { Standing } from './list-rules.ts';

export const STANDING_WORDS: Record<Standing, string> = {
  now: 'In force',
  later: 'In force later',
  ended: 'Ended',
  replaced: 'Corrected from its first day',
  proposed: 'Proposed, no effect',
  withdrawn: 'Withdrawn',
};
export const STANDING_TONES: Record<Standing, Tone> = {
  now: 'accent',
  later: 'none',
  ended: 'none',
  replaced: 'none',
  proposed: 'warn',
  withdrawn: 'none',
};
export const EVIDENCE_WORDS: Record<string, string> = {
  V: 'Read in the source',
  V2: 'Read second-hand',
  GH: 'General knowledge, confident',
  GM: 'General knowledge, fairly sure',
  GL: 'Our careful guess: confirm it',
};
export const UNIT_WORDS: Record<string, string> = {
  cents: 'Dollars and cents',
  days: 'Days',
  minutes: 'Minutes',
  percent: 'Percent',
  date: 'A day',
  count: 'A number',
  text: 'Words',
};

/** Rules whose keys say too little by themselves. */
const KEY_WORDS: Record<string, string> = {
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
  incidental_warn: 'Shown as near from this share of a limit on',
  near_share: 'Shown as near from this share of a limit on',
  nontaxable_most: 'Free of tax at most',
  office_actual: 'Actual office cost asked from',
  office_bracket: 'First bracket of office costs',
  round_from: 'Rounded when',
  round_tie: 'An amount halfway goes',
  round_to: 'Rounded to the nearest',
};

/** A rule's key in plain words: "payment_threshold" is "Payment threshold". */
export const keyInWords = (key: string): string => {
  const step = /^nontaxable_(to|rate)\.(\d)$/.exec(key);
  if (step) return step[1] === 'to' ? `End of band ${step[2]}` : `Free of tax in band ${step[2]}`;
  const words = key.replaceAll(/[._]/g, ' ');
  return KEY_WORDS[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
};

/** Values that are words of ours. */
const TEXTS: Record<string, string> = {
  nextBusinessDay: 'the next business day',
  nextIfSundayOrHoliday: 'the next open day after a Sunday or holiday',
  none: 'no later day',
  half_up: 'up',
};

const amountInWords = ({ unit, value }: Pick<Rule, 'unit' | 'value'>): string => {
  switch (unit) {
    case 'cents':
      return showCents(Number(value));
    case 'percent':
      return `${value} percent`;
    case 'days':
    case 'minutes':
      return `${value} ${value === '1' ? unit.slice(0, -1) : unit}`;
    case 'date':
      return value.length === 5 ? showShortDay(`2028-${value}`) : showShortDay(value, { year: true });
    default:
      return TEXTS[value] ?? value.replaceAll(',', ', ').replaceAll('_', ' ');
  }
};

/** "more than $3,000.00", "5 days", "Feb 15". */
export const valueInWords = (rule: Pick<Rule, 'unit' | 'value' | 'operator'>): string =>
  [rule.operator === 'equals' ? '' : (OPERATOR_WORDS[rule.operator ?? ''] ?? ''), amountInWords(rule)]
    .filter(Boolean)
    .join(' ');

/** "From Jan 1, 2025 on", "Jan 1, 2023 to Dec 31, 2024". */
export const daysInWords = ({ fromOn, toOn }: Pick<Rule, 'fromOn' | 'toOn'>): string =>
  toOn === null
    ? `From ${showShortDay(fromOn, { year: true })} on`
    : toOn < fromOn
      ? `Would have begun ${showShortDay(fromOn, { year: true })}`
      : `${showShortDay(fromOn, { year: true })} to ${showShortDay(toOn, { year: true })}`;
