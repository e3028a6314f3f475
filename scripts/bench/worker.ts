import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { freePort, Plain, ROOT, run } from '../local.ts';
import { signToken } from '../../src/platform/tokens.ts';
import { SECRETS } from './secrets.ts';

/** The copy of Miniflare that wrangler itself uses: one workerd on the machine. */
const { Miniflare, convertV4MiniflareOptions } = createRequire(
  createRequire(import.meta.url).resolve('wrangler'),
)('miniflare') as typeof import('miniflare');

const DATE = '2026-08-01';

export interface Counts {
  statements: number;
  rowsWritten: number;
  rowsRead: number;
  queueMessages: number;
  queueReads: number;
  pacerCalls: number;
  files: number;
  requests: number;
}

export interface BenchWorker {
  url: string;
  apiKey: string;
  /** Signs the owner in, once. */
  signInLink: string;
  /** One call of the JSON API; throws with the problem. */
  api<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<T>;
  counts(): Promise<Counts>;
  /** The statement that wrote the most rows since the start, with its parameters. */
  largest(): Promise<{ sql: string; values: (string | number | null)[] }>;
  db: D1Database;
  stop(): Promise<void>;
}

let bundle: Promise<string> | null = null;
/** The Worker over counting bindings, bundled as it would be uploaded. */
const bundled = (): Promise<string> =>
  (bundle ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-bundle-'));
    await run(['deploy', '--dry-run', '--outdir', folder, 'tests/support/counted-worker.ts']);
    const text = readFileSync(join(folder, 'counted-worker.js'), 'utf8');
    rmSync(folder, { recursive: true, force: true });
    return text;
  })());

const migrations = () =>
  import('@cloudflare/vitest-plugin').then(({ readD1Migrations }) =>
    readD1Migrations(join(ROOT, 'migrations')),
  );

/**
 * Starts the real Worker on workerd, without the proxy that `wrangler dev` puts before it.
 * @param exchangeUrl where it finds its carrier
 * @param clockOffset ms that its clock runs ahead, so that texts may go out
 * @param network what it begins with
 */
export const openWorker = async (
  port: number,
  exchangeUrl: string,
  clockOffset: number,
  network: 'demo' | 'empty' = 'empty',
): Promise<BenchWorker> => {
  const persist = mkdtempSync(join(tmpdir(), 'bench-state-'));
  const url = `http://127.0.0.1:${port}`;
  const options = convertV4MiniflareOptions({
    port,
    // The entrance by which mails come in, as `wrangler dev` has it.
    unsafeTriggerHandlers: true,
    modules: [{ type: 'ESModule', path: 'worker.js', contents: await bundled() }],
    compatibilityDate: DATE,
    compatibilityFlags: ['nodejs_compat'],
    bindings: {
      ...SECRETS,
      PUBLIC_URL: url,
      TWILIO_API_BASE: exchangeUrl,
      MAIL_API_BASE: exchangeUrl,
      MAIL_FROM: 'network@alerts.example',
      MAIL_AUTHSERV_ID: 'mx.bench.example',
      REPLY_DOMAIN: 'reply.example',
      LOCAL: 'yes',
      LOCAL_CLOCK_OFFSET: String(clockOffset),
    },
    d1Databases: { DB: 'bench' },
    d1Persist: join(persist, 'd1'),
    r2Buckets: { FILES: 'bench' },
    r2Persist: join(persist, 'r2'),
    durableObjects: { PACER: { className: 'Pacer', useSQLite: true } },
    durableObjectsPersist: join(persist, 'do'),
    queueProducers: { DELIVERIES: 'deliveries', EVENTS: 'events' },
    queueConsumers: {
      deliveries: { maxBatchSize: 2, maxBatchTimeout: 0, maxRetries: 5 },
      events: { maxBatchSize: 100, maxBatchTimeout: 1, maxRetries: 5 },
    },
  });
  const miniflare = new Miniflare(options);
  const db = (await miniflare.getD1Database('DB')) as unknown as D1Database;
  for (const { queries } of await migrations()) await db.batch(queries.map((sql) => db.prepare(sql)));
  const begun = await fetch(`${url}/_local/begin`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await signToken(SECRETS.AUTH_SECRET, 'local', 'begin')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ network }),
  });
  if (!begun.ok) throw new Plain(`The network could not be prepared: ${await begun.text()}`);
  const { apiKey, signInLink } = (await begun.json()) as { apiKey: string; signInLink: string };
  return {
    url,
    apiKey,
    signInLink,
    db,
    async api<T>(method: string, path: string, body?: unknown) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Plain(`${method} ${path} answered ${answer.status}: ${text.slice(0, 1000)}`);
      return JSON.parse(text) as T;
    },
    counts: async () => (await fetch(`${url}/_bench/counts`)).json() as Promise<Counts>,
    largest: async () => (await fetch(`${url}/_bench/largest`)).json() as never,
    stop: async () => {
      await miniflare.dispose();
      rmSync(persist, { recursive: true, force: true });
    },
  };
};

/** A Worker of a few lines on the same runtime. @param script its one module */
export const openBare = async (script: string, port?: number) => {
  const taken = port ?? (await freePort());
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({ port: taken, modules: true, script, compatibilityDate: DATE }),
  );
  await miniflare.ready;
  return { url: `http://127.0.0.1:${taken}`, stop: () => miniflare.dispose() };
};
