import { DatabaseSync } from 'node:sqlite';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { form } from './post.ts';
import { SECRETS } from './secrets.ts';

/** A sender as most would write it: a job for each recipient, a row that says what became of it. */
const { redisPort, exchangeUrl, recipients, file } = JSON.parse(process.argv[2] ?? '{}') as {
  redisPort: number;
  exchangeUrl: string;
  recipients: number;
  file: string;
};

const db = new DatabaseSync(file);
db.exec(`pragma journal_mode = wal; pragma synchronous = normal;
  create table message (id integer primary key, phone text not null, state text not null, sid text, updated_at integer) strict;`);
const insert = db.prepare(`insert into message (id, phone, state, updated_at) values (?, ?, 'planned', ?)`);
const claim = db.prepare(
  `update message set state = 'submitting', updated_at = ? where id = ? and state = 'planned' returning phone`,
);
const record = db.prepare(`update message set state = ?, sid = ?, updated_at = ? where id = ?`);
db.exec('begin');
for (let id = 1; id <= recipients; id += 1) insert.run(id, `+1406${2_000_000 + id}`, Date.now());
db.exec('commit');

const connection = new Redis({ port: redisPort, maxRetriesPerRequest: null });
const queue = new Queue('messages', { connection });
const url = `${exchangeUrl}/2010-04-01/Accounts/${SECRETS.TWILIO_ACCOUNT_SID}/Messages.json`;
const authorization = `Basic ${btoa(`${SECRETS.TWILIO_ACCOUNT_SID}:${SECRETS.TWILIO_AUTH_TOKEN}`)}`;

let done = 0;
let began = 0;
const worker = new Worker<{ id: number }>(
  'messages',
  async (job) => {
    const row = claim.get(Date.now(), job.data.id) as { phone: string } | undefined;
    if (!row) return;
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        authorization,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: form(row.phone, 'http://127.0.0.1:9/hooks/status'),
    });
    const { sid } = (await answer.json()) as { sid: string };
    record.run(answer.status === 201 ? 'accepted' : 'failed', sid, Date.now(), job.data.id);
  },
  { connection: connection.duplicate(), concurrency: 6, autorun: false },
);
worker.on('completed', () => {
  done += 1;
  if (done < recipients) return;
  const perSecond = (recipients * 1000) / (performance.now() - began);
  const { n } = db.prepare(`select count(*) as n from message where state = 'accepted'`).get() as {
    n: number;
  };
  if (n !== recipients) throw new Error(`The peer sent ${n} of ${recipients}.`);
  process.send?.({ perSecond }, () => process.exit(0));
});

for (let at = 1; at <= recipients; at += 1_000) {
  await queue.addBulk(
    Array.from({ length: Math.min(1_000, recipients - at + 1) }, (_, no) => ({
      name: 'text',
      data: { id: at + no },
      opts: { removeOnComplete: true },
    })),
  );
}
began = performance.now();
void worker.run();
