import type * as z from 'zod';
import { boundValues, type Shape, type Statement } from './statement.ts';

/** A read with its values, ready to be asked together with others. */
export interface Read<T = unknown> {
  statement: Statement;
  values: unknown[];
  /** What is made of its rows. */
  from(rows: never[]): T[];
}
/** The rows of each read; none for one that was left out. */
export type RowsOf<L extends readonly (Read | null)[]> = {
  [K in keyof L]: NonNullable<L[K]> extends Read<infer T> ? T[] : never;
};
/** A row of a joined statement: the place of its read, and its cells as JSON. */
export interface JoinedRow {
  no: number;
  cells: string;
}

/** Binds a statement to be asked together with others. */
export const read = <P extends Shape, R extends Shape>(
  s: Statement<P, R>,
  params: z.input<P>,
): Read<z.output<R>> => readAs(s, params, (rows) => rows);

/** As `read`, and says what is made of the rows. */
export const readAs = <P extends Shape, R extends Shape, T>(
  s: Statement<P, R>,
  params: z.input<P>,
  from: (rows: z.output<R>[]) => T[],
): Read<T> => ({ statement: s, values: boundValues(s, params), from });

// What D1 takes: bytes and values of a statement, arguments of a function, terms of a union.
const MOST_LENGTH = 90_000;
const MOST_VALUES = 100;
const MOST_ARGUMENTS = 32;
const MOST_TERMS = 5;

const columnsOf = (s: Statement) => Object.keys(s.row.shape);

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, no) => list.slice(no * size, (no + 1) * size));

const cellsOf = (s: Statement): string => {
  const arrays = chunks(columnsOf(s), MOST_ARGUMENTS).map(
    (names) => `json_array(${names.map((name) => `"${name}"`).join(', ')})`,
  );
  return `json_array(${arrays.join(', ')})`;
};

const union = (terms: string[]): string =>
  terms.length <= MOST_TERMS
    ? terms.join('\nunion all\n')
    : union(chunks(terms, MOST_TERMS).map((some) => `select * from (${some.join('\nunion all\n')})`));

/** Reads by their places, so many as one statement takes. */
const lotsOf = (reads: readonly Read[]): number[][] => {
  const lots: number[][] = [];
  let [length, values] = [0, new Set<unknown>()];
  for (const [no, one] of reads.entries()) {
    const all = new Set([...values, ...one.values]);
    const more = length + one.statement.numbered.length + cellsOf(one.statement).length;
    if (lots.length > 0 && more <= MOST_LENGTH && all.size <= MOST_VALUES) {
      lots.at(-1)?.push(no);
      [length, values] = [more, all];
    } else {
      lots.push([no]);
      [length, values] = [one.statement.numbered.length, new Set(one.values)];
    }
  }
  return lots;
};

/**
 * Several reads as one statement, so that a page asks the database once: the rows of each follow one another, with the
 * place of the read and their cells as JSON. More than D1 takes in one statement become two.
 */
export const joined = (reads: readonly Read[]): { sql: string; values: unknown[] }[] =>
  lotsOf(reads).map((lot) => {
    const values: unknown[] = [];
    // The same value under one number, since a statement takes so few.
    const numberOf = (value: unknown) => {
      if (!values.includes(value)) values.push(value);
      return values.indexOf(value) + 1;
    };
    const terms = lot.map((no) => {
      const { statement, values: own } = reads[no] as Read;
      const sql = statement.numbered.replace(/'(?:[^']|'')*'|--[^\n]*|\?(\d+)/g, (whole, at?: string) =>
        at === undefined ? whole : `?${numberOf(own[Number(at) - 1])}`,
      );
      return `select ${no} as no, ${cellsOf(statement)} as cells from (${sql}\n)`;
    });
    return { sql: union(terms), values };
  });

/** What each read says, out of the rows of `joined`. */
export const rowsOf = (reads: readonly Read[], answer: readonly JoinedRow[]): unknown[][] => {
  const found = reads.map((): Record<string, unknown>[] => []);
  const columns = reads.map(({ statement }) => columnsOf(statement));
  for (const { no, cells } of answer) {
    const values = (JSON.parse(cells) as unknown[][]).flat();
    found[no]?.push(
      Object.fromEntries(
        // A cell that is JSON itself comes as what it says.
        values.map((cell, at) => [
          columns[no]?.[at],
          typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell,
        ]),
      ),
    );
  }
  return reads.map((one, no) => one.from((found[no] ?? []) as never[]));
};
