import type * as z from 'zod';
import { forbidden, invalid, type FieldProblem, type Result } from './problem.ts';
import type { Allowed, Who } from './who.ts';
import type { World } from './world.ts';

export interface Verb<Schema extends z.ZodType, Out> {
  (world: World, who: Who, input: z.input<Schema>): Promise<Result<Out>>;
  /** `noun.verb`, as the journal has it. */
  verb: string;
  by: readonly Allowed[];
  input: Schema;
  reads: boolean;
}

interface Definition<Schema extends z.ZodType, Out> {
  name: string;
  by: readonly Allowed[];
  input: Schema;
  run(world: World, who: Who, input: z.output<Schema>): Promise<Result<Out>>;
}

const ROLE_NAMES: Partial<Record<Allowed, string>> = {
  regional_president: 'regional president',
  staff: 'staff',
};

const mayDo = (who: Who, name: string, by: readonly Allowed[], reads: boolean): boolean => {
  if (!by.includes(who.kind === 'staff' ? who.role : who.kind)) return false;
  if (who.kind !== 'staff' || !who.scopes) return true;
  const noun = name.split('.')[0] ?? '';
  return who.scopes.some((scope) => scope === '*' || scope === noun || (reads && scope === 'read'));
};

const define = <Schema extends z.ZodType, Out>(
  d: Definition<Schema, Out>,
  reads: boolean,
): Verb<Schema, Out> => {
  const act = async (world: World, who: Who, input: z.input<Schema>): Promise<Result<Out>> => {
    if (!mayDo(who, d.name, d.by, reads)) {
      const names = d.by.map((role) => ROLE_NAMES[role] ?? role).join(', ');
      return forbidden(
        `This needs another role: ${names}. Ask the owner of the network to do it or to change your role.`,
      );
    }
    const parsed = d.input.safeParse(input);
    if (!parsed.success) return invalid(fieldProblems(parsed.error.issues));
    return d.run(world, who, parsed.data);
  };
  return Object.assign(act, { verb: d.name, by: d.by, input: d.input, reads });
};

const fieldProblems = (issues: z.core.$ZodIssue[]): FieldProblem[] =>
  issues.map((issue) => ({
    field:
      issue.code === 'unrecognized_keys'
        ? [...issue.path, issue.keys[0] ?? ''].join('.')
        : issue.path.join('.'),
    message: issue.code === 'unrecognized_keys' ? 'This field is not known here.' : issue.message,
  }));

/**
 * Declares a verb: who may do it, what it takes, what it does. Role and input are checked before `run`, so
 * neither can be forgotten. Schemas are strict objects: unknown fields are refused.
 */
export const verb = <Schema extends z.ZodType, Out>(d: Definition<Schema, Out>) => define(d, false);

/** As `verb`, for what only reads; an API key with the scope `read` may call it. */
export const view = <Schema extends z.ZodType, Out>(d: Definition<Schema, Out>) => define(d, true);
