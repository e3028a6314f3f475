import type { Context } from 'hono';
import type { FieldProblem, Problem } from '../platform/problem.ts';
import { wirePath } from './wire.ts';

/** Every way in which a request fails: its name, status and title. The name ends the problem's `type`. */
export const FAILURES = {
  malformed: { status: 400, title: 'The body is not JSON' },
  unauthorized: { status: 401, title: 'Nobody is signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  missing: { status: 404, title: 'Not found' },
  method: { status: 405, title: 'Not done to this address' },
  conflict: { status: 409, title: 'Somebody was first' },
  large: { status: 413, title: 'Too large' },
  media: { status: 415, title: 'Another type is needed' },
  invalid: { status: 422, title: 'Some fields cannot be taken' },
  refused: { status: 422, title: 'A rule says no' },
  limited: { status: 429, title: 'Too many at once' },
  fault: { status: 500, title: 'Our fault' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const;
export type Failure = keyof typeof FAILURES;

/** RFC 9457, with `fields` for what is wrong where, and `rule` for the name of the rule that said no. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  fields?: FieldProblem[];
  rule?: string;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** The answer to a request that failed. */
export const fail = (
  c: Context,
  failure: Failure,
  detail: string,
  more: { fields?: FieldProblem[]; rule?: string } = {},
) => {
  const { status, title } = FAILURES[failure];
  const problem: ProblemDetails = { type: `/api/docs#${failure}`, title, status, detail, ...more };
  return c.body(JSON.stringify(problem), status, { 'content-type': PROBLEM_TYPE });
};

/** The answer to a verb's problem: one status per kind, the same as for pages. */
export const answerProblem = (c: Context, problem: Problem) =>
  fail(c, problem.kind, problem.message, {
    ...(problem.fields && {
      fields: problem.fields.map(({ field, message }) => ({ field: wirePath(field), message })),
    }),
    ...(problem.rule && { rule: problem.rule }),
  });

/** Some fields are wrong; their names are as the caller wrote them. */
export const failFields = (c: Context, fields: FieldProblem[]) =>
  fail(c, 'invalid', 'Some fields need another look.', { fields });

/** For the limit on bodies, which lies before all routes. */
export const tooLarge = (c: Context) =>
  fail(
    c,
    'large',
    'That is larger than 10 MB, which is the most that can be taken. Split the file and send the parts.',
  );
