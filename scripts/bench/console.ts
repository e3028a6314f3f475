import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { setTimeout as pause } from 'node:timers/promises';
import { clockOffset, freePort } from '../local.ts';
import { openExchange } from './exchange.ts';
import { budget } from './figures.ts';
import { openWorker, type BenchWorker } from './worker.ts';

const MEMBERS = 5_000;
const ANSWERED = 1_000;
const ROUNDS = 15;
/** A form is taken no sooner than a person could have read its page. */
const READ_MS = 4_000;
const MOST_TIMES = 2;
const MOST_STATEMENTS = 8;
const MOST_KB = 60;

/** The id of one of the alerts of earlier years, in the shape of those that the Worker makes. */
const yearsAlert = (no: number) => `01YRS${String(no).padStart(21, '0')}`;

/** The cookie of the owner, who signs in by the link as a person does. */
const signedIn = async ({ url, signInLink }: BenchWorker): Promise<string> => {
  const page = await (await fetch(signInLink)).text();
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  await pause(READ_MS);
  const answer = await fetch(signInLink, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value])),
  });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}.`);
  return cookies.join('; ');
};

/**
 * Years of use beside what the demo holds: members, alerts that were sent to each of them, and answers, with the
 * tallies that sending keeps. All but the last two alerts are closed.
 */
const seedYears = async ({ db }: BenchWorker, alertId: string, alerts: number): Promise<void> => {
  const numbers = (most: number) =>
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${most})`;
  await db.batch(
    [
      `${numbers(MEMBERS)} insert into member (id, first_name, last_name, kind, organization_id, region_id, district_nces, zone, created_at, updated_at)
       select printf('y%07d', i), 'First' || i, 'Last' || i, 'superintendent', (select id from organization limit 1),
         (select id from (select id, row_number() over () as no, count(*) over () as all_of from region) where no = 1 + i % all_of),
         (select nces from (select nces, row_number() over () as no, count(*) over () as all_of from district) where no = 1 + i % all_of), 'America/Denver', 1, 1 from n`,
      `insert into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at)
       select 'cp-' || id, id, 'sms', printf('+1503%07d', rowid), hex(randomblob(32)), 'active', 1, 1 from member where id glob 'y*'`,
      `insert into wording (id, sms_text, created_at) values ('years', 'HB 203 is heard Tuesday. Please call.', 1)`,
    ].map((sql) => db.prepare(sql)),
  );
  for (let no = 1; no <= alerts; no += 1) {
    const id = yearsAlert(no);
    const live = no > alerts - 2;
    const columns =
      (await db.prepare(`select * from alert where id = ?`).bind(alertId).first<Record<string, unknown>>()) ??
      {};
    const at = Number(columns.launched_at) - (alerts - no) * 3 * 86_400_000;
    const alert: Record<string, unknown> = {
      ...columns,
      id,
      title: `Alert ${no}`,
      state: live ? 'open' : 'closed',
      superseded_by: null,
      supersedes: null,
      launched_at: at,
      closed_at: live ? null : at + 86_400_000,
      sent_out_at: at,
    };
    await db.batch([
      db
        .prepare(
          `insert into alert (${Object.keys(alert).join(', ')}) values (${Object.keys(alert).fill('?').join(', ')})`,
        )
        .bind(...Object.values(alert)),
      db
        .prepare(
          `insert into question (id, alert_id, no, prompt, kind) values (?1, ?2, 1, 'Will you call?', 'choice')`,
        )
        .bind(`q-${id}`, id),
      db
        .prepare(
          `insert into question_option (id, question_id, no, label, outcome) values ('o1-' || ?1, 'q-' || ?1, 1, 'Will', 'will'), ('o2-' || ?1, 'q-' || ?1, 2, 'Did', 'contacted')`,
        )
        .bind(id),
      db
        .prepare(`insert into delivery (source_kind, source_id, recipient_id, channel, contact_point_id, wording_id, state, due_at, attempt_no, provider_rank, segments, price_micros, updated_at, claimed_at)
        select 'alert', ?1, id, 'sms', 'cp-' || id, 'years', 'delivered', ?2, 1, 5, 1, 8300, ?2, ?2 from member where id glob 'y*'`)
        .bind(id, at),
      db
        .prepare(
          `insert into asked (alert_id, region_id, kind, class, people)
           select ?1, m.region_id, m.kind, coalesce(i.class, ''), count(*) from member m left join district i on i.nces = m.district_nces
           where m.id glob 'y*' group by 2, 3, 4`,
        )
        .bind(id),
      db
        .prepare(
          `insert into rollup (source_kind, source_id, channel, state, count, segments, price_micros) values ('alert', ?1, 'sms', 'delivered', ?2, ?2, ?2 * 8300)`,
        )
        .bind(id, MEMBERS),
      db
        .prepare(`insert into answer (id, alert_id, question_id, member_id, option_id, door, confidence, at)
        select ?1 || '-' || id, ?1, 'q-' || ?1, id, iif(rowid % 2, 'o1-', 'o2-') || ?1, 'sms', 'sure', ?2 + (rowid % 1000) * 60000
        from member where id glob 'y*' order by rowid limit ?3`)
        .bind(id, at, ANSWERED),
      db
        .prepare(`insert into response (alert_id, question_id, member_id, answer_id, option_id, first_at, at)
        select alert_id, question_id, member_id, id, option_id, at, at from answer where alert_id = ?1`)
        .bind(id),
    ]);
  }
  await db.batch(
    [
      `insert into conversation (id, member_id, state, last_at) select 'years-' || id, id, iif(rowid % 100 = 0, 'open', 'done'), 1 + rowid from member where id glob 'y*'`,
      `insert into reply (id, channel, provider_id, from_address, address_hash, to_address, body, trust, member_id, conversation_id, alert_id, state, meaning, received_at)
       select a.id, 'sms', a.id, p.address, p.address_hash, '+14065550199', '1', 'verified', a.member_id, 'years-' || a.member_id, a.alert_id, 'answered', 'answer', a.at
       from answer a join contact_point p on p.id = 'cp-' || a.member_id where a.alert_id glob '01YRS*'`,
      `analyze`,
    ].map((sql) => db.prepare(sql)),
  );
};

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
    await seedYears(worker, alert, alerts);
    const last = yearsAlert(alerts);
    say('The same pages');
    const runs = [];
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
