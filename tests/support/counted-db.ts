/** What a database was asked to do, as D1 counts it. */
export interface Counts {
  statements: number;
  /** Rows of tables and of indices, deletions included. */
  rowsWritten: number;
  rowsRead: number;
}

interface Meta {
  rows_written?: number;
  rows_read?: number;
}

/** One statement as it was run. */
export interface Ran {
  sql: string;
  values: unknown[];
  rowsWritten: number;
  rowsRead: number;
}

/**
 * A database that counts into `counts` what is done through it.
 * @param heard told of each statement
 */
export const countedDb = (d1: D1Database, counts: Counts, heard?: (ran: Ran) => void): D1Database => {
  const real = new WeakMap<
    D1PreparedStatement,
    { statement: D1PreparedStatement; sql: string; values: unknown[] }
  >();
  const note = ({ meta }: { meta: Meta }, sql: string, values: unknown[]) => {
    const { rows_written: rowsWritten = 0, rows_read: rowsRead = 0 } = meta;
    counts.statements += 1;
    counts.rowsWritten += rowsWritten;
    counts.rowsRead += rowsRead;
    heard?.({ sql, values, rowsWritten, rowsRead });
  };
  const counted = (statement: D1PreparedStatement, sql: string, values: unknown[]): D1PreparedStatement => {
    const ask = async <T>() => {
      const answer = await statement.all<T>();
      note(answer, sql, values);
      return answer;
    };
    const shell = {
      bind: (...bound: unknown[]) => counted(statement.bind(...bound), sql, bound),
      all: ask,
      run: ask,
      first: async (column?: string) => {
        const [row] = (await ask<Record<string, unknown>>()).results;
        return row === undefined ? null : column === undefined ? row : row[column];
      },
      raw: async <T>() => {
        counts.statements += 1;
        return statement.raw<T[]>();
      },
    } as unknown as D1PreparedStatement;
    real.set(shell, { statement, sql, values });
    return shell;
  };
  return {
    prepare: (sql: string) => counted(d1.prepare(sql), sql, []),
    batch: async <T>(list: D1PreparedStatement[]) => {
      const known = list.map((one) => real.get(one));
      const answers = await d1.batch<T>(list.map((one, no) => known[no]?.statement ?? one));
      for (const [no, answer] of answers.entries())
        note(answer, known[no]?.sql ?? '', known[no]?.values ?? []);
      return answers;
    },
  } as unknown as D1Database;
};
