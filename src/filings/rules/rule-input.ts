import * as z from 'zod';
import { isDate } from '../../platform/days.ts';

export const OPERATORS = ['more_than', 'at_least', 'less_than', 'at_most', 'equals'] as const;
export const UNITS = ['cents', 'days', 'minutes', 'percent', 'date', 'count', 'text'] as const;
export type Unit = (typeof UNITS)[number];

/** How far a source was read, best first. */
export const EVIDENCE = ['V', 'V2', 'GH', 'GM', 'GL'] as const;

export const day = z.string().refine(isDate, 'Write the date as 2027-02-09.');
export const source = z
  .string()
  .trim()
  .min(4, 'Say where this stands: a section of the law, a form, an office’s letter.')
  .max(400);
export const evidence = z.enum(EVIDENCE, 'Choose how far the source was read.');
export const value = z.string().trim().min(1, 'Write the value.').max(300, 'At most 300 characters.');
export const operator = z.enum(OPERATORS, 'Choose how an amount is compared.').nullish();

/** What a whole new row takes, for adding and for proposing. */
export const ruleFields = {
  regime: z.string().min(1, 'Choose where the rule holds.').max(20),
  key: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_.]{1,59}$/, 'A key has small letters, digits, points and _ only.'),
  value,
  operator,
  unit: z.enum(UNITS, 'Choose the unit.'),
  fromOn: day,
  source,
  evidence,
};

const WHOLE = /^\d{1,12}$/;
const MONTH_DAY = /^\d{2}-\d{2}$/;

/** Why a value is not one of its unit, in words; null when it is. Amounts are whole cents, never with a point. */
export const valueProblem = (unit: Unit, text: string): string | null => {
  switch (unit) {
    case 'cents':
      return WHOLE.test(text) ? null : 'An amount is dollars with at most two places of cents.';
    case 'date':
      return isDate(MONTH_DAY.test(text) ? `2028-${text}` : text)
        ? null
        : 'Write a day of the year as 02-15, or a date as 2027-02-15.';
    case 'text':
      return null;
    case 'percent':
    case 'days':
    case 'minutes':
    case 'count':
      return WHOLE.test(text) ? null : 'Write a whole number.';
  }
};
