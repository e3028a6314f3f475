import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { members } from '../../src/demo/cast.ts';
import { openBrowser, words } from './browser.ts';
import { newContext, signInByCode, tabTo } from './page-checks.ts';
import { PAGE_ROUTES } from './page-routes.ts';
import { PUBLIC } from './page-table.ts';
import { openStage, until, type LedgerText, type Stage } from './stage.ts';

/** A day of the demo network as each of its people lives it: coordinator, director, staff, member, partner. */
let stage: Stage;
let browser: Browser;

const PHONE = { width: 360, height: 740 };
/** A form that comes back faster than a person reads is taken for a program's. */
const READ_MS = 3_100;

/** Of links that differ only in what they ask for, so many are followed. */
const ALIKE = 3;
/** Whoever is signed in may open these; about members they say nothing. */
const OPEN_TO_ALL = [
  '/',
  '/api/docs',
  '/guidance',
  '/settings',
  '/settings/network',
  '/settings/phone',
  '/talking-points',
];

const signIn = async (name: string, context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  await signInByCode(stage, page, `${name}@tsln.example`);
  return page;
};
const open = (page: Page, path: string) => page.goto(stage.url + path);
const main = (page: Page) => page.locator('main');
const press = async (page: Page, name: string | RegExp, lands: RegExp) => {
  await main(page).getByRole('button', { name }).first().click();
  await page.waitForURL(lands);
};
const memberOf = (text: LedgerText | undefined) =>
  members.find(({ phone }) => `+1${phone.replaceAll(/\D/g, '')}` === text?.to);
const idIn = (page: Page) => /01[0-9A-Z]{24}/.exec(page.url())?.[0] ?? '';
const numberIn = (text: string) => Number(/\d+/.exec(text)?.[0]);
/** The number that a page leads with. */
const led = async (page: Page) => numberIn(await main(page).locator('.figure').first().innerText());

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage('demo'), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
}, 30_000);

describe('coordinator', () => {
  test('asks the senators, writes beside the preview, publishes, compares, and proposes to those who reach them', async () => {
    const page = await signIn('priya.lindqvist', await newContext(browser));
    await open(page, '/officials/delegation');
    const ask = main(page).getByRole('form', { name: 'Add an ask' });
    for (const senator of ['Stillwater', 'Larkmeadow'])
      await ask.getByRole('checkbox', { name: new RegExp(senator) }).check();
    await ask.getByLabel('What we ask').fill('Name IDEA in the letter to the appropriators.');
    await ask.getByLabel('Issue').selectOption({ label: 'Federal rural education' });
    await press(page, 'Add the ask', /done=asked/);
    expect(await main(page).getByText('Name IDEA in the letter to the appropriators.').count()).toBe(2);

    await main(page)
      .getByRole('link', { name: 'Rural education in Washington', exact: true })
      .first()
      .click();
    const points = idIn(page);
    await main(page).getByRole('link', { name: 'Edit', exact: true }).click();
    await page.waitForURL(/\/edit$/);
    const draft = page.locator('[name=body]');
    const line = '* Renew the **rural mail** of school lunches.';
    await draft.fill(`${await draft.inputValue()}\n${line}`);
    await page.locator('#points-preview strong', { hasText: 'rural mail' }).waitFor();
    await draft.fill((await draft.inputValue()).replace(line, '* Fund **one bus route** in each county.'));
    await page.locator('#points-preview strong', { hasText: 'one bus route' }).waitFor();
    await press(page, 'Save draft', /done=saved/);
    await main(page).getByLabel('What changed').fill('One bus route in each county.');
    await press(page, 'Publish', /done=published/);
    expect(await words(page)).toContain('Version 2');
    await main(page).getByRole('link', { name: 'What changed in version 2' }).click();
    expect(await page.locator('ins').allInnerTexts()).toContainEqual(
      expect.stringContaining('one bus route'),
    );

    await open(page, '/officials/delegation');
    await main(page)
      .getByRole('link', { name: /^Send to \d+ members: Rural.*Stillwater/ })
      .first()
      .click();
    expect(await page.locator('[name=kind]:checked').inputValue()).toBe('update');
    expect(await page.locator('[name=talkingPointsId]').inputValue()).toBe(points);
    expect(await page.locator('[name=officials]:checked').count()).toBe(1);
    expect(await page.locator('[name=smsText]').inputValue()).toContain('Title II-A');
    await press(page, 'Save and preview', /\/preview/);
    expect(await words(page)).toMatch(/of \d+ people will get it/);
    await press(page, 'Ask for approval', /done=proposed/);
    await page.context().close();
  });
});

describe('director', () => {
  test('by keyboard alone ranks a priority, sees the week on the preview, and approves past the budget with a reason', async () => {
    const context = await newContext(browser);
    const page = await signIn('desmond.fairbrook', context);
    const { keyboard } = page;
    const enter = async (name: string, lands: RegExp) => {
      expect(await tabTo(page, name)).toEqual([]);
      await keyboard.press('Enter');
      await page.waitForURL(lands);
    };
    const ranked = async () =>
      (
        await main(page)
          .getByRole('heading', { name: /^\d\. / })
          .allInnerTexts()
      ).slice(0, 2);
    await enter('Agenda', /\/agenda$/);
    const [first = '', second = ''] = await ranked();
    await tabTo(page, 'Down');
    await keyboard.press('Enter');
    await page.waitForURL(/done=/);
    expect(await ranked()).toEqual([second.replace('2', '1'), first.replace('1', '2')]);

    await open(page, '/settings/network');
    expect(await tabTo(page, 'weeklyBudget')).toEqual([]);
    await keyboard.type('1');
    await keyboard.press('Enter');
    await page.waitForURL(/done=budget/);

    await open(page, '/');
    expect(await words(page)).toMatch(/out now/i);
    await enter('Rural education in Washington', /\/preview/);
    const week = main(page).locator('section', { has: page.locator('#week') });
    expect(await week.innerText()).toMatch(/over the budget of 1 and are left out/);
    expect(await led(page)).toBe(0);
    expect(await tabTo(page, 'overBudget')).toEqual([]);
    await keyboard.type('The appropriators close their letter tonight.');
    await enter('Approve this alert', /done=approved/);
    expect(await words(page)).toContain(
      'Past the weekly budget, because: The appropriators close their letter tonight.',
    );

    await open(page, '/settings/network');
    await tabTo(page, 'weeklyBudget');
    await keyboard.press('Control+A');
    await keyboard.press('Delete');
    await keyboard.press('Enter');
    await page.waitForURL(/done=budget/);
    expect(await page.locator('[name=weeklyBudget]').inputValue()).toBe('');
    await enter('Reports', /\/reports/);
    expect(await words(page)).toMatch(/messages sent: \d+ texts/);
    await context.close();
  });
});

describe('staff and member', () => {
  const hearing = 'HB 203: call House Education';
  let staff: Page;
  let alert = '';
  let texted: LedgerText[] = [];
  const spokenWith = async () => {
    await open(staff, '/officials/committees/demo-house-education');
    return led(staff);
  };
  let spoken = 0;

  test('a hearing with uncovered seats becomes a draft with audience, words and deadline filled in', async () => {
    staff = await signIn('tobias.wren', await newContext(browser));
    spoken = await spokenWith();
    await open(staff, '/agenda');
    const prompt = main(staff).locator('.notice', { hasText: /HB 203: hearing in .* seats uncovered/ });
    const uncovered = numberIn(/(\d+) of \d+ seats/.exec(await prompt.innerText())?.[0] ?? '');
    expect(uncovered).toBe(14 - spoken);
    await prompt.getByRole('link', { name: /^Draft an alert to the \d+/ }).click();
    expect(await staff.locator('[name=title]').inputValue()).toBe(hearing);
    expect(await staff.locator('[name=officials]:checked').count()).toBe(uncovered);
    expect(await staff.locator('[name=talkingPointsId]').inputValue()).not.toBe('');
    expect(await staff.locator('[name=deadlineTime]').inputValue()).toBe('15:00');
    await staff
      .locator('[name=smsText]')
      .fill('{{first_name}}, nobody has spoken with your member of House Education yet: {{link}}');
    await staff.getByLabel('Subject of the email').fill(hearing);
    await staff.locator('[name=emailText]').fill('Dear {{first_name}},\n\nPlease call before the hearing.');
    await press(staff, 'Save and preview', /\/preview/);
    alert = idIn(staff);
    await press(staff, 'Ask for approval', /done=proposed/);
  });

  test('a second person approves it, and it goes out', async () => {
    const director = await signIn('desmond.fairbrook', await newContext(browser));
    await open(director, `/alerts/${alert}/preview`);
    await press(director, 'Approve this alert', /done=approved/);
    await director.context().close();
    await open(staff, `/alerts/${alert}`);
    const button = main(staff).getByRole('button', { name: /^Send to \d+ members$/ });
    const people = numberIn(await button.innerText());
    await press(staff, /^Send to \d+ members$/, /done=launched/);
    texted = await until(
      'the texts',
      async () => (await stage.texts()).filter((one) => one.body.includes('nobody has spoken with your')),
      (list) => list.length > 3,
      stage,
    );
    expect(texted.length).toBeLessThanOrEqual(people);
  });

  test('a member opens the link on a phone, answers in one tap, reads the figures of the own district, keeps own hours', async () => {
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    const [text] = texted;
    const own = memberOf(text);
    await page.goto(/https?:\/\/\S+\/a\/\w+/.exec(text?.body ?? '')?.[0] ?? '');
    const read = await words(page);
    expect(read).toContain(own?.district.name);
    expect(read).toMatch(/is about \$[\d,]+ a year, for \d+ students/);
    await page.waitForTimeout(READ_MS);
    await page.getByRole('button', { name: /have contacted/ }).tap();
    await page.waitForURL(/done=answered/);
    expect(await page.locator('button.chosen').innerText()).toContain('Your answer');

    await page.getByRole('link', { name: 'Your settings' }).tap();
    const before = (await stage.texts(text?.to)).length;
    await page.waitForTimeout(READ_MS);
    await page.getByRole('button', { name: 'Text me a code' }).tap();
    const code = await until(
      'the code',
      async () => /\b\d{6}\b/.exec((await stage.texts(text?.to)).slice(before).at(-1)?.body ?? '')?.[0] ?? '',
      (one) => one !== '',
      stage,
    );
    await page.getByLabel('The six digits').fill(code);
    await page.getByRole('button', { name: 'Open my settings' }).tap();
    await page.getByLabel('Between').selectOption({ label: '10 am' });
    await page.getByLabel('And', { exact: true }).selectOption({ label: '4 pm' });
    await page.getByRole('button', { name: 'Text me only then' }).tap();
    await page.getByText('We text you between 10 am and 4 pm').waitFor();
    await context.close();
  });

  test('answers come in by mail and text, those who are silent are nudged, and a stance that is heard reaches board and coverage', async () => {
    const [, one, two] = texted;
    const address = memberOf(one)?.email ?? '';
    const mail = (await stage.mails(address)).find(({ subject }) => subject === hearing);
    await stage.answerMail(mail?.id ?? '', '1');
    await open(staff, '/agenda');
    await main(staff)
      .locator('.notice', { hasText: 'HB 203' })
      .getByRole('link', { name: 'Seat by seat' })
      .click();
    const silent = main(staff).getByRole('row').filter({ hasText: 'Not heard yet' }).last();
    const name = (await silent.getByRole('link').first().innerText()).replace(/^Rep\. /, '');
    await stage.text(two?.to ?? '', `Met with Rep. ${name} on HB 203, leaning no`);
    await until(
      'the draft of a contact report',
      async () =>
        (await stage.api<{ data: { official_name: string | null }[] }>('GET', '/contact-reports?state=draft'))
          .data,
      (list) => list.some((draft) => draft.official_name === name),
      stage,
    );
    const { answered } = await until(
      'the answer by mail',
      () => stage.api<{ answered: number }>('GET', `/alerts/${alert}/tally`),
      (tally) => tally.answered >= 2,
      stage,
    );
    await open(staff, `/alerts/${alert}`);
    expect(await led(staff)).toBeGreaterThanOrEqual(answered);
    await main(staff)
      .getByRole('link', { name: /^Nudge the \d+/ })
      .click();
    await press(staff, /^Nudge \d+ members?$/, /done=nudged/);

    await open(staff, '/log/contacts');
    await main(staff).getByRole('link', { name, exact: true }).click();
    expect(await words(staff)).toContain('leaning no');
    await press(staff, 'Confirm', /done=contact/);
    const board = stage.rows<{ id: string }>(`select id from bill where number = 'HB 203'`)[0]?.id;
    await open(staff, `/agenda/bills/${board}/board?in=demo-house-education`);
    const seat = main(staff).getByRole('row').filter({ hasText: name });
    expect(await seat.innerText()).toMatch(/leaning our way/i);
    expect(await spokenWith()).toBe(spoken + 1);

    const csv = await staff.request.get(`${stage.url}/alerts/${alert}/responses.csv`);
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect((await csv.text()).trim().split('\n').length).toBeGreaterThan(answered);
    await staff.context().close();
  });
});

describe('who knows whom', () => {
  const title = 'Which of your legislators do you know?';
  let texted: LedgerText[] = [];
  const memberId = (to: string | undefined) =>
    stage.rows<{ id: string }>(`select member_id as id from contact_point where address = '${to}'`)[0]?.id ??
    '';
  const knows = async (id: string) =>
    (
      await stage.api<{ data: { name: string; kind: string; strength: number; source: string }[] }>(
        'GET',
        `/members/${id}/relationships`,
      )
    ).data.filter(({ source }) => source === 'survey');
  const learned = (id: string, fits: (found: Awaited<ReturnType<typeof knows>>) => boolean) =>
    until('what the survey told', () => knows(id), fits, stage);
  const asked = (to: string, words: string) =>
    until(
      `“${words}”`,
      async () =>
        (await stage.texts(to)).findLast(({ by, body }) => by === 'network' && body.includes(words))?.body ??
        '',
      (body) => body !== '',
      stage,
    );

  test('a survey asks it: staff start it from the officials, a second person approves it', async () => {
    const staff = await signIn('tobias.wren', await newContext(browser));
    await open(staff, '/officials/relationships');
    await main(staff).getByRole('link', { name: /^Ask / }).first().click();
    await staff.waitForURL(/alerts\/new/);
    expect(await staff.locator('[name=title]').inputValue()).toBe(title);
    const sender = staff.locator('[name=organizationId]');
    if ((await sender.inputValue()) === '') await sender.selectOption({ index: 1 });
    await press(staff, 'Save and preview', /\/preview/);
    expect(await words(staff)).toContain('0 none of them. Say how well, and how if you like');
    const survey = idIn(staff);
    await press(staff, 'Ask for approval', /done=proposed/);
    const director = await signIn('desmond.fairbrook', await newContext(browser));
    await open(director, `/alerts/${survey}/preview`);
    await press(director, 'Approve this alert', /done=approved/);
    await director.context().close();
    await open(staff, `/alerts/${survey}`);
    // Two alerts out within a quarter of an hour: of a number alone the member would be asked which they mean.
    const ENDS = { open: 'close', sending: 'cancel' } as Record<string, string>;
    const { data } = await stage.api<{ data: { id: string; state: string }[] }>('GET', '/alerts?limit=200');
    for (const { id, state } of data)
      if (ENDS[state]) await stage.api('POST', `/alerts/${id}/${ENDS[state]}`, {});
    await press(staff, /^Send to \d+ members$/, /done=launched/);
    texted = await until(
      'the survey',
      async () => {
        const all = await stage.texts();
        // Whoever reported a contact above is asked whether it is right, and "1" says yes to that.
        const busy = all
          .filter(({ body }) => body.includes('nobody has spoken with your'))
          .map(({ to }) => to);
        return all.filter(
          ({ to, body }) => body.includes('Do you know any of your own') && !busy.includes(to),
        );
      },
      (list) => list.length > 3,
      stage,
    );
    await staff.context().close();
  });

  test('by text one answer says who, how well and how; a number alone is asked once more, and corrected later', async () => {
    const [one, two] = texted.map(({ to }) => to);
    await stage.text(one ?? '', '1');
    const question = await asked(one ?? '', 'and how well?');
    const second = /2 (?:Sen|Rep)\. ([^,]+),/.exec(question)?.[1];
    await stage.text(one ?? '', '2 well, was my student!  1 met');
    const found = await learned(memberId(one), ({ length }) => length === 2);
    expect(found.map(({ kind, strength }) => `${kind} ${strength}`)).toEqual([
      'former_student 3',
      'acquainted 1',
    ]);
    expect(found[0]?.name).toBe(second);

    await stage.text(two ?? '', '1');
    await asked(two ?? '', 'and how well?');
    await stage.text(two ?? '', '1');
    expect(await asked(two ?? '', 'How well do you know')).toMatch(
      /Reply 1 have met, 2 know each other, 3 know each other well/,
    );
    await stage.text(two ?? '', '3 neighbor');
    expect(await learned(memberId(two), ([known]) => known?.strength === 3)).toMatchObject([
      { kind: 'neighbor' },
    ]);
    await stage.text(two ?? '', 'only met once');
    await learned(memberId(two), ([known]) => known?.strength === 1);
  });

  test('by mail and on the page it is asked and answered alike', async () => {
    const [, , three, four] = texted;
    const address = memberOf(three)?.email ?? '';
    const mailed = (words: string) =>
      until(
        `a mail “${words}”`,
        async () => (await stage.mails(address)).findLast(({ text }) => text.includes(words))?.id ?? '',
        (id) => id !== '',
        stage,
      );
    await stage.answerMail(await mailed('Do you know any of your own legislators'), '1');
    await stage.answerMail(await mailed('and how well?'), 'I know 1 and 2');
    await stage.answerMail(await mailed('How well do you know each of them?'), '1 well, 2 have met');
    const found = await learned(memberId(three?.to), ([best]) => best?.strength === 3);
    expect(found.map(({ strength }) => strength)).toEqual([3, 1]);

    const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    await page.goto(/https?:\/\/\S+\/a\/\w+/.exec(four?.body ?? '')?.[0] ?? '');
    await page.waitForTimeout(READ_MS);
    await page.getByRole('button', { name: /I do$/ }).tap();
    await page.waitForURL(/done=answered/);
    const form = page.getByRole('form', { name: /and how well/ });
    await form.locator('[name=known1]').selectOption({ label: 'Know each other' });
    await form.locator('[name=how1]').selectOption({ label: 'Served on a board together' });
    await form.locator('[name=known2]').selectOption({ label: 'Do not know them' });
    await page.waitForTimeout(READ_MS);
    await form.getByRole('button').tap();
    await page.waitForURL(/done=answered/);
    expect(await learned(memberId(four?.to), ({ length }) => length === 1)).toMatchObject([
      { kind: 'served_together', strength: 2 },
    ]);
    await context.close();
  });
});

describe('partner', () => {
  test('without script reads what is shared, in totals; no member’s name is on any page, and all else is closed', async () => {
    const context = await newContext(browser, { javaScriptEnabled: false });
    const page = await signIn('calvin.moss', context);
    const named = (html: string) =>
      members
        .filter(
          ({ first, last, email }) => html.includes(`${first} ${last}`) || (email && html.includes(email)),
        )
        .map(({ first, last }) => `${first} ${last}`);
    const read = async (path: string) => {
      const answer = await page.request.get(stage.url + path);
      return { status: answer.status(), html: await answer.text() };
    };
    const left = ['/'];
    const visits = new Map<string, number>();
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const { status, html } = await read(path);
      expect([path, status, named(html)]).toEqual([path, 200, []]);
      for (const [, link = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        const href = link.replaceAll('&amp;', '&');
        const alike = href.replaceAll(/=[^&]*/g, '=');
        const count = visits.get(alike) ?? 0;
        if (count < ALIKE && !left.includes(href)) left.push(href);
        visits.set(alike, count + 1);
      }
    }
    expect(visits.size).toBeGreaterThan(5);
    await open(page, '/');
    expect(await words(page)).toMatch(/\d+ of \d+ have answered/);
    await main(page).getByRole('link', { name: 'HB 203: vouchers' }).click();
    expect(await words(page)).toContain('Version 2');

    const [alert] = (await stage.api<{ data: { id: string }[] }>('GET', '/alerts')).data;
    const [member] = (await stage.api<{ data: { id: string }[] }>('GET', '/members')).data;
    for (const path of OPEN_TO_ALL) expect([path, named((await read(path)).html)]).toEqual([path, []]);
    const elsewhere = [
      ...PAGE_ROUTES.filter((path) => !path.includes(':') && ![...PUBLIC, ...OPEN_TO_ALL].includes(path)),
      `/alerts/${alert?.id}`,
      `/alerts/${alert?.id}/responses`,
      `/alerts/${alert?.id}/responses.csv`,
      `/members/${member?.id}`,
      '/members.csv',
      '/officials/demo-lower-5',
    ];
    const answers = await Promise.all(elsewhere.map(async (path) => ({ path, ...(await read(path)) })));
    expect(answers.flatMap(({ html }) => named(html))).toEqual([]);
    expect(answers.filter(({ status }) => status < 400).map(({ path }) => path)).toEqual([]);
    await context.close();
  });
});
