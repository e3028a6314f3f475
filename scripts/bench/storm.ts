import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clockOffset, freePort, Plain } from '../local.ts';
import { openExchange } from './exchange.ts';
import { budget } from './figures.ts';
import { approvedAlert } from './network.ts';
import { openWorker, type BenchWorker } from './worker.ts';

/** Every so many-th mail is from a person who asks something; one in so many of those answers as well. */
const PERSON_EVERY = 150;
const SECONDS = 60;
/** Mails in hand at once, as a mail server's connections. */
const HANDS = 16;
const DRAINED_WITHIN_MS = 180_000;

interface Sent {
  to: string[] | string;
  reply_to?: string[] | string;
}
const first = (value: string[] | string | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';
const bare = (mailbox: string) => /<([^>]+)>/.exec(mailbox)?.[1] ?? mailbox;
const isPerson = (no: number) => no % PERSON_EVERY === 0;

/** A mail as the receiving server hands it over, its sender proved: the worst case, since then it would count. */
const mailOf = (from: string, to: string, no: number) =>
  [
    `Authentication-Results: mx.bench.example; dkim=pass header.d=${from.split('@')[1]}; dmarc=pass header.from=${from.split('@')[1]}`,
    `Message-ID: <${no}.storm@${from.split('@')[1]}>`,
    `From: <${from}>`,
    `To: <${to}>`,
    ...(isPerson(no)
      ? ['Subject: Re: HB 203']
      : // Half say what they are in a header, half only in their words.
        [`Subject: Automatic reply: HB 203`, ...(no % 2 ? ['Auto-Submitted: auto-replied'] : [])]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    isPerson(no)
      ? 'Which room is the hearing in?'
      : '1. I am out of the office until February 12. For urgent matters contact Bev Tolley.',
  ].join('\r\n');

const members = (people: number) =>
  [
    'first_name,last_name,kind,email,zone',
    ...Array.from(
      { length: people },
      (_, no) => `First${no},Last${no},superintendent,p${no}@d${no}.example,America/Denver`,
    ),
  ].join('\n');

/** An alert by mail to everybody. @returns the reply address of each, by address */
const alertByMail = async (worker: BenchWorker, exchangeUrl: string, people: number) => {
  const imported = await fetch(`${worker.url}/api/v1/imports/members`, {
    method: 'POST',
    headers: { authorization: `Bearer ${worker.apiKey}`, 'content-type': 'text/csv' },
    body: members(people),
  });
  if (!imported.ok) throw new Plain(`The import answered ${imported.status}: ${await imported.text()}`);
  const id = await approvedAlert(worker, 'email');
  await worker.api('POST', `/alerts/${id}/launch`, {});
  const sent = async () => (await (await fetch(`${exchangeUrl}/_exchange/mail`)).json()) as Sent[];
  let mails = await sent();
  while (mails.length < people) {
    await pause(1_000);
    mails = await sent();
  }
  return { id, mails: mails.map((one) => ({ from: bare(first(one.to)), to: bare(first(one.reply_to)) })) };
};

/** Hands in a mail; says how long it took, in ms. */
const handIn = async (url: string, from: string, to: string, no: number): Promise<number> => {
  const begun = performance.now();
  const query = new URLSearchParams({ from: isPerson(no) ? from : '<>', to, format: 'json' });
  const answer = await fetch(`${url}/cdn-cgi/local/email?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822' },
    body: mailOf(from, to, no),
  });
  const said = await answer.text();
  if (!answer.ok || said.includes('rejectReason":"'))
    throw new Plain(`A mail was answered ${answer.status}: ${said.slice(0, 500)}`);
  return performance.now() - begun;
};

/** Thousands of out-of-office mails within a minute, with a few people among them. */
export const storm = async ({ mails: count, say }: { mails: number; say(line: string): void }) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const exchange = await openExchange(url, []);
  const worker = await openWorker(
    port,
    exchange.url,
    clockOffset(mkdtempSync(join(tmpdir(), 'bench-clock-'))),
  );
  const number = async (sql: string) => Number((await worker.db.prepare(sql).first<{ n: number }>())?.n);
  try {
    say(`An alert by mail to ${count} members`);
    const { id, mails } = await alertByMail(worker, exchange.url, count);
    const before = await worker.counts();
    say(`${count} mails back within ${SECONDS} seconds`);
    const begun = performance.now();
    const took: number[] = [];
    let next = 0;
    const hand = async () => {
      for (let no = next++; no < mails.length; no = next++) {
        const due = begun + (no / mails.length) * SECONDS * 1_000;
        await pause(Math.max(0, due - performance.now()));
        const { from, to } = mails[no] ?? { from: '', to: '' };
        took.push(await handIn(url, from, to, no));
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    const seconds = (performance.now() - begun) / 1_000;
    const until = performance.now() + DRAINED_WITHIN_MS;
    while (
      (await number(`select count(*) as n from reply where state = 'new'`)) > 0 &&
      performance.now() < until
    )
      await pause(500);
    const drained = (performance.now() - begun) / 1_000;
    const after = await worker.counts();

    const asked = performance.now();
    const { data } = await worker.api<{ data: { body: string }[] }>('GET', '/conversations?limit=30');
    const listMs = performance.now() - asked;
    const back =
      ((await (await fetch(`${exchange.url}/_exchange/mail`)).json()) as Sent[]).length - mails.length;
    const people = Math.ceil(mails.length / PERSON_EVERY);
    const sorted = took.toSorted((a, b) => a - b);
    return {
      figures: [
        budget(
          'answers counted',
          await number(`select count(*) as n from answer where alert_id = '${id}'`),
          'at most',
          0,
        ),
        budget('mails and texts sent back', back + (await exchange.texts()), 'at most', 0),
        budget('mails kept', await number('select count(*) as n from reply'), 'at least', mails.length),
        budget(
          'people among the first of the inbox',
          data.filter(({ body }) => body.includes('Which room')).length,
          'at least',
          people,
        ),
        budget(
          'machines among the first of the inbox',
          data.filter(({ body }) => !body.includes('Which room')).length,
          'at most',
          0,
        ),
        budget('the inbox afterwards, in ms', listMs, 'at most', 500),
      ],
      runs: [
        {
          mails: mails.length,
          people,
          handedInSeconds: seconds,
          understoodSeconds: drained,
          msForEach: {
            middle: sorted[Math.floor(sorted.length / 2)],
            p99: sorted[Math.floor(sorted.length * 0.99)],
          },
          forEach: {
            statements: (after.statements - before.statements) / mails.length,
            rowsWritten: (after.rowsWritten - before.rowsWritten) / mails.length,
          },
        },
      ],
    };
  } finally {
    await worker.stop();
    await exchange.stop();
  }
};
