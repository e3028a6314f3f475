import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as cast from '../../src/demo/cast.ts';
import { openBrowser } from './browser.ts';
import { centsOf, filingDesk, saidOf, type Filed, type Filled, type FilingDesk } from './filing-desk.ts';
import { newContext, signInByCode, signInByLink } from './page-checks.ts';
import { openStage, type Stage } from './stage.ts';

/**
 * A year of one association that files in five regimes from one log, on the real Worker and in a real browser: the
 * first half in July 2027, the rest in January 2028. Every figure is added up here, in cents, from what was typed.
 */
const JULY = '2027-07-08T16:00:00Z';
const JANUARY = '2028-01-13T17:00:00Z';
const [{ name: LOBBYIST }] = cast.staff;
/** $12,000.00 for 200 hours of all work in a quarter: a dollar a minute. */
const QUARTER = { pay: '12,000.00', hours: '200' };
const SECOND = { fromOn: '2027-04-01', toOn: '2027-06-30' };
const FOURTH = { fromOn: '2027-10-01', toOn: '2027-12-31' };
const A_MINUTE = 1_00;

let stage: Stage;
let browser: Browser;
let page: Page;
let desk: FilingDesk;
let senator = { id: '', family: '' };
const bills: Record<string, string> = {};

const BAY_STATE = 'Bay State School Leaders';
const MAGNOLIA = 'Magnolia School Leaders';
const AGENT = 'Nora Ellery';
const ENVOY = 'Wade Pinckney';

/** What was spent: the day, dollars as a person types them, on whom and for what. */
const spend = (incurredOn: string, amount: string, payee: string, purpose: string, more: Filled) =>
  desk.spend({ incurredOn, amount, payee, purpose, ...more });
const talk = (onDate: string, minutes: number, more: Filled) =>
  desk.log({
    kind: 'direct_contact',
    method: 'phone',
    onDate,
    minutes: String(minutes),
    note: 'Spoke with staff.',
    ...more,
  });
/** The association's own, which files in Montana: the IRS reads the same row. */
const MT = (mtCategory: string) => ({ mtCategory, 'categories-irs': 'direct' });
/** For Congress: in no state's report. */
const US = (lda: string) => ({ mtCategory: 'not_reported', 'categories-lda': lda });
const bayState = { organizationId: BAY_STATE };
const magnolia = { organizationId: MAGNOLIA };
const nora = { ...bayState, person: `${AGENT}, lobbyist` };
const wade = { ...magnolia, person: `${ENVOY}, lobbyist` };
/** Half a dollar up, as Form 990 prints. */
const wholeDollars = (cents: number) => Math.floor((cents + 50) / 100) * 100;
/** An amendment is another version; the copies filed before it are the same bytes still. */
const bothStay = async (first: Filed, second: Filed) => {
  expect([first.report.version, second.report.version]).toEqual([1, 2]);
  expect(await desk.hashesNow(first)).toEqual(first.hashes);
  expect(second.hashes).not.toEqual(first.hashes);
};
const enter = async () => {
  // Without script: every form of the log and of the filings works so, and nothing is waited for.
  page = await (await newContext(browser, { javaScriptEnabled: false })).newPage();
  page.setDefaultTimeout(15_000);
  desk = filingDesk(page, stage.url);
};

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage('empty', JULY), openBrowser()]);
  // A handful of senators: every form of the log offers all officials.
  const roster = JSON.parse(cast.officialsJson('2027-01-04')) as {
    people: { name: string; family: string }[];
  };
  const people = roster.people.slice(-4);
  const few = JSON.stringify({ ...roster, people });
  const made = await stage.raw('POST', '/imports/officials', few, 'application/json');
  expect(made.status).toBe(200);
  const { data } = await stage.api<{ data: { official_id: string; name: string | null }[] }>(
    'GET',
    '/officials?limit=200',
  );
  const [first] = people;
  const found = data.find((one) => one.name === first?.name);
  senator = { id: found?.official_id ?? '', family: first?.family ?? '' };
  for (const [jurisdiction, session, number, title] of [
    ['MT', '70th Legislature', 'HB 203', 'Expand education savings accounts'],
    ['MA', '195th General Court', 'H.497', 'An Act relative to regional school transportation'],
    ['US', '120th Congress', 'S. 5', 'School Meals Expansion Act'],
  ] as const) {
    const { id } = await stage.api<{ id: string }>('POST', '/legislative-sessions', {
      jurisdiction,
      name: session,
      starts_on: '2027-01-04',
    });
    bills[jurisdiction] = (
      await stage.api<{ id: string }>('POST', '/bills', { legislative_session_id: id, number, title })
    ).id;
  }
  for (const name of [BAY_STATE, MAGNOLIA])
    await stage.api('POST', '/organizations', {
      name,
      short_name: name
        .split(' ')
        .map((word) => word[0])
        .join(''),
      kind: 'affiliate',
      tax_status: '501c6',
    });
  await enter();
  await signInByLink(stage, page);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
}, 30_000);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.log(page.url(), (await desk.text()).slice(0, 3000));
});

describe('in July', () => {
  test('it is said who files where from when, and who lobbies', async () => {
    await desk.filer({ regime: 'mt', fromOn: '2027-05-03' });
    await desk.filer({ regime: 'lda', fromOn: '2027-04-01' });
    await desk.filer({ regime: 'irs', fromOn: '2027-01-01' });
    // A network begins as a filer in Mississippi too; here an affiliate is one instead.
    await desk.filer({ regime: 'ms', fromOn: '2026-01-01', toOn: '2026-12-31' });
    await desk.filer({ ...magnolia, regime: 'ms', fromOn: '2027-01-01' });
    await desk.filer({ ...bayState, regime: 'ma', fromOn: '2027-01-01' });
    const own = { name: LOBBYIST, kind: 'staff', staffId: LOBBYIST };
    await desk.lobbyist({ ...own, regime: 'mt', fromOn: '2027-05-03' });
    await desk.lobbyist({ ...own, regime: 'lda', fromOn: '2027-04-01' });
    await desk.lobbyist({ ...bayState, name: AGENT, regime: 'ma', kind: 'staff', fromOn: '2027-01-04' });
    await desk.lobbyist({ ...magnolia, name: ENVOY, regime: 'ms', kind: 'contract', fromOn: '2027-04-05' });
    const text = await desk.text();
    for (const name of [LOBBYIST, AGENT, ENVOY]) expect(text).toContain(name);
  });

  test('Montana: May rolls into June; the report waits for the hours of pay, then it is filed', async () => {
    await spend('2027-05-12', '2,000.00', 'Harrowgate Printing', 'Leaflets', MT('printing'));
    await spend('2027-06-09', '5,000', 'Big Sky Media', 'Radio', MT('advertising'));
    await spend('2027-06-15', '187.35', 'Capitol Travel', 'Drive to Helena', MT('travel'));
    await talk('2027-05-11', 60, { billId: bills.MT, officialId: senator.id, position: 'oppose' });
    await desk.line(`2027-06-10 30m called Sen ${senator.family} HB 203 oppose`);
    await desk.pay({ ...QUARTER, person: LOBBYIST, hours: undefined, ...SECOND });

    await desk.report(2027, 'L-5, June 2027');
    expect(await desk.text()).toContain('May $2,000.00 + June $5,187.35 → $7,187.35, due Jul 15, 2027');
    await desk.prepare();
    await desk.mend(/The lobbying share of pay cannot be worked out/);
    await page.locator('summary', { hasText: 'Remove' }).click();
    await desk.press('Remove it', /done=removed/);
    await desk.pay({ ...QUARTER, person: LOBBYIST, ...SECOND });
    await desk.report(2027, 'L-5, June 2027');
    await desk.prepareAgain();
    const { report } = await desk.file('2027-07-08', 'PLORS-2027-0615');
    const pay = (60 + 30) * A_MINUTE;
    const all = 2_000_00 + 5_000_00 + 187_35 + pay;
    expect(report.total_cents).toBe(all);
    expect(centsOf(report, 'Printing')).toBe(2_000_00);
    expect(centsOf(report, 'Salaries')).toBe(pay);
    expect(centsOf(report, 'Total payments')).toBe(all);
    expect(centsOf(report, 'Payments of 2027 that count')).toBe(all - 187_35);
    expect(saidOf(report, 'HB 203')).toContain('Against. 2 occasions');
  });

  test('Massachusetts: a meal without names keeps the half year’s statement back', async () => {
    await desk.decide('ma', 'business', 'School leaders’ association', '2027-01-01');
    await talk('2027-05-20', 120, { ...nora, billId: bills.MA, position: 'support' });
    await talk('2027-06-03', 30, { ...nora, billId: bills.MA, position: 'amend' });
    await desk.pay({ ...QUARTER, person: nora.person, ...SECOND });
    const ma = (type: string) => ({ ...bayState, 'categories-ma': type });
    await spend('2027-05-21', '462.50', 'Beacon Hill Print', 'Booklet on transportation', ma('printing'));
    await spend('2027-05-24', '12.80', 'Post office', 'Postage', ma('postage'));
    await spend('2027-05-25', '64.20', 'Harbor Café', 'Breakfast with committee staff', ma('meals'));

    await desk.report(2027, 'Employer statement, January to June 2027');
    await desk.prepare();
    await desk.mend(/The form asks for the place and everyone present/);
    await desk.follow('Change it');
    const edit = new URL(page.url()).pathname;
    await desk.send(edit, { place: 'Boston', attendees: `${AGENT}; A. Lowell; B. Quincy` }, /done=changed/);
    await desk.report(2027, 'Employer statement, January to June 2027');
    await desk.prepareAgain();
    const { report } = await desk.file('2027-07-08', 'MA-H1-2027');
    expect(centsOf(report, 'Total salaries paid')).toBe(150 * A_MINUTE);
    expect(centsOf(report, 'Total operating expenses')).toBe(462_50 + 12_80);
    expect(centsOf(report, 'Total of this section')).toBe(64_20);
    expect(report.total_cents).toBe(150 * A_MINUTE + 462_50 + 12_80 + 64_20);
    // One bill, two positions: two lines. A day under $35.00 is lumped.
    expect(saidOf(report, 'House Bill')).toMatch(/Position: Oppose|Position: Support/);
    expect(report.lines.filter((one) => one.label === 'House Bill').length).toBe(2);
    expect(centsOf(report, 'Days under $35.00')).toBe(12_80);
  });

  test('federal: two days in Washington make a lobbyist; nothing is filed before it is decided who we are', async () => {
    const meals = { billId: bills.US, position: 'support', 'issueCodes[]': 'EDU', 'houses[]': 'Senate' };
    await talk('2027-06-21', 840, meals);
    await talk('2027-06-22', 840, meals);
    await talk('2027-06-23', 840, { ...meals, kind: 'preparation' });
    await spend('2027-06-21', '15,000.00', 'Potomac Counsel', 'Counsel in Washington', {
      ...US('third_party'),
      'categories-irs': 'third_party',
    });
    await desk.report(2027, 'LD-1, quarter 2 of 2027');
    const text = await desk.text();
    // 2,520 of the minutes worked, and $17,520.00 where $16,000 needs no registration.
    expect(text).toContain('so a lobbyist');
    expect(text).toContain('$17,520.00');
    await desk.prepare();
    await desk.mend(/Nobody has decided yet whether the organization is itself/);
    await desk.decide('lda', 'public_official', 'no', '2027-01-01');
    await desk.decide('lda', 'expense_method', 'A', '2027-01-01');
    await desk.report(2027, 'LD-1, quarter 2 of 2027');
    await desk.prepareAgain();
    const { report } = await desk.file('2027-07-08', '401105458-12');
    expect(saidOf(report, 'EDU')).toContain('S 5, School Meals');
    await desk.decide('lda', 'registered', 'yes', '2027-07-08');
  });

  test('IRS: dues as they come in, with what the notices said', async () => {
    const paid = { receivedOn: '2027-07-01', kind: 'dues' };
    await desk.dues({
      ...paid,
      amount: '40,000.00',
      payer: 'Members',
      payerKind: 'individual',
      notice: '9,000',
    });
    await desk.dues({ ...paid, amount: '10,000.50', payer: 'Districts', payerKind: 'district' });
    expect(await desk.text()).toContain('$10,000.50');
  });
});

describe('in January', () => {
  test('the year is over, and the desk is opened again', async () => {
    await stage.crash();
    await stage.restart(Date.parse(JANUARY) - Date.now() - stage.clockOffset);
    await enter();
    await signInByCode(stage, page, cast.staffEmail(LOBBYIST));
    await desk.pay({ ...QUARTER, person: LOBBYIST, ...FOURTH });
  });

  test('Montana: the year end takes what no report has, once a calendar’s draft is settled; a late bill makes an amendment', async () => {
    await spend('2027-08-17', '800.00', 'Harrowgate Printing', 'Posters', MT('printing'));
    await spend('2027-11-04', '1,250.50', 'The Copper Room', 'Dinner after the hearing', {
      ...MT('entertainment'),
      officialId: senator.id,
      place: 'Helena',
    });
    await talk('2027-10-12', 45, { billId: bills.MT, officialId: senator.id, position: 'oppose' });
    await desk.calendar('20271117T150000Z', 'Prep HB 203 for the hearing');
    await desk.report(2028, 'L-5, year end 2027');
    await desk.prepare();
    await desk.mend(/Not confirmed yet/);
    const draft = new URL(page.url()).pathname;
    await desk.send(`${draft}/confirmation`, { minutes: '30' }, /done=confirmed/);
    expect(await desk.text()).toContain('Did the person act in official capacity');
    await desk.send(`${draft}/answers`, { officialCapacity: 'no' }, /done=answered/);
    expect(await desk.text()).toContain('Counts in the report: Support of lobbying');
    await desk.report(2028, 'L-5, year end 2027');
    await desk.prepareAgain();
    const first = await desk.file('2028-01-13', 'PLORS-2027-YE');
    const pay = (45 + 30) * A_MINUTE;
    expect(first.report.total_cents).toBe(800_00 + 1_250_50 + pay);
    expect(saidOf(first.report, 'HB 203')).toContain('3 occasions');
    expect(saidOf(first.report, 'HB 203')).toContain('2 of them in earlier reports');

    await spend('2027-10-14', '312.40', 'Post office', 'Mailing', MT('postage'));
    await desk.report(2028, 'L-5, year end 2027');
    const changes = await desk.amend();
    expect(changes).toContain('Postage');
    expect(changes).toContain('$312.40');
    const second = await desk.file('2028-01-13', 'PLORS-2027-YE-A');
    expect(second.report.total_cents).toBe(first.report.total_cents + 312_40);
    // Nothing is lost between the two reports, and nothing is in both.
    expect(centsOf(second.report, 'Payments of 2027 in all')).toBe(
      2_000_00 + 5_000_00 + 187_35 + 90 * A_MINUTE + second.report.total_cents,
    );
    await bothStay(first, second);
  });

  test('Mississippi: a breakfast without its attendance keeps the client’s report back; the lobbyist’s is its own', async () => {
    const ms = (msCategory: string) => ({ ...magnolia, msCategory });
    await desk.pay({ ...QUARTER, person: wade.person, ...FOURTH });
    await spend('2027-02-02', '418.75', 'Delta Texting', 'Texts that ask members to call', ms('e'));
    await spend('2027-11-16', '96.40', 'The Iron Kettle', 'Supper', {
      ...ms('f'),
      officialId: senator.id,
      place: 'Jackson',
      lobbyistId: ENVOY,
    });
    await talk('2027-11-09', 75, { ...wade, officialId: senator.id });
    await spend('2027-11-17', '1,200.00', 'Capitol Caterers', 'Breakfast', {
      ...ms('f'),
      eventName: 'Breakfast for the whole legislature',
      eventAllInvited: true,
      place: 'Jackson',
    });

    await desk.report(2028, 'Client annual report 2027');
    await desk.prepare();
    await desk.mend(/How many came is not recorded/);
    await desk.follow('Change it');
    const came = { attendance: '140', officialsAttending: '88' };
    await desk.send(new URL(page.url()).pathname, came, /done=changed/);
    await desk.report(2028, 'Client annual report 2027');
    await desk.prepareAgain();
    const pay = 75 * A_MINUTE;
    const first = await desk.file('2028-01-13', 'SOS-CLIENT');
    expect(centsOf(first.report, 'a. Pay')).toBe(pay);
    expect(centsOf(first.report, 'e. Soliciting')).toBe(418_75);
    expect(centsOf(first.report, 'f. Food')).toBe(96_40 + 1_200_00);
    expect(first.report.total_cents).toBe(pay + 418_75 + 96_40 + 1_200_00);

    await desk.report(2028, `Lobbyist annual report 2027, ${ENVOY}`);
    await desk.prepare();
    const lobbyist = await desk.file('2028-01-13', 'SOS-LOBBYIST');
    expect(lobbyist.report.total_cents).toBe(pay + 96_40);

    await spend('2027-12-01', '55.05', 'Delta Texting', 'A last round of texts', ms('e'));
    await desk.report(2028, 'Client annual report 2027');
    expect(await desk.amend()).toContain('$473.80');
    const second = await desk.file('2028-01-13', 'SOS-CLIENT-A');
    expect(centsOf(second.report, 'e. Soliciting')).toBe(418_75 + 55_05);
    await bothStay(first, second);
  });

  test('Massachusetts: the second half by itself; a late receipt amends the first', async () => {
    const ma = (type: string) => ({ ...bayState, 'categories-ma': type });
    await desk.pay({ ...QUARTER, person: nora.person, ...FOURTH });
    await talk('2027-10-05', 200, { ...nora, billId: bills.MA, position: 'support' });
    await spend('2027-10-06', '35.00', 'Beacon Hill Print', 'Handouts', ma('printing'));
    await desk.report(2028, 'Employer statement, July to December 2027');
    await desk.prepare();
    const half = await desk.file('2028-01-13', 'MA-H2-2027');
    expect(half.report.total_cents).toBe(200 * A_MINUTE + 35_00);

    await spend('2027-03-09', '20.15', 'Beacon Hill Print', 'Copies', ma('copies'));
    await desk.report(2027, 'Employer statement, January to June 2027');
    const first = await desk.copies();
    expect(await desk.amend()).toContain('$20.15');
    const second = await desk.file('2028-01-13', 'MA-H1-2027-A');
    expect(second.report.total_cents).toBe(150 * A_MINUTE + 462_50 + 12_80 + 64_20 + 20_15);
    await bothStay(first, second);
  });

  test('federal: an issue area is missing; then the quarter, the contribution, and an amendment', async () => {
    const meals = { billId: bills.US, position: 'support', 'houses[]': 'Senate' };
    await talk('2027-11-02', 600, { ...meals, 'issueCodes[]': 'EDU' });
    await talk('2027-11-03', 300, meals);
    await spend('2027-11-02', '3,125.25', 'Capitol Travel', 'Travel to Washington', {
      ...US('lobbying'),
      'categories-irs': 'direct',
    });
    await spend('2027-09-15', '250.00', 'Friends of Kestrel', 'Contribution', {
      ...US('feca'),
      'categories-irs': 'not_reported',
    });
    await desk.report(2028, 'LD-2, quarter 4 of 2027');
    await desk.prepare();
    await desk.mend(/No general issue area of the federal list/);
    await desk.follow('Change it');
    await desk.send(new URL(page.url()).pathname, { 'issueCodes[]': 'BUD' }, /done=changed/);
    await desk.report(2028, 'LD-2, quarter 4 of 2027');
    await desk.prepareAgain();
    const first = await desk.file('2028-01-13', 'LD2-Q4');
    // 900 minutes and $3,125.25: under $5,000, so the form asks for no figure.
    expect(saidOf(first.report, 'Expenses relating')).toContain('$4,025.25');
    expect(first.report.total_cents).toBe(0);

    await spend('2027-12-07', '2,000.00', 'Potomac Counsel', 'Counsel in December', {
      ...US('third_party'),
      'categories-irs': 'third_party',
    });
    await desk.report(2028, 'LD-2, quarter 4 of 2027');
    expect(await desk.amend()).toContain('$6,025.25');
    const second = await desk.file('2028-01-13', 'LD2-Q4-A');
    expect(second.report.total_cents).toBe(10_000_00);
    await bothStay(first, second);

    await desk.report(2028, 'LD-203, Year-end 2027');
    await desk.prepare();
    const { report } = await desk.file('2028-01-13', 'LD203-YE');
    expect(centsOf(report, 'Total contributions')).toBe(250_00);
  });

  test('IRS: one expense has no class; then Schedule C from the same log, and an amendment', async () => {
    await spend('2027-12-14', '149.99', 'Harrowgate Printing', 'Holiday letter', {
      mtCategory: 'not_reported',
    });
    await desk.report(2028, 'Schedule C, tax year to Dec 31, 2027');
    await desk.prepare();
    await desk.mend(/Not classed for the IRS: Holiday letter/);
    await desk.follow('Change it');
    await desk.send(new URL(page.url()).pathname, { 'categories-irs': 'public' }, /done=changed/);
    await desk.report(2028, 'Schedule C, tax year to Dec 31, 2027');
    await desk.prepareAgain();
    const first = await desk.file('2028-01-13', '990-2027');
    const montana = 2_000_00 + 5_000_00 + 187_35 + 800_00 + 1_250_50 + 312_40;
    const federal = 15_000_00 + 3_125_25 + 2_000_00;
    const pay = (60 + 30 + 840 + 840 + 840 + 45 + 30 + 600 + 300) * A_MINUTE;
    const spent = montana + federal + 149_99 + pay;
    expect(centsOf(first.report, '1. Dues')).toBe(50_001_00);
    expect(saidOf(first.report, '1. Dues')).toContain('$50,000.50');
    expect(centsOf(first.report, '2a.')).toBe(wholeDollars(spent));
    expect(centsOf(first.report, '3. Amount in notices')).toBe(9_000_00);
    expect(centsOf(first.report, '5. Taxable')).toBe(wholeDollars(spent - 9_000_00));

    await spend('2027-12-20', '1,000.01', 'Big Sky Media', 'Radio in December', MT('advertising'));
    await desk.report(2028, 'Schedule C, tax year to Dec 31, 2027');
    await desk.amend();
    const second = await desk.file('2028-01-13', '990-2027-A');
    expect(centsOf(second.report, '2a.')).toBe(wholeDollars(spent + 1_000_01));
    await bothStay(first, second);
  });
});
