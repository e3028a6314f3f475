import type * as z from 'zod';
import { forbidden, invalid, type FieldProblem, type Problem, type Result } from './problem.ts';
import { ROLES, type Allowed, type Who } from './who.ts';
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

/** The roles that would do, for people; whatever else may act is no role to ask for. */
const rolesIn = (by: readonly Allowed[]): string =>
  ROLES.filter((role) => by.includes(role))
    .map((role) => role.replace('_', ' '))
    .join(', ') || 'none that a person has';

const isOneOf = (who: Who, by: readonly Allowed[]): boolean =>
  by.includes(who.kind === 'staff' ? who.role : who.kind);

/** Scopes that let a key do this, beside `*`: the verb's first word, and what kind of doing it is. */
export const scopesFor = (name: string, reads: boolean): string[] => {
  const [noun = '', act = ''] = name.replaceAll('_', '-').split('.');
  return [noun, ...(act.startsWith('import') ? ['import'] : []), ...(reads ? ['read'] : [])];
};
const isInScope = (who: Who, scopes: string[]): boolean =>
  who.kind !== 'staff' || !who.scopes || who.scopes.some((scope) => scope === '*' || scopes.includes(scope));

/** Why this person may not use a verb at all, whatever they would ask of it; null where they may. */
export const roleProblem = (who: Who, { by }: { by: readonly Allowed[] }): Problem | null =>
  isOneOf(who, by)
    ? null
    : forbidden(
        `This needs another role: ${rolesIn(by)}. Ask the owner of the network to do it or to change your role.`,
      ).problem;

const define = <Schema extends z.ZodType, Out>(
  d: Definition<Schema, Out>,
  reads: boolean,
): Verb<Schema, Out> => {
  const act = async (world: World, who: Who, input: z.input<Schema>): Promise<Result<Out>> => {
    const stranger = roleProblem(who, d);
    if (stranger) return { ok: false, problem: stranger };
    const scopes = scopesFor(d.name, reads);
    if (!isInScope(who, scopes))
      return forbidden(
        `This key may not do this: it needs the scope ${scopes.join(' or ')}. An owner makes keys under Settings.`,
      );
    const parsed = d.input.safeParse(input);
    if (!parsed.success) return invalid(fieldProblems(parsed.error.issues));
    return d.run(world, who, parsed.data);
  };
  return Object.assign(act, { verb: d.name, by: d.by, input: d.input, reads });
};

/** What a schema refused, field by field. */
export const fieldProblems = (issues: z.core.$ZodIssue[]): FieldProblem[] =>
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
