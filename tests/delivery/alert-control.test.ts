import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  cancelAlert,
  closeAlert,
  deliveriesOf,
  deliveryByToken,
  launchAlert,
  nudgeAlert,
  pauseAlert,
  resumeAlert,
  sendPage,
  settleAlerts,
  sweepDue,
} from '../../src/delivery/index.ts';
import { sendNotice } from '../../src/delivery/send-notice.ts';
import { draftAlert, proposeAlert } from '../../src/alerts/index.ts';
import { pageToken } from '../../src/platform/tokens.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
beforeAll(buildNetwork);

const launched = async (prefix: string, count: number, more: Parameters<typeof approvedAlert>[2] = {}) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: false, ...more },
  );
  good(await launchAlert(world, director, { id }));
  return { id, people, rows: await rowsOf(id) };
};
const stateOf = async (id: string) =>
  (await env.DB.prepare(`select state from alert where id = ?`).bind(id).first<{ state: string }>())?.state;

test('a cancelled alert says how many are out, and nothing more of it goes', async () => {
  const { id, rows } = await launched('a', 10);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[3]!.id });
  expect(good(await cancelAlert(world, director, { id }))).toMatchObject({ out: 4, calledOff: 6 });
  const before = world.texts.length;
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[9]!.id });
  expect(world.texts.length).toBe(before);
  expect(await stateOf(id)).toBe('cancelled');
  expect(await keptTally(id)).toEqual(await countedTally(id));
  expect(bad(await cancelAlert(world, director, { id })).kind).toBe('conflict');
  expect(world.jobs.filter((job) => job.kind === 'alert.closed' && job.body.alertId === id)).toHaveLength(1);
});

test('a paused alert waits, and goes on when it is resumed', async () => {
  const { id, rows } = await launched('bb', 3);
  good(await pauseAlert(world, director, { id }));
  const before = world.texts.length;
  const page = { fromId: rows[0]!.id, toId: rows[2]!.id };
  await sendPage(world, page);
  await sweepDue(world);
  expect(world.texts.length).toBe(before);
  expect(bad(await pauseAlert(world, director, { id })).kind).toBe('conflict');
  good(await resumeAlert(world, director, { id }));
  await sendPage(world, page);
  expect(world.texts.length).toBe(before + 3);
});

test('an alert is open with the record of its last message, and not before', async () => {
  const { id, rows } = await launched('bbb', 4, { sendEmail: true });
  const mails = (await rowsOf(id)).filter((row) => row.channel === 'email');
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id, channel: 'sms', segments: 4 });
  expect(await stateOf(id)).toBe('sending');
  await sendPage(world, { fromId: mails[0]!.id, toId: mails[2]!.id, channel: 'email', segments: 3 });
  expect(await stateOf(id)).toBe('sending');
  await sendPage(world, { fromId: mails[3]!.id, toId: mails[3]!.id, channel: 'email', segments: 1 });
  expect(await stateOf(id)).toBe('open');
  await settleAlerts(world);
  const told = await env.DB.prepare(
    `select sent_out_at = ? as sentOut, (select count(*) from journal where action = 'alert.settle' and subject_id = a.id) as settled
     from alert a where id = ?`,
  )
    .bind(world.clock.now(), id)
    .first();
  expect(told).toEqual({ sentOut: 1, settled: 1 });
});

test('only those who have not answered are reminded, once', async () => {
  const { id, people, rows } = await launched('ccc', 4);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[3]!.id });
  await settleAlerts(world);
  const asking = { ...world, unanswered: () => Promise.resolve([people[1]!.id, people[3]!.id]) };
  const both = await Promise.all([
    nudgeAlert(asking, director, { id, smsText: 'Please answer about HB 203' }),
    nudgeAlert(asking, staffAs('staff'), { id, smsText: 'Please answer about HB 203' }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const nudges = (await rowsOf(id)).filter((row) => row.id > rows[3]!.id);
  expect(nudges.map((row) => row.recipient_id)).toEqual([people[1]!.id, people[3]!.id]);
  const before = world.texts.length;
  await sendPage(world, { fromId: nudges[0]!.id, toId: nudges[1]!.id });
  expect(world.texts.slice(before).map((text) => text.to)).toEqual([people[1]!.phone, people[3]!.phone]);
  expect(world.texts.at(-1)!.body).toContain('ASSN: Please answer about HB 203');
  expect(world.texts.at(-1)!.body).toContain('Reply 1 Will call, 2 Have called');
  expect(bad(await nudgeAlert(asking, director, { id })).message).toContain('ten minutes');
  world.passTime(11 * 60_000);
  expect(bad(await nudgeAlert(world, director, { id }))).toMatchObject({ rule: 'all-answered' });
  expect(good(await nudgeAlert(asking, director, { id })).nudges.sms.total).toBe(4);
  good(await closeAlert(world, director, { id }));
  expect((await rowsOf(id)).filter((row) => row.state === 'cancelled')).toHaveLength(2);
  expect(await keptTally(id)).toEqual(await countedTally(id));
  expect(world.jobs.filter((job) => job.kind === 'alert.closed' && job.body.alertId === id)).toHaveLength(1);
  expect(bad(await nudgeAlert(asking, director, { id })).kind).toBe('conflict');
});

test('deliveries are listed by page, and a regional president sees the own region only', async () => {
  const { id } = await launched('dddd', 5);
  const first = good(await deliveriesOf(world, director, { id, limit: 3 }));
  const rest = good(await deliveriesOf(world, director, { id, limit: 3, cursor: first.nextCursor! }));
  expect([first.data.length, rest.data.length, rest.nextCursor]).toEqual([3, 2, null]);
  expect(first.data[0]).toMatchObject({ name: 'Neddddd0000 Harrowgate', state: 'planned', channel: 'sms' });
  const east = good(await deliveriesOf(world, staffAs('regional_president', { regionId: 'east' }), { id }));
  expect(east.data.map((row) => row.memberId)).toEqual(['dddd0001', 'dddd0003']);
  expect(JSON.stringify(first)).not.toContain('+1406');
});

test('a page token finds its delivery until thirty days after the close', async () => {
  const { id, rows } = await launched('eeeee', 1);
  const token = await pageToken(world.settings.linkSecrets[0], rows[0]!.id);
  expect(await deliveryByToken(world, token)).toBeNull();
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[0]!.id });
  expect(await deliveryByToken(world, token)).toMatchObject({
    id: rows[0]!.id,
    sourceKind: 'alert',
    sourceId: id,
    memberId: 'eeeee0000',
    carried: [],
  });
  expect(await deliveryByToken(world, `${token.slice(0, 9)}${token.endsWith('a') ? 'b' : 'a'}`)).toBeNull();
  expect(await deliveryByToken(world, "' or 1=1")).toBeNull();
  await settleAlerts(world);
  good(await closeAlert(world, director, { id }));
  world.passTime(29 * 24 * 3_600_000);
  expect(await deliveryByToken(world, token)).not.toBeNull();
  world.passTime(2 * 24 * 3_600_000);
  expect(await deliveryByToken(world, token)).toBeNull();
});

test('those who may approve are told by text and mail, at any hour and once, the proposer not', async () => {
  const draft = good(
    await draftAlert(world, director, {
      kind: 'update',
      title: 'Budget {hearing}',
      organizationId: 'org',
      smsText: 'The budget is heard on Friday',
      emailSubject: 'Budget',
      emailText: 'The budget is heard on Friday.',
      audience: { members: ['eeeee0000'] },
    }),
  );
  good(await proposeAlert(world, staffAs('staff'), { id: draft.id }));
  world.setNow(Date.UTC(2027, 4, 2, 9, 0));
  await sendNotice(world, { alertId: draft.id });
  await sendNotice(world, { alertId: draft.id });
  const rows = await rowsOf(draft.id);
  expect(rows.map((row) => [row.recipient_id, row.channel])).toEqual([
    ['staff-director', 'sms'],
    ['staff-director', 'email'],
    ['staff-owner', 'email'],
  ]);
  const [texts, mails] = [world.texts.length, world.mails.length];
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[2]!.id });
  expect(world.texts.slice(texts)).toMatchObject([
    {
      to: '+14065550990',
      body: `ASSN: Sam Staff asks you to approve "Budget hearing". https://network.example/alerts/${draft.id}/preview`,
    },
  ]);
  expect(world.mails.slice(mails).map((mail) => mail.to)).toEqual([
    'dora@network.example',
    'olive@network.example',
  ]);
  expect(world.mails.at(-1)!.headers['List-Unsubscribe']).toBeUndefined();
});
