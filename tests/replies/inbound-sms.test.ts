import { beforeEach, describe, expect, test } from 'vitest';
import { inboundSms, repliesClocks, repliesJobs } from '../../src/replies/index.ts';
import { freshWorld, member, MINUTE, pointState, rows } from './network.ts';

type World = ReturnType<typeof freshWorld>;
let world: World;
beforeEach(() => {
  world = freshWorld();
});
let sids = 0;
const text = (from: string, body: string, optOutType: 'STOP' | 'START' | 'HELP' | null = null) => ({
  providerId: `SMkept${String((sids += 1))}`,
  from,
  to: '+14065550100',
  body,
  optOutType,
  media: [],
  at: world.clock.now(),
});
/** The database refuses every commit until it is mended. */
const breakDatabase = () => {
  const commit = world.db.commit.bind(world.db);
  world.db.commit = () => Promise.reject(new Error('D1 is overloaded'));
  return () => void (world.db.commit = commit);
};
const replies = (sid: string) =>
  rows(world, `select body, received_at as at from reply where provider_id = '${sid}'`);
const objects = async () => (await world.files.list('inbound/')).map(({ key }) => key);

describe('a text that the database refuses', () => {
  test('is kept as an object, its key alone goes into the queue, and the job takes it in once', async () => {
    const ned = await member(world);
    const mend = breakDatabase();
    const one = text(ned.phone, 'Yes, I called');
    await inboundSms.receive(world, one);
    expect(world.reports).toEqual([
      { kind: 'reply.take_kept', body: { key: `inbound/${one.providerId}.json` } },
    ]);
    await expect(repliesJobs['reply.take_kept'](world, world.reports[0]?.body as never)).rejects.toThrow(
      'D1',
    );
    expect(await objects()).toEqual([`inbound/${one.providerId}.json`]);

    mend();
    world.passTime(MINUTE);
    for (let time = 0; time < 2; time += 1)
      await repliesJobs['reply.take_kept'](world, world.reports[0]?.body as never);
    expect(await replies(one.providerId)).toEqual([{ body: 'Yes, I called', at: one.at }]);
    expect(await objects()).toEqual([]);
  });

  test.each([
    ['STOP', 'STOP' as const],
    ['stop texting me', null],
    ['enough already', null],
    ['Wrong number', null],
  ])('and may be an opt-out is kept too, but the carrier is not told 200: %s', async (body, optOutType) => {
    const ned = await member(world);
    const mend = breakDatabase();
    const one = text(ned.phone, body, optOutType);
    await expect(inboundSms.receive(world, one)).rejects.toThrow('D1 is overloaded');
    expect(world.reports).toHaveLength(1);
    mend();
    await repliesJobs['reply.take_kept'](world, world.reports[0]?.body as never);
    expect(await pointState(world, ned.smsPoint)).not.toMatchObject({ state: 'active' });
    await inboundSms.receive(world, one);
    expect(await replies(one.providerId)).toHaveLength(1);
  });

  test.each(['files', 'queue'])(
    'and that cannot be kept either (%s) is for the carrier to send again',
    async (what) => {
      breakDatabase();
      if (what === 'files') world.files.put = () => Promise.reject(new Error('R2 is down'));
      else world.events.send = () => Promise.reject(new Error('the queue is down'));
      await expect(inboundSms.receive(world, text('+14065559999', 'hello'))).rejects.toThrow('down');
      if (what === 'queue') for (const key of await objects()) await world.files.remove(key);
    },
  );
});

test('a clock takes in what was kept and whose job was lost, after five minutes', async () => {
  const ned = await member(world);
  const mend = breakDatabase();
  const one = text(ned.phone, 'Hello again');
  await inboundSms.receive(world, one);
  mend();
  const [object] = await world.files.list('inbound/');
  world.setNow((object?.at ?? 0) + MINUTE);
  expect(await repliesClocks.quarter['replies.kept'](world)).toEqual({ kept: 0 });
  world.passTime(5 * MINUTE);
  expect(await repliesClocks.quarter['replies.kept'](world)).toEqual({ kept: 1 });
  expect(await replies(one.providerId)).toHaveLength(1);
  expect(await objects()).toEqual([]);
});
