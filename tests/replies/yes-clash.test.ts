import { describe, expect, test } from 'vitest';
import { reservedStart } from '../../src/alerts/index.ts';
import { responseOf } from '../../src/replies/index.ts';
import {
  alert,
  arrives,
  freshWorld,
  member,
  MINUTE,
  pointState,
  replyRow,
  rows,
  texts,
  told,
} from './network.ts';

const answers = (world: ReturnType<typeof freshWorld>, id: string) =>
  rows(world, `select id from answer where alert_id = '${id}'`);

test('a word of the carriers is refused as a choice', () => {
  for (const word of ['Yes', 'STOP', 'start', 'Unstop', 'help', 'info', 'cancel', 'END', 'quit'])
    expect(reservedStart(word)).not.toBeNull();
  expect(reservedStart('Will call')).toBeNull();
});

test('YES from an open number answers the one open question that has a yes', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned], { options: 1 });
  await texts(world, ned.phone, 'YES');
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
});

test('YES to two open questions is asked about once, and to none goes to the inbox', async () => {
  const world = freshWorld();
  const [ned, clara] = [await member(world), await member(world)];
  const sentAt = world.clock.now() - 30 * MINUTE;
  await alert(world, [ned], { options: 1, title: 'HB 203', sentAt });
  await alert(world, [ned], { options: 1, title: 'SB 9', sentAt: sentAt + MINUTE });
  expect((await texts(world, ned.phone, 'YES')).meaning).toMatch(/^which:/);
  expect(await told(world, ned.id)).toHaveLength(1);
  const { replyId } = await texts(world, clara.phone, 'YES');
  expect(await replyRow(world, replyId)).toMatchObject({ state: 'waiting' });
});

describe('YES that the carrier takes for START', () => {
  test('is a vote and an opt-in from an open number, and is logged, since YES was to be taken off that list', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned], { options: 1 });
    await texts(world, ned.phone, 'YES', { optOutType: 'START' });
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
    expect(await rows(world, `select kind from consent_event where member_id = '${ned.id}'`)).toEqual([
      { kind: 'granted' },
    ]);
  });

  test('opens a stopped number, is no vote, and needs no text of ours', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned], { options: 1 });
    await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    world.passTime(MINUTE);
    const { replyId } = await texts(world, ned.phone, 'YES', { optOutType: 'START' });
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
    expect(await replyRow(world, replyId)).toMatchObject({ state: 'handled', meaning: 'start' });
    expect(await answers(world, hb.id)).toEqual([]);
    expect(await told(world, ned.id)).toEqual([]);
  });
});

test('YES from a number that we alone stopped opens nothing and is no vote', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned], { options: 1 });
  await arrives(world, ned.phone, 'stop texting me');
  world.passTime(MINUTE);
  await texts(world, ned.phone, 'YES');
  expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
  expect(await answers(world, hb.id)).toEqual([]);
});

test.each(['END', 'Cancel', 'quit'])('%s to a question is an opt-out and no answer', async (word) => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  await texts(world, ned.phone, word);
  expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
  expect(await answers(world, hb.id)).toEqual([]);
});
