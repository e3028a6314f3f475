import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../src/platform/who.ts';
import { alertTally, repliesClocks, responseOf, understandReply } from '../../src/replies/index.ts';
import { good } from '../support/world.ts';
import {
  alert,
  arrives,
  freshWorld,
  member,
  MINUTE,
  replyRow,
  rows,
  sql,
  texts,
  threadOf,
  told,
} from './network.ts';

const answers = async (world: ReturnType<typeof freshWorld>, alertId: string) =>
  rows(world, `select * from answer where alert_id = '${alertId}' order by at, id`);

test('a number answers the alert that is out, and leaves nothing for staff to read', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  const { replyId, meaning } = await texts(world, ned.phone, '1');
  expect(meaning).toBe('answer');
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({
    no: 1,
    label: 'Have contacted',
    door: 'sms',
    revised: 0,
  });
  expect(await replyRow(world, replyId)).toMatchObject({
    state: 'answered',
    alert_id: hb.id,
    member_id: ned.id,
  });
  expect(await threadOf(world, ned.id)).toMatchObject({ state: 'done', unread: 0 });
  expect(await told(world, ned.id)).toEqual([]);
  expect(
    await rows(
      world,
      `select actor_kind as kind, actor_id as id from journal where action = 'answer.give' and subject_id = '${replyId}'`,
    ),
  ).toEqual([{ kind: 'member', id: ned.id }]);
});

test('a second answer takes the first one’s place, and both are kept', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  await texts(world, ned.phone, '2');
  world.passTime(MINUTE);
  await texts(world, ned.phone, '1');
  world.passTime(MINUTE);
  await texts(world, ned.phone, '1');
  const response = await responseOf(world, hb.id, ned.id);
  expect(response).toMatchObject({ no: 1, revised: 1 });
  expect(response?.history.map(({ no }) => no)).toEqual([2, 1, 1]);
});

test('replies understood in the wrong order leave the later answer standing', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  const first = await arrives(world, ned.phone, '2');
  world.passTime(MINUTE);
  const second = await arrives(world, ned.phone, '3');
  await understandReply(world, { replyId: second.replyId });
  await understandReply(world, { replyId: first.replyId });
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 3 });
  expect(await answers(world, hb.id)).toHaveLength(2);
});

test('the job may run twice, and a clock runs it where it was lost', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  const { replyId } = await arrives(world, ned.phone, '1');
  expect(world.jobs).toMatchObject([{ kind: 'reply.understand', body: { replyId } }]);
  await Promise.all([understandReply(world, { replyId }), understandReply(world, { replyId })]);
  await understandReply(world, { replyId });
  expect(await answers(world, hb.id)).toHaveLength(1);
  world.passTime(MINUTE);
  await arrives(world, ned.phone, '2');
  world.passTime(2 * MINUTE);
  expect(await repliesClocks.minute['replies.left_behind'](world)).toEqual({ replies: 1 });
  expect(await answers(world, hb.id)).toHaveLength(2);
});

test('an answer with words is counted, and the words go to staff', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  await texts(world, ned.phone, "1 but can't Thursday");
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
  expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open', unread: 1 });
});

test('words that tell of a contact are handed on, with or without an answer', async () => {
  const world = freshWorld();
  const ned = await member(world);
  await alert(world, [ned]);
  const one = await texts(world, ned.phone, 'Called Sen. Hill, leaning no');
  const two = await texts(world, ned.phone, '1 spoke with Rep. Kestrelman');
  await texts(world, ned.phone, 'When is the hearing?');
  expect(
    world.jobs.filter(({ kind }) => kind === 'reply.about_contact').map(({ body }) => body.replyId),
  ).toEqual([one.replyId, two.replyId]);
  expect(await replyRow(world, one.replyId)).toMatchObject({ state: 'waiting', meaning: 'talk' });
});

test('a tapback is never an answer', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  const { replyId } = await texts(world, ned.phone, 'Liked “TSLN: Reply 1 Have contacted, 2 Will contact”');
  expect(await replyRow(world, replyId)).toMatchObject({ machine: 'tapback', state: 'handled' });
  expect(await answers(world, hb.id)).toEqual([]);
  expect(await threadOf(world, ned.id)).toMatchObject({ unread: 0 });
});

describe('YES', () => {
  test('answers where one option is affirmative', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned], { options: 1 });
    await texts(world, ned.phone, 'Yes');
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
  });
  test('from a stopped number is no answer, even where the carrier took it for START', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned], { options: 1 });
    await arrives(world, ned.phone, 'stop');
    world.passTime(MINUTE);
    await texts(world, ned.phone, 'YES');
    expect(await answers(world, hb.id)).toEqual([]);
  });
  test('is an answer and an opt-in where the carrier says START of an open number', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned], { options: 1 });
    await texts(world, ned.phone, 'YES', { optOutType: 'START' });
    expect(await answers(world, hb.id)).toHaveLength(1);
    expect(await rows(world, `select kind from consent_event where member_id = '${ned.id}'`)).toEqual([
      { kind: 'granted' },
    ]);
  });
});

describe('of two open alerts', () => {
  test('the last one is meant where they lie apart', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const first = await alert(world, [ned], { sentAt: world.clock.now() - 300 * MINUTE });
    const second = await alert(world, [ned], { sentAt: world.clock.now() - 30 * MINUTE });
    await texts(world, ned.phone, '1');
    expect(await responseOf(world, second.id, ned.id)).toMatchObject({ no: 1 });
    expect(await responseOf(world, first.id, ned.id)).toBeNull();
  });

  test('sent together, the member is asked once and a letter settles it', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const first = await alert(world, [ned], { title: 'HB 203', sentAt: world.clock.now() - 35 * MINUTE });
    const second = await alert(world, [ned], { title: 'SB 9', sentAt: world.clock.now() - 30 * MINUTE });
    const asked = await texts(world, ned.phone, '2');
    expect(asked.meaning).toMatch(/^which:/);
    expect(await told(world, ned.id)).toEqual([expect.stringMatching(/Reply A for "SB 9", B for "HB 203"/)]);
    expect(await answers(world, second.id)).toEqual([]);
    world.passTime(MINUTE);
    await texts(world, ned.phone, 'b');
    expect(await responseOf(world, first.id, ned.id)).toMatchObject({ no: 2 });
    expect(await replyRow(world, asked.replyId)).toMatchObject({ state: 'handled' });
    expect(await told(world, ned.id)).toHaveLength(1);
  });

  test('unclear a second time, a person decides', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const at = world.clock.now() - 30 * MINUTE;
    await alert(world, [ned], { sentAt: at });
    await alert(world, [ned], { sentAt: at });
    await texts(world, ned.phone, '2');
    world.passTime(MINUTE);
    expect((await texts(world, ned.phone, '1')).meaning).toBe('which');
    expect(await told(world, ned.id)).toHaveLength(1);
    expect(await threadOf(world, ned.id)).toMatchObject({ unread: 1 });
  });
});

test('an answer after the close is kept, told once, and not counted', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  await texts(world, ned.phone, '2');
  await world.db.commit({ who: SYSTEM, action: 'test.close', subject: { kind: 'alert', id: hb.id } }, [
    sql(`update alert set state = 'closed' where id = '${hb.id}'`),
  ]);
  world.passTime(MINUTE);
  expect((await texts(world, ned.phone, '1')).meaning).toBe('late');
  world.passTime(MINUTE);
  await texts(world, ned.phone, '3');
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 2 });
  expect(await answers(world, hb.id)).toHaveLength(3);
  expect(await told(world, ned.id)).toEqual([expect.stringContaining('not counted')]);
  expect(await alertTally(world, hb.id)).toMatchObject({ asked: 1, answered: 1 });
});

describe('a number that two members share', () => {
  test('answers for the one who was asked', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const ann = await member(world, { phone: ned.phone });
    const hb = await alert(world, [ann]);
    await texts(world, ned.phone, '1');
    expect(await responseOf(world, hb.id, ann.id)).toMatchObject({ no: 1 });
    expect(await threadOf(world, ann.id)).toBeDefined();
  });
  test('needs a person where both were', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const ann = await member(world, { phone: ned.phone });
    const hb = await alert(world, [ned, ann]);
    const { replyId } = await texts(world, ned.phone, '1');
    expect(await replyRow(world, replyId)).toMatchObject({
      state: 'waiting',
      meaning: 'shared_number',
      member_id: null,
    });
    expect(await answers(world, hb.id)).toEqual([]);
  });
});

test('an unknown number lands in the inbox and makes nobody a member', async () => {
  const world = freshWorld();
  const [before] = await rows(world, 'select count(*) as count from member');
  const { replyId } = await texts(world, '+14065558888', '1');
  expect(await replyRow(world, replyId)).toMatchObject({
    state: 'waiting',
    meaning: 'unknown',
    trust: 'unknown',
  });
  expect(await rows(world, 'select count(*) as count from member')).toEqual([before]);
});

test('a number that the alert does not offer, and two numbers, go to a person', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  for (const body of ['7', '1 and 3', 'what?'])
    expect((await texts(world, ned.phone, body)).meaning).toBe('talk');
  expect(await answers(world, hb.id)).toEqual([]);
  expect(good(await understandReply(world, { replyId: 'nowhere' }))).toEqual({ meaning: 'gone' });
});
