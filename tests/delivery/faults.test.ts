import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { takePages } from '../../src/background/jobs.ts';
import { launchAlert } from '../../src/delivery/index.ts';
import { good } from '../support/world.ts';
import type { Fate } from './faults/carrier.ts';
import { openDeployment } from './faults/deployment.ts';
import { acceptedBy, brokenPromises } from './faults/invariants.ts';
import { twoConsumers } from './faults/scenarios.ts';
import { addMembers, addNetwork, approved, director, launched } from './faults/people.ts';
import type { Script, Strike } from './faults/process.ts';
import { rowsOf } from './network.ts';

/** The faults of sending, one after another; those of people and of time have files of their own. */
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await addNetwork();
});

const statesOf = async (id: string) => (await rowsOf(id)).map((row) => row.state);
/** Strikes the calls of one name: the first ones, or those that a test picks. */
const strikes =
  (name: string, strike: Strike, which: (nth: number) => boolean = (nth) => nth === 1): Script =>
  (called) => {
    if (called !== name) return null;
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return which(nth) ? strike : null;
  };
const counts = new Map<string, number>();
const once = (...of: Parameters<typeof strikes>): Script => {
  counts.clear();
  return strikes(...of);
};
/** A world of some members and one alert that waits in the queue. */
const scene = async (count = 3, more: Parameters<typeof launched>[2] = {}) => {
  const d = openDeployment();
  const people = await addMembers(d, count);
  return { d, people, id: await launched(d, people, more) };
};
const firstIs =
  (fate: Fate) =>
  ({ no }: { no: number }): Fate | null =>
    no === 1 ? fate : null;

test('0 nothing goes wrong: everybody gets one text and one mail', async () => {
  const { d, id } = await scene(4, { email: true });
  await d.quiet();
  expect(await statesOf(id)).toEqual(Array(8).fill('delivered'));
  expect(await acceptedBy(d)).toHaveLength(8);
  expect(await brokenPromises(d)).toEqual([]);
});

describe('1 the carrier takes a text and its answer is lost', () => {
  const lost = { kind: 'hang', accepted: true } as const;
  test('the callback proves it', async () => {
    const { d, id } = await scene();
    d.carrier.script = firstIs(lost);
    await d.consume('deliveries');
    expect(await statesOf(id)).toEqual(['unknown', 'accepted', 'accepted']);
    await d.quiet();
    expect(await statesOf(id)).toEqual(Array(3).fill('delivered'));
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('where no callback comes its list proves it, by the link in the text', async () => {
    const { d, id } = await scene();
    d.carrier.script = firstIs(lost);
    await d.consume('deliveries');
    d.pass(61_000);
    await d.ring();
    expect((await rowsOf(id))[0]).toMatchObject({
      state: 'accepted',
      provider_id: [...d.carrier.texts.keys()][0],
    });
    await d.quiet();
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('a mail is asked for again with its key, and goes out once', async () => {
    const { d, id } = await scene(2, { sms: false, email: true });
    d.mail.script = firstIs(lost);
    await d.quiet();
    expect(await statesOf(id)).toEqual(['delivered', 'delivered']);
    expect(d.mail.asked).toBeGreaterThan(2);
    expect(await brokenPromises(d)).toEqual([]);
  });
});

test('2 the carrier did not take a text and never answered: it is unconfirmed for a person to see, and not sent again', async () => {
  const { d, people, id } = await scene();
  d.carrier.script = firstIs({ kind: 'hang', accepted: false });
  await d.quiet();
  expect((await rowsOf(id)).filter((row) => row.channel === 'sms')).toMatchObject([
    { state: 'unconfirmed' },
    { state: 'delivered' },
    { state: 'delivered' },
  ]);
  expect(d.carrier.asked.filter((one) => one.to === people[0]!.phone)).toHaveLength(1);
  expect(await brokenPromises(d)).toEqual([]);
});

test('3 a server error after the text was taken and one before it take the same way', async () => {
  const ways: string[][] = [];
  for (const accepted of [true, false]) {
    const { d, id } = await scene(1);
    d.carrier.script = firstIs({ kind: '5xx', accepted });
    const way: string[] = [];
    await d.consume('deliveries');
    way.push(...(await statesOf(id)));
    d.pass(30_000);
    await d.ring();
    way.push(...(await statesOf(id)));
    ways.push(way);
    await d.quiet();
    expect(await statesOf(id)).toContain(accepted ? 'delivered' : 'unconfirmed');
    expect(d.carrier.asked).toHaveLength(1);
    expect(await brokenPromises(d)).toEqual([]);
  }
  expect(ways[0]).toEqual(['unknown', 'unknown']);
  expect(ways[1]).toEqual(ways[0]);
});

test.each([[undefined], [30]])(
  '4 a storm of 429 for ten minutes, Retry-After %s: all are sent later, and no try is used up',
  async (retryAfter) => {
    const { d, id } = await scene(8);
    const until = d.now() + 10 * 60_000;
    d.carrier.script = () => (d.now() < until ? { kind: '429', retryAfter } : null);
    await d.consume('deliveries');
    const asked = d.carrier.asked.length;
    // A page that comes again at once asks nobody who was told to wait.
    d.queues.send('deliveries', [pageOf(await rowsOf(id))]);
    await d.consume('deliveries');
    expect(d.carrier.asked).toHaveLength(asked);
    await d.quiet();
    expect(await statesOf(id)).toEqual(Array(8).fill('delivered'));
    const kept = await env.DB.prepare(
      `select count(*) as count from attempt where delivery_id in (select id from delivery where source_id = ?)`,
    )
      .bind(id)
      .first();
    expect(kept).toEqual({ count: 0 });
    expect(await brokenPromises(d)).toEqual([]);
  },
);
const pageOf = (rows: { id: number; segments: number | null }[]) => ({
  fromId: rows[0]!.id,
  toId: rows.at(-1)!.id,
  channel: 'sms',
  segments: rows.reduce((sum, row) => sum + (row.segments ?? 1), 0),
});

// Up to fifteen deployments in a test, each through hours of its own, and the machine may be busy.
describe('5 the consumer is evicted in the middle of a page', { timeout: 60_000 }, () => {
  /** The calls of one page that nothing befalls: as many places to die at. */
  const callsOf = async (more: Parameters<typeof launched>[2]) => {
    const { d } = await scene(3, more);
    const { passed } = await d.consume('deliveries');
    await d.quiet();
    return passed;
  };
  test.each([
    ['texts', {}],
    ['mails', { sms: false, email: true }],
  ])('at each of its calls to the outside, before or after it (%s)', async (_name, more) => {
    const calls = await callsOf(more);
    expect(calls.filter((name) => name.endsWith('.post'))).toHaveLength(3);
    expect(calls.length).toBeGreaterThanOrEqual(6);
    for (const [at, name] of calls.entries())
      for (const strike of ['kill-before', 'kill-after'] as const) {
        // One call follows another but for the posts, so that before one is the same as after the one before it.
        if (strike === 'kill-before' && at > 0 && !name.endsWith('.post')) continue;
        const { d } = await scene(3, more);
        const process = await d.consume('deliveries', {
          script: (_called, no) => (no === at + 1 ? strike : null),
        });
        expect(process.dead(), `${strike} ${name}`).toBe(true);
        await d.quiet();
        expect(await brokenPromises(d), `${strike} ${name}`).toEqual([]);
      }
  });
  test('in the second block of a page of thirty', async () => {
    for (const name of ['pacer.release', 'carrier.post'])
      for (const strike of ['kill-before', 'kill-after'] as const) {
        const { d } = await scene(30);
        await d.consume('deliveries', {
          script: once(name, strike, (nth) => nth === (name === 'carrier.post' ? 28 : 2)),
        });
        await d.quiet();
        expect(await brokenPromises(d), `${strike} ${name}`).toEqual([]);
      }
  });
});

test('6 a page comes to two consumers at once, and again: each text goes out once', async () => {
  const here = await scene(5);
  await twoConsumers(here.d);
  await here.d.quiet();
  expect(await acceptedBy(here.d)).toHaveLength(5);
  expect(await brokenPromises(here.d)).toEqual([]);
});

test.each(['production', 'local'] as const)(
  '7 a consumer acknowledges and then throws (%s): what comes again goes out no second time',
  async (manners) => {
    const d = openDeployment({ manners });
    const id = await launched(d, await addMembers(d, 5));
    const rows = await rowsOf(id);
    d.queues.waiting.deliveries = [];
    d.queues.send(
      'deliveries',
      rows.map((row) => pageOf([row])),
    );
    const { process, world } = d.start();
    await d.queues.deliver(
      'deliveries',
      d.queues.visible('deliveries'),
      process,
      async (batch) => {
        await takePages(world, { ...batch, messages: batch.messages.slice(0, 3) });
        throw new Error('after three');
      },
      { manners },
    );
    expect(d.queues.visible('deliveries')).toHaveLength(manners === 'local' ? 5 : 2);
    await d.quiet();
    expect(await acceptedBy(d)).toHaveLength(5);
    expect(await brokenPromises(d)).toEqual([]);
  },
);

test('8 the launch is written and its pages are lost: the clock finds what is due', async () => {
  const d = openDeployment();
  const id = await approved(d, await addMembers(d, 3));
  good(await launchAlert(d.world({ script: once('queue.deliveries', 'fail-before') }), director, { id }));
  expect(d.queues.waiting.deliveries).toEqual([]);
  d.pass(61_000);
  await d.ring();
  expect(d.queues.waiting.deliveries).toHaveLength(1);
  await d.quiet();
  expect(await statesOf(id)).toEqual(Array(3).fill('delivered'));
  expect(await brokenPromises(d)).toEqual([]);
});

test('9 what no consumer can read is given up and told of, and its neighbours are not held up', async () => {
  const { d, id } = await scene();
  d.queues.send('deliveries', ['{"fromId":', { version: 9 }]);
  await d.consume('deliveries', { count: 3 });
  expect(await statesOf(id)).toEqual(Array(3).fill('accepted'));
  d.carrier.run();
  d.queues.send('events', ['?', { kind: 'nobody.knows', body: {} }]);
  for (const post of d.carrier.callbacks.splice(0)) await d.post(post);
  await d.consume('events');
  expect(await statesOf(id)).toEqual(Array(3).fill('delivered'));
  await d.quiet();
  expect(d.logged.filter(({ event }) => event === 'job.dead')).toHaveLength(4);
  expect(await brokenPromises(d)).toEqual([]);
});

test.each(['fail-before', 'fail-after'] as const)(
  '10 the database is lost while a page is claimed (%s): nobody is left out and nobody is asked twice',
  async (strike) => {
    const { d, id } = await scene();
    await d.consume('deliveries', { script: once('d1.batch', strike) });
    expect(d.carrier.asked).toEqual([]);
    await d.quiet();
    expect(await statesOf(id)).toEqual(Array(3).fill('delivered'));
    expect(await brokenPromises(d)).toEqual([]);
  },
);

test('11 the database is out for a minute: replies and reports are still taken, sending waits, and all comes right', async () => {
  const { d, people, id } = await scene();
  await d.consume('deliveries');
  const later = await launched(d, await addMembers(d, 2));
  const out: Script = (name) => (name.startsWith('d1.') ? 'fail-before' : null);
  d.carrier.run();
  const answers: number[] = [];
  const { text, post: reply } = d.carrier.personTexts(people[0]!.phone, '1');
  expect(await d.post(reply, { script: out })).toBe(200);
  for (const post of d.carrier.callbacks.splice(0)) answers.push(await d.post(post, { script: out }));
  expect(new Set(answers)).toEqual(new Set([204]));
  await d.consume('events', { script: out });
  await d.consume('deliveries', { script: out });
  await d.ring('* * * * *', { script: out });
  expect(d.carrier.asked).toHaveLength(3);
  d.pass(61_000);
  await d.quiet();
  expect([...(await statesOf(id)), ...(await statesOf(later))]).toEqual(Array(5).fill('delivered'));
  const kept = await env.DB.prepare(`select state, meaning from reply where provider_id = ?`)
    .bind(text.sid)
    .first();
  expect(kept).toEqual({ state: 'answered', meaning: 'answer' });
  expect(await brokenPromises(d)).toEqual([]);
});

test('12 the result of a post cannot be written: the callback brings what was lost', async () => {
  const { d, id } = await scene();
  await d.consume('deliveries', { script: once('d1.batch', 'fail-before', (nth) => nth > 1) });
  expect(await statesOf(id)).toEqual(Array(3).fill('submitting'));
  await d.tell();
  await d.pump();
  const rows = await rowsOf(id);
  expect(rows.map((row) => row.state)).toEqual(Array(3).fill('delivered'));
  expect(rows.map((row) => String(row.provider_id)).toSorted()).toEqual(
    [...d.carrier.texts.keys()].toSorted(),
  );
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});

test('13 the same callback five times leaves the same row', async () => {
  const { d, id } = await scene(2);
  await d.consume('deliveries');
  d.carrier.run();
  const posts = d.carrier.callbacks.splice(0);
  for (const post of posts) await d.post(post);
  await d.pump();
  const before = await rowsOf(id);
  for (const post of [...posts, ...posts, ...posts, ...posts]) {
    await d.post(post);
    await d.pump();
  }
  expect(await rowsOf(id)).toEqual(before);
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});

const orders = <T>(list: T[]): T[][] =>
  list.length === 0
    ? [[]]
    : list.flatMap((one, at) => orders(list.toSpliced(at, 1)).map((rest) => [one, ...rest]));
test('14 reports in every order, one of them twice, end in the same row', async () => {
  const d = openDeployment();
  const ends = new Set<string>();
  const people = await addMembers(d, 24);
  const id = await launched(d, people);
  await d.consume('deliveries');
  const texts = [...d.carrier.texts.values()];
  for (const [at, order] of orders(['queued', 'sent', 'failed', 'delivered']).entries()) {
    const text = texts[at]!;
    for (const status of [...order, order[at % 4]!]) {
      await d.post(d.carrier.callbackOf(text, status, status === 'failed' ? 30008 : null));
      await d.pump();
    }
  }
  const rows = (await rowsOf(id)).filter((row) => row.channel === 'sms');
  for (const { state, provider_rank, error_code, reason } of rows)
    ends.add(JSON.stringify({ state, provider_rank, error_code, reason }));
  expect([...ends]).toEqual([
    JSON.stringify({ state: 'delivered', provider_rank: 90, error_code: null, reason: null }),
  ]);
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});

test('15 the callback overtakes the answer: it finds its delivery by the token, and the answer takes nothing back', async () => {
  const { d, id } = await scene(2);
  d.carrier.beforeAnswer = async (text) => {
    while (d.carrier.advance(text));
    for (const post of d.carrier.callbacks.splice(0)) expect(await d.post(post)).toBe(204);
    await d.consume('events');
  };
  await d.consume('deliveries');
  const rows = await rowsOf(id);
  expect(rows.map((row) => row.state)).toEqual(['delivered', 'delivered']);
  expect(rows.every((row) => d.carrier.texts.has(row.provider_id ?? ''))).toBe(true);
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});
