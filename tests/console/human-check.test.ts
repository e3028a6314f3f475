import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { beforeAll, expect, test } from 'vitest';
import { humanCheckPolicy, memberPageRoutes } from '../../src/console/index.ts';
import { responseOf } from '../../src/replies/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import type { TestWorld } from '../support/world.ts';
import { hidden, NED, sent, settle, tokenOf } from './ground.ts';

let world: TestWorld;
/** What the vendor was asked about, and what it takes for earned. */
const asked: (string | undefined)[] = [];
const uses = (on: boolean) => {
  asked.length = 0;
  world.humanCheck = on
    ? {
        siteKey: 'site-key',
        passed: (proof) => {
          asked.push(proof);
          return Promise.resolve(proof === 'earned');
        },
      }
    : null;
};
const app = new Hono<AppEnv>();
app.use('/a/*', humanCheckPolicy);
app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], scriptSrc: ["'self'"] } }));
app.use(async (c, next) => {
  c.set('world', world);
  await next();
});
app.route('/', memberPageRoutes);

beforeAll(async () => {
  world = await settle();
});

const open = async () => {
  const alertId = await sent(world);
  const path = `/a/${await tokenOf(world, alertId, NED)}`;
  const answer = await app.request(path);
  const page = await answer.text();
  const press = (from: string, fields: Record<string, string>) =>
    app.request(`${path}/answer`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: hidden(from, 'csrf'), question: '1', answer: '2', ...fields }),
    });
  return { alertId, page, press, policy: answer.headers.get('content-security-policy') ?? '' };
};

test('a network without it loads nothing from anybody, and asks nobody', async () => {
  uses(false);
  const { page, policy, press, alertId } = await open();
  expect(page).not.toContain('turnstile');
  expect(policy).not.toContain('cloudflare');
  world.passTime(4_000);
  expect((await press(page, {})).status).toBe(303);
  expect(await responseOf(world, alertId, NED)).toMatchObject({ no: 2 });
});

test('a network with it loads the vendor’s script on the member’s page alone, and counts what was earned', async () => {
  uses(true);
  const { page, policy, press, alertId } = await open();
  expect(page).toContain('src="https://challenges.cloudflare.com/turnstile/v0/api.js"');
  expect(page).toContain('data-sitekey="site-key"');
  expect(policy).toContain("script-src 'self' https://challenges.cloudflare.com");
  expect(policy).toContain('frame-src https://challenges.cloudflare.com');
  const elsewhere = await app.request('/me/none');
  expect(elsewhere.headers.get('content-security-policy')).not.toContain('cloudflare');
  world.passTime(4_000);
  expect((await press(page, { 'cf-turnstile-response': 'earned' })).status).toBe(303);
  expect(asked).toEqual(['earned']);
  expect(await responseOf(world, alertId, NED)).toMatchObject({ no: 2 });
});

test.each([
  ['script is off', {}],
  ['the check fails', { 'cf-turnstile-response': 'stale' }],
])('where %s, one press more counts, and the vendor is not asked again', async (_why, fields) => {
  uses(true);
  const { page, press, alertId } = await open();
  world.passTime(4_000);
  const again = await (await press(page, fields)).text();
  expect(again).toContain('Press once more to confirm');
  expect(again).not.toContain('cf-turnstile-response');
  expect(await responseOf(world, alertId, NED)).toBeNull();
  world.passTime(1_600);
  expect((await press(again, {})).status).toBe(303);
  expect(await responseOf(world, alertId, NED)).toMatchObject({ no: 2 });
  expect(asked).toHaveLength(1);
});

test('what comes too quickly is asked once more without asking the vendor', async () => {
  uses(true);
  const { page, press } = await open();
  world.passTime(1_000);
  expect(await (await press(page, { 'cf-turnstile-response': 'earned' })).text()).toContain(
    'Press once more',
  );
  expect(asked).toEqual([]);
});
