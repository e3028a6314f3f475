import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { clockOffset, freePort } from '../local.ts';
import { seedAlerts, seedMembers, yearsAlert } from '../../tests/support/years.ts';
import { openExchange } from './exchange.ts';
import { budget } from './figures.ts';
import { signedIn } from './signed-in.ts';
import { openWorker, type BenchWorker } from './worker.ts';

const MEMBERS = 5_000;
const ANSWERED = 1_000;
const ROUNDS = 15;
const MOST_TIMES = 2;
const MOST_STATEMENTS = 8;
const MOST_KB = 60;

interface Visit {
  ms: number;
  statements: number;
  rowsRead: number;
  kb: number;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Opens a page again and again. @returns the middle time, and what one visit asked of the database */
const visit = async (worker: BenchWorker, cookie: string, path: string): Promise<Visit> => {
  const open = async () => {
    const answer = await fetch(worker.url + path, { headers: { cookie }, redirect: 'manual' });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    return text;
  };
  await open();
  const before = await worker.counts();
  const text = await open();
  const after = await worker.counts();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await open();
    times.push(performance.now() - began);
  }
  return {
    ms: median(times),
    statements: after.statements - before.statements,
    rowsRead: after.rowsRead - before.rowsRead,
    kb: gzipSync(text).byteLength / 1024,
  };
};

/**
 * Opens the pages of the console on the demo network, then with many deliveries more, and compares.
 * @param deliveries how many more; a fifth as many answers
 */
export const consolePages = async ({ deliveries, say }: { deliveries: number; say(line: string): void }) => {
  const alerts = Math.ceil(deliveries / MEMBERS);
  const port = await freePort();
  const exchange = await openExchange(`http://127.0.0.1:${port}`, []);
  const worker = await openWorker(
    port,
    exchange.url,
    clockOffset(mkdtempSync(join(tmpdir(), 'bench-clock-'))),
    'demo',
  );
  try {
    const cookie = await signedIn(worker);
    const id = async (sql: string) => (await worker.db.prepare(sql).first<{ id: string }>())?.id ?? '';
    const [alert, member, conversation, bill, committee] = await Promise.all([
      id(`select id from alert where state in ('open', 'sending') order by launched_at limit 1`),
      id(`select member_id as id from response limit 1`),
      id(`select id from conversation limit 1`),
      id(`select id from bill limit 1`),
      id(`select id from committee limit 1`),
    ]);
    const pages = (chosen: string) => [
      '/',
      '/alerts',
      `/alerts/${chosen}`,
      `/alerts/${chosen}/deliveries`,
      `/alerts/${chosen}/responses`,
      '/members',
      `/members/${member}`,
      '/inbox',
      `/inbox/${conversation}`,
      '/agenda',
      '/agenda/bills',
      `/agenda/bills/${bill}`,
      `/agenda/bills/${bill}/board`,
      '/officials',
      `/officials/committees/${committee}`,
      '/officials/delegation',
      '/talking-points',
      '/log',
      '/filings',
      '/reports',
      '/settings',
      '/settings/health',
    ];
    const small = new Map<string, Visit>();
    say('The demo network');
    for (const path of pages(alert)) small.set(path, await visit(worker, cookie, path));
    say(`${alerts} alerts to ${MEMBERS} members each, ${alerts * ANSWERED} answers`);
    await seedMembers(worker.db, MEMBERS);
    await seedAlerts(worker.db, alert, { from: 1, to: alerts, answered: ANSWERED, out: 2 });
    const last = yearsAlert(alerts);
    say('The same pages');
    const runs: (Visit & { page: string; times: number; rowsReadDemo: number })[] = [];
    for (const [no, path] of pages(alert).entries()) {
      const before = small.get(path);
      const after = await visit(worker, cookie, pages(last)[no] ?? path);
      if (before)
        runs.push({
          page: path.replaceAll(/\/[0-9A-Za-z-]*\d[0-9A-Za-z-]*/g, '/:id'),
          ms: Number(after.ms.toFixed(1)),
          times: Number((after.ms / before.ms).toFixed(2)),
          statements: after.statements,
          rowsRead: after.rowsRead,
          rowsReadDemo: before.rowsRead,
          kb: Number(after.kb.toFixed(1)),
        });
    }
    const most = (pick: (run: (typeof runs)[number]) => number) => Math.max(...runs.map(pick));
    return {
      figures: [
        budget(
          `slowest page at ${deliveries} deliveries against itself on the demo`,
          most((run) => run.times),
          'at most',
          MOST_TIMES,
        ),
        budget(
          'statements of a page',
          most((run) => run.statements),
          'at most',
          MOST_STATEMENTS,
        ),
        budget(
          'a page over the wire, KB',
          most((run) => run.kb),
          'at most',
          MOST_KB,
        ),
      ],
      runs,
    };
  } finally {
    await worker.stop();
    await exchange.stop();
  }
};
