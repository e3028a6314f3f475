import type * as z from 'zod';

/** Shapes of parameters and rows: plain zod objects. */
export type Shape = z.ZodObject;

/** One SQL statement: its parameters, the row it answers with, and the text with `:name` parameters. */
export interface Statement<P extends Shape = Shape, R extends Shape = Shape> {
  params: P;
  row: R;
  /** The text as written. */
  text: string;
  /** The text with numbered parameters, as D1 takes them. */
  numbered: string;
  /** Parameter names in the order of their numbers. */
  names: string[];
  /** Tables this statement reads whole, each with the reason why that is fine. */
  scans: Record<string, string>;
}
/** The row a statement answers with. */
export type RowOf<S> = S extends Statement<Shape, infer R> ? z.output<R> : never;

/** A statement with its values, ready to be committed. */
export interface Change {
  statement: Statement;
  values: unknown[];
  /** True: the change must touch a row, else the whole commit is undone and answers `null`. */
  must: boolean;
}

/**
 * Declares a statement. The house test prepares it against the migrated schema and compares parameters,
 * columns and nullability with the shapes, so rows are not parsed again at run time.
 * @param scans tables that may be read whole, with the reason
 */
export const statement = <P extends Shape, R extends Shape>(s: {
  params: P;
  row: R;
  sql: string;
  scans?: Record<string, string>;
}): Statement<P, R> => {
  const names: string[] = [];
  const numbered = s.sql.replace(/'(?:[^']|'')*'|--[^\n]*|:([a-z][A-Za-z0-9_]*)/g, (whole, name?: string) => {
    if (name === undefined) return whole;
    if (!names.includes(name)) names.push(name);
    return `?${names.indexOf(name) + 1}`;
  });
  return { params: s.params, row: s.row, text: s.sql, numbered, names, scans: s.scans ?? {} };
};

/** Binds a statement for a commit. Booleans travel as 0 and 1, lists and objects as JSON text. */
export const change = <P extends Shape, R extends Shape>(s: Statement<P, R>, params: z.input<P>): Change => ({
  statement: s,
  values: boundValues(s, params),
  must: false,
});

/** As `change`, but the commit is undone when no row was touched: somebody was first. */
export const must = <P extends Shape, R extends Shape>(s: Statement<P, R>, params: z.input<P>): Change => ({
  ...change(s, params),
  must: true,
});

/** The values of a statement in the order of its numbers, as D1 takes them. */
export const boundValues = (s: Statement, params: Record<string, unknown>): unknown[] =>
  s.names.map((name) => {
    const value = params[name] ?? null;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value !== null && typeof value === 'object' && !(value instanceof ArrayBuffer))
      return JSON.stringify(value);
    return value;
  });
