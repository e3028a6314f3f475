import { beforeEach, expect, test } from 'vitest';
import type { ListedSms } from '../../src/platform/world.ts';
import { sweepInbound } from '../../src/replies/index.ts';
import { TUESDAY } from '../support/world.ts';
import { arrives, freshWorld, member, MINUTE, pointState, rows, sql, told } from './network.ts';

const OURS = '+14065550100';
let sids = 0;
const listed = (from: string, body: string, createdAt: number, more: Partial<ListedSms> = {}): ListedSms => ({
  providerId: `SMlisted${String((sids += 1)).padStart(24, '0')}`,
  from,
  to: OURS,
  body,
  status: 'received',
  direction: 'inbound',
  createdAt,
  errorCode: null,
  ...more,
});
type World = ReturnType<typeof freshWorld>;
/** The provider's list, as it answers: newest first, by number and time. */
const provider = (world: World, texts: ListedSms[]) => {
  const asked: { to?: string; sentAfter?: number }[] = [];
  world.sms.list = (filter) => {
    asked.push(filter);
    return Promise.resolve(
      texts
        .filter(
          (one) =>
            (filter.to === undefined || one.to === filter.to) && one.createdAt >= (filter.sentAfter ?? 0),
        )
        .toSorted((a, b) => b.createdAt - a.createdAt),
    );
  };
  return asked;
};
const stored = async (world: World) =>
  (await rows(
    world,
    `select provider_id as sid, body, received_at as at, raw_key as rawKey from reply order by id`,
  )) as {
    sid: string;
    body: string;
    at: number;
    rawKey: string | null;
  }[];
const mark = async (world: World) =>
  (await rows(world, `select at from watermark where name = 'twilio.inbound'`))[0]?.at;
const entry = { who: { kind: 'system', id: 'x' } as const, action: 'test', subject: { kind: 'x', id: 'x' } };

let world: World;
beforeEach(async () => {
  world = freshWorld(TUESDAY);
  await world.db.commit(entry, [
    sql(`delete from reply`),
    sql(`delete from watermark`),
    sql(`update sender set address = '${OURS}' where id = 'main'`),
  ]);
});

test('texts that no webhook brought are taken in with the provider’s own time; a second sweep changes nothing', async () => {
  const ned = await member(world);
  const known = await arrives(world, ned.phone, 'hello', { providerId: 'SMknown' });
  const sent = TUESDAY - 40 * MINUTE;
  provider(world, [
    listed(ned.phone, 'yes', sent),
    listed(ned.phone, 'hello', TUESDAY - MINUTE, { providerId: 'SMknown' }),
    listed(OURS, 'Please call', TUESDAY - MINUTE, { direction: 'outbound-api', to: ned.phone }),
  ]);
  expect(await sweepInbound(world)).toEqual({ listed: 2, missed: 1 });
  const once = await stored(world);
  expect(once.map(({ body, at }) => [body, at])).toEqual([
    ['hello', TUESDAY],
    ['yes', sent],
  ]);
  expect(known.known).toBe(false);
  expect(world.jobs.filter(({ kind }) => kind === 'reply.understand')).toHaveLength(2);
  expect(await sweepInbound(world)).toEqual({ listed: 2, missed: 0 });
  expect(await stored(world)).toEqual(once);
});

test('an hour is read twice over, and the mark moves with each sweep', async () => {
  const asked = provider(world, []);
  await sweepInbound(world);
  expect(await mark(world)).toBe(TUESDAY);
  world.passTime(15 * MINUTE);
  await sweepInbound(world);
  expect(asked.map(({ to, sentAfter }) => [to, sentAfter])).toEqual([
    [OURS, TUESDAY - 25 * 60 * MINUTE],
    [OURS, TUESDAY - 60 * MINUTE],
  ]);
  expect(await mark(world)).toBe(TUESDAY + 15 * MINUTE);
});

test('after an hour without webhooks every text is there, however many', async () => {
  const people = [await member(world), await member(world), await member(world)];
  const texts = Array.from({ length: 620 }, (_, no) =>
    listed(people[no % 3]!.phone, `answer ${no}`, TUESDAY - 60 * MINUTE + no * 1000),
  );
  provider(world, texts);
  expect(await sweepInbound(world)).toEqual({ listed: 620, missed: 620 });
  expect((await stored(world)).map(({ sid }) => sid)).toEqual(texts.map((one) => one.providerId));
});

test('a STOP found late still closes the number, without a farewell that would come too late', async () => {
  const ned = await member(world);
  provider(world, [listed(ned.phone, 'STOP', TUESDAY - 50 * MINUTE)]);
  await sweepInbound(world);
  expect(await pointState(world, ned.smsPoint)).toEqual({ state: 'suppressed', reason: 'stopped' });
  expect(await told(world, ned.id)).toEqual([]);
});

test('a START found late does not open a number that was closed after it was written', async () => {
  const ned = await member(world);
  await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
  provider(world, [
    listed(ned.phone, 'START', TUESDAY - 30 * MINUTE),
    listed(ned.phone, 'JOIN', TUESDAY - 29 * MINUTE),
  ]);
  await sweepInbound(world);
  expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
});

test('of STOP and START both found late the later one holds', async () => {
  const ned = await member(world);
  provider(world, [
    listed(ned.phone, 'START', TUESDAY - 10 * MINUTE),
    listed(ned.phone, 'STOP', TUESDAY - 20 * MINUTE),
  ]);
  await sweepInbound(world);
  expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
});

test('where one text cannot be stored the others are, the mark stays, and the next sweep takes it', async () => {
  const ned = await member(world);
  await sweepInbound(world);
  world.passTime(15 * MINUTE);
  const texts = [
    listed(ned.phone, 'one', TUESDAY),
    listed(ned.phone, 'two', TUESDAY + 1),
    listed(ned.phone, 'three', TUESDAY + 2),
  ];
  provider(world, texts);
  const commit = world.db.commit.bind(world.db);
  let calls = 0;
  world.db.commit = (...args) =>
    (calls += 1) === 2 ? Promise.reject(new Error('D1 is overloaded')) : commit(...args);
  await expect(sweepInbound(world)).rejects.toThrow('1 of 3');
  expect((await stored(world)).map(({ body }) => body)).toEqual(['one', 'three']);
  expect(await mark(world)).toBe(TUESDAY);
  expect(await sweepInbound(world)).toMatchObject({ missed: 1 });
  expect((await stored(world)).map(({ body }) => body).toSorted()).toEqual(['one', 'three', 'two']);
  expect(await mark(world)).toBe(TUESDAY + 15 * MINUTE);
});

test('where the list cannot be read the mark stays', async () => {
  await sweepInbound(world);
  world.passTime(15 * MINUTE);
  world.sms.list = () => Promise.reject(new Error('Twilio answered 503'));
  await expect(sweepInbound(world)).rejects.toThrow('503');
  expect(await mark(world)).toBe(TUESDAY);
});

test('numbers lately texted are asked for beside the sender’s own; with none known the whole list is read', async () => {
  const ned = await member(world);
  await world.db.commit(entry, [sql(`update sender set address = 'messaging-service' where id = 'main'`)]);
  const asked = provider(world, [listed(ned.phone, 'hi', TUESDAY, { to: '+14065550177' })]);
  await sweepInbound(world);
  expect(await stored(world)).toHaveLength(1);
  await sweepInbound(world);
  expect(asked.map(({ to }) => to)).toEqual([undefined, '+14065550177']);
});

test('pictures of a swept text are noted with where the provider lists them', async () => {
  const ned = await member(world);
  provider(world, [
    listed(ned.phone, '', TUESDAY, { mediaList: '/2010-04-01/Accounts/AC1/Messages/MM1/Media.json' }),
  ]);
  await sweepInbound(world);
  const [row] = await stored(world);
  const kept = await world.files.get(row?.rawKey ?? '');
  expect(new TextDecoder().decode(kept ?? new Uint8Array())).toContain('Messages/MM1/Media.json');
});
