import type { Browser, Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** Every row of the network, counters of page openings left out. */
export const contents = (stage: Stage): Record<string, string[]> => {
  const tables = stage
    .rows<{ name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_cf\\_%' escape '\\'`,
    )
    .map(({ name }) => name)
    .filter((name) => name !== 'page_hit' && !name.includes('_fts'));
  return Object.fromEntries(
    tables.map((name) => [name, stage.rows(`select * from "${name}"`).map((row) => JSON.stringify(row))]),
  );
};

const formsOn = (page: Page) => page.locator('form[method="post"]').count();

/** Presses every button of a page as it stands, each from a page opened anew, and what is asked back at once. */
const pressAll = async (page: Page, link: string): Promise<number> => {
  await page.goto(link);
  const buttons = 'form[method="post"] button:not([type="button"])';
  const count = await page.locator(buttons).count();
  for (let at = 0; at < count; at += 1) {
    await page.goto(link);
    await page
      .locator(buttons)
      .nth(at)
      .click({ timeout: 2_000, force: true })
      .catch(() => undefined);
    await page.waitForLoadState();
    if ((await formsOn(page)) === 1) {
      await page
        .locator(buttons)
        .first()
        .click({ timeout: 2_000 })
        .catch(() => undefined);
      await page.waitForLoadState();
    }
  }
  return count;
};

/**
 * What gateways' scanners do with the links of a message: HEAD and GET, then open each in a browser that runs
 * scripts, follow what leads on, and press every button within two seconds of seeing it.
 */
export const scan = async (browser: Browser, links: string[]): Promise<{ pages: number; forms: number }> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = new Set<string>();
  let forms = 0;
  let left = links;
  for (let depth = 0; depth < 2; depth += 1) {
    const onward: string[] = [];
    for (const link of left) {
      if (seen.has(link)) continue;
      seen.add(link);
      await context.request.head(link);
      const answer = await context.request.get(link);
      if (!answer.headers()['content-type']?.includes('text/html')) continue;
      forms += await pressAll(page, link);
      await page.goto(link);
      const found = await page
        .locator('a[href^="/"]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      onward.push(...found);
    }
    left = onward;
  }
  await context.close();
  return { pages: seen.size, forms };
};
