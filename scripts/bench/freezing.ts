import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { clockOffset, freePort, ROOT } from '../local.ts';
import { openExchange } from './exchange.ts';
import { budget } from './figures.ts';
import { approvedAlert, seedMembers, seedStatements } from './network.ts';
import { openWorker, type BenchWorker } from './worker.ts';

const ROUNDS = 5;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The same network in SQLite itself: the migrations, what the Worker began with, the same members. */
const twinOf = async (worker: BenchWorker, folder: string, members: number): Promise<DatabaseSync> => {
  const twin = new DatabaseSync(join(folder, 'twin.db'));
  twin.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on');
  for (const file of readdirSync(join(ROOT, 'migrations')).toSorted())
    twin.exec(readFileSync(join(ROOT, 'migrations', file), 'utf8'));
  twin.exec('pragma foreign_keys = off');
  for (const table of ['organization', 'network_setting', 'alert', 'alert_version']) {
    const { results } = await worker.db.prepare(`select * from ${table}`).all<Record<string, string>>();
    for (const row of results)
      twin
        .prepare(
          `insert or replace into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).fill('?').join(', ')})`,
        )
        .run(...Object.values(row));
  }
  for (const [sql, values] of seedStatements(members)) twin.prepare(sql).run(...values);
  return twin;
};

/** Plans an alert to many by the launch's own statement, on D1 and on SQLite by turns. */
export const freezing = async ({ recipients, say }: { recipients: number; say(line: string): void }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-freezing-'));
  const port = await freePort();
  // Nothing answers for an hour: the sending must not run beside what is measured.
  const exchange = await openExchange(`http://127.0.0.1:${port}`, []);
  await exchange.answerAfter(600_000);
  const worker = await openWorker(port, exchange.url, clockOffset(folder));
  try {
    say(`${recipients} members`);
    await seedMembers(worker, recipients);
    const id = await approvedAlert(worker);
    const launchMs = await timed(() => worker.api('POST', `/alerts/${id}/launch`, {}));
    const { sql, values } = await worker.largest();
    if (!/insert into delivery /.test(sql) || !values.includes(id))
      throw new Error('The launch planned its deliveries by another statement than this bench knows.');
    const twin = await twinOf(worker, folder, recipients);
    const params = (round: number) => values.map((one) => (one === id ? `round-${round}` : one));
    const d1: number[] = [];
    const sqlite: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`round ${round} of ${ROUNDS}`);
      d1.push(
        await timed(() =>
          worker.db
            .prepare(sql)
            .bind(...params(round))
            .run(),
        ),
      );
      sqlite.push(await timed(() => twin.prepare(sql).run(...params(round))));
    }
    const { n } = twin.prepare(`select count(*) as n from delivery`).get() as { n: number };
    if (n !== recipients * ROUNDS) throw new Error(`SQLite planned ${n} deliveries.`);
    twin.close();
    return {
      figures: [
        budget(
          `freezing ${recipients} recipients against SQLite`,
          median(d1) / median(sqlite),
          'at most',
          1.6,
        ),
      ],
      runs: [{ recipients, launchMs, d1Ms: d1, sqliteMs: sqlite }],
    };
  } finally {
    await worker.stop();
    await exchange.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
