import { text, type Form } from '../platform/form.ts';

/** What a form was last filled with; what was ticked of a list stands with semicolons between. */
export type Values = Record<string, string | null | undefined>;

const BETWEEN = /;\s*/;
/** The ticked ones of a list. */
export const tickedOf = (value: string | null | undefined): string[] =>
  (value ?? '').split(BETWEEN).filter(Boolean);

/** A posted form as its page shows it again. */
export const valuesOf = (form: Form): Values =>
  Object.fromEntries(
    Object.entries(form).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join('; ') : text(form, key),
    ]),
  );

/** A whole number as written; what is none is left for the verb to refuse. */
export const whole = (value: string | undefined) => (value === undefined ? null : Number(value));
