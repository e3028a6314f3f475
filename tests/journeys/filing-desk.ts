import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { words } from './browser.ts';

/** What a form is filled with, by the names of its fields. True ticks a box; undefined leaves a field alone. */
export type Filled = Record<string, string | true | undefined>;

/** The frozen JSON of a filed report. */
export interface Report {
  version: number;
  total_cents: number;
  lines: { section: string; label: string; detail: string; amount_cents: number | null }[];
}
/** A filed version: its copies with their hashes, and the JSON of them as it was downloaded. */
export interface Filed {
  links: string[];
  report: Report;
  hashes: string[];
}

/** The cents of the one line that is called so, or begins so. */
export const centsOf = ({ lines }: Report, label: string): number | null => {
  const found = lines.find((one) => one.label === label) ?? lines.find((one) => one.label.startsWith(label));
  if (!found) throw new Error(`No line "${label}" among: ${lines.map((one) => one.label).join(' | ')}`);
  return found.amount_cents;
};
/** What the lines called so say. */
export const saidOf = ({ lines }: Report, label: string): string =>
  lines
    .filter((one) => one.label.startsWith(label))
    .map((one) => one.detail)
    .join(' ');

const PDF = { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nreceipt') };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The log and the filings as one person at a desk works in them: every step is a page, its form and a press. */
export const filingDesk = (page: Page, url: string) => {
  const READ = { waitUntil: 'domcontentloaded' } as const;
  const open = (path: string) => page.goto(url + path, READ);
  const text = () => words(page);
  /** Fills in the form of the page that posts to an address, and sends it. */
  const send = async (action: string, values: Filled, done: RegExp) => {
    const form = page.locator(`form[action="${action}"]`).first();
    const filled = Object.entries(values).filter(([, value]) => value !== undefined);
    const kinds = await form.evaluate(
      (one, names) =>
        names.map((name) => {
          const field = one.querySelector(`[name="${name}"]`);
          field?.closest('details')?.setAttribute('open', '');
          return field?.tagName;
        }),
      filled.map(([name]) => name),
    );
    for (const [at, [name, value]] of filled.entries()) {
      const field = form.locator(`[name="${name}"]`).first();
      if (value === true) await field.check();
      else if (kinds[at] === 'SELECT') await field.selectOption(value ?? '');
      else if (name.endsWith('[]')) await form.locator(`[name="${name}"][value="${value}"]`).check();
      else await field.fill(value ?? '');
    }
    await form.locator('button[type=submit]').first().click();
    await page.waitForURL(done, READ);
  };
  const form = (at: string, action: string, done: RegExp) => async (values: Filled) => {
    await open(at);
    await send(action, values, done);
  };
  const press = async (name: string, done: RegExp) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.waitForURL(done, READ);
  };
  const go = async (link: Locator) => {
    const to = await link.first().getAttribute('href');
    await page.goto(new URL(to ?? '', page.url()).href, READ);
  };
  const follow = (name: string) => go(page.getByRole('link', { name, exact: true }));
  const download = (links: string[]): Promise<Buffer[]> =>
    Promise.all(links.map(async (link) => (await page.request.get(url + link)).body()));
  /** Where each report was found, so that it is looked for once. */
  const reports = new Map<string, string>();

  /** Downloads every copy of the report on the page; each must be what its page of proof says. */
  const copies = async (): Promise<Filed> => {
    const report = page.url();
    await follow('Prove the filed copies');
    expect(await text()).toContain('the filed rows give the same bytes again');
    const hashes = await page.locator('main code').allTextContents();
    const links = await page
      .locator('main a[download]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const files = await download(links);
    expect(files.map(sha256)).toEqual(hashes);
    expect(hashes.length).toBe(5);
    await page.goto(report, READ);
    const json = files[links.findIndex((link) => link.endsWith('/json'))];
    return { links, hashes, report: JSON.parse(String(json)) as Report };
  };

  return {
    open,
    text,
    send,
    press,
    follow,
    copies,
    /** The hashes of copies as they are downloaded now. */
    hashesNow: async ({ links }: Filed) => (await download(links)).map(sha256),
    filer: form('/log/filers/new', '/log/filers', /done=filer/),
    lobbyist: form('/log/lobbyists/new', '/log/lobbyists', /done=lobbyist/),
    spend: form('/log/expenses/new', '/log/expenses', /done=expense/),
    log: form('/log/activities/new', '/log/activities', /done=(activity|twin)/),
    pay: form('/log/pay', '/log/pay', /done=pay/),
    dues: form('/log/dues', '/log/dues', /done=dues/),
    /** Logs with one line, looked over first. */
    line: async (line: string) => {
      await open('/log');
      await send('/log/line', { line }, /\/log\/line\?/);
      await press('Log it', /done=(activity|twin)/);
    },
    /** Makes a draft of the one event of a calendar file. */
    calendar: async (startsAt: string, title: string) => {
      await open('/log/calendar');
      const event = [
        'BEGIN:VEVENT',
        'UID:1@example',
        `DTSTART:${startsAt}`,
        'DURATION:PT30M',
        `SUMMARY:${title}`,
      ];
      const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join(
        '\r\n',
      );
      const ics = { name: 'week.ics', mimeType: 'text/calendar', buffer: Buffer.from(file) };
      await page.locator('[name=file]').setInputFiles(ics);
      await page.getByRole('button', { name: 'Show the events' }).click();
      await page.getByLabel(title).check();
      await press('Make drafts', /done=drafted/);
    },
    /** Records what the filer has decided, by the board. */
    decide: async (regime: string, key: string, value: string, fromOn: string) => {
      await open('/filings/decisions');
      await go(page.locator(`main a[href*="regime=${regime}&key=${key}"]`));
      await send('/filings/decisions', { value, fromOn, decidedBy: 'The board' }, /done=decided/);
    },
    /** Opens a report of the year that it falls due in; the first time the due dates are worked out again. */
    report: async (year: number, name: string) => {
      const known = reports.get(name);
      if (known) return void (await page.goto(known, READ));
      await open('/filings');
      await press('Work out the due dates again', /done=refreshed/);
      await open(`/filings?year=${year}`);
      await follow(name);
      reports.set(name, page.url());
    },
    prepare: () => press('Prepare the report', /done=prepared/),
    prepareAgain: () => press('Prepare it again', /done=prepared/),
    /** The report waits for a row that a check names: nothing offers to file it. Follows the check to the row. */
    mend: async (message: RegExp) => {
      const check = page.locator('main li', { hasText: message });
      expect(await text()).toMatch(message);
      expect(await page.getByRole('link', { name: 'File it' }).count()).toBe(0);
      await go(check.getByRole('link', { name: 'Open it' }));
    },
    /** Files what is prepared, says yes once more, downloads every copy, and keeps what the office answered. */
    file: async (submittedOn: string, reference: string): Promise<Filed> => {
      await follow('File it');
      await press('File it', /done=filed/);
      await page.locator('[name=file]').setInputFiles(PDF);
      const receipts = await page.locator('form[action$="/receipts"]').getAttribute('action');
      await send(receipts ?? '', { submittedOn, reference }, /done=kept/);
      expect(await text()).toContain(reference);
      return copies();
    },
    /** Prepares an amendment of the report on the page. @returns the page that says what it changes */
    amend: async (): Promise<string> => {
      expect(await text()).toContain('The log changed since this was filed');
      await press('Prepare an amendment', /done=prepared/);
      const report = page.url();
      await follow('What changed');
      const changes = await text();
      await page.goto(report, READ);
      return changes;
    },
  };
};
export type FilingDesk = ReturnType<typeof filingDesk>;
