import { env } from 'cloudflare:workers';
import type { Process } from './process.ts';

/** One statement as it goes to the database. */
export interface Sent {
  sql: string;
  values: unknown[];
}
interface Watch {
  /** Puts another statement in the place of one: a condition left out, to see what it prevents. */
  instead?(sent: Sent): Sent;
  /** What is not worth its time here: it is taken for done. */
  skips?(sent: Sent): boolean;
  /** Answers of before, for as long as nothing was written that they were read from; undefined: all is read anew. */
  remembers?: Memory;
  /** Sees each batch right after its effect, before anything else reaches the database. */
  after?(sent: Sent[], answers: D1Result[]): Promise<void>;
}

export type Memory = Map<string, D1Result>;

/** What a statement read of tables that are written to is forgotten: every answer in whose words they stand. */
const forget = (memory: Memory | undefined, list: Sent[]): void => {
  if (!memory) return;
  const written = list.flatMap(({ sql }) =>
    [...sql.matchAll(/\b(?:insert into|update|delete from)\s+(\w+)/g)].map(([, table]) => table ?? ''),
  );
  for (const key of memory.keys()) if (written.some((table) => key.includes(table))) memory.delete(key);
};

const NOTHING_DONE = { success: true, results: [], meta: { changes: 0 } };

/** The database as one run of the Worker sees it: every call can fail before or after its effect. */
export const struckDb = (process: Process, watch: Watch): D1Database => {
  const written = (sql: string, values: unknown[] = []) => {
    const sent = watch.instead?.({ sql, values }) ?? { sql, values };
    const real = () => env.DB.prepare(sent.sql).bind(...sent.values);
    const run = (name: string) =>
      process.stored(`d1.${name}`, async () => {
        const key = `${sent.sql} ${JSON.stringify(sent.values)}`;
        const known = watch.remembers?.get(key);
        if (known) return structuredClone(known);
        const answer = await real().all();
        forget(watch.remembers, [sent]);
        if (/^\s*(?:select|with)\b(?!.*\breturning\b)/s.test(sent.sql))
          watch.remembers?.set(key, structuredClone(answer));
        await watch.after?.([sent], [answer]);
        return answer;
      });
    return {
      sent,
      real,
      bind: (...bound: unknown[]) => written(sql, bound),
      all: () => run('all'),
      run: () => run('run'),
      first: async () => (await run('first')).results[0] ?? null,
    };
  };
  const db = {
    prepare: (sql: string) => written(sql),
    batch: (list: ReturnType<typeof written>[]) =>
      process.stored('d1.batch', async () => {
        if (list.every((one) => watch.skips?.(one.sent))) return list.map(() => NOTHING_DONE);
        const answers = await env.DB.batch(list.map((one) => one.real()));
        forget(
          watch.remembers,
          list.map((one) => one.sent),
        );
        await watch.after?.(
          list.map((one) => one.sent),
          answers,
        );
        return answers;
      }),
  };
  return db as unknown as D1Database;
};
