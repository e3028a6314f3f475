import type { Context } from 'hono';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import type { AppEnv } from './app-env.ts';
import { ConsoleLayout } from './layout/console-layout.tsx';
import { PlainLayout } from './layout/plain-layout.tsx';
import { LinkButton } from './parts/button.tsx';
import { PageHead } from './parts/page-head.tsx';

const TITLES: Record<Problem['kind'], string> = {
  missing: 'Not found',
  forbidden: 'Not allowed',
  invalid: 'Something needs another look',
  conflict: 'Somebody was first',
  refused: 'That cannot be done',
  limited: 'Too many at once',
  unavailable: 'Not available right now',
};

/** The page for a problem that belongs beside no field: what happened, and the way back. */
export const respondProblem = (c: Context<AppEnv>, problem: Problem, back = { href: '/', label: 'Home' }) => {
  const frame = c.var.frame as AppEnv['Variables']['frame'] | undefined;
  const fields = problem.fields?.filter((one) => one.message) ?? [];
  const body = (
    <>
      <PageHead title={TITLES[problem.kind]} sub={problem.message} />
      {fields.length > 0 && (
        <ul>
          {fields.map((one) => (
            <li>
              {one.field}: {one.message}
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton href={back.href}>{back.label}</LinkButton>
      </p>
    </>
  );
  const page = frame?.person ? (
    <ConsoleLayout {...frame} title={TITLES[problem.kind]}>
      {body}
    </ConsoleLayout>
  ) : (
    <PlainLayout title={TITLES[problem.kind]} network={frame?.network ?? 'Call of the House'}>
      {body}
    </PlainLayout>
  );
  return c.html(page, PROBLEM_STATUS[problem.kind]);
};

/** The problems of a form by field name, as the fields take them. */
export const fieldErrors = (problem: Problem | null): Record<string, string> =>
  Object.fromEntries((problem?.fields ?? []).map((one) => [one.field, one.message]));

/**
 * What the last act did, said once on the page it led to, from `?done=`.
 * @param done words by code; an unknown code says nothing
 */
export const flashFrom =
  (done: Record<string, string>) =>
  (c: Context<AppEnv>): { kind: 'done'; text: string } | null => {
    const code = c.req.query('done') ?? '';
    return Object.hasOwn(done, code) ? { kind: 'done', text: done[code] ?? '' } : null;
  };
