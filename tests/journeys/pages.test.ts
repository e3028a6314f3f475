import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, words } from './browser.ts';
import { mailedCode, newContext, signInByCode, signInByLink, walk } from './page-checks.ts';
import { GET_ROUTES, NOT_PAGES, PAGE_ROUTES } from './page-routes.ts';
import { furnish, PUBLIC } from './page-table.ts';
import { openStage, until, type Stage } from './stage.ts';

/** Every page of the demo network in a real browser: sound, plain to listeners, readable in light and dark, usable on a small phone. */
let stage: Stage;
let browser: Browser;
let owner: BrowserContext;
let nobody: BrowserContext;
let table: Record<string, string[]> = {};

/** Invites somebody in the forms and answers the path of the link that is mailed. */
const invite = async (page: Page): Promise<string> => {
  await page.goto(`${stage.url}/settings/staff/new`);
  await page.getByLabel('Name').fill('Nadia Ferncliff');
  await page.getByLabel(/email/i).fill('nadia@network.example');
  await page.getByRole('radio', { name: /^Director/ }).check();
  await page.locator('main').getByRole('button').last().click();
  const mails = await until('the invitation', () => stage.mails('nadia@network.example'), ({ length }) => length > 0, stage);
  return /\/invitations\/\S+/.exec(mails[0]?.text ?? '')?.[0] ?? '';
};

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage('demo'), openBrowser()]);
  [owner, nobody] = [await newContext(browser), await newContext(browser)];
  const page = await owner.newPage();
  await signInByLink(stage, page);
  table = await furnish(stage, owner, await invite(page));
  await page.close();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
}, 30_000);

const addresses = (routes: string[]) => routes.flatMap((route) => table[route] ?? []).map((path) => ({ url: stage.url + path }));

describe('every page', () => {
  test('has an address in the demo network, or is named as no page', () => {
    expect(PAGE_ROUTES.length).toBeGreaterThan(70);
    expect(Object.keys(NOT_PAGES).filter((route) => !GET_ROUTES.includes(route))).toEqual([]);
    expect(Object.keys(table).toSorted()).toEqual(PAGE_ROUTES);
    expect(Object.entries(table).filter(([, paths]) => paths.length === 0 || paths.some((path) => !path.startsWith('/') || /\/(?:$|\/|undefined)/.test(path.slice(1))))).toEqual([]);
  });

  test('of the console is sound for the owner', async () => {
    expect(await walk(owner, [...addresses(PAGE_ROUTES.filter((route) => !PUBLIC.includes(route))), { url: `${stage.url}/nowhere`, status: 404 }])).toEqual({});
  });

  test('for people who are not signed in is sound, dead links included', async () => {
    const page = await nobody.newPage();
    await page.goto(`${stage.url}/sign-in`);
    await page.getByLabel('Your email address').fill('nobody@network.example');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.waitForURL(/\/sign-in\/code/);
    await page.close();
    const dead = ['/a/0000000000', '/join/0', '/invitations/0'].map((path) => ({ url: stage.url + path, status: 404 }));
    expect(await walk(nobody, [...addresses(PUBLIC), ...dead])).toEqual({});
  });

  test.each([
    ['regional president', 'beatrix.foxhollow'],
    ['partner', 'calvin.moss'],
    ['board', 'josephine.arkwright'],
  ])('that a %s can go to from the navigation is sound', async (_role, name) => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await signInByCode(stage, page, `${name}@tsln.example`);
    const places = await page.getByRole('navigation', { name: 'Main' }).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(places.length).toBeGreaterThan(1);
    expect(await walk(context, [...new Set(['/', ...places])].map((path) => ({ url: stage.url + path })))).toEqual({});
    await context.close();
  });
});
