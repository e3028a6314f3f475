import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, words } from './browser.ts';
import { mailedCode, newContext, signInByCode, signInByLink, tabTo, walk } from './page-checks.ts';
import { GET_ROUTES, NOT_PAGES, PAGE_ROUTES, routeOf } from './page-routes.ts';
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
  const mails = await until(
    'the invitation',
    () => stage.mails('nadia@network.example'),
    ({ length }) => length > 0,
    stage,
  );
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

const addresses = (routes: string[]) =>
  routes.flatMap((route) => table[route] ?? []).map((path) => ({ url: stage.url + path }));

describe('every page', () => {
  test('has an address in the demo network, or is named as no page', () => {
    expect(PAGE_ROUTES.length).toBeGreaterThan(70);
    expect(Object.keys(NOT_PAGES).filter((route) => !GET_ROUTES.includes(route))).toEqual([]);
    expect(Object.keys(table).toSorted()).toEqual(PAGE_ROUTES);
    expect(
      Object.entries(table).filter(
        ([, paths]) =>
          paths.length === 0 ||
          paths.some((path) => !path.startsWith('/') || /\/(?:$|\/|undefined)/.test(path.slice(1))),
      ),
    ).toEqual([]);
  });

  test('of the console is sound for the owner', async () => {
    expect(
      await walk(owner, [
        ...addresses(PAGE_ROUTES.filter((route) => !PUBLIC.includes(route))),
        { url: `${stage.url}/nowhere`, status: 404 },
      ]),
    ).toEqual({});
  });

  test('for people who are not signed in is sound, dead links included', async () => {
    const page = await nobody.newPage();
    await page.goto(`${stage.url}/sign-in`);
    await page.getByLabel('Your email address').fill('nobody@network.example');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.waitForURL(/\/sign-in\/code/);
    await page.close();
    const dead = ['/a/0000000000', '/join/0', '/invitations/0'].map((path) => ({
      url: stage.url + path,
      status: 404,
    }));
    expect(await walk(nobody, [...addresses(PUBLIC), ...dead])).toEqual({});
  });

  test.each([
    ['regional president', 'beatrix.foxhollow'],
    ['partner', 'calvin.moss'],
    ['board', 'josephine.arkwright'],
  ])(
    'that the %s is shown the way to is theirs to open, and sound',
    async (_role, name) => {
      const context = await newContext(browser);
      const page = await context.newPage();
      await signInByCode(stage, page, `${name}@tsln.example`);
      const linksIn = async (place: Locator) =>
        place
          .getByRole('link')
          .evaluateAll((links) =>
            links.map((link) => (link.getAttribute('href') ?? '').replace(/[?#].*$/, '')),
          );
      const places = [...new Set(['/', ...(await linksIn(page.getByRole('navigation', { name: 'Main' })))])];
      expect(places.length).toBeGreaterThan(1);
      expect(
        await walk(
          context,
          places.map((path) => ({ url: stage.url + path })),
        ),
      ).toEqual({});

      const onward = new Map<string, string>();
      for (const place of places) {
        await page.goto(stage.url + place);
        for (const path of await linksIn(page.locator('main')))
          if (path.startsWith('/')) onward.set(routeOf(path) ?? path, path);
      }
      for (const path of onward.values())
        expect(`${path} ${(await context.request.get(stage.url + path)).status()}`).toBe(`${path} 200`);
      await context.close();
    },
    60_000,
  );
});

describe('without script', () => {
  let context: BrowserContext;
  let page: Page;
  const press = async (name: string | RegExp) => {
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      page.locator('main').getByRole('button', { name }).click(),
    ]);
    await page.waitForLoadState();
    return answer.status();
  };

  test('an alert is drafted in the form up to its preview', async () => {
    context = await newContext(browser, { javaScriptEnabled: false });
    page = await context.newPage();
    await signInByCode(stage, page, 'tobias.wren@tsln.example');
    await page.goto(`${stage.url}/alerts`);
    await page.getByRole('link', { name: 'New alert' }).first().click();
    await page.locator('[name=title]').fill('SB 41: write to Senate Finance');
    await page.getByLabel('Sent by').selectOption({ label: 'Treasure State Association of School Leaders' });
    await page
      .locator('[name=smsText]')
      .fill('{{first_name}}, SB 41 lends districts money for housing. Please write {{nobody}} today.');
    await page.getByLabel('Subject of the email').fill('SB 41: please write today');
    await page.locator('[name=emailText]').fill('Dear {{first_name}},\n\nPlease write today.');
    await page
      .getByLabel('Deadline, day')
      .fill(new Date(Date.now() + stage.clockOffset + 48 * 3_600_000).toISOString().slice(0, 10));
    await page.getByLabel('Deadline, time').fill('15:00');
    expect(await press('Save and preview')).toBe(422);
    expect(await page.locator('#field-smsText-error').innerText()).toContain('{{nobody}}');
    await page
      .locator('[name=smsText]')
      .fill('{{first_name}}, SB 41 lends districts money for housing. Please write today.');
    expect(await press('Save and preview')).toBe(303);
    expect(page.url()).toContain('/preview');
    expect(await words(page)).toMatch(/Please write today.*have contacted/s);
    expect(await page.getByRole('button', { name: 'Ask for approval' }).isVisible()).toBe(true);
  });

  test('what only script can do is not offered', async () => {
    const offered: string[] = [];
    for (const route of ['/', '/talking-points/:id/versions/:no/print']) {
      await page.goto(stage.url + (table[route]?.[0] ?? ''));
      for (const one of await page.locator('.needs-script').all())
        if (await one.isVisible()) offered.push(`${route}: ${await one.innerText()}`);
    }
    expect(offered).toEqual([]);
  });

  test('a member answers on their page, and changes the answer', async () => {
    const guests = await newContext(browser, { javaScriptEnabled: false });
    const guest = await guests.newPage();
    await guest.goto(stage.url + (table['/a/:token']?.[0] ?? ''));
    for (const answer of ['will call', 'have called']) {
      // Faster than a person can read, the page asks once more.
      await guest.waitForTimeout(3_100);
      await guest.getByRole('button', { name: answer }).click();
      await guest.waitForURL(/done=answered/);
      expect(await guest.locator('button.chosen').innerText()).toContain(answer);
    }
    await guests.close();
  });

  test('an expense with a mistake comes back with everything typed and the reason beside the field', async () => {
    await page.goto(`${stage.url}/log/expenses/new`);
    await page.locator('[name=amount]').fill('twelve');
    await page.locator('[name=payee]').fill('Capitol Copy Shop');
    await page.locator('[name=purpose]').fill('Maps for the hearing');
    expect(await press('Log it')).toBe(422);
    const amount = page.locator('[name=amount]');
    expect([await amount.inputValue(), await page.locator('[name=payee]').inputValue()]).toEqual([
      'twelve',
      'Capitol Copy Shop',
    ]);
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
    expect(await amount.getAttribute('aria-describedby')).toContain('field-amount-error');
    expect(await page.locator('#field-amount-error').innerText()).toContain('not an amount in dollars');
    await amount.fill('12.50');
    await page.locator('[name=mtCategory]').selectOption('printing');
    await page.locator('[name=msCategory]').selectOption('not_reported');
    expect(await press('Log it')).toBe(303);
    expect(await words(page)).toMatch(/Maps for the hearing[\s\S]*\$12\.50/);
    await context.close();
  });
});

describe('by keyboard alone', () => {
  test('from the code in the mail to an act that asks once more, with the focus in sight at each stop', async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    const { keyboard } = page;
    const focusOn = (name: string) =>
      page.waitForFunction((wanted) => document.activeElement?.getAttribute('name') === wanted, name);
    await page.goto(`${stage.url}/sign-in`);
    await focusOn('email');
    await keyboard.type('desmond.fairbrook@tsln.example');
    const code = await mailedCode(stage, 'desmond.fairbrook@tsln.example', () => keyboard.press('Enter'));
    await page.waitForURL(/\/sign-in\/code/);
    await focusOn('code');
    await keyboard.type(code);
    await keyboard.press('Enter');
    await page.waitForURL(`${stage.url}/`);

    expect(await tabTo(page, 'Skip to the page')).toEqual([]);
    await keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

    await page.goto(`${stage.url}/`);
    expect(await tabTo(page, 'Log')).toEqual([]);
    await keyboard.press('Enter');
    await page.waitForURL(/\/log$/);
    expect(await tabTo(page, 'Followed a bill')).toEqual([]);
    await keyboard.press('Enter');
    await page.waitForURL(/\/log\/activities\//);
    expect(await tabTo(page, 'Remove from the log')).toEqual([]);
    await keyboard.press('Enter');
    expect(await tabTo(page, 'Remove it')).toEqual([]);
    await keyboard.press('Enter');
    await page.waitForURL(/done=removed/);
    await context.close();
  });
});
