import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeDead, takeEvents, takePages } from '../../src/background/jobs.ts';
import { ringClock } from '../../src/background/schedule.ts';
import { testWorld, type TestWorld } from '../support/world.ts';

const HOUR = 3_600_000;
let messages = 0;
const message = (body: unknown, attempts = 1) => {
  const said: string[] = [];
  messages += 1;
  return {
    id: `message-${messages}`,
    timestamp: new Date(0),
    body,
    attempts,
    ack: () => void said.push('ack'),
    retry: () => void said.push('retry'),
    said,
  };
};
const batch = (queue: string, list: ReturnType<typeof message>[]) =>
  ({ queue, messages: list, ackAll: () => undefined, retryAll: () => undefined }) as unknown as MessageBatch;
const letters = async () =>
  (
    await env.DB.prepare(
      `select id, queue, kind, body, problem, attempts from dead_letter where settled_at is null order by id`,
    ).all<{
      id: string;
      queue: string;
      kind: string;
      body: string;
      problem: string | null;
      attempts: number;
    }>()
  ).results;
const status = (deliveryId = 1) => ({
  kind: 'sms.status',
  body: { deliveryId, attempt: 1, providerId: 'SM1', status: 'delivered', errorCode: null },
});
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await env.DB.batch([env.DB.prepare(`delete from dead_letter`), env.DB.prepare(`delete from outbox`)]);
});

describe('a message that can never be done', () => {
  test.each([
    [
      'an unknown kind',
      { kind: 'alert.teleport', body: { alertId: 'A1' } },
      'alert.teleport',
      { alertId: 'A1' },
    ],
    ['no job at all', 'call +14065550101', 'unreadable', {}],
    ['a list', [1, 2], 'unreadable', {}],
  ])(
    'is tried again, then kept for a person without what may be personal: %s',
    async (_what, body, kind, kept) => {
      const early = message(body, 1);
      await takeEvents(world, batch('events', [early]));
      expect(early.said).toEqual(['retry']);
      expect(await letters()).toEqual([]);
      const last = message(body, 6);
      await takeEvents(world, batch('events', [last]));
      expect(last.said).toEqual(['ack']);
      const [letter] = await letters();
      expect(letter).toMatchObject({ queue: 'events', kind, attempts: 6 });
      expect(JSON.parse(letter?.body ?? '')).toEqual(kept);
      expect(JSON.stringify(letter)).not.toContain('406555');
      expect(world.logged.map(({ event }) => event)).toContain('job.dead');
    },
  );

  test('does not hold up its neighbours', async () => {
    const [bad, good, other] = [
      message({ kind: 'nothing', body: {} }, 6),
      message(status()),
      message({ junk: 1 }),
    ];
    await takeEvents(world, batch('events', [bad, good, other]));
    expect([bad.said, good.said, other.said]).toEqual([['ack'], ['ack'], ['retry']]);
  });

  test('among pages is kept too', async () => {
    const odd = message({ fromId: 'one' }, 6);
    await takePages(world, batch('deliveries', [odd]));
    expect(odd.said).toEqual(['ack']);
    expect(await letters()).toMatchObject([{ queue: 'deliveries', kind: 'unreadable' }]);
  });
});

test('reports that fail together are tried one by one from the third time, and the bad one says why it failed', async () => {
  const record = world.db.record.bind(world.db);
  world.db.record = (changes) =>
    JSON.stringify(changes.map(({ values }) => values)).includes('\\"id\\":13')
      ? Promise.reject(new Error('Row of +14065550101 is broken'))
      : record(changes);
  const [good, bad] = [message(status(12), 6), message(status(13), 6)];
  await takeEvents(world, batch('events', [good, bad]));
  expect([good.said, bad.said]).toEqual([['ack'], ['ack']]);
  expect(await letters()).toMatchObject([{ kind: 'sms.status', problem: 'Row of withheld is broken' }]);
});

test('while the database refuses, a message goes on to the dead-letter queue, and is kept from there once it answers', async () => {
  const record = world.db.record.bind(world.db);
  world.db.record = () => Promise.reject(new Error('D1 is overloaded'));
  const last = message(status(), 6);
  await takeEvents(world, batch('events', [last]));
  expect(last.said).toEqual(['retry']);
  const dead = [message(status()), message({ fromId: 1, toId: 9 })];
  await takeDead(world, batch('events-dead', dead));
  expect(dead.map(({ said }) => said)).toEqual([['retry'], ['retry']]);
  world.db.record = record;
  await takeDead(world, batch('events-dead', dead));
  await takeDead(world, batch('events-dead', dead));
  expect((await letters()).map(({ kind, queue }) => [kind, queue])).toEqual([
    ['sms.status', 'events'],
    ['page', 'deliveries'],
  ]);
});

describe('a job of the outbox', () => {
  const job = async () => {
    await world.db.commit(
      { who: { kind: 'system', id: 'x' }, action: 'test', subject: { kind: 'x', id: 'x' } },
      [],
      [{ kind: 'alert.teleport', body: { alertId: 'A1' } }],
    );
    return world.jobs.at(-1)!;
  };
  const minute = async () => {
    const again: { id: string }[] = [];
    await ringClock(world, '* * * * *', (jobs) => {
      again.push(...jobs);
      return Promise.resolve();
    });
    return again;
  };

  test('that fails is handed out each minute for a day, then kept for a person with why it failed last', async () => {
    const sent = await job();
    const last = message(sent, 6);
    await takeEvents(world, batch('events', [last]));
    expect(last.said).toEqual(['retry']);
    await takeDead(world, batch('events-dead', [message(sent)]));
    expect(await letters()).toEqual([]);
    world.passTime(HOUR);
    expect(await minute()).toMatchObject([{ id: sent.id }]);
    world.passTime(24 * HOUR);
    expect(await minute()).toEqual([]);
    expect(await letters()).toMatchObject([
      { id: sent.id, kind: 'alert.teleport', attempts: 1, problem: 'This version knows no such job.' },
    ]);
    expect((await env.DB.prepare(`select * from outbox`).all()).results).toEqual([]);
  });
});

describe('reports of providers', () => {
  test('are kept as one object a batch before they are applied, with nothing personal', async () => {
    await takeEvents(world, batch('events', [message(status(1)), message(status(2))]));
    const [object, ...more] = await world.files.list('events/2027-02-09/');
    expect(more).toEqual([]);
    const text = new TextDecoder().decode((await world.files.get(object?.key ?? '')) ?? new Uint8Array());
    expect(JSON.parse(text)).toEqual({ at: world.clock.now(), events: [status(1), status(2)] });
  });

  test('are applied where the object cannot be written', async () => {
    world.files.put = () => Promise.reject(new Error('R2 is down'));
    const one = message(status());
    await takeEvents(world, batch('events', [one]));
    expect(one.said).toEqual(['ack']);
    expect(world.logged.map(({ event }) => event)).toContain('events.not_kept');
  });
});
