import * as z from 'zod';
import { isDate, yearOf } from '../../platform/days.ts';
import { invalid, ok, type Result } from '../../platform/problem.ts';
import { fieldProblems } from '../../platform/verb.ts';
import type { DueGround } from '../due-reports.ts';
import { follow, RuleMissing, type Rule } from '../rulebook.ts';

// Calculators: pure functions from dated rules and an input to a figure with its reason. They promise whole cents, no
// constant of the law in code, the rows of the rules behind every answer, and a refusal that names the field for bad
// input or a day without a rule. Regimes use the same functions.

/** What a figure is worked out from: the rules of its regime and the days its offices are closed. */
export type Ground = DueGround;

/** A figure with its reason: plain sentences with the figures in them, and the rows of the rules it used. */
export interface Answer<Value> {
  value: Value;
  explanation: string[];
  rules: Rule[];
}

/** A field as the form shows it. A list has one field for each of its labels, or one group of fields. */
export type FormField = { name: string; label: string; hint?: string } & (
  | { kind: 'money' | 'day' | 'number' | 'year' }
  | { kind: 'tick'; ticked?: boolean }
  | { kind: 'choice'; options: { value: string; label: string; group?: string }[] }
  | { kind: 'amounts'; labels: string[] }
  | { kind: 'groups'; labels: string[]; of: { name: string; label: string }[] }
);

interface Definition<In extends z.ZodObject, Out extends z.ZodObject> {
  id: string;
  /** Whose rules it reads; where that is asked, the regime of an input. */
  regime: string | ((input: z.output<In>) => string);
  /** The question it answers, in plain words. */
  title: string;
  about: string;
  input: In;
  value: Out;
  /** The field that says the day of the rules. */
  dated: string;
  fields: FormField[];
  /** An input that works, for the document. */
  example: z.input<In>;
  work(ground: Ground, input: z.output<In>): { value: z.output<Out>; explanation: string[] };
}

/**
 * A pure function from rules and an input to an answer; amounts are whole cents. It throws `RuleMissing` where no
 * rule is in force on the day: `calculate` makes a refusal of it.
 */
export interface Calculator<
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodObject = z.ZodObject,
> extends Definition<In, Out> {
  (ground: Ground, input: z.output<In>): Answer<z.output<Out>>;
}

export const calculator = <In extends z.ZodObject, Out extends z.ZodObject>(
  d: Definition<In, Out>,
): Calculator<In, Out> =>
  Object.assign((ground: Ground, input: z.output<In>): Answer<z.output<Out>> => {
    const rules = follow(ground.rules);
    const { value, explanation } = d.work({ ...ground, rules }, input);
    return { value, explanation, rules: rules.used() };
  }, d);

/** Any calculator, whatever it takes: what goes in is checked by its own `input`. */
export interface AnyCalculator extends Omit<Calculator, 'regime' | 'work'> {
  regime: string | ((input: never) => string);
  work(ground: Ground, input: never): { value: unknown; explanation: string[] };
  (ground: Ground, input: never): Answer<unknown>;
}

/** Works a checked input out; a day without rules is a refusal that names the field. */
export const answerOf = <In extends z.ZodObject, Out extends z.ZodObject>(
  one: Calculator<In, Out>,
  ground: Ground,
  input: z.output<In>,
): Result<Answer<z.output<Out>>> => {
  try {
    return ok(one(ground, input));
  } catch (error) {
    if (!(error instanceof RuleMissing)) throw error;
    return invalid([
      { field: one.dated, message: `${error.message} Choose a day with a rule, or have the rule added.` },
    ]);
  }
};

/** Checks an input and works it out. Bad input is refused by the name of its field. */
export const calculate = <In extends z.ZodObject, Out extends z.ZodObject>(
  one: Calculator<In, Out>,
  ground: Ground,
  input: unknown,
): Result<Answer<z.output<Out>>> => {
  const parsed = one.input.safeParse(input);
  return parsed.success ? answerOf(one, ground, parsed.data) : invalid(fieldProblems(parsed.error.issues));
};

/** More than any association spends; products of it and a percentage stay whole. */
const MOST_CENTS = 1_000_000_000_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** An amount in whole cents, never below zero. */
export const cents = z
  .int('Give an amount in whole cents.')
  .min(0, 'An amount cannot be below zero.')
  .max(MOST_CENTS, 'This amount is too large: $10,000,000,000 is the most.');
/** A whole number from zero to `most`. */
export const upTo = (most: number) =>
  z
    .int('Give a whole number.')
    .min(0, 'This cannot be below zero.')
    .max(most, `This can be ${most.toLocaleString('en-US')} at most.`);
export const year = z
  .int('Write the year as 2027.')
  .min(FIRST_YEAR, 'Write the year as 2027.')
  .max(LAST_YEAR, 'Write the year as 2027.');
export const day = z
  .string('Write the date as 2027-02-09.')
  .refine(
    (text) => isDate(text) && yearOf(text) >= FIRST_YEAR && yearOf(text) <= LAST_YEAR,
    'Write the date as 2027-02-09.',
  );
