import type * as z from 'zod';
import { boundValues, type RowOf, type Shape, type Statement } from './statement.ts';

/** A read with its values, ready to be asked together with others. */
export interface Read<S extends Statement = Statement> {
  statement: S;
  values: unknown[];
}
/** The rows of each read; none for one that was left out. */
export type RowsOf<L extends readonly (Read | null)[]> = {
  [K in keyof L]: NonNullable<L[K]> extends Read<infer S> ? RowOf<S>[] : never;
};

/** Binds a statement to be asked together with others. */
export const read = <P extends Shape, R extends Shape>(
  s: Statement<P, R>,
  params: z.input<P>,
): Read<Statement<P, R>> => ({ statement: s, values: boundValues(s, params) });

const columnsOf = (s: Statement) => Object.keys(s.row.shape);

/**
 * Several reads as one statement, so that a page asks the database once: each read becomes one column, a JSON list of its
 * rows. For short answers: a value in D1 has at most 2 MB, a row of a read at most 32 columns.
 */
export const joined = (reads: readonly Read[]): { sql: string; values: unknown[] } => {
  const values: unknown[] = [];
  // The same value under one number: a statement takes 100 at most.
  const numberOf = (value: unknown) => {
    if (!values.includes(value)) values.push(value);
    return values.indexOf(value) + 1;
  };
  const parts = reads.map(({ statement, values: own }) => {
    const sql = statement.numbered.replace(/'(?:[^']|'')*'|--[^\n]*|\?(\d+)/g, (whole, no?: string) =>
      no === undefined ? whole : `?${numberOf(own[Number(no) - 1])}`,
    );
    const columns = columnsOf(statement).map((name) => `"${name}"`);
    return `(select json_group_array(json_array(${columns.join(', ')})) from (${sql}\n))`;
  });
  return { sql: `select ${parts.map((part, no) => `${part} as "${no}"`).join(',\n')}`, values };
};

/** The rows of one read out of the answer of `joined`. */
export const rowsFrom = ({ statement }: Read, list: string): Record<string, unknown>[] => {
  const columns = columnsOf(statement);
  return (JSON.parse(list) as unknown[][]).map((cells) =>
    Object.fromEntries(
      // A cell that is JSON itself comes as what it says.
      cells.map((cell, at) => [
        columns[at],
        typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell,
      ]),
    ),
  );
};
