import { showShortDay } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';
import type { Tone } from '../../ui/index.ts';
import { OPERATOR_WORDS } from '../rulebook.ts';
import type { RuleView, Standing } from './list-rules.ts';

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

/** "payment threshold" of `payment_threshold`. */
export const keyInWords = (key: string): string => {
  const words = key.replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const amountInWords = ({ unit, value }: Pick<RuleView, 'unit' | 'value'>): string => {
  switch (unit) {
    case 'cents':
      return showCents(Number(value));
    case 'percent':
      return `${value} %`;
    case 'days':
    case 'minutes':
      return `${value} ${value === '1' ? unit.slice(0, -1) : unit}`;
    case 'date':
      return value.length === 5 ? showShortDay(`2028-${value}`) : showShortDay(value, { year: true });
    default:
      return value;
  }
};

/** "more than $3,000.00", "5 days", "Feb 15". */
export const valueInWords = (rule: Pick<RuleView, 'unit' | 'value' | 'operator'>): string =>
  [rule.operator === 'equals' ? '' : (OPERATOR_WORDS[rule.operator ?? ''] ?? ''), amountInWords(rule)]
    .filter(Boolean)
    .join(' ');

/** "From Jan 1, 2025 on", "Jan 1, 2023 to Dec 31, 2024". */
export const daysInWords = ({ fromOn, toOn }: Pick<RuleView, 'fromOn' | 'toOn'>): string =>
  toOn === null
    ? `From ${showShortDay(fromOn, { year: true })} on`
    : toOn < fromOn
      ? `Would have begun ${showShortDay(fromOn, { year: true })}`
      : `${showShortDay(fromOn, { year: true })} to ${showShortDay(toOn, { year: true })}`;
