import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runAhead } from '../tests/exchange/clock.ts';
import { startExchange } from '../tests/exchange/exchange.ts';
import { localDate, localTime, weekday } from '../src/platform/days.ts';
import type { Network } from '../src/demo/networks.ts';
import { signToken } from '../src/platform/tokens.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
const ZONE = 'America/Denver';
/** How often production rings each clock; locally this script rings them. */
const CRONS: [cron: string, everyMinutes: number][] = [
  ['* * * * *', 1],
  ['*/15 * * * *', 15],
  ['0 11 * * *', 24 * 60],
];

export interface LocalOptions {
  port: number;
  exchangePort: number;
  /** Where the database, files and phones are kept. */
  state: string;
  fresh?: boolean;
  network: Network;
  /** Where a network is kept whose secrets a new one takes over: an export is put back under the same. */
  secretsOf?: string;
  /** Rings the clocks each minute, as production does; tests ring them by hand. */
  clocks?: boolean;
  statusDelayMs?: number;
  say?: (line: string) => void;
}

export interface Local {
  url: string;
  /** How far the network's clock runs ahead of the machine's, in ms. */
  clockOffset: number;
  exchangeUrl: string;
  signInLink: string;
  apiKey: string;
  /** Rings one clock and waits for its verbs. */
  ring(cron: string): Promise<void>;
  /** The Worker alone: killed as a crash would, and started again on the same state. */
  crash(): Promise<void>;
  /** @param laterMs how much later it is by then, for the network and the exchange alike */
  restart(laterMs?: number): Promise<void>;
  /** What the Worker said since it was last started, the newest 200,000 characters. */
  said(): string;
  stop(): Promise<void>;
}

/** A problem to be told to the person at the terminal, without a stack. */
export class Plain extends Error {}

const portIsFree = (port: number) =>
  new Promise<boolean>((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, () => server.close(() => done(true)));
  });

/** Any port that nobody listens on. */
export const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

type Secrets = Record<
  | 'TWILIO_ACCOUNT_SID'
  | 'TWILIO_AUTH_TOKEN'
  | 'TWILIO_MESSAGING_SERVICE_SID'
  | 'MAIL_API_KEY'
  | 'MAIL_WEBHOOK_SECRET'
  | 'AUTH_SECRET'
  | 'LINK_SECRET',
  string
>;

const secretsIn = (state: string, others?: string): Secrets => {
  const file = join(state, 'secrets.json');
  const theirs = others && join(others, 'secrets.json');
  if (theirs && !existsSync(file) && existsSync(theirs)) {
    mkdirSync(state, { recursive: true });
    copyFileSync(theirs, file);
  }
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secret = (bytes: number) => randomBytes(bytes).toString('hex');
  const secrets = {
    TWILIO_ACCOUNT_SID: `AC${secret(16)}`,
    TWILIO_AUTH_TOKEN: secret(16),
    TWILIO_MESSAGING_SERVICE_SID: `MG${secret(16)}`,
    MAIL_API_KEY: `re_${secret(12)}`,
    MAIL_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('base64')}`,
    AUTH_SECRET: secret(32),
    LINK_SECRET: secret(32),
  };
  mkdirSync(state, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
};

const HOUR = 3_600_000;

/**
 * How far this machine's network runs ahead of the clock, in ms. Texts wait outside 9 am to 8 pm, so a network begun
 * at night in its own zone stands at the next 10 am; it keeps that, so that its time never goes back.
 */
export const clockOffset = (state: string): number => {
  const file = join(state, 'clock.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { offset: number }).offset : 0;
  const hourAt = (ms: number) => Number(localTime(ms, ZONE).slice(0, 2));
  const dayAt = (ms: number) => weekday(localDate(ms, ZONE));
  let offset = kept;
  const awake = (ms: number) => hourAt(ms) >= 9 && hourAt(ms) < 17 && dayAt(ms) !== 7;
  const late = (ms: number) => awake(ms) && hourAt(ms) >= 10;
  if (!awake(Date.now() + offset)) while (!late(Date.now() + offset)) offset += HOUR;
  writeFileSync(file, JSON.stringify({ offset }));
  return offset;
};

/** Workers are process groups of their own: whatever ends this process, they end with it. */
const groups = new Set<number>();
process.on('exit', () => {
  for (const group of groups) endGroup(group, 'SIGKILL');
});
const endGroup = (group: number, how: NodeJS.Signals) => {
  try {
    process.kill(-group, how);
  } catch {
    // The group is gone already.
  }
};

/** Runs a command of wrangler. @throws Plain with what it said when it did not work */
export const run = (args: string[]) =>
  new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [WRANGLER, ...args], {
      cwd: ROOT,
      env: quietEnv(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Plain(`wrangler ${args[0]} ${args[1]} did not work:\n${output}`)),
    );
  });

const quietEnv = () => ({
  ...process.env,
  WRANGLER_SEND_METRICS: 'false',
  NO_COLOR: '1',
  CI: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
});

/**
 * Starts Worker and exchange on this machine, on the real runtime, with nothing outside.
 * @throws Plain when a port is taken or the Worker does not start
 */
export const startLocal = async (options: LocalOptions): Promise<Local> => {
  const say = options.say ?? (() => undefined);
  const { port, exchangePort, state } = options;
  for (const [one, flag] of [
    [port, '--port'],
    [exchangePort, '--exchange-port'],
  ] as const) {
    if (!(await portIsFree(one))) {
      throw new Plain(
        `Port ${one} is taken by another program. Stop it, or choose another: npm start -- ${flag} ${one + 10}`,
      );
    }
  }
  if (options.fresh) rmSync(state, { recursive: true, force: true });
  const secrets = secretsIn(state, options.secretsOf);
  const url = `http://localhost:${port}`;
  const exchangeUrl = `http://localhost:${exchangePort}`;
  const settings = {
    ...secrets,
    PUBLIC_URL: url,
    TWILIO_API_BASE: exchangeUrl,
    MAIL_API_BASE: exchangeUrl,
    MAIL_FROM: 'network@alerts.example',
    MAIL_AUTHSERV_ID: 'mx.exchange.example',
    REPLY_DOMAIN: 'reply.example',
    LOCAL: 'yes',
    LOCAL_CLOCK_OFFSET: String(clockOffset(state)),
  };
  const envFile = join(state, 'settings.env');
  const writeSettings = () =>
    writeFileSync(
      envFile,
      Object.entries(settings)
        .map(([key, value]) => `${key}="${value}"`)
        .join('\n'),
      { mode: 0o600 },
    );
  writeSettings();

  say('Preparing the database');
  const persist = join(state, 'worker');
  const migrate = () => run(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', persist]);
  // On a busy machine its local database has been seen to close the connection once; migrations are safe to try again.
  await migrate().catch(migrate);

  let worker: ChildProcess | null = null;
  let output = '';
  const startWorker = async () => {
    output = '';
    worker = spawn(
      process.execPath,
      [
        WRANGLER,
        'dev',
        '--port',
        String(port),
        '--inspector-port',
        String(await freePort()),
        '--persist-to',
        persist,
        '--env-file',
        envFile,
        '--show-interactive-dev-session=false',
        '--log-level',
        'log',
      ],
      { cwd: ROOT, env: quietEnv(), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    const group = worker.pid;
    if (group) {
      groups.add(group);
      worker.once('close', () => groups.delete(group));
    }
    const keep = (chunk: unknown) => void (output = (output + String(chunk)).slice(-200_000));
    worker.stdout?.on('data', keep);
    worker.stderr?.on('data', keep);
    for (let tries = 0; tries < 240; tries += 1) {
      // A build that fails leaves wrangler running, for it waits for the files to change.
      if (worker.exitCode !== null || output.includes('Build failed')) break;
      const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      if (answer?.ok) return;
      await pause(250);
    }
    await killWorker('SIGKILL');
    throw new Plain(`The Worker did not start.\n${output}`);
  };
  const killWorker = async (signal: 'SIGINT' | 'SIGKILL') => {
    const child = worker;
    worker = null;
    if (!child?.pid || child.exitCode !== null) return;
    const gone = new Promise<void>((done) => child.once('close', () => done()));
    const group = child.pid;
    endGroup(group, signal);
    await Promise.race([gone, pause(5_000).then(() => endGroup(group, 'SIGKILL'))]);
    await gone;
  };

  say('Starting the exchange');
  const exchange = await startExchange({
    port: exchangePort,
    workerUrl: url,
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authToken: settings.TWILIO_AUTH_TOKEN,
    messagingServiceSid: settings.TWILIO_MESSAGING_SERVICE_SID,
    senderNumber: '+14065550199',
    mailApiKey: settings.MAIL_API_KEY,
    mailWebhookSecret: settings.MAIL_WEBHOOK_SECRET,
    authservId: settings.MAIL_AUTHSERV_ID,
    replyDomain: settings.REPLY_DOMAIN,
    clockOffsetMs: Number(settings.LOCAL_CLOCK_OFFSET),
    stateFile: join(state, 'exchange.json'),
    ...(options.statusDelayMs === undefined ? {} : { statusDelayMs: options.statusDelayMs }),
  });

  const ring = async (cron: string) => {
    const answer = await fetch(`${url}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`);
    await answer.text();
  };
  let clock: NodeJS.Timeout | null = null;
  const stop = async () => {
    if (clock) clearInterval(clock);
    await killWorker('SIGINT');
    await exchange.stop();
  };
  try {
    say('Starting the Worker');
    await startWorker();
    say(
      options.network === 'demo'
        ? 'Building the demo network (only the first time)'
        : 'Preparing an empty network',
    );
    const answer = await fetch(`${url}/_local/begin`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await signToken(settings.AUTH_SECRET, 'local', 'begin')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ network: options.network }),
    });
    if (!answer.ok) throw new Plain(`The network could not be prepared.\n${await answer.text()}\n${output}`);
    const begun = (await answer.json()) as {
      signInLink: string;
      apiKey: string;
      people: { name: string; phone: string | null; email: string | null }[];
    };
    await fetch(`${exchangeUrl}/_exchange/people`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(begun.people),
    });
    if (options.clocks) {
      let minute = 0;
      clock = setInterval(() => {
        minute += 1;
        for (const [cron, every] of CRONS) if (minute % every === 0) ring(cron).catch(() => undefined);
      }, 60_000);
    }
    return {
      url,
      clockOffset: Number(settings.LOCAL_CLOCK_OFFSET),
      exchangeUrl,
      signInLink: begun.signInLink,
      apiKey: begun.apiKey,
      ring,
      crash: () => killWorker('SIGKILL'),
      restart: async (laterMs = 0) => {
        const offset = Number(settings.LOCAL_CLOCK_OFFSET) + laterMs;
        settings.LOCAL_CLOCK_OFFSET = String(offset);
        writeSettings();
        runAhead(offset);
        await startWorker();
      },
      said: () => output,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
