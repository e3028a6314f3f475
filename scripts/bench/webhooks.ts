import { createRequire } from 'node:module';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { BuildResult } from 'esbuild';
import { signTwilio } from '../../tests/exchange/signatures.ts';
import { signToken } from '../../src/platform/tokens.ts';
import { clockOffset, freePort, ROOT } from '../local.ts';
import { openExchange } from './exchange.ts';
import { budget } from './figures.ts';
import { approvedAlert, seedMembers, tallyOf } from './network.ts';
import { SECRETS } from './secrets.ts';
import { steadily } from './steady.ts';
import { openBare, openWorker } from './worker.ts';

const MEMBERS = 2_000;
const SECONDS = 8;
const CONNECTIONS = 16;
const STEADY_RATE = 200;
/** Two thousand people answering within two minutes. */
const REPLY_RATE = 20;
const ROUNDS = 2;

const headers = (url: string, form: Record<string, string>) => ({
  'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
  'x-twilio-signature': signTwilio(SECRETS.TWILIO_AUTH_TOKEN, url, form),
});
const post = (base: string, path: string, form: Record<string, string>): autocannon.Request => ({
  method: 'POST',
  path,
  headers: headers(base + path, form),
  body: new URLSearchParams(form).toString(),
});

const sid = (no: number) => `SM${no.toString(16).padStart(32, '0')}`;
const common = {
  AccountSid: SECRETS.TWILIO_ACCOUNT_SID,
  ApiVersion: '2010-04-01',
  MessagingServiceSid: SECRETS.TWILIO_MESSAGING_SERVICE_SID,
};

/** Reports about texts that were sent, two for each. */
const reports = (base: string) =>
  Promise.all(
    Array.from({ length: MEMBERS * 2 }, async (_, no) => {
      const id = (no % MEMBERS) + 1;
      const status = no < MEMBERS ? 'sent' : 'delivered';
      const token = await signToken(SECRETS.LINK_SECRET, 'status', `${id}.1`);
      return post(base, `/hooks/twilio/status/${token}`, {
        ...common,
        MessageSid: sid(id),
        SmsSid: sid(id),
        MessageStatus: status,
        SmsStatus: status,
        From: '+14065550199',
        To: `+1406${2_000_000 + id}`,
      });
    }),
  );

/** Replies of members, each a text of its own. */
const replies = (base: string, from: number) =>
  Array.from({ length: 8_000 }, (_, no) =>
    post(base, '/hooks/twilio/inbound', {
      ...common,
      MessageSid: sid(1_000_000 + from + no),
      From: `+1406${2_000_001 + (no % MEMBERS)}`,
      To: '+14065550199',
      Body: no % 2 ? '1' : 'I called her this morning',
      NumMedia: '0',
      NumSegments: '1',
    }),
  );

const load = async (url: string, requests: autocannon.Request[]) => {
  const result = await autocannon({ url, requests, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were none of 2xx, ${result.errors} requests failed.`);
  return result.requests.average;
};

/** A route that reads the form and says yes. */
const bareRoute = async (): Promise<string> => {
  const require = createRequire(createRequire(import.meta.url).resolve('wrangler'));
  const { build } = require('esbuild') as { build(options: object): Promise<BuildResult> };
  const built = await build({
    stdin: {
      contents: `import { Hono } from 'hono';
        const app = new Hono();
        app.post('/hooks/*', async (c) => { await c.req.text(); return c.body(null, 204); });
        export default app;`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
  });
  return built.outputFiles?.[0]?.text ?? '';
};

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Takes in signed reports and replies as fast as it can, beside a bare route, and at a steady rate. */
export const webhooks = async ({ say }: { say(line: string): void }) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const exchange = await openExchange(url, []);
  const worker = await openWorker(
    port,
    exchange.url,
    clockOffset(mkdtempSync(join(tmpdir(), 'bench-clock-'))),
  );
  const bare = await openBare(await bareRoute());
  try {
    say(`An alert to ${MEMBERS} members`);
    await seedMembers(worker, MEMBERS);
    const id = await approvedAlert(worker);
    await worker.api('POST', `/alerts/${id}/launch`, {});
    while (((await tallyOf(worker, id)).accepted ?? 0) < MEMBERS)
      await new Promise((done) => setTimeout(done, 100));

    const status = await reports(url);
    // First, since a flood leaves a queue behind that is worked off for a while.
    say(`${STEADY_RATE} reports a second, then ${REPLY_RATE} replies`);
    const steady = await steadily(url, status, STEADY_RATE, SECONDS);
    const steadyReplies = await steadily(url, replies(url, 1_000_000), REPLY_RATE, SECONDS);
    const floors: number[] = [];
    const taken: number[] = [];
    const inbound: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`Round ${round + 1} of ${ROUNDS}`);
      floors.push(await load(bare.url, status));
      taken.push(await load(url, status));
      inbound.push(await load(url, replies(url, round * 100_000)));
    }
    return {
      figures: [
        budget('status intake against a bare Hono route', mean(taken) / mean(floors), 'at least', 0.4),
        budget(`status intake at ${STEADY_RATE}/s, p99 in ms`, steady.p99, 'at most', 100),
      ],
      runs: [
        {
          bareRoutePerSecond: floors,
          statusPerSecond: taken,
          repliesPerSecond: inbound,
          steady: { status: steady, replies: { ...steadyReplies, rate: REPLY_RATE } },
        },
      ],
    };
  } finally {
    await bare.stop();
    await worker.stop();
    await exchange.stop();
  }
};
