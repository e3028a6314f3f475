import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, ROOT, startLocal, type Local } from '../../scripts/local.ts';
import type { Network } from '../../src/demo/networks.ts';

/** Real public data beside the project; absent on most machines. */
export const DATA = process.env.REAL_DATA ?? join(ROOT, '../shared/data');
export const hasData = existsSync(DATA);
export const dataFile = (path: string): string => readFileSync(join(DATA, path), 'utf8');

/** A file of labelled replies. */
export const fixture = (name: string): string => readFileSync(join(ROOT, 'tests/fixtures', name), 'utf8');

export interface LedgerText {
  sid: string;
  by: string;
  from: string;
  to: string;
  body: string;
  status: string;
  segments: number;
  price_micros: number | null;
}
export interface LedgerMail {
  id: string;
  to: string[] | string;
  from: string;
  subject: string;
  text: string;
  html?: string;
  reply_to?: string[] | string;
  headers: Record<string, string>;
}

/** A running network with its exchange, and the two ways a test speaks to them. */
export interface Stage extends Local {
  /** The folder in which it is kept. */
  state: string;
  /** One call of the JSON API; fails with the problem unless `expect` says another status. */
  api<T = Record<string, never>>(method: string, path: string, body?: unknown, expect?: number): Promise<T>;
  raw(method: string, path: string, body: string, type: string): Promise<Response>;
  texts(to?: string): Promise<LedgerText[]>;
  mails(to?: string): Promise<LedgerMail[]>;
  /** A person texts the network. */
  text(from: string, body: string): Promise<void>;
  /** A person answers a mail. */
  answerMail(id: string, body: string): Promise<void>;
  /** A mail as it stands, with all that a machine writes above it. */
  mail(raw: string, to: string): Promise<void>;
  /** What the Worker's own database holds now: read only, beside the Worker. */
  rows<T = Record<string, unknown>>(sql: string): T[];
}

/** Asks until the answer pleases, ringing the clocks meanwhile as production does. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T>,
  pleases: (answer: T) => boolean,
  stage?: Stage,
): Promise<T> => {
  let answer = await ask();
  for (let tries = 0; tries < 200; tries += 1) {
    if (pleases(answer)) return answer;
    if (stage && tries % 10 === 9) await stage.ring('* * * * *');
    await pause(150);
    answer = await ask();
  }
  throw new Error(`Waited in vain for ${what}. Last: ${JSON.stringify(answer)?.slice(0, 2000)}`);
};

/** The file of the Worker's database. */
const databaseIn = (state: string) => {
  const folder = join(state, 'worker/v3/d1/miniflare-D1DatabaseObject');
  const file = readdirSync(folder).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  if (!file) throw new Error(`There is no database in ${folder}.`);
  return join(folder, file);
};

/**
 * Starts a network of its own for one journey.
 * @param beginsAt the instant at which it opens, where the journey is about a certain year
 * @param secretsOf the folder of another one, whose secrets it takes over
 */
export const openStage = async (network: Network, beginsAt?: string, secretsOf?: string): Promise<Stage> => {
  const state = mkdtempSync(join(tmpdir(), 'call-of-the-house-'));
  if (beginsAt)
    writeFileSync(join(state, 'clock.json'), JSON.stringify({ offset: Date.parse(beginsAt) - Date.now() }));
  const local = await startLocal({
    port: await freePort(),
    exchangePort: await freePort(),
    state,
    network,
    secretsOf,
    statusDelayMs: 10,
  });
  const get = async <T>(path: string) => (await (await fetch(local.exchangeUrl + path)).json()) as T;
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(local.exchangeUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok)
      throw new Error(`The exchange answered ${answer.status} to ${path}: ${await answer.text()}`);
    return answer.json() as Promise<Record<string, unknown>>;
  };
  const raw = (method: string, path: string, body: string, type: string) =>
    fetch(`${local.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${local.apiKey}`, 'content-type': type },
      body,
    });
  // A journey sends in minutes what a network sends in months.
  const unlimited = await raw('PUT', '/weekly-budget', '{"weekly_budget":null}', 'application/json');
  if (!unlimited.ok) throw new Error(`The weekly budget was not lifted: ${await unlimited.text()}`);
  return {
    ...local,
    state,
    raw,
    async api<T>(method: string, path: string, body?: unknown, expect?: number) {
      const answer = await fetch(`${local.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${local.apiKey}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (expect === undefined ? !answer.ok : answer.status !== expect)
        throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 2000)}`);
      return (text === '' ? {} : JSON.parse(text)) as T;
    },
    texts: (to) => get<LedgerText[]>(`/_exchange/messages${to ? `?to=${encodeURIComponent(to)}` : ''}`),
    mails: (to) => get<LedgerMail[]>(`/_exchange/mail${to ? `?to=${encodeURIComponent(to)}` : ''}`),
    text: async (from, body) => {
      const sent = await post('/_exchange/sms', { from, body });
      if (sent.webhook_status !== 200)
        throw new Error(`The text from ${from} was answered ${String(sent.webhook_status)}.`);
    },
    answerMail: async (id, body) => {
      const sent = await post('/_exchange/mail/reply', { id, body });
      if (sent.outcome !== 'delivered') throw new Error(`The mail was ${JSON.stringify(sent)}`);
    },
    mail: async (raw, to) => {
      const answer = await fetch(`${local.exchangeUrl}/_exchange/mail?to=${encodeURIComponent(to)}`, {
        method: 'POST',
        body: raw,
      });
      const sent = (await answer.json()) as { outcome: string };
      if (sent.outcome !== 'delivered') throw new Error(`The mail was ${JSON.stringify(sent)}`);
    },
    rows<T>(sql: string) {
      const db = new DatabaseSync(databaseIn(state), { readOnly: true });
      try {
        return db.prepare(sql).all() as T[];
      } finally {
        db.close();
      }
    },
    stop: async () => {
      await local.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
};
