import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, words } from './browser.ts';
import { byKeyboard, type Line } from './inbox-keys.ts';
import { newContext, signInByLink } from './page-checks.ts';
import {
  linksIn,
  sendAlert,
  sentTo,
  settle,
  unsubscribeOf,
  type Ground,
  type Member,
} from './replies-ground.ts';
import { contents, scan } from './scanner.ts';
import { fixture, openStage, until, type Stage } from './stage.ts';

/** What comes back, on the real Worker with its exchange and a real browser: one network for all of it. */
let stage: Stage;
let browser: Browser;
let owner: Page;
let ground: Ground;
/** Who is in no other journey of this file. */
const nextMembers = (count: number): Member[] => ground.members.splice(0, count);
const next = () => nextMembers(1)[0] as Member;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage('empty'), openBrowser()]);
  owner = await (await newContext(browser)).newPage();
  [ground] = await Promise.all([settle(stage), signInByLink(stage, owner)]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
}, 30_000);

interface Tally {
  asked: number;
  answered: number;
  by_option: { no: number; count: number }[];
}
const counts = ({ by_option }: Tally) => by_option.map(({ count }) => count);
const tallyOf = (alertId: string) => stage.api<Tally>('GET', `/alerts/${alertId}/tally`);

/** Presses what a person would have read first. */
const press = async (page: Page, name: string | RegExp) => {
  await page.waitForTimeout(3_100);
  await page.getByRole('button', { name }).click();
};

describe('one member through three doors', () => {
  test('answers by text, changes it by email and ends on the page: counted once, and right at each step', async () => {
    const title = 'HB 203 is heard today';
    const [member, quiet] = nextMembers(2) as [Member, Member];
    const alertId = await sendAlert(stage, ground, [member, quiet], { title });
    const { mail, page: link } = await sentTo(stage, member, title);
    const shows = async (expected: number[]) => {
      const tally = await until(
        `the tally ${expected.join()}`,
        () => tallyOf(alertId),
        (one) => counts(one).join() === expected.join(),
        stage,
      );
      expect([tally.asked, tally.answered]).toEqual([2, 1]);
      await owner.goto(`${stage.url}/alerts/${alertId}`);
      expect(await words(owner)).toMatch(/1\s+of 2 have answered/);
    };
    await stage.text(member.phone, "2 but can't Thursday");
    await shows([0, 1, 0]);
    await stage.answerMail(mail.id, '1');
    await shows([1, 0, 0]);
    const page = await browser.newPage();
    await page.goto(link);
    await press(page, /cannot/);
    await page.waitForURL(/done=answered/);
    await page.close();
    await shows([0, 0, 1]);

    expect(
      stage.rows(
        `select a.door, o.no from answer a join question_option o on o.id = a.option_id
         where a.alert_id = '${alertId}' order by a.at, a.id`,
      ),
    ).toEqual([
      { door: 'sms', no: 2 },
      { door: 'email', no: 1 },
      { door: 'web', no: 3 },
    ]);
    const { data } = await stage.api<{ data: { id: string; member_id: string }[] }>(
      'GET',
      '/conversations?show=all',
    );
    await owner.goto(`${stage.url}/inbox/${data.find((one) => one.member_id === member.id)?.id}`);
    const thread = await words(owner);
    for (const part of ["2 but can't Thursday", 'by text', 'by email', 'on their page', '3 cannot'])
      expect(thread).toContain(part);
  });
});

describe('questions by text', () => {
  test('"2" asks whom and where they stand, the answer is drafted and asked back, "1" makes it a contact in the log', async () => {
    const title = 'HB 203 goes to the floor';
    const member = next();
    const alertId = await sendAlert(stage, ground, [member], {
      title,
      more: [
        {
          prompt: 'Whom did you reach, and where do they stand?',
          kind: 'officials',
          after: { question: 1, option: 2 },
        },
      ],
    });
    const told = async (what: RegExp) => {
      const texts = await until(
        `a text with ${what.source}`,
        () => stage.texts(member.phone),
        (list) => list.some(({ body }) => what.test(body)),
        stage,
      );
      return texts.find(({ body }) => what.test(body))?.body ?? '';
    };
    await stage.text(member.phone, '2');
    const asked = await told(/Whom did you reach/);
    const family = /1 \w+\. (?:\S+ )?([^\s,]+),/.exec(asked)?.[1] ?? '';
    await stage.text(member.phone, '1 leaning no');
    const report = async () =>
      (
        await stage.api<{
          data: {
            state: string;
            official_name: string;
            stance: string;
            bill_number: string;
            alert_id: string;
          }[];
        }>('GET', '/contact-reports?limit=200')
      ).data.find((one) => one.alert_id === alertId);
    const draft = await until('the draft', report, (one) => one?.stance === 'lean_oppose', stage);
    expect(draft).toMatchObject({ state: 'draft', bill_number: 'HB 203' });
    expect(draft?.official_name).toContain(family);
    await told(new RegExp(`${family} on HB 203, leaning no\\. 1 right 2 fix`));
    await stage.text(member.phone, '1');
    await until('the confirmed report', report, (one) => one?.state === 'confirmed', stage);
    await owner.goto(`${stage.url}/log/contacts?state=confirmed`);
    expect(await words(owner)).toMatch(new RegExp(`${family}[\\s\\S]*leaning no`, 'i'));
    expect(counts(await tallyOf(alertId)), '"1 right" is no answer to the alert').toEqual([0, 1, 0]);
  });
});

describe('scanners', () => {
  test('HEAD, GET, scripts and every form of a mail and a text within seconds leave nothing but the counter of openings', async () => {
    const title = 'HB 203 is scanned';
    const member = next();
    await sendAlert(stage, ground, [member], { title });
    const { text, mail } = await sentTo(stage, member, title);
    const links = linksIn(text.body, mail.text, mail.html);
    expect(links.length).toBeGreaterThan(1);
    expect(`${text.body}${mail.text}${mail.html}`).not.toContain(unsubscribeOf(mail));
    const underWay = `select (select count(*) from outbox)
      + (select count(*) from delivery where state in ('planned', 'submitting', 'accepted', 'sent')) as n`;
    await until(
      'everything sent and told',
      () => Promise.resolve(stage.rows<{ n: number }>(underWay)[0]?.n),
      (n) => n === 0,
      stage,
    );
    const before = contents(stage);
    const done = await scan(browser, [...links, unsubscribeOf(mail)]);
    console.log(`scanned: ${JSON.stringify(done)}`);
    expect(done.pages).toBeGreaterThan(2);
    expect(done.forms).toBeGreaterThan(4);
    expect(contents(stage)).toEqual(before);
    const [hits] = stage.rows<{ raw: number; human: number }>(
      `select sum(raw) as raw, sum(human) as human from page_hit`,
    );
    expect(hits?.raw).toBeGreaterThan(4);
    expect(
      (
        await tallyOf(
          stage.rows<{ id: string }>(`select id from alert where title = '${title}'`)[0]?.id ?? '',
        )
      ).answered,
    ).toBe(0);
  });
});

describe('a member’s own settings', () => {
  test('open with a code by text; texts stop there, and their page brings them back', async () => {
    const title = 'HB 203 has passed';
    const member = next();
    await sendAlert(stage, ground, [member], { title });
    const { page: link } = await sentTo(stage, member, title);
    const context = await newContext(browser);
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole('link', { name: 'Your settings' }).click();
    await page.waitForURL(/\/me\//);
    expect(await words(page), 'who has the link alone learns nothing').not.toContain(member.email);
    await press(page, 'Text me a code');
    await page.waitForURL(/done=sent/);
    const code = async () =>
      (await stage.texts(member.phone))
        .map(({ body }) => /code is (\d{6})/.exec(body)?.[1])
        .findLast(Boolean);
    await page.getByLabel('The six digits').fill((await until('the code', code, Boolean, stage)) ?? '');
    await page.getByRole('button', { name: 'Open my settings' }).click();
    await page.waitForURL(/done=open/);
    expect(await words(page)).toContain(member.email);
    const sms = async () =>
      (
        await stage.api<{ contact_points: { channel: string; state: string }[] }>(
          'GET',
          `/members/${member.id}`,
        )
      ).contact_points.find(({ channel }) => channel === 'sms')?.state;
    await page.getByRole('button', { name: /^Stop texts/ }).click();
    await page.waitForURL(/done=stopped/);
    expect(await sms()).toBe('suppressed');
    await page.getByRole('button', { name: 'I agree, text me again' }).click();
    await page.waitForURL(/done=started/);
    await context.close();
  });
});

describe('forty mixed replies', () => {
  test('are cleared by keyboard alone: nothing waits, holds are decided, answers counted, notes kept', async () => {
    const lines = fixture('inbox.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(lines).toHaveLength(40);
    const title = 'HB 203 is heard on Thursday';
    const people = nextMembers(40);
    const alertId = await sendAlert(stage, ground, people, { title });
    for (const [at, line] of lines.entries()) {
      const person = people[at] as Member;
      if (line.channel === 'sms') {
        await stage.text(person.phone, line.text);
      } else if (line.kind === 'auto_reply') {
        const { replyTo } = await sentTo(stage, person, title);
        await stage.mail(
          [
            `From: <${person.email}>`,
            `To: <${replyTo}>`,
            `Subject: Re: ${title}`,
            'Auto-Submitted: auto-replied',
            'Content-Type: text/plain; charset=utf-8',
            '',
            line.text,
          ].join('\r\n'),
          replyTo,
        );
      } else {
        await stage.answerMail((await sentTo(stage, person, title)).mail.id, line.text);
      }
    }
    const left = () => stage.rows<{ n: number }>(`select count(*) as n from reply where state = 'new'`)[0]?.n;
    await until(
      'every reply to be read',
      () => Promise.resolve(left()),
      (n) => n === 0,
      stage,
    );
    const before = await tallyOf(alertId);
    const done = await byKeyboard(
      stage,
      owner,
      lines.map((line, at) => ({ ...line, member: people[at] as Member })),
    );
    console.log(`forty replies by keyboard: ${JSON.stringify(done)}`);

    await owner.goto(`${stage.url}/inbox`);
    expect(await words(owner)).toContain('Nobody is waiting for an answer.');
    await owner.goto(`${stage.url}/inbox?show=held`);
    expect(await words(owner)).toContain('Nothing is on hold');
    const [held] = stage.rows<{ n: number }>(`select count(*) as n from contact_point where state = 'held'`);
    expect(held?.n, 'every hold is decided').toBe(0);
    expect(stage.rows<{ n: number }>(`select count(*) as n from reply`)[0]?.n).toBeGreaterThanOrEqual(40);
    const after = await tallyOf(alertId);
    expect(after.answered).toBe(before.answered + done.counted);
    expect(after.answered).toBeGreaterThanOrEqual(9);
    expect(stage.rows<{ n: number }>(`select count(*) as n from conversation_note`)[0]?.n).toBe(done.notes);
    expect(done.notes).toBeGreaterThan(1);
    expect(done.strokes / 40, 'keys for each reply').toBeLessThan(5);
  });
});
