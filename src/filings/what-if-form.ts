import { parseCents } from '../platform/money.ts';
import type { FieldProblem } from '../ui/index.ts';
import type { FormField } from './calculators/calculator.ts';

/** One field of the form as it was filled in, by the name it has on the page. */
type Filled = Record<string, string | undefined>;
export interface ReadForm {
  input: Record<string, unknown>;
  problems: FieldProblem[];
  /** The name on the page of a refused field: years left empty are left out, so that later ones move up. */
  nameOf(path: string): string;
}
const EMPTY: Record<string, string> = {
  day: 'Choose a day.',
  number: 'Enter a whole number.',
  year: 'Write the year as 2027.',
};

/** The names on the page of a field's parts: `spentCents.0`, `earlier.2.lobbyingCents`. */
export const partsOf = (field: FormField): { name: string; label: string; group: number }[] => {
  if (field.kind === 'amounts')
    return field.labels.map((label, at) => ({ name: `${field.name}.${at}`, label, group: 0 }));
  if (field.kind !== 'groups') return [];
  return field.labels.flatMap((_, group) =>
    field.of.map(({ name, label }) => ({ name: `${field.name}.${group}.${name}`, label, group })),
  );
};

/** Reads a filled-in form as its calculator takes it: dollars into whole cents, ticks into yes or no. */
export const readForm = (fields: readonly FormField[], filled: Filled): ReadForm => {
  const problems: FieldProblem[] = [];
  const places = new Map<string, number[]>();
  const textOf = (name: string) => filled[name]?.trim() || undefined;
  const money = (name: string, label: string): number | undefined => {
    const typed = textOf(name);
    if (typed === undefined) return undefined;
    const read = parseCents(typed);
    if (read.ok) return read.cents;
    problems.push({ name, label, message: read.reason });
    return undefined;
  };
  const number = (name: string): number | string | undefined => {
    const typed = textOf(name);
    return typed !== undefined && /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed;
  };
  const valueOf = (field: FormField): unknown => {
    switch (field.kind) {
      case 'money':
        return money(field.name, field.label);
      case 'number':
      case 'year':
        return number(field.name);
      case 'tick':
        return textOf(field.name) !== undefined;
      case 'amounts':
        return partsOf(field).map(({ name, label }) => money(name, label) ?? 0);
      case 'groups': {
        const groups = field.labels.map((_, group) =>
          Object.fromEntries(
            field.of.flatMap(({ name, label }) => {
              const value = money(`${field.name}.${group}.${name}`, label);
              return value === undefined ? [] : [[name, value] as const];
            }),
          ),
        );
        const kept = [...groups.keys()].filter((at) => Object.keys(groups[at] ?? {}).length > 0);
        places.set(field.name, kept);
        return kept.map((at) => groups[at]);
      }
      default:
        return textOf(field.name);
    }
  };
  const entries = fields.map((field) => [field.name, valueOf(field)] as const);
  return {
    input: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    problems,
    nameOf: (path) => {
      const [name = '', at, ...rest] = path.split('.');
      const place = places.get(name)?.[Number(at)];
      return place === undefined ? path : [name, place, ...rest].join('.');
    },
  };
};

/** What was refused as the page says it, each with its field's label; an empty field is asked for in its own words. */
export const problemsOnPage = (
  fields: readonly FormField[],
  filled: Filled,
  refused: readonly { field: string; message: string }[],
  nameOf: (path: string) => string,
): FieldProblem[] => {
  const parts = fields.flatMap((field) => [
    { name: field.name, label: field.label, kind: field.kind },
    ...partsOf(field).map(({ name, label }) => ({ name, label, kind: 'money' })),
  ]);
  return refused.map(({ field, message }) => {
    const name = nameOf(field);
    const part = parts.find((one) => one.name === name);
    const empty = (filled[name] ?? '').trim() === '';
    return {
      name,
      label: part?.label ?? name,
      message: empty ? (EMPTY[part?.kind ?? ''] ?? 'Enter an amount, such as 125.00.') : message,
    };
  });
};

/** What a form shows before anything is asked: today, this year, and what holds unless unticked. */
export const firstFilled = (fields: readonly FormField[], today: string): Filled =>
  Object.fromEntries(
    fields.flatMap((field) => {
      if (field.name === 'on') return [['on', today]];
      if (field.kind === 'year') return [[field.name, today.slice(0, 4)]];
      return field.kind === 'tick' && field.ticked ? [[field.name, '1']] : [];
    }),
  );
