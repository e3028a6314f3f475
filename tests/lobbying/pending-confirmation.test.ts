import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmContactReport, lobbyingJobs, stancesOn } from '../../src/lobbying/index.ts';
import { pageToken, sha256 } from '../../src/platform/tokens.ts';
import { understandReply } from '../../src/replies/index.ts';
import { staffAs, TUESDAY, type TestWorld } from '../support/world.ts';
import { alert, delivery, freshWorld, rows, run, settle } from './cast.ts';

let world: TestWorld;
let alertId = '';
let sent = 0;
let said = 0;
let start = TUESDAY;

/** Runs what waits in the queue, as the clocks would. */
const work = async () => {
  for (const job of world.jobs.splice(0)) {
    const run_ = (lobbyingJobs as unknown as Record<string, (w: TestWorld, body: never) => Promise<unknown>>)[
      job.kind
    ];
    await run_?.(world, job.body as never);
  }
  if (world.jobs.some(({ kind }) => kind in lobbyingJobs)) await work();
};

/** Ned says something by one of his doors; all that follows from it has happened. */
const says = async (body: string, channel: 'sms' | 'email' | 'web' = 'sms', twice = false) => {
  world.passTime(60_000);
  const id = `said-${(said += 1)}`;
  await env.DB.prepare(
    `insert into reply (id, channel, provider_id, from_address, address_hash, to_address, body, trust, member_id, alert_id, token_delivery_id, state, received_at)
     values (?, ?, ?, '+14065550100', ?, 'x', ?, 'verified', 'ned', ?, ?, ?, ?)`,
  )
    .bind(
      id,
      channel,
      id,
      channel === 'email' ? 'mail-ned' : 'hash-ned',
      body,
      channel === 'web' ? alertId : null,
      channel === 'sms' ? null : sent,
      channel === 'web' ? 'answered' : 'new',
      world.clock.now(),
    )
    .run();
  if (channel === 'web')
    world.jobs.push({ id: 'x', kind: 'reply.about_contact', body: { replyId: id } } as never);
  else await understandReply(world, { replyId: id });
  if (twice) {
    await understandReply(world, { replyId: id });
    await lobbyingJobs['reply.about_contact'](world, { replyId: id });
    await lobbyingJobs['contact_report.ask'](world, { replyId: id });
  }
  await work();
  return id;
};
const reportOf = async (replyId: string) =>
  rows(
    `select id, state, official_id as official, stance, method, confirmed_by as by from contact_report where reply_id = '${replyId}' order by reply_no`,
  );
/** What we sent Ned in this alert's time besides the alert. */
const told = async () =>
  (
    await rows(
      `select d.channel, w.sms_text as sms, w.email_text as email from delivery d join wording w on w.id = d.wording_id
       where d.recipient_id = 'ned' and d.source_kind in ('question', 'confirmation') and d.due_at >= ${start} order by d.id`,
    )
  ).map((one) => `${String(one.channel)}: ${String(one.sms ?? one.email).split('\n')[0]}`);
const ASKED = 'sms: Sen. Hill on HB 203, leaning no. 1 right 2 fix';
const meaningOf = async (id: string) =>
  (await rows(`select meaning from reply where id = '${id}'`))[0]?.meaning;

beforeAll(async () => {
  await settle();
  await run(
    `insert into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at) values ('ned-mail', 'ned', 'email', 'ned@x.example', 'mail-ned', 'active', 0, 0)`,
  );
});
beforeEach(async () => {
  await run(`update alert set state = 'closed'`);
  start += 3 * 86_400_000;
  world = freshWorld();
  world.setNow(start);
  alertId = await alert(world, { state: 'open' });
  await run(`insert into question (id, alert_id, no, prompt, kind) values ('q-${alertId}', '${alertId}', 1, 'Reply', 'choice');
    insert into question_option (id, question_id, no, label, outcome) values ('o1-${alertId}', 'q-${alertId}', 1, 'Will call', 'will'), ('o2-${alertId}', 'q-${alertId}', 2, 'Have contacted', 'contacted')`);
  sent = await delivery(alertId, 'ned');
  const hash = await sha256(await pageToken(world.settings.linkSecrets[0] ?? '', sent));
  await run(
    `update delivery set contact_point_id = 'ned-sms', token_hash = '${hash}', claimed_at = ${start} where id = ${sent}`,
  );
});

const shortly = async () => (await told()).map((one) => one.replace(/^(\w+): [^:]+: /, '$1: '));

describe('what a member says of a contact is confirmed by one key', () => {
  test('by text: draft, question, 1, log, journal', async () => {
    const replyId = await says('Called Hill, she is leaning no');
    expect(await reportOf(replyId)).toMatchObject([
      { state: 'draft', official: 'hill', stance: 'lean_oppose', method: 'phone' },
    ]);
    expect(await shortly()).toEqual([ASKED]);
    const one = await says('1');
    const [report] = await reportOf(replyId);
    expect(report).toMatchObject({ state: 'confirmed', by: 'ned' });
    expect(await meaningOf(one)).toBe('about_report');
    expect(await stancesOn(world, 'hb203')).toMatchObject([{ officialId: 'hill', stance: 'lean_oppose' }]);
    expect(
      await rows(
        `select member_id as member, state from activity where contact_report_id = '${String(report?.id)}'`,
      ),
    ).toEqual([{ member: 'ned', state: 'confirmed' }]);
    expect(
      await rows(
        `select actor_kind as kind, actor_id as id from journal where action = 'contact_report.confirm' and subject_id = '${String(report?.id)}'`,
      ),
    ).toEqual([{ kind: 'member', id: 'ned' }]);
    // The next "1" is the alert's again.
    expect(await meaningOf(await says('1'))).toBe('answer');
  });

  test('by email and by the note of the page', async () => {
    const mail = await says('I called Senator Hill yesterday. She is leaning no.', 'email');
    expect(await shortly()).toEqual([ASKED.replace('sms', 'email')]);
    await says('1', 'email');
    expect(await reportOf(mail)).toMatchObject([{ state: 'confirmed', by: 'ned' }]);
    const note = await says('Called Hill, she is leaning no', 'web');
    expect((await shortly()).at(-1)).toBe(ASKED);
    await says('1');
    expect(await reportOf(note)).toMatchObject([{ state: 'confirmed', by: 'ned' }]);
  });

  test('2 sends the form of their page, filled in', async () => {
    const replyId = await says('Called Hill, she is leaning no');
    await says('2');
    const [report] = await reportOf(replyId);
    expect(report?.state).toBe('draft');
    expect((await told()).at(-1)).toMatch(new RegExp(`/a/\\w+/contact\\?report=${String(report?.id)}$`));
  });

  test('other words mend the draft and are asked about once more, then staff look', async () => {
    const replyId = await says('Called Hill, she is leaning no');
    await says('no, leaning yes');
    expect(await reportOf(replyId)).toMatchObject([{ state: 'draft', stance: 'lean_support' }]);
    expect(await shortly()).toEqual([ASKED, ASKED.replace('leaning no', 'leaning yes')]);
    const third = await says('actually undecided');
    expect(await reportOf(replyId)).toMatchObject([{ state: 'draft', stance: 'undecided' }]);
    expect(await told()).toHaveLength(2);
    expect(await meaningOf(third)).toBe('about_report');
  });
});

describe('the question binds nothing else', () => {
  test('an hour later it still does, a day later a bare 1 is the alert’s', async () => {
    const replyId = await says('Called Hill, she is leaning no');
    world.passTime(25 * 3_600_000);
    expect(await meaningOf(await says('1'))).toBe('answer');
    expect(await reportOf(replyId)).toMatchObject([{ state: 'draft' }]);
  });

  test('what was asked since comes first', async () => {
    const replyId = await says('Called Hill, she is leaning no');
    world.passTime(3_600_000);
    const later = await alert(world, { state: 'open' });
    const id = await delivery(later, 'ned');
    await run(`update delivery set claimed_at = ${world.clock.now()} where id = ${id}`);
    await says('1');
    expect(await reportOf(replyId)).toMatchObject([{ state: 'draft' }]);
  });

  test('nobody is asked whose number is held, whose alert has closed, or whose official is not told', async () => {
    await run(`update contact_point set state = 'held' where id = 'ned-sms'`);
    await says('Called Hill, she is leaning no');
    await run(`update contact_point set state = 'active' where id = 'ned-sms'`);
    await says('Called a legislator, he is a no');
    await run(`update alert set state = 'closed'`);
    await says('Called Hill, she is leaning no');
    expect(await told()).toEqual([]);
  });
});

describe('never twice', () => {
  test('a reply understood again makes one draft and one question', async () => {
    const replyId = await says('Called Hill, she is leaning no', 'sms', true);
    expect(await reportOf(replyId)).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  test('staff and the member at once make one confirmed report and one line', async () => {
    const replyId = await says('Called Hill, she is leaning no');
    const [draft] = await reportOf(replyId);
    const id = String(draft?.id);
    await Promise.all([
      confirmContactReport(world, staffAs('staff'), { id, note: 'At lunch' }),
      lobbyingJobs['contact_report.answered'](world, { replyId, answerId: replyId, says: 'right' }),
    ]);
    expect(await reportOf(replyId)).toMatchObject([{ state: 'confirmed' }]);
    expect(await rows(`select id from activity where contact_report_id = '${id}'`)).toHaveLength(1);
    expect(
      await rows(`select id from journal where action = 'contact_report.confirm' and subject_id = '${id}'`),
    ).toHaveLength(1);
  });

  test('two officials are two drafts, one question, one key', async () => {
    const replyId = await says('Spoke to Hill and Morigeau. Hill no, Morigeau yes.');
    expect(await shortly()).toEqual([
      'sms: Sen. Hill on HB 203, against the bill; Rep. Morigeau on HB 203, for the bill. 1 right 2 fix',
    ]);
    await says('1');
    expect(await reportOf(replyId)).toMatchObject([
      { official: 'hill', stance: 'oppose', state: 'confirmed' },
      { official: 'morigeau', stance: 'support', state: 'confirmed' },
    ]);
  });
});
