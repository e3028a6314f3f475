import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { healthRoutes } from '../../src/console/health.ts';
import { keepDead } from '../../src/console/keep-dead.ts';
import { showHealth } from '../../src/console/show-health.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, NED, settle, staff } from './ground.ts';

const MINUTE = 60_000;
let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});
const page = async () => (await browserOf(world, staff).get('/settings/health')).page;
const monitor = async () => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    await next();
  });
  app.route('/', healthRoutes);
  return app.request('/healthz');
};
const run = (sql: string) => env.DB.prepare(sql).run();
const ran = (name: string, minutesAgo: number, problem: string | null = null, counts = '{}') =>
  env.DB.prepare(
    `insert into clock_run (name, ran_at, took_ms, counts, problem) values (?, ?, 5, ?, ?)
     on conflict (name) do update set ran_at = excluded.ran_at, problem = excluded.problem, counts = excluded.counts`,
  )
    .bind(name, world.clock.now() - minutesAgo * MINUTE, counts, problem)
    .run();

test('while all goes well the page says so, and renews itself', async () => {
  await ran('jobs.resend', 0, null, '{"jobs":3,"givenUp":0}');
  const html = await page();
  expect(html).toContain('All is well');
  expect(html).toContain('Nothing is going out');
  expect(html).toContain('Hand out again jobs that were lost');
  expect(html).toContain('3 jobs');
  expect(html).toContain('hx-get="/settings/health/live"');
  const live = await browserOf(world, staff).get('/settings/health/live');
  expect(live.page).toContain('id="health"');
  expect(live.page).not.toContain('<html');
});

describe('what goes wrong is told in words, with where to look', () => {
  test('an alert that is halted, with what is ahead and until when the night holds it', async () => {
    const id = '01KALERT000000000000000000';
    const until = world.clock.now() + 3 * 60 * MINUTE;
    await run(
      `insert into alert (id, kind, title, organization_id, state, created_at, created_by, launched_at)
       values ('${id}', 'action', 'HB 203: call', 'sam', 'halted', 0, 'x', 1)`,
    );
    await run(
      `insert into delivery (source_kind, source_id, recipient_id, channel, wording_id, state, due_at, updated_at)
       values ('alert', '${id}', '${NED}', 'sms', 'w', 'waiting', ${until}, 0)`,
    );
    await run(
      `insert into rollup (source_kind, source_id, channel, state, count) values ('alert', '${id}', 'sms', 'waiting', 2)`,
    );
    const { sending } = good(await showHealth(world, staff, {}));
    expect(sending).toMatchObject([{ id, state: 'halted', waiting: 2, nextAt: until }]);
    const html = await page();
    expect(html).toContain('is halted.');
    expect(html).toContain(`href="/alerts/${id}"`);
    expect(html).toContain('2 texts waiting for texting hours, the first until today 12:00 pm');
    await run(`update alert set state = 'closed' where id = '${id}'`);
  });

  test('a job and a reply that wait too long', async () => {
    const old = world.clock.now() - 20 * MINUTE;
    await run(`delete from outbox`);
    await run(
      `insert into outbox (id, kind, body, created_at, tried_at) values ('j', 'x', '{}', ${old}, ${old})`,
    );
    expect(await page()).toContain('Background work is late.');
    expect(await page()).toContain('1 job, the oldest for 20 min, late');
    expect((await monitor()).status).toBe(503);
    await run(`delete from outbox`);
  });

  test('a clock that failed, and one that has not run', async () => {
    await ran('replies.sweep', 16, 'Twilio answered 503 to a question about messages.');
    await ran('delivery.sweep', 30);
    const html = await page();
    expect(html).toContain('A clock failed or is late.');
    expect(html).toContain('Twilio answered 503');
    expect(
      good(await showHealth(world, staff, {}))
        .clocks.filter(({ late }) => late)
        .map(({ name }) => name),
    ).toEqual(['delivery.sweep']);
    await run(`delete from clock_run`);
  });

  test('a sender on hold, and one whose pace is not known', async () => {
    await world.pacer.hold('main', {
      until: world.clock.now() + 60 * MINUTE,
      reason: 'T-Mobile takes no more today',
      bulkOnly: true,
    });
    let html = await page();
    expect(html).toContain('A sender is on hold.');
    expect(html).toContain('T-Mobile takes no more today');
    expect(html).toContain('Answers to people still go.');
    await world.pacer.releaseHold('main');
    const { usage } = world.pacer;
    world.pacer.usage = () => Promise.reject(new Error('gone'));
    html = await page();
    expect(html).toContain('does not answer');
    world.pacer.usage = usage;
  });

  test('messages given up, here and for the monitor', async () => {
    await keepDead(world, [
      { id: 'd1', queue: 'events', kind: 'sms.status', body: {}, problem: null, attempts: 6 },
    ]);
    expect(await page()).toContain('href="/settings/dead-letters"');
    const answer = await monitor();
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { database: 'reachable', deadLetters: 1 },
    ]);
  });
});

test('it is for the office alone', async () => {
  for (const role of ['regional_president', 'partner', 'board'] as const)
    expect(bad(await showHealth(world, staffAs(role), {})).kind).toBe('forbidden');
});
