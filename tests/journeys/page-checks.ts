import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { leadsSomewhere } from './page-routes.ts';
import { until, type Stage } from './stage.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 800 };
/** A desk, a tablet, and a small phone, which is also a wide window at 400 % zoom. */
const WINDOWS = [WIDE, { width: 768, height: 1024 }, { width: 320, height: 640 }];

/** The rows of a list are alike, so axe reads the first eight: most of its time goes into colours of rows. */
const FURTHER_ROWS = ['tr:nth-of-type(n+9)', 'li:nth-of-type(n+9)'];

interface Violation {
  id: string;
  nodes: { target: unknown; any: { message: string }[]; failureSummary?: string }[];
}
const faultsIn = (violations: Violation[], where: string) =>
  violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        (node) =>
          `${where}: ${id} at ${String(node.target)}: ${node.any[0]?.message ?? node.failureSummary ?? ''}`,
      ),
  );
const OPTIONS = { resultTypes: ['violations' as const], iframes: false };

const axeFaults = async (page: Page) => {
  const axe = new AxeBuilder({ page }).setLegacyMode().options(OPTIONS);
  for (const rows of FURTHER_ROWS) axe.exclude(rows);
  return faultsIn((await axe.withTags(RULES).analyze()).violations, 'light');
};

/** Contrasts alone, with the axe that stands in the page already. */
const darkFaults = async (page: Page) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const violations = await page.evaluate(
    async ([exclude, options]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: object, options: object): Promise<{ violations: Violation[] }> };
      };
      return (await axe.run({ exclude }, { ...options, runOnly: ['color-contrast'] })).violations;
    },
    [FURTHER_ROWS.map((rows) => [rows]), OPTIONS] as const,
  );
  return faultsIn(violations, 'dark');
};

/** What a page is made of that every page must get right; read in the browser. */
const readPage = (page: Page) =>
  page.evaluate(() => {
    const own = (value: string | null) => value !== null && value.startsWith('/');
    return {
      title: document.title,
      headings: [...document.querySelectorAll('h1')].map((one) => one.textContent.trim()),
      inline: document.querySelectorAll('[style], style, script:not([src])').length,
      links: [...document.querySelectorAll('a[href]')]
        .map((one) => one.getAttribute('href'))
        .filter(own) as string[],
      forms: [...document.querySelectorAll('form[action]')].map((one) => ({
        action: one.getAttribute('action') ?? '',
        post: one.getAttribute('method') === 'post',
      })),
    };
  });

/** Opens what is folded: acts that ask once more, fields that few need. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('main details')) one.open = true;
  });

const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const wide = [...document.querySelectorAll('main *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    return `${scrollWidth} px wide on ${clientWidth}: ${wide
      .slice(0, 3)
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}`)
      .join(', ')}`;
  });

/** A seat on two lines, "HD" on one and "23" on the next. What people wrote breaks as it falls. */
const torn = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (text.parentElement?.closest('textarea, select, svg, .bubble, .prose')) continue;
      for (const { index, 0: seat } of text.data.matchAll(/\b[HS]D \d+\b/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + seat.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) return seat;
      }
    }
    return null;
  });

/** What a first visit may weigh on the way, in KB: a member opens their page on a school bus, staff sit at a desk. */
const mostKb = (url: string) => (/\/a\/\w+$/.test(url) ? 50 : 60);
const weights = new Map<string, Promise<number>>();
const weightOf = async (page: Page, url: string) =>
  gzipSync(await (await page.request.get(url)).body()).byteLength;

/** KB of the document and of all it loads before anybody acts, pressed as Cloudflare presses it. */
const firstVisitKb = async (page: Page, html: Buffer): Promise<number> => {
  const loaded = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ initiatorType }) => initiatorType !== 'fetch')
      .map(({ name }) => name),
  );
  const parts = [...new Set(loaded)].map((url) => {
    const weight = weights.get(url) ?? weightOf(page, url);
    weights.set(url, weight);
    return weight;
  });
  return (await Promise.all(parts)).reduce((sum, one) => sum + one, gzipSync(html).byteLength) / 1024;
};

const pathOf = (href: string) => href.replace(/[?#].*$/, '');

/**
 * Opens one address as a person would and says what is wrong with it: the answer, the document, the browser's own
 * complaints (a broken policy among them), axe in light and its contrasts in dark, dead links, a first visit that is
 * heavy, a page that must be scrolled sideways at a desk, on a tablet or on a phone, a seat torn from its number.
 */
export const faultsOf = async (page: Page, url: string, status = 200): Promise<string[]> => {
  const faults: string[] = [];
  const hear = (message: { type(): string; text(): string }) => {
    const expected = status >= 400 && message.text().includes(`status of ${status}`);
    if (['error', 'warning'].includes(message.type()) && !expected) faults.push(`console: ${message.text()}`);
  };
  const fail = (error: Error) => void faults.push(`script: ${error.message}`);
  page.on('console', hear);
  page.on('pageerror', fail);
  try {
    const answer = await page.goto(url);
    if (answer?.status() !== status) faults.push(`answered ${answer?.status()}, not ${status}`);
    if (pathOf(page.url()) !== pathOf(url)) faults.push(`led to ${pathOf(page.url())}`);
    const kb = await firstVisitKb(page, (await answer?.body()) ?? Buffer.alloc(0));
    if (kb > mostKb(url)) faults.push(`weighs ${kb.toFixed(1)} KB on a first visit`);
    const { title, headings, inline, links, forms } = await readPage(page);
    if (title.trim() === '') faults.push('has no title');
    if (headings.length !== 1 || headings[0] === '')
      faults.push(`has the first headings ${JSON.stringify(headings)}`);
    if (inline > 0) faults.push(`has ${inline} styles or scripts inside`);
    faults.push(
      ...[...new Set(links.map(pathOf))]
        .filter((path) => !leadsSomewhere(path, 'get'))
        .map((path) => `links to nothing: ${path}`),
    );
    faults.push(
      ...forms
        .filter(({ action, post }) => !leadsSomewhere(pathOf(action), post ? 'post' : 'get'))
        .map(({ action }) => `posts to nothing: ${action}`),
    );
    faults.push(...(await axeFaults(page)), ...(await darkFaults(page)));
    for (const size of WINDOWS) {
      await page.setViewportSize(size);
      const wide = await overflow(page);
      if (wide) faults.push(wide);
      const seat = await torn(page);
      if (seat) faults.push(`breaks ${seat} at ${size.width} px`);
    }
    await unfold(page);
    const unfolded = await overflow(page);
    if (unfolded) faults.push(`unfolded: ${unfolded}`);
  } catch (error) {
    faults.push(`could not be looked at: ${String(error).split('\n')[0]}`);
  } finally {
    page.off('console', hear);
    page.off('pageerror', fail);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(WIDE);
  }
  return faults;
};

/** A browser of one person, still: nothing is caught half-way through a transition. */
export const newContext = (
  browser: Browser,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<BrowserContext> => browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options });

/**
 * Opens many addresses on two pages side by side.
 * @returns the faults by address, of those that have any
 */
export const walk = async (
  context: BrowserContext,
  addresses: { url: string; status?: number }[],
): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  const left = [...addresses];
  const walker = async () => {
    const page = await context.newPage();
    for (let next = left.shift(); next; next = left.shift()) {
      const faults = await faultsOf(page, next.url, next.status);
      if (faults.length > 0) found[new URL(next.url).pathname] = faults;
    }
    await page.close();
  };
  await Promise.all([walker(), walker()]);
  return found;
};

/** Signs in with the link that the start printed. */
export const signInByLink = async (stage: Stage, page: Page): Promise<void> => {
  await page.goto(stage.signInLink);
  // Programs press it at once; people read first.
  await page.waitForTimeout(3_500);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${stage.url}/`);
};

/** The code that is mailed to an address when `ask` asks for it. */
export const mailedCode = async (stage: Stage, email: string, ask: () => Promise<void>): Promise<string> => {
  // Other mail comes too, such as the request to approve an alert.
  const codes = async () =>
    (await stage.mails(email)).flatMap(({ subject }) => /^(\d{6}) is your/.exec(subject)?.[1] ?? []);
  const before = (await codes()).length;
  await ask();
  const all = await until('the mail with the code', codes, (list) => list.length > before);
  return all.at(-1) ?? '';
};

/** Signs in with a code from the mail. */
export const signInByCode = async (stage: Stage, page: Page, email: string): Promise<void> => {
  await page.goto(`${stage.url}/sign-in`);
  await page.getByLabel('Your email address').fill(email);
  const code = await mailedCode(stage, email, () =>
    page.getByRole('button', { name: 'Send me a code' }).click(),
  );
  await page.getByLabel('Six-digit code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${stage.url}/`);
};

const MOST_STOPS = 80;

/**
 * Presses Tab until the focus stands on what is called so: what is written on it, or the name of an empty field.
 * @returns the stops on the way where a person could not see where they are; complains where it is never reached
 */
export const tabTo = async (page: Page, name: string): Promise<string[]> => {
  const unseen: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { top, bottom, left, right, width, height } = focused.getBoundingClientRect();
      const inView =
        bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && width > 1 && height > 1;
      return {
        name: (focused.textContent ?? '').replace(/\s+/g, ' ').trim() || (focused.getAttribute('name') ?? ''),
        tag: focused.tagName,
        seen: inView && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      };
    });
    if (here?.tag === 'BODY') continue;
    if (here && !here.seen) unseen.push(`${here.tag} ${here.name}`);
    if (here?.name === name) return unseen;
  }
  return [...unseen, `never came to ${name}`];
};
