import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { app } from '../../src/app.tsx';
import { begin } from '../../src/demo/begin.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { countedDb, type Counts } from '../support/counted-db.ts';
import { testWorld, TUESDAY } from '../support/world.ts';
import { seedAlerts, seedMembers, yearsAlert } from '../support/years.ts';

const MEMBERS = 400;
const ANSWERED = MEMBERS / 4;
const ALERTS = 5;
const MOST_STATEMENTS = 8;
/** Addresses of one route that are opened, of all that links lead to. */
const VISITS_OF_A_ROUTE = 2;
const LEAST_ROUTES = 120;
/** Rows that one alert more may cost a page which shows the alerts of a member or of a thread. */
const ROWS_OF_AN_ALERT = 80;

const ALERT = yearsAlert(1);
/** Rows that a member more may cost a page, however many seats they reach. */
const ROWS_OF_A_MEMBER = 0.4;
/** With the rows that one alert or one member more may cost, where these are more. */
const PAGES: Record<string, { path: () => string; rows?: number; ofAMember?: number; why?: string }> = {
  home: { path: () => '/' },
  alerts: { path: () => '/alerts' },
  'an alert': { path: () => `/alerts/${ALERT}` },
  'the report of an alert': { path: () => `/alerts/${ALERT}/report` },
  'the answers to an alert': { path: () => `/alerts/${ALERT}/responses` },
  reports: {
    path: () => '/reports',
    rows: 3 * ANSWERED,
    ofAMember: 12,
    why: 'it counts the answers of its period by their alert, and who gave them',
  },
  'surveys compared': { path: () => '/reports/surveys' },
  delegation: { path: () => '/officials/delegation', ofAMember: 1.25, why: 'it counts all members, once' },
  'a board': { path: () => `/agenda/bills/${bill}/board`, ofAMember: 1 },
  'the board of a chamber': {
    path: () => `/agenda/bills/${bill}/board?in=mt-lower`,
    ofAMember: 5,
    why: 'all districts reach it: it counts their members and finds the first few of each',
  },
  members: { path: () => '/members', ofAMember: 5.5, why: 'it counts who can be reached, and how' },
  'a member': { path: () => `/members/${member}` },
  inbox: { path: () => '/inbox' },
  'a thread': { path: () => `/inbox/years-${member}` },
  filings: { path: () => '/filings' },
  settings: { path: () => '/settings' },
  agenda: { path: () => '/agenda' },
  'a bill': { path: () => `/agenda/bills/${bill}` },
  'an import of officials': { path: () => `/officials/imports/${importOfOfficials}`, ofAMember: 1 },
  'a committee': { path: () => `/officials/committees/${committee}`, ofAMember: 1 },
  'the deliveries of an alert': { path: () => `/alerts/${ALERT}/deliveries` },
};
let member: string;
let bill: string;
let committee: string;
let importOfOfficials: string;
let key: string;
const one = async (sql: string) => (await env.DB.prepare(sql).first<{ id: string }>())?.id ?? '';

const counts: Counts = { statements: 0, rowsRead: 0, rowsWritten: 0 };
// The same for every page, as an isolate has them: what is kept by them is read once a minute, not once a page.
const bindings = {
  ...env,
  DB: countedDb(env.DB, counts),
  LOCAL_CLOCK_OFFSET: String(TUESDAY - systemClock(0).now()),
};
const visit = async (path: string) => {
  Object.assign(counts, { statements: 0, rowsRead: 0, rowsWritten: 0 });
  const answer = await app.request(
    `https://network.example${path}`,
    { headers: { authorization: `Bearer ${key}` } },
    bindings,
    createExecutionContext(),
  );
  return { status: answer.status, page: await answer.text(), counts: { ...counts } };
};
const visits = async (): Promise<Map<string, Counts>> => {
  const found = new Map<string, Counts>();
  for (const [name, { path }] of Object.entries(PAGES)) {
    const seen = await visit(path());
    expect([name, seen.status]).toEqual([name, 200]);
    found.set(name, seen.counts);
  }
  return found;
};

let first: Map<string, Counts>;
let second: Map<string, Counts>;
let third: Map<string, Counts>;
beforeAll(async () => {
  key = (await begin(testWorld(), 'demo')).apiKey;
  const db = env.DB as unknown as Parameters<typeof seedMembers>[0];
  const like = await one(
    `select id from alert where state in ('open', 'sending') order by launched_at limit 1`,
  );
  await seedMembers(db, MEMBERS);
  await seedAlerts(db, like, { from: 1, to: ALERTS, answered: ANSWERED, out: 1 });
  member = await one(`select member_id as id from response where member_id glob '01YM*' order by 1 limit 1`);
  bill = await one('select id from bill limit 1');
  committee = await one('select id from committee limit 1');
  importOfOfficials = await one(`select id from import where kind = 'officials' limit 1`);
  // The first request with a key on a day writes down that it was used.
  await visits();
  first = await visits();
  await seedAlerts(db, like, { from: ALERTS + 1, to: 2 * ALERTS, answered: ANSWERED, out: 0 });
  second = await visits();
  await seedMembers(db, 2 * MEMBERS);
  third = await visits();
}, 120_000);

test.each(Object.keys(PAGES))('%s takes no more statements than the budget has', (name) => {
  expect(first.get(name)?.statements).toBeLessThanOrEqual(MOST_STATEMENTS);
  expect(second.get(name)?.statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});

/** The route that answers an address, as the router writes it, each `:id` with the shape it may have. */
const routes = [
  ...new Set(
    app.routes.flatMap(({ method, path }) => (method === 'GET' && !path.includes('*') ? [path] : [])),
  ),
].map((route) => ({
  route,
  shape: new RegExp(
    `^${route.replaceAll(/:\w+(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g, (_, shape?: string) => `(?:${shape ?? '[^/]+'})`)}$`,
  ),
}));

test('every page that links lead to takes no more statements than the budget has', async () => {
  const seen = new Map<string, number>();
  const over: string[] = [];
  const paths = new Set(['/']);
  // Links found on the way are visited too.
  for (const path of paths) {
    const route = routes.find(({ shape }) => shape.test(path.split('?')[0] ?? ''))?.route;
    // Styles and pictures are no routes of the app.
    if (!route) continue;
    const times = (seen.get(route) ?? 0) + 1;
    if (times > VISITS_OF_A_ROUTE) continue;
    seen.set(route, times);
    const { status, page, counts } = await visit(path);
    expect([path, status < 400]).toEqual([path, true]);
    if (counts.statements > MOST_STATEMENTS) over.push(`${path}: ${counts.statements}`);
    if (/^<!doctype/i.test(page))
      for (const [, href = ''] of page.matchAll(/href="(\/[^"#]*)"/g))
        paths.add(href.replaceAll('&amp;', '&'));
  }
  expect(over).toEqual([]);
  expect(seen.size).toBeGreaterThan(LEAST_ROUTES);
}, 120_000);

test.each(Object.entries(PAGES))('%s reads as much with twice the deliveries', (name, { rows }) => {
  const more = (second.get(name)?.rowsRead ?? 0) - (first.get(name)?.rowsRead ?? 0);
  expect(more).toBeLessThanOrEqual(ALERTS * (rows ?? ROWS_OF_AN_ALERT));
});

test.each(Object.entries(PAGES))('%s reads little more with twice the members', (name, { ofAMember }) => {
  const more = (third.get(name)?.rowsRead ?? 0) - (second.get(name)?.rowsRead ?? 0);
  expect(more).toBeLessThanOrEqual(MEMBERS * (ofAMember ?? ROWS_OF_A_MEMBER));
});
