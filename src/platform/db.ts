import * as z from 'zod';
import type { Ids } from './ids.ts';
import { journalled, type Entry } from './journal.ts';
import { outboxed, type Job, type SentJob } from './outbox.ts';
import { boundValues, statement, type Change, type Shape, type Statement } from './statement.ts';
import { joined, rowsOf, type JoinedRow, type Read, type RowsOf } from './together.ts';

/** The database as verbs see it: typed reads, and one way to write. */
export interface Db {
  all<P extends Shape, R extends Shape>(s: Statement<P, R>, params: z.input<P>): Promise<z.output<R>[]>;
  first<P extends Shape, R extends Shape>(
    s: Statement<P, R>,
    params: z.input<P>,
  ): Promise<z.output<R> | null>;
  /**
   * Several reads asked as one statement, or as few as the database takes.
   * @param reads made by `read`; null for one that is not wanted here
   * @returns the rows of each in their order; none for one not wanted
   */
  together<const L extends readonly (Read | null)[]>(...reads: L): Promise<RowsOf<L>>;
  /** Sets of reads of one shape, asked as `together` does; the rows of each set in their order. */
  togetherEach<const L extends readonly (Read | null)[]>(sets: readonly L[]): Promise<RowsOf<L>[]>;
  /**
   * The only way to write: changes, journal entry and jobs in one atomic batch; then the jobs go to the queue.
   * @returns the rows and counts of each change in order; null when a `must` change touched nothing, and
   *   then nothing at all was written
   */
  commit(entry: Entry | Entry[], changes: Change[], jobs?: Job[]): Promise<Done[] | null>;
  /**
   * Changes that belong to an entry already in the journal: claims and results of a launched alert, jobs
   * done, clocks run. Not for anything that a person decides.
   */
  record(changes: Change[]): Promise<Done[]>;
  /** Statements run since this value was built: for budgets in tests and benchmarks. */
  count(): number;
}
export interface Done {
  rows: Record<string, unknown>[];
  changed: number;
}

/** Fails its check when the statement before it touched no row. */
export const heldGuard = statement({
  params: z.object({}),
  row: z.object({}),
  sql: `insert into precondition (held) select 0 where changes() = 0`,
});

/**
 * @param enqueue hands jobs to the queue; may fail, since a clock sends again what the outbox still holds
 */
export const openDb = (
  d1: D1Database,
  outside: { now(): number; ids: Ids; enqueue(jobs: SentJob[]): Promise<void> },
): Db => {
  let statements = 0;
  const prepare = (s: Statement, values: unknown[]) => d1.prepare(s.numbered).bind(...values);
  const batch = async (changes: Change[]): Promise<Done[]> => {
    const list = changes.flatMap((c) =>
      c.must ? [prepare(c.statement, c.values), prepare(heldGuard, [])] : [prepare(c.statement, c.values)],
    );
    statements += list.length;
    const answers = await d1.batch<Record<string, unknown>>(list);
    const done: Done[] = [];
    let at = 0;
    for (const c of changes) {
      const answer = answers[at];
      done.push({ rows: answer?.results ?? [], changed: answer?.meta.changes ?? 0 });
      at += c.must ? 2 : 1;
    }
    return done;
  };
  return {
    count: () => statements,
    async all<P extends Shape, R extends Shape>(s: Statement<P, R>, params: z.input<P>) {
      statements += 1;
      const answer = await prepare(s, boundValues(s, params)).all<z.output<R>>();
      return answer.results;
    },
    async first<P extends Shape, R extends Shape>(s: Statement<P, R>, params: z.input<P>) {
      const [row] = await this.all(s, params);
      return row ?? null;
    },
    async together<const L extends readonly (Read | null)[]>(...reads: L) {
      const wanted: Read[] = reads.filter((one) => one !== null);
      const lots = joined(wanted);
      statements += lots.length;
      const answers = await Promise.all(
        lots.map(({ sql, values }) =>
          d1
            .prepare(sql)
            .bind(...values)
            .all<JoinedRow>(),
        ),
      );
      const rows = rowsOf(
        wanted,
        answers.flatMap(({ results }) => results),
      );
      return reads.map((one) => (one === null ? [] : rows.shift())) as RowsOf<L>;
    },
    async togetherEach<const L extends readonly (Read | null)[]>(sets: readonly L[]) {
      const rows: unknown[] = await this.together(...sets.flat());
      return sets.map((set) => rows.splice(0, set.length) as unknown as RowsOf<L>);
    },
    async commit(entry, changes, jobs = []) {
      const now = outside.now();
      const entries = Array.isArray(entry) ? entry : [entry];
      const sent = jobs.map((job) => ({ ...job, id: outside.ids.next() }));
      try {
        const done = await batch([
          ...changes,
          ...entries.map((e) => journalled(e, outside.ids.next(), now)),
          ...sent.map((job) => outboxed(job, now)),
        ]);
        if (sent.length > 0) await outside.enqueue(sent);
        return done.slice(0, changes.length);
      } catch (error) {
        if (error instanceof Error && error.message.includes('CHECK constraint failed: held = 1'))
          return null;
        throw error;
      }
    },
    record: batch,
  };
};
