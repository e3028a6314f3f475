import type { Result } from '../platform/problem.ts';

/** The value of a verb that must work: a refusal while the demo is built is a fault of ours. */
export const must = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const done = await result;
  if (!done.ok) throw new Error(`${done.problem.message} ${JSON.stringify(done.problem.fields ?? [])}`);
  return done.value;
};
