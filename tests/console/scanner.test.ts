import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { deliveryRoutes } from '../../src/delivery/index.ts';
import { signToken } from '../../src/platform/tokens.ts';
import { responseOf } from '../../src/replies/index.ts';
import { signInRoutes } from '../../src/staff/index.ts';
import { joinRoutes } from '../../src/replies/index.ts';
import { memberPageRoutes } from '../../src/console/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import type { TestWorld } from '../support/world.ts';
import { Hono } from 'hono';
import { browserOf, contents, director, hidden, NED, sent, settle, tokenOf } from './ground.ts';

const appOf = (world: TestWorld) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    await next();
  });
  for (const routes of [deliveryRoutes, memberPageRoutes, joinRoutes, signInRoutes]) app.route('/', routes);
  return app;
};

interface Found {
  action: string;
  fields: Record<string, string>;
}
const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
/** Every form of a page that posts, once for each of its buttons and radio choices. */
const formsIn = (page: string, path: string): Found[] =>
  [...page.matchAll(/<form[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/g)].flatMap(([whole, inside = '']) => {
    const action = unescaped(/action="([^"]*)"/.exec(whole)?.[1] ?? path);
    const named = [...inside.matchAll(/<(?:input|button|option|textarea)[^>]*>/g)].flatMap(([tag]) => {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      const value = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? 'x');
      return name ? [{ name, value, hidden: tag.includes('type="hidden"') }] : [];
    });
    const fixed = Object.fromEntries(named.filter((one) => one.hidden).map((one) => [one.name, one.value]));
    const choices = named.filter((one) => !one.hidden);
    return choices.length === 0
      ? [{ action, fields: fixed }]
      : choices.map((one) => ({ action, fields: { ...fixed, [one.name]: one.value } }));
  });
const linksIn = (page: string) =>
  [...page.matchAll(/href="(\/(?:a|u|me|join|sign-in)\/[^"]*)"/g)].map(([, href]) => unescaped(href ?? ''));

/** What a gateway's scanner does within two seconds: HEAD, GET, every link found, every form with every choice, twice deep. */
const scan = async (world: TestWorld, app: ReturnType<typeof appOf>, start: string) => {
  const seen = new Set<string>();
  let posts = 0;
  const visit = async (path: string, depth: number): Promise<void> => {
    if (seen.has(path) || depth > 2) return;
    seen.add(path);
    await app.request(path, { method: 'HEAD' });
    const page = await (await app.request(path)).text();
    await press(page, path, depth);
    for (const link of linksIn(page)) await visit(link, depth + 1);
  };
  const press = async (page: string, path: string, depth: number): Promise<void> => {
    for (const { action, fields } of formsIn(page, path)) {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      posts += 1;
      const answer = await (await app.request(action, { method: 'POST', body })).text();
      world.passTime(40);
      // Follows what it is asked back, too.
      if (depth < 2) await press(answer, action, depth + 1);
    }
  };
  await visit(start, 0);
  return { pages: seen.size, posts };
};

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});

test('a scanner that fetches every link and posts every form with every choice within two seconds leaves nothing but a count', async () => {
  const alertId = await sent(world);
  const token = await tokenOf(world, alertId, NED);
  const app = appOf(world);
  const before = await contents();
  const { posts } = await scan(world, app, `/a/${token}`);
  expect(posts).toBeGreaterThan(3);
  expect(await contents()).toEqual(before);
  expect(await responseOf(world, alertId, NED)).toBeNull();
  const hits = await env.DB.prepare('select act, raw, human, suspect from page_hit order by act').all();
  expect(hits.results).toMatchObject([
    { act: 'open', human: 0 },
    { act: 'send', human: 0 },
  ]);
  const send = hits.results[1] as { raw: number; suspect: number };
  expect(send.raw).toBeGreaterThan(2);
  expect(send.suspect).toBe(send.raw);
});

test('a person who was as quick loses nothing: one press more counts, and both are told apart', async () => {
  const alertId = await sent(world);
  const token = await tokenOf(world, alertId, NED);
  const app = appOf(world);
  const press = async (fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return app.request(`/a/${token}/answer`, { method: 'POST', body });
  };
  const page = await (await app.request(`/a/${token}`)).text();
  world.passTime(1_200);
  const asked = await (await press({ csrf: hidden(page, 'csrf'), question: '1', answer: '2' })).text();
  expect(asked).toContain('Press once more to confirm');
  world.passTime(1_600);
  const done = await press({ csrf: hidden(asked, 'csrf'), question: '1', answer: hidden(asked, 'answer') });
  expect(done.status).toBe(303);
  expect(await responseOf(world, alertId, NED)).toMatchObject({ no: 2 });
  const row = await env.DB.prepare(
    `select h.raw, h.human, h.suspect from page_hit h join delivery d on d.id = h.delivery_id where d.source_id = ? and h.act = 'send'`,
  )
    .bind(alertId)
    .first();
  expect(row).toEqual({ raw: 2, human: 1, suspect: 1 });
  const { page: shown } = await browserOf(world, director).get(`/alerts/${alertId}`);
  expect(shown).toContain('Forms sent as programs do, not counted');
});

test('a program that waits and then tries every choice has no more than its first one taken, and one that says what it is none', async () => {
  const app = appOf(world);
  const tries = async (agent: string) => {
    const alertId = await sent(world);
    const token = await tokenOf(world, alertId, NED);
    const page = await (await app.request(`/a/${token}`)).text();
    world.passTime(6_000);
    for (const answer of ['1', '2', '3']) {
      const body = new FormData();
      for (const [name, value] of Object.entries({ csrf: hidden(page, 'csrf'), question: '1', answer }))
        body.append(name, value);
      await app.request(`/a/${token}/answer`, { method: 'POST', body, headers: { 'user-agent': agent } });
      world.passTime(500);
    }
    return responseOf(world, alertId, NED);
  };
  expect(await tries('Mozilla/5.0')).toMatchObject({ no: 1, revised: 0 });
  expect(await tries('Barracuda Sentinel')).toBeNull();
});

test('looking at the page of an unsubscribe link changes nothing, and its address stands in no body of ours', async () => {
  const app = appOf(world);
  const leave = await signToken(world.settings.authSecret, 'unsubscribe', '1');
  const before = await contents();
  for (const method of ['HEAD', 'GET']) await app.request(`/u/${leave}`, { method });
  expect(await contents()).toEqual(before);
  for (const mail of world.mails) expect(`${mail.text} ${mail.html}`).not.toContain('/u/');
});
