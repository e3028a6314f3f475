/** Why a verb did not do what was asked. One of seven kinds; the message says what happened and what to do. */
export type Problem = {
  kind: 'missing' | 'forbidden' | 'invalid' | 'conflict' | 'refused' | 'limited' | 'unavailable';
  message: string;
  /** Per field, for `invalid`: path of the field (dotted) and its message. */
  fields?: FieldProblem[];
  /** For `refused`: the name of the rule that said no. */
  rule?: string;
};
export type FieldProblem = { field: string; message: string };

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

const fail = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem });

/** Nothing there, or nothing this person may know of. @param what for people: "That alert". */
export const missing = (what: string) =>
  fail({
    kind: 'missing',
    message: `${what} could not be found. It may have been removed, or the address may be mistyped.`,
  });
export const forbidden = (message: string) => fail({ kind: 'forbidden', message });
export const invalid = (fields: FieldProblem[], message = 'Some fields need another look.') =>
  fail({ kind: 'invalid', message, fields });
/** Somebody was first, or the thing is no longer in the state that the change needs. */
export const conflict = (message: string) => fail({ kind: 'conflict', message });
export const refused = (rule: string, message: string) => fail({ kind: 'refused', rule, message });
export const limited = (message: string) => fail({ kind: 'limited', message });
export const unavailable = (message: string) => fail({ kind: 'unavailable', message });

/** HTTP status of each kind, the same for pages and the API. */
export const PROBLEM_STATUS = {
  missing: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  refused: 422,
  limited: 429,
  unavailable: 503,
} as const;
