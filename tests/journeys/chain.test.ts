import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, words } from './browser.ts';
import * as cast from '../../src/demo/cast.ts';
import { dataFile, hasData, openStage, until, type LedgerText, type Stage } from './stage.ts';

/**
 * The main job once through, on the real Worker with real Montana files and a real browser: priority, bill,
 * talking points, alert, delivery, answers, contact reports, lobbying log, filings.
 */
const FILES = hasData
  ? {
      districts: [dataFile('school-districts/mt.json'), 'application/json'],
      members: [dataFile('rosters/mt.csv'), 'text/csv'],
      officials: [dataFile('legislators/mt.json'), 'application/json'],
      committees: [dataFile('legislators/mt-committees.json'), 'application/json'],
      congress: [dataFile('legislators/congress.json'), 'application/json'],
      reach: [dataFile('reach/mt.csv'), 'text/csv'],
    }
  : {
      districts: [cast.districtsCsv(), 'text/csv'],
      members: [cast.membersCsv('2026-10-01'), 'text/csv'],
      officials: [cast.officialsJson('2026-10-01'), 'application/json'],
      committees: [cast.committeesJson('2026-10-01'), 'application/json'],
      congress: [cast.congressJson('2026-10-01'), 'application/json'],
      reach: [cast.reachCsv(), 'text/csv'],
    };
const ROSTER = hasData
  ? { members: 212, byEmail: 203, byText: 181, withoutConsent: 18, withoutNumber: 13, byNeither: 1 }
  : {
      members: cast.members.length,
      byEmail: cast.members.filter((one) => one.email).length,
      byText: cast.members.filter((one) => one.phone && one.consented).length,
      withoutConsent: cast.members.filter((one) => one.phone && !one.consented).length,
      withoutNumber: cast.members.filter((one) => !one.phone).length,
      byNeither: cast.members.filter((one) => !one.email && !(one.phone && one.consented)).length,
    };

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
    const page: List<T> = await stage.api<List<T>>(
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    rows.push(...page.data);
    cursor = page.next_cursor;
  }
  return rows;
};
const importFile = async (kind: keyof typeof FILES, query = '') => {
  const [file = '', type = ''] = FILES[kind];
  const answer = await stage.raw('POST', `/imports/${kind}${query}`, file, type);
  const body = await answer.text();
  if (!answer.ok) throw new Error(`The import of ${kind} answered ${answer.status}: ${body.slice(0, 2000)}`);
  return JSON.parse(body) as Record<string, number>;
};
const point = (member: MemberRow, channel: string) =>
  member.contact_points.find((one) => one.channel === channel);

/** Signs in on a fresh browser context with the code that was mailed. */
const signIn = async (email: string): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${stage.url}/sign-in`);
  await page.getByLabel('Your email address').fill(email);
  const before = (await stage.mails(email)).length;
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const mails = await until(
    'the mail with the code',
    () => stage.mails(email),
    (list) => list.length > before,
  );
  const code = /\b(\d{6})\b/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
  await page.getByLabel('Six-digit code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${stage.url}/`);
  return { context, page };
};

/** The owner invites somebody, who accepts by the mailed link. */
const invite = async (name: string, email: string, role: RegExp) => {
  await owner.goto(`${stage.url}/settings/staff`);
  await owner.getByRole('link', { name: 'Invite a person' }).click();
  await owner.getByLabel('Name').fill(name);
  await owner.getByLabel(/email/i).fill(email);
  await owner.getByRole('radio', { name: role }).check();
  await owner.locator('main').getByRole('button').last().click();
  const [mail] = await until(
    'the invitation',
    () => stage.mails(email),
    (list) => list.length > 0,
  );
  const guest = await browser.newPage();
  await guest.goto(/https?:\/\/\S+\/invitations\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  await guest.waitForTimeout(3_100);
  await guest.getByRole('button', { name: 'Accept and sign in' }).click();
  await guest.close();
};

beforeAll(async () => {
  if (!hasData) {
    console.log(
      'skipped: the folder ../shared/data is not beside the project, so the demo’s cast stands in for the Montana files',
    );
  }
  [stage, browser] = await Promise.all([openStage('empty'), openBrowser()]);
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
    // Programs press it at once; people read first.
    await owner.waitForTimeout(3_500);
    await owner.getByRole('button', { name: 'Continue' }).click();
    await owner.waitForURL(`${stage.url}/`);
    expect(await words(owner)).toMatch(/out now/i);
  });

  test('members: the roster is taken whole, after a dry run that changes nothing', async () => {
    await importFile('districts');
    const dry = await importFile('members', '?dry_run=1');
    expect(dry.created).toBe(ROSTER.members);
    expect((await all<MemberRow>('/members')).length).toBe(0);
    const done = await importFile('members');
    expect(done.created).toBe(ROSTER.members);
    const again = await importFile('members');
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
      byNeither: members.filter((one) => state(one, 'email') !== 'active' && state(one, 'sms') !== 'active')
        .length,
    };
    expect(counts).toEqual(ROSTER);
    texted = members.filter((one) => state(one, 'sms') === 'active');
  });

  test('legislature: 150 people in 150 seats, committees, Congress, and who reaches whom', async () => {
    await importFile('officials');
    await importFile('committees');
    await importFile('congress');
    await importFile('reach');
    const officials = await all<{ id: string; chamber_id: string }>('/officials');
    expect(officials.filter((one) => one.chamber_id.startsWith('mt-')).length).toBe(150);
    expect(officials.filter((one) => one.chamber_id.startsWith('us-')).length).toBe(4);
    const again = await importFile('officials');
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
    const session = await stage.api<{ id: string }>('POST', '/legislative-sessions', {
      jurisdiction: 'MT',
      name: '2027 regular session',
      starts_on: '2027-01-04',
    });
    issueId = (
      await stage.api<{ id: string }>('POST', '/issues', { name: 'Public money for public schools' })
    ).id;
    await stage.api('PUT', `/legislative-sessions/${session.id}/priorities`, { issue_ids: [issueId] });
    billId = (
      await stage.api<{ id: string }>('POST', '/bills', {
        legislative_session_id: session.id,
        number: 'hb203',
        title: 'Expand education savings accounts',
        issue_id: issueId,
      })
    ).id;
    await stage.api('PUT', `/bills/${billId}/position`, { position: 'oppose' });
    await owner.goto(`${stage.url}/agenda`);
    expect(await words(owner)).toContain('HB 203');
  });

  test('staff: a director is invited by mail and signs in with a code', async () => {
    await invite('Desmond Fairbrook', 'desmond@network.example', /^Director/);
    director = (await signIn('desmond@network.example')).page;
    expect(await words(director)).toMatch(/out now/i);
  });

  test('talking points: published in versions', async () => {
    talkingPointsId = (
      await stage.api<{ id: string }>('POST', '/talking-points', {
        issue_id: issueId,
        bill_id: billId,
        level: 'state',
        title: 'HB 203',
        body: 'It moves **$11.2 million** a year.',
      })
    ).id;
    await stage.api('POST', `/talking-points/${talkingPointsId}/versions`, { change_note: '' });
  });

  test('alert: drafted, previewed, approved by a second person, launched', async () => {
    organizationId =
      (await all<{ id: string; kind: string }>('/organizations')).find((one) => one.kind === 'association')
        ?.id ?? '';
    alertId = (
      await stage.api<{ id: string }>('POST', '/alerts', {
        kind: 'action',
        title: 'HB 203: call House Education',
        organization_id: organizationId,
        issue_id: issueId,
        bill_id: billId,
        talking_points_id: talkingPointsId,
        sms_text:
          '{{first_name}}, HB 203 (vouchers) is in House Education tomorrow. Please call before then.',
        email_subject: 'HB 203: please call House Education',
        email_text: 'Dear {{first_name}},\n\nHB 203 is in House Education tomorrow.',
        deadline_at: new Date(Date.now() + stage.clockOffset + 30 * 3_600_000).toISOString(),
        questions: [
          {
            prompt: 'Have you called?',
            options: [
              { no: 1, label: 'have called', outcome: 'contacted' },
              { no: 2, label: 'will call', outcome: 'will' },
              { no: 3, label: 'cannot', outcome: 'cannot' },
            ],
          },
        ],
      })
    ).id;
    await owner.goto(`${stage.url}/alerts/${alertId}`);
    const preview = await words(owner);
    expect(preview).toContain(String(ROSTER.byText));
    expect(preview).toContain(String(ROSTER.byEmail));
    await owner.getByRole('button', { name: 'Ask for approval' }).click();
    await owner.goto(`${stage.url}/alerts/${alertId}/preview`);
    const [asked] = await until(
      'the mail that asks for approval',
      async () =>
        (await stage.mails('desmond@network.example')).filter((one) => one.text.includes('/preview')),
      (list) => list.length > 0,
      stage,
    );
    await director.goto(/https?:\/\/\S+\/preview/.exec(asked?.text ?? '')?.[0] ?? '');
    await director.getByRole('button', { name: 'Approve this alert' }).click();
    await director.waitForURL(/done=/);
    await owner.goto(`${stage.url}/alerts/${alertId}`);
    await owner.getByRole('button', { name: /^Send to/ }).click();
    await owner.waitForURL(/done=launched/);
  });

  test('delivery: each number once, each mailbox once, nobody else', async () => {
    const ours = async () =>
      (await stage.texts()).filter((one) => one.by === 'network' && one.body.includes('HB 203 (vouchers)'));
    launched = await until(
      'all texts',
      ours,
      (list) => list.length >= texted.length && list.every((one) => one.status === 'delivered'),
      stage,
    );
    expect(launched.map((one) => one.to).toSorted()).toEqual(texted.map(numberOf).toSorted());
    const mails = await until(
      'all mails',
      async () =>
        (await stage.mails()).filter((one) => one.subject === 'HB 203: please call House Education'),
      (list) => list.length >= members.filter((one) => point(one, 'email')?.state === 'active').length,
      stage,
    );
    expect(new Set(mails.flatMap((one) => one.to)).size).toBe(
      members.filter((one) => point(one, 'email')?.state === 'active').length,
    );
    const tally = await until(
      'the alert to be open',
      () => stage.api<{ state: string }>('GET', `/alerts/${alertId}`),
      (one) => one.state === 'open',
      stage,
    );
    expect(tally.state).toBe('open');
  });

  test('answers: by text, by email and on the page, one response each; STOP is not an answer', async () => {
    const [first, second, third, fourth] = texted as [MemberRow, MemberRow, MemberRow, MemberRow];
    await stage.text(numberOf(first), '1');
    await stage.text(numberOf(second), '2 but not before noon');
    await stage.text(numberOf(third), 'STOP');
    await stage.text(numberOf(fourth), 'Stop HB 203! I called, 1');
    const mailed = members.find(
      (one) => point(one, 'email')?.state === 'active' && !texted.slice(0, 8).includes(one),
    ) as MemberRow;
    const [mail] = await stage.mails(point(mailed, 'email')?.address);
    await stage.answerMail(mail?.id ?? '', '3');
    const link =
      /https?:\/\/\S+\/a\/[0-9A-Za-z]+/.exec(
        launched.find((one) => one.to === numberOf(texted[5] as MemberRow))?.body ?? '',
      )?.[0] ?? '';
    const page = await browser.newPage();
    await page.goto(link);
    expect(await words(page)).toContain('$11.2 million');
    await page.waitForTimeout(3_100);
    await page.getByRole('button', { name: /have called/ }).click();
    expect(await words(page)).toMatch(/your answer/i);
    await page.close();
    interface Tally {
      answered: number;
      asked: number;
      by_option: { no: number; count: number }[];
    }
    const tally = await until(
      'five answers',
      () => stage.api<Tally>('GET', `/alerts/${alertId}/tally`),
      (one) => one.answered >= 4,
      stage,
    );
    expect(tally.by_option.find((one) => one.no === 1)?.count).toBeGreaterThanOrEqual(2);
    const stopped = await stage.api<List<MemberRow>>(
      'GET',
      `/members?phone=${encodeURIComponent(numberOf(third))}`,
    );
    expect(stopped.data[0]?.contact_points.find((one) => one.channel === 'sms')?.state).toBe('suppressed');
    await owner.goto(`${stage.url}/alerts/${alertId}`);
    expect(await words(owner)).toMatch(new RegExp(`of ${tally.asked} have answered`));
  });

  test('nudge: only those who were asked and have not answered', async () => {
    const before = (await stage.texts()).length;
    await owner.goto(`${stage.url}/alerts/${alertId}/nudge`);
    await owner
      .locator('main')
      .getByRole('button', { name: /^Nudge/ })
      .click();
    await owner.waitForURL(/done=nudged/);
    const nudged = await until(
      'the nudges',
      async () =>
        (await stage.texts())
          .slice(before)
          .filter((one) => one.by === 'network' && one.body.includes('Reminder')),
      (list) => list.length >= texted.length - 5,
      stage,
    );
    const quiet = texted.slice(0, 3).map(numberOf);
    expect(nudged.map((one) => one.to).filter((to) => quiet.includes(to))).toEqual([]);
    expect(new Set(nudged.map((one) => one.to)).size).toBe(nudged.length);
  });

  test('enrolment: a member without consent texts JOIN, and is told so', async () => {
    const member = members.find((one) => point(one, 'sms')?.state === 'unconsented') as MemberRow;
    await stage.text(numberOf(member), 'JOIN');
    const [told] = await until(
      'the confirmation',
      () => stage.texts(numberOf(member)),
      (list) => list.length > 0,
      stage,
    );
    expect(told?.by).toBe('network');
    const joined = await stage.api<MemberRow>('GET', `/members/${member.id}`);
    expect(point(joined, 'sms')?.state).toBe('active');
  });

  test('federal: the coordinator publishes for the delegation; an older link shows the newest version, marked as changed', async () => {
    await invite('Priya Lindqvist', 'priya@network.example', /^Coordinator/);
    const { page: coordinator } = await signIn('priya@network.example');
    await coordinator.goto(`${stage.url}/talking-points/new`);
    await coordinator.getByLabel('Title').fill('Rural education in Washington');
    await coordinator.getByLabel('Issue').selectOption(issueId);
    await coordinator.getByRole('radio', { name: /federal|congress/i }).check();
    await coordinator.locator('textarea').first().fill('Keep **Title II-A** whole.');
    await coordinator.getByRole('button', { name: 'Save draft' }).click();
    await coordinator.getByRole('button', { name: 'Publish', exact: true }).click();
    await coordinator.waitForLoadState();
    const listed = await all<{ id: string; title: string }>('/talking-points');
    const federal = { id: listed.find((one) => one.title === 'Rural education in Washington')?.id ?? '' };
    const update = await stage.api<{ id: string }>('POST', '/alerts', {
      kind: 'update',
      title: 'Talking points for the delegation',
      organization_id: organizationId,
      issue_id: issueId,
      talking_points_id: federal.id,
      sms_text: 'New talking points for our senators.',
      email_subject: 'Talking points for the delegation',
      email_text: 'Please use these with our senators and your representative.',
    });
    await stage.api('POST', `/alerts/${update.id}/proposal`, {});
    const preview = await stage.api<{ hash: string; people: number }>('GET', `/alerts/${update.id}/preview`);
    await stage.api('POST', `/alerts/${update.id}/approval`, {
      hash: preview.hash,
      audience_count: preview.people,
      reason: 'The vote is today.',
    });
    await stage.api('POST', `/alerts/${update.id}/launch`, {});
    const reader = texted[7] as MemberRow;
    const [text] = await until(
      'the update',
      async () => (await stage.texts(numberOf(reader))).filter((one) => one.body.includes('our senators')),
      (list) => list.length > 0,
      stage,
    );
    const link = /https?:\/\/\S+\/a\/[0-9A-Za-z]+/.exec(text?.body ?? '')?.[0] ?? '';
    const page = await browser.newPage();
    await page.goto(link);
    expect(await words(page)).toContain('Title II-A');
    expect(await words(page)).not.toMatch(/changed since/i);
    await coordinator.goto(`${stage.url}/talking-points/${federal.id}/edit`);
    await coordinator
      .locator('textarea')
      .first()
      .fill('Keep **Title II-A** whole, and renew Secure Rural Schools.');
    await coordinator.getByRole('button', { name: 'Save draft' }).click();
    await coordinator.getByLabel('What changed').fill('Secure Rural Schools added');
    await coordinator.getByRole('button', { name: 'Publish', exact: true }).click();
    await coordinator.waitForLoadState();
    await page.reload();
    expect(await words(page)).toContain('Secure Rural Schools');
    expect(await words(page)).toMatch(/changed since/i);
    await page.close();
  });

  interface Report {
    id: string;
    state: string;
    official_name: string | null;
    stance: string | null;
    bill_number: string | null;
    reply_id: string | null;
  }
  interface LogLine {
    id: string;
    state: string;
    kind: string;
    person_kind: string;
    alert_id: string | null;
    contact_report_id: string | null;
    amount_cents: number;
    estimated: number | boolean;
    ms_category: string | null;
  }
  let lobbyist: MemberRow;
  let officialId = '';

  test('contact reports: a reply becomes a draft, one confirmation makes it a line of the log', async () => {
    lobbyist = texted.find((one) => one.kind === 'executive director') ?? (texted[9] as MemberRow);
    for (const regime of ['mt', 'ms']) {
      await owner.goto(`${stage.url}/log/lobbyists/new`);
      await owner.getByLabel('Name, as registered').fill(`${lobbyist.first_name} ${lobbyist.last_name}`);
      await owner.getByLabel('Where').selectOption(regime);
      await owner.getByLabel('Number they text from').fill(numberOf(lobbyist));
      await owner.getByLabel('From', { exact: true }).fill('2026-01-01');
      // The executive director is the association's own, no public employee.
      if (regime === 'ms') await owner.getByLabel(/^In Mississippi/).check();
      await owner.locator('main').getByRole('button', { name: /name/i }).click();
      await owner.waitForURL(/done=lobbyist/);
    }
    const officials = await all<{ official_id: string; name: string; chamber_id: string }>('/officials');
    const names = officials.map((one) => one.name);
    const senator = officials.find(
      (one) => one.chamber_id === 'mt-upper' && names.filter((name) => name === one.name).length === 1,
    );
    expect(senator).toBeDefined();
    officialId = senator?.official_id ?? '';
    await stage.text(numberOf(lobbyist), `Met with Sen. ${senator?.name} on HB 203, leaning no`);
    const drafts = await until(
      'the draft',
      () => all<Report>('/contact-reports?state=draft'),
      (list) => list.some((one) => one.official_name === senator?.name),
      stage,
    );
    const draft = drafts.find((one) => one.official_name === senator?.name);
    expect(draft).toMatchObject({ stance: 'lean_oppose', bill_number: 'HB 203' });
    await owner.goto(`${stage.url}/log/contacts/${draft?.id}`);
    expect(await words(owner)).toContain('leaning no');
    await owner.getByRole('button', { name: 'Confirm' }).click();
    await owner.waitForURL(/done=contact/);
    await stage.api('POST', '/contact-reports', {
      member_id: lobbyist.id,
      official_id: officialId,
      bill_id: billId,
      method: 'phone',
      stance: 'lean_oppose',
      on_date: today(),
    });
    await stage.api('POST', '/contact-reports', {
      member_id: (texted[5] as MemberRow).id,
      official_id: officialId,
      bill_id: billId,
      method: 'email',
      stance: 'undecided',
      on_date: today(),
    });
    const lines = (await all<LogLine>('/activities')).filter((one) => one.contact_report_id);
    expect(lines.map((one) => one.person_kind).toSorted()).toEqual([
      'member',
      'staff_lobbyist',
      'staff_lobbyist',
    ]);
  });

  const today = () => new Date(Date.now() + stage.clockOffset - 7 * 3_600_000).toISOString().slice(0, 10);

  test('log: closing the alert makes a draft of what it cost, settled to the carrier’s own prices', async () => {
    await owner.goto(`${stage.url}/alerts/${alertId}`);
    await owner.locator('summary', { hasText: 'Close' }).click();
    await owner.getByRole('button', { name: 'Close this alert' }).click();
    await owner.waitForURL(/done=closed/);
    // Prices are read from the carrier's list each quarter of an hour.
    await stage.ring('*/15 * * * *');
    const expense = await until(
      'the settled expense',
      async () => (await all<LogLine>('/expenses')).find((one) => one.alert_id === alertId),
      (one) => one !== undefined && !one.estimated,
      stage,
    );
    const charged = (await stage.texts())
      .filter((one) => one.by === 'network' && one.body.includes('HB 203 (vouchers)'))
      .reduce((sum, one) => sum + (one.price_micros ?? 0), 0);
    expect(charged).toBeGreaterThan(0);
    expect(expense?.amount_cents).toBe(Math.round(charged / 10_000));
    await owner.goto(`${stage.url}/log/expenses/${expense?.id}`);
    await owner.locator('[name=mtCategory]').selectOption('not_reported');
    await owner.getByRole('button', { name: 'Confirm' }).click();
    await owner.waitForURL(/done=confirmed/);
    const solicitation = (await all<LogLine>('/activities')).find((one) => one.alert_id === alertId);
    expect(solicitation?.kind).toBe('solicitation_of_members');
    await stage.api('POST', `/activities/${solicitation?.id}/confirmation`, { minutes: 80 });
  });

  interface FilingLine {
    no: number;
    section: string;
    label: string;
    detail: string;
    amount_cents: number | null;
    sources: {
      kind: string;
      id: string;
      cents: number | null;
      alert_id: string | null;
      contact_report_id: string | null;
      reply_id: string | null;
    }[];
  }
  interface Filing {
    id: string;
    total_cents: number;
    lines: FilingLine[];
    worksheet: FilingLine[];
    copies: { format: string; sha256: string }[];
  }
  const file = async (form: string, regime: string): Promise<Filing> => {
    await stage.api('POST', '/obligations/refresh', {});
    const obligation = (
      await all<{ id: string; regime: string; form: string; lobbyist_id: string | null; period_to: string }>(
        '/obligations',
      )
    ).find((one) => one.regime === regime && one.form === form && one.period_to >= today());
    expect(obligation, `${regime} ${form}`).toBeDefined();
    await owner.goto(`${stage.url}/filings/${obligation?.id}`);
    await owner.getByRole('button', { name: 'Prepare the report' }).click();
    await owner.waitForLoadState();
    await owner.goto(`${stage.url}/filings/${obligation?.id}/filing`);
    await owner.getByRole('button', { name: 'File it' }).click();
    await owner.waitForLoadState();
    const filings = await all<{ id: string; obligation_id: string; state: string }>('/filings');
    const filed = filings.find((one) => one.obligation_id === obligation?.id && one.state === 'filed');
    expect(filed, 'a filed version').toBeDefined();
    return stage.api<Filing>('GET', `/filings/${filed?.id}`);
  };

  test('filing: a Mississippi category (e) line leads back to the alert’s own messages, to the cent', async () => {
    const filing = await file('client-annual', 'ms');
    const line = filing.lines.find((one) => /^e\b/.test(one.label) || one.label.includes('oliciting'));
    const charged = (await stage.texts())
      .filter((one) => one.by === 'network' && one.body.includes('HB 203 (vouchers)'))
      .reduce((sum, one) => sum + (one.price_micros ?? 0), 0);
    expect(line?.amount_cents).toBe(Math.round(charged / 10_000));
    expect(line?.sources.filter((one) => one.kind === 'expense').map((one) => one.alert_id)).toContain(
      alertId,
    );
    expect(filing.copies.map((one) => one.format).toSorted()).toEqual(['csv', 'html', 'json', 'pdf', 'xlsx']);
  });

  test('filing: a Montana L-5 official action leads back to two contacts by a paid lobbyist, one of them begun by a text', async () => {
    const filing = await file('l5-year', 'mt');
    const line = filing.lines.find((one) => `${one.label} ${one.detail}`.includes('HB 203'));
    const contacts = line?.sources.filter((one) => one.contact_report_id) ?? [];
    expect(contacts.length).toBe(2);
    const begun = contacts.filter((one) => one.reply_id);
    expect(begun.length).toBe(1);
    const replies = await all<{ id: string; body: string }>('/replies');
    expect(replies.find((one) => one.id === begun[0]?.reply_id)?.body).toContain('leaning no');
    const sheet = filing.worksheet
      .flatMap((one) => one.sources.map((source) => source.contact_report_id))
      .filter(Boolean);
    expect(sheet.length).toBeGreaterThanOrEqual(1);
    await owner.goto(`${stage.url}/filings/filing/${filing.id}/proof`);
    expect(await words(owner)).toContain(
      'Every copy is the one that was filed, and the filed rows give the same bytes again.',
    );
    for (const copy of filing.copies) {
      const answer = await owner.request.get(`${stage.url}/filings/filing/${filing.id}/copy/${copy.format}`);
      expect(
        createHash('sha256')
          .update(await answer.body())
          .digest('hex'),
        copy.format,
      ).toBe(copy.sha256);
    }
  });

  test('journal: every step stands in it, readable by the owner', async () => {
    const entries = await all<{ action: string }>('/journal');
    const actions = new Set(entries.map((one) => one.action));
    for (const action of [
      'alert.draft',
      'alert.propose',
      'alert.approve',
      'alert.launch',
      'alert.close',
      'contact_report.confirm',
      'filing.file',
    ])
      expect([...actions]).toContain(action);
    await owner.goto(`${stage.url}/settings/journal`);
    expect(await words(owner)).toMatch(/journal/i);
  });
});
