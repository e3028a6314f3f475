import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, words } from './browser.ts';
import { dataFile, hasData, openStage, until, type LedgerText, type Stage } from './stage.ts';

/**
 * The main job once through, on the real Worker with real Montana files and a real browser: priority, bill,
 * talking points, alert, delivery, answers, contact reports, lobbying log, filings.
 */
let stage: Stage;
let browser: Browser;
let owner: Page;
let director: Page;

interface List<T> {
  data: T[];
  next_cursor: string | null;
}
interface MemberRow {
  id: string;
  first_name: string;
  last_name: string;
  kind: string;
  contact_points: { channel: string; address: string; state: string }[];
}

const all = async <T>(path: string): Promise<T[]> => {
  const rows: T[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: List<T> = await stage.api<List<T>>('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    rows.push(...page.data);
    cursor = page.next_cursor;
  }
  return rows;
};
const importFile = async (kind: string, file: string, type: string, query = '') => {
  const answer = await stage.raw('POST', `/imports/${kind}${query}`, file, type);
  const body = await answer.text();
  if (!answer.ok) throw new Error(`The import of ${kind} answered ${answer.status}: ${body.slice(0, 2000)}`);
  return JSON.parse(body) as Record<string, number>;
};
const point = (member: MemberRow, channel: string) => member.contact_points.find((one) => one.channel === channel);

/** Signs in on a fresh browser context with the code that was mailed. */
const signIn = async (email: string): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${stage.url}/sign-in`);
  await page.getByLabel(/address|email/i).fill(email);
  const before = (await stage.mails(email)).length;
  await page.getByRole('button').first().click();
  const mails = await until('the mail with the code', () => stage.mails(email), (list) => list.length > before);
  const code = /\b(\d{6})\b/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
  await page.getByLabel(/code/i).fill(code);
  await page.getByRole('button', { name: /sign in|continue/i }).first().click();
  await page.waitForURL(`${stage.url}/`);
  return { context, page };
};

beforeAll(async () => {
  if (!hasData) {
    console.log('skipped: the folder ../shared/data is not beside the project, so the demo stands in for the Montana files');
  }
  [stage, browser] = await Promise.all([openStage(hasData ? 'empty' : 'demo'), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
}, 30_000);

describe('the chain, end to end', () => {
  let members: MemberRow[] = [];
  let billId = '';
  let issueId = '';
  let organizationId = '';
  let talkingPointsId = '';
  let alertId = '';
  let launched: LedgerText[] = [];
  let texted: MemberRow[] = [];
  const numberOf = (member: MemberRow) => point(member, 'sms')?.address ?? '';

  test('the owner signs in with the link that the start printed, by a press and not by looking', async () => {
    const context = await browser.newContext();
    owner = await context.newPage();
    await owner.goto(stage.signInLink);
    expect(await context.cookies()).toEqual([]);
    await owner.getByRole('button', { name: 'Continue' }).click();
    await owner.waitForURL(`${stage.url}/`);
    expect(await words(owner)).toMatch(/out now/i);
  });

  test.skipIf(!hasData)('members: the Montana roster is taken whole, after a dry run that changes nothing', async () => {
    await importFile('districts', dataFile('school-districts/mt.json'), 'application/json');
    const roster = dataFile('rosters/mt.csv');
    const dry = await importFile('members', roster, 'text/csv', '?dry_run=1');
    expect(dry.created).toBe(212);
    expect((await all<MemberRow>('/members')).length).toBe(0);
    const done = await importFile('members', roster, 'text/csv');
    expect(done.created).toBe(212);
    const again = await importFile('members', roster, 'text/csv');
    expect([again.created, again.updated]).toEqual([0, 0]);
  });

  test('members: counted by how they can be reached', async () => {
    members = await all<MemberRow>('/members');
    const state = (member: MemberRow, channel: string) => point(member, channel)?.state ?? 'none';
    const counts = {
      members: members.length,
      byEmail: members.filter((one) => state(one, 'email') === 'active').length,
      byText: members.filter((one) => state(one, 'sms') === 'active').length,
      withoutConsent: members.filter((one) => state(one, 'sms') === 'unconsented').length,
      withoutNumber: members.filter((one) => state(one, 'sms') === 'none').length,
      byNeither: members.filter((one) => state(one, 'email') !== 'active' && state(one, 'sms') !== 'active').length,
    };
    if (hasData) expect(counts).toEqual({ members: 212, byEmail: 203, byText: 181, withoutConsent: 18, withoutNumber: 13, byNeither: 1 });
    else expect(counts.members).toBe(96);
    texted = members.filter((one) => state(one, 'sms') === 'active');
  });

  test.skipIf(!hasData)('legislature: 150 people in 150 seats, committees, Congress, and who reaches whom', async () => {
    await importFile('officials', dataFile('legislators/mt.json'), 'application/json');
    await importFile('committees', dataFile('legislators/mt-committees.json'), 'application/json');
    await importFile('congress', dataFile('legislators/congress.json'), 'application/json');
    await importFile('reach', dataFile('reach/mt.csv'), 'text/csv');
    const officials = await all<{ id: string; chamber_id: string }>('/officials');
    expect(officials.filter((one) => one.chamber_id.startsWith('mt-')).length).toBe(150);
    expect(officials.filter((one) => one.chamber_id.startsWith('us-')).length).toBe(4);
    const again = await importFile('officials', dataFile('legislators/mt.json'), 'application/json');
    expect(JSON.stringify(again)).toMatch(/"unchanged":150|"arrived":0|"created":0/);
  });

  test('a member’s page lists their own officials, senators of the United States included', async () => {
    const member = texted[0] as MemberRow;
    await owner.goto(`${stage.url}/members/${member.id}`);
    const text = await words(owner);
    expect(text).toContain(`${member.first_name} ${member.last_name}`);
    expect(text).toMatch(/HD \d+/);
    expect(text).toMatch(/SD \d+/);
  });

  test('agenda: an issue, ranked first, a bill with a hearing and a position', async () => {
    if (!hasData) {
      const bills = await all<{ id: string; number: string; issue_id: string }>('/bills');
      const bill = bills.find((one) => one.number === 'HB 203');
      billId = bill?.id ?? '';
      issueId = bill?.issue_id ?? '';
    } else {
      const session = await stage.api<{ id: string }>('POST', '/legislative-sessions', { jurisdiction: 'MT', name: '2027 regular session', starts_on: '2027-01-04' });
      issueId = (await stage.api<{ id: string }>('POST', '/issues', { name: 'Public money for public schools' })).id;
      await stage.api('PUT', `/legislative-sessions/${session.id}/priorities`, { issue_ids: [issueId] });
      billId = (await stage.api<{ id: string }>('POST', '/bills', { legislative_session_id: session.id, number: 'hb203', title: 'Expand education savings accounts', issue_id: issueId })).id;
      await stage.api('PUT', `/bills/${billId}/position`, { position: 'oppose' });
    }
    await owner.goto(`${stage.url}/agenda`);
    expect(await words(owner)).toContain('HB 203');
  });

  test('staff: a director is invited by mail and signs in with a code', async () => {
    await owner.goto(`${stage.url}/settings/staff`);
    await owner.getByText(/invite/i).first().click();
    await owner.getByLabel('Name').first().fill('Desmond Fairbrook');
    await owner.getByLabel(/email/i).first().fill('desmond@network.example');
    await owner.getByLabel(/role/i).first().selectOption('director');
    await owner.getByRole('button', { name: /invite|send/i }).first().click();
    const [mail] = await until('the invitation', () => stage.mails('desmond@network.example'), (list) => list.length > 0);
    const link = /https?:\/\/\S+\/invitations\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const guest = await browser.newPage();
    await guest.goto(link);
    await guest.getByRole('button').first().click();
    await guest.close();
    director = (await signIn('desmond@network.example')).page;
    expect(await words(director)).toMatch(/out now/i);
  });

  test('talking points: published in versions', async () => {
    talkingPointsId = (await stage.api<{ id: string }>('POST', '/talking-points', { issue_id: issueId, bill_id: billId, level: 'state', title: 'HB 203', body: 'It moves **$11.2 million** a year.' })).id;
    await stage.api('POST', `/talking-points/${talkingPointsId}/versions`, { change_note: '' });
  });

  test('alert: drafted, previewed, approved by a second person, launched', async () => {
    organizationId = (await all<{ id: string; kind: string }>('/organizations')).find((one) => one.kind === 'association')?.id ?? '';
    alertId = (
      await stage.api<{ id: string }>('POST', '/alerts', {
        kind: 'action',
        title: 'HB 203: call House Education',
        organization_id: organizationId,
        issue_id: issueId,
        bill_id: billId,
        talking_points_id: talkingPointsId,
        sms_text: '{{first_name}}, HB 203 (vouchers) is in House Education tomorrow. Please call before then.',
        email_subject: 'HB 203: please call House Education',
        email_text: 'Dear {{first_name}},\n\nHB 203 is in House Education tomorrow.',
        deadline_at: new Date(Date.now() + stage.clockOffset + 30 * 3_600_000).toISOString(),
        question: {
          prompt: 'Have you called?',
          options: [
            { no: 1, label: 'have called', outcome: 'contacted' },
            { no: 2, label: 'will call', outcome: 'will' },
            { no: 3, label: 'cannot', outcome: 'cannot' },
          ],
        },
      })
    ).id;
    await owner.goto(`${stage.url}/alerts/${alertId}`);
    const preview = await words(owner);
    if (hasData) {
      expect(preview).toContain('181');
      expect(preview).toContain('203');
    }
    await owner.getByRole('button', { name: /approval|propose/i }).first().click();
    await director.goto(`${stage.url}/alerts/${alertId}/preview`);
    await director.getByRole('button', { name: /approve/i }).first().click();
    await director.waitForLoadState();
    await owner.goto(`${stage.url}/alerts/${alertId}`);
    await owner.getByRole('button', { name: /^Send to/ }).click();
    await owner.waitForURL(/done=launched/);
  });

  test('delivery: each number once, each mailbox once, nobody else', async () => {
    const ours = async () => (await stage.texts()).filter((one) => one.by === 'network' && one.body.includes('HB 203 (vouchers)'));
    launched = await until('all texts', ours, (list) => list.length >= texted.length && list.every((one) => one.status === 'delivered'), stage);
    expect(launched.map((one) => one.to).toSorted()).toEqual(texted.map(numberOf).toSorted());
    const mails = await until('all mails', async () => (await stage.mails()).filter((one) => one.subject.includes('HB 203')), (list) => list.length >= members.filter((one) => point(one, 'email')?.state === 'active').length, stage);
    expect(new Set(mails.flatMap((one) => one.to)).size).toBe(members.filter((one) => point(one, 'email')?.state === 'active').length);
    const tally = await until('the alert to be open', () => stage.api<{ state: string }>('GET', `/alerts/${alertId}`), (one) => one.state === 'open', stage);
    expect(tally.state).toBe('open');
  });

  test('answers: by text, by email and on the page, one response each; STOP is not an answer', async () => {
    const [first, second, third, fourth] = texted as [MemberRow, MemberRow, MemberRow, MemberRow];
    await stage.text(numberOf(first), '1');
    await stage.text(numberOf(second), '2 but not before noon');
    await stage.text(numberOf(third), 'STOP');
    await stage.text(numberOf(fourth), 'Stop HB 203! I called, 1');
    const mailed = members.find((one) => point(one, 'email')?.state === 'active' && !texted.slice(0, 8).includes(one)) as MemberRow;
    const [mail] = await stage.mails(point(mailed, 'email')?.address);
    await stage.answerMail(mail?.id ?? '', '3');
    const link = /https?:\/\/\S+\/a\/[0-9A-Za-z]+/.exec(launched.find((one) => one.to === numberOf(texted[5] as MemberRow))?.body ?? '')?.[0] ?? '';
    const page = await browser.newPage();
    await page.goto(link);
    expect(await words(page)).toContain('$11.2 million');
    await page.waitForTimeout(2_200);
    await page.getByRole('button', { name: /have called/ }).click();
    expect(await words(page)).toMatch(/your answer/i);
    await page.close();
    interface Tally {
      answered: number;
      asked: number;
      by_option: { no: number; count: number }[];
    }
    const tally = await until('five answers', () => stage.api<Tally>('GET', `/alerts/${alertId}/tally`), (one) => one.answered >= 4, stage);
    expect(tally.by_option.find((one) => one.no === 1)?.count).toBeGreaterThanOrEqual(2);
    const stopped = await stage.api<List<MemberRow>>('GET', `/members?phone=${encodeURIComponent(numberOf(third))}`);
    expect(stopped.data[0]?.contact_points.find((one) => one.channel === 'sms')?.state).toBe('suppressed');
    await owner.goto(`${stage.url}/alerts/${alertId}`);
    expect(await words(owner)).toMatch(new RegExp(`of ${tally.asked} have answered`));
  });
});
