import type { Context, MiddlewareHandler } from 'hono';
import { roleProblem } from '../platform/verb.ts';
import type { Allowed } from '../platform/who.ts';
import type { AppEnv } from './app-env.ts';
import { respondProblem } from './respond.tsx';

/** Whether who is signed in may use a verb: pages offer only what will be done. */
export const may = (c: Context<AppEnv>, verb: { by: readonly Allowed[] }): boolean =>
  roleProblem(c.var.who, verb) === null;

/** Before a form: only those see it who may send it, so that nobody fills one in to be refused at the end. */
export const onlyFor =
  (verb: { by: readonly Allowed[] }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const problem = roleProblem(c.var.who, verb);
    return problem ? respondProblem(c, problem) : next();
  };
