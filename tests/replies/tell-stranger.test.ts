import { beforeAll, expect, test } from 'vitest';
import { sendPage } from '../../src/delivery/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { understandReply } from '../../src/replies/index.ts';
import { forgetOldStrangers } from '../../src/replies/tell-stranger.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { good, type TestWorld } from '../support/world.ts';
import { arrives, freshWorld, member, MINUTE, replyRow, rows, texts } from './network.ts';

const DAY = 24 * 60 * MINUTE;
beforeAll(async () => {
  good(
    await saveNetworkSettings(freshWorld(), SYSTEM, {
      shortName: 'TSLN',
      networkName: 'Treasure State Legislative Network',
    }),
  );
});

let numbers = 0;
const nobody = () => `+1406777${String(1000 + (numbers += 1))}`;
const deliver = async (world: TestWorld) => {
  for (const page of world.pages.splice(0)) await sendPage(world, page);
};
const heard = (world: TestWorld, number: string) =>
  world.texts.filter((one) => one.to === number).map((one) => one.body);
const clear = (world: TestWorld) => rows(world, 'delete from stranger');

test('a number that nobody has is told so once, and what its owner can do; the text is in the inbox all the same', async () => {
  const world = freshWorld();
  const number = nobody();
  const { replyId } = await texts(world, number, 'When is the hearing?');
  await texts(world, number, 'Hello?');
  await deliver(world);
  expect(heard(world, number)).toEqual([
    'TSLN: We do not know this number. If you are a member of Treasure State Legislative Network, reply JOIN or write to ' +
      `${world.settings.mail.fromAddress}. Reply STOP to end.`,
  ]);
  expect(await replyRow(world, replyId)).toMatchObject({ state: 'waiting', meaning: 'unknown' });
  world.passTime(29 * DAY);
  await texts(world, number, 'Still there?');
  await deliver(world);
  expect(heard(world, number)).toHaveLength(1);
  world.passTime(2 * DAY);
  await texts(world, number, 'And now?');
  await deliver(world);
  expect(heard(world, number)).toHaveLength(2);
});

test('what it says of stopping is heard: the number is closed, and never told again', async () => {
  const world = freshWorld();
  const [stopped, before, unclear] = [nobody(), nobody(), nobody()];
  await texts(world, stopped, 'hi');
  await arrives(world, stopped, 'STOP');
  await deliver(world);
  expect(heard(world, stopped)).toEqual([]);
  await arrives(world, before, 'STOP', { optOutType: 'STOP' });
  await texts(world, unclear, 'You have the wrong number');
  await arrives(world, before, 'START', { optOutType: 'START' });
  world.passTime(31 * DAY);
  for (const number of [stopped, before, unclear]) {
    await texts(world, number, 'hello');
    await deliver(world);
    expect(heard(world, number)).toEqual([]);
  }
});

test('a STOP between the first text and its reading keeps us silent', async () => {
  const world = freshWorld();
  const number = nobody();
  const { replyId } = await arrives(world, number, 'hi');
  await arrives(world, number, 'STOP');
  good(await understandReply(world, { replyId }));
  await deliver(world);
  expect(heard(world, number)).toEqual([]);
});

test('machines, staff, members who left, JOIN, and what comes late get nothing', async () => {
  const world = freshWorld();
  const left = await member(world);
  await rows(world, `update member set state = 'left' where id = '${left.id}'`);
  await rows(
    world,
    `insert into staff (id, name, email, created_at, updated_at) values ('st', 'Sue', 'sue@x.example', 1, 1)`,
  );
  const staff = nobody();
  await rows(world, `insert into staff_phone (staff_id, phone, added_at) values ('st', '${staff}', 1)`);
  for (const number of ['88202', left.phone, staff]) await texts(world, number, 'Your code is 4411');
  const joins = nobody();
  await arrives(world, joins, 'JOIN');
  const late = nobody();
  const { replyId } = await arrives(world, late, 'hello');
  world.passTime(2 * 60 * MINUTE);
  good(await understandReply(world, { replyId }));
  await deliver(world);
  expect(world.texts).toEqual([]);
});

test('two texts read at the same time are one answer', async () => {
  const world = freshWorld();
  const number = nobody();
  const all = [await arrives(world, number, 'hello'), await arrives(world, number, 'hello?')];
  await Promise.all(all.map(({ replyId }) => understandReply(world, { replyId })));
  await deliver(world);
  expect(heard(world, number)).toHaveLength(1);
  for (const { replyId } of all)
    expect(await replyRow(world, replyId)).toMatchObject({ state: 'waiting', meaning: 'unknown' });
});

test('fifty in a day and no more; the next day they go on', async () => {
  const world = freshWorld();
  await clear(world);
  const sender = async () => {
    const number = nobody();
    await texts(world, number, 'hello');
    return number;
  };
  for (let no = 0; no < 52; no += 1) await sender();
  await deliver(world);
  expect(world.texts).toHaveLength(50);
  world.passTime(DAY + MINUTE);
  await sender();
  await deliver(world);
  expect(world.texts).toHaveLength(51);
});

test('after thirty days the number is forgotten', async () => {
  const world = freshWorld();
  await clear(world);
  await texts(world, nobody(), 'hello');
  world.passTime(29 * DAY);
  expect(await forgetOldStrangers(world)).toEqual({ strangers: 0 });
  world.passTime(DAY);
  expect(await forgetOldStrangers(world)).toEqual({ strangers: 1 });
});
