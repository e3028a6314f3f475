import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { alertsOut } from '../../src/console/home.ts';
import { lobbyingJobs, listContactReports } from '../../src/lobbying/index.ts';
import { responseOf } from '../../src/replies/index.ts';
import { good, type TestWorld } from '../support/world.ts';
import { browserOf, contents, director, hidden, NED, sent, settle, tokenOf } from './ground.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});
const web = () => browserOf(world, null);

const LATER = [
  { prompt: 'Whom, and where do they stand?', kind: 'officials' as const, after: { question: 1, option: 1 } },
  { prompt: 'How many will come?', kind: 'number' as const, least: 0, most: 50, unit: 'people' },
  {
    prompt: 'What would help?',
    kind: 'many' as const,
    options: [
      { no: 1, label: 'Facts' },
      { no: 2, label: 'A ride' },
    ],
  },
  { prompt: 'How sure are you?', kind: 'scale' as const, most: 5, lowLabel: 'not at all', highLabel: 'very' },
  { prompt: 'Anything else?', kind: 'text' as const },
];
const asking = () => sent(world, { members: [NED], later: LATER });
const answer = async (token: string, form: Record<string, string | string[]>, waitMs = 5_000) => {
  const { page } = await web().get(`/a/${token}`);
  world.passTime(waitMs);
  return web().post(`/a/${token}/answer`, { csrf: hidden(page, 'csrf'), ...form });
};

describe('whom they know', () => {
  test('a survey names nobody to call', async () => {
    const page = async (kind: 'action' | 'survey') => {
      const id = await sent(world, { kind, members: [NED] });
      return (await web().get(`/a/${await tokenOf(world, id, NED)}`)).page;
    };
    expect(await page('action')).toContain('Yours to call');
    expect(await page('survey')).not.toMatch(/Yours to call|Tell us what they said/);
  });

  test('how well and how for each of their own officials; looking chooses nothing', async () => {
    const prompt = 'Which of your legislators do you know, and how well?';
    const id = await sent(world, { members: [NED], later: [{ prompt, kind: 'known' }] });
    const token = await tokenOf(world, id, NED);
    const { page } = await web().get(`/a/${token}`);
    expect(page).toContain(prompt);
    expect(page).toContain('Do not know them');
    expect(page).toMatch(/name="known1"/);
    expect(page).not.toMatch(/<option value="\d" selected/);
    const empty = await answer(token, { question: '2' });
    expect(empty.page).toContain('Choose for each of them whether you know them, and how well.');
    expect(await answer(token, { question: '2', known2: '3', how2: 'former_student' })).toMatchObject({
      status: 303,
    });
    const said = async () => (await responseOf(world, id, NED))?.answers.map(({ label }) => label);
    expect(await said()).toEqual([
      expect.stringMatching(/^(?:Ada Kestrelman|Boyd Aldercott): know each other well, was a student/),
    ]);
    expect(world.jobs.at(-1)?.kind).toBe('answer.about_known');
    const again = (await web().get(`/a/${token}`)).page;
    expect(again).toMatch(/<option value="3" selected[^>]*>Know each other well/);
    expect(again).toMatch(/<option value="0" selected[^>]*>Do not know them/);
    await answer(token, { question: '2', known1: '0', known2: '0', how2: 'former_student' });
    expect(await said()).toEqual(['None of them']);
  });
});

describe('a flow on the page', () => {
  test('shows what is for the member, the follow-up as soon as it is', async () => {
    const token = await tokenOf(world, await asking(), NED);
    const before = await contents();
    const { page } = await web().get(`/a/${token}`);
    expect(page).toContain('How many will come?');
    expect(page).not.toContain('Whom, and where do they stand?');
    expect(await contents()).toEqual(before);
    expect(await answer(token, { question: '1', answer: '1' })).toMatchObject({ status: 303 });
    const then = await web().get(`/a/${token}?done=answered`);
    expect(then.page).toContain('Whom, and where do they stand?');
    expect(then.page).toContain('There is one more question below.');
    expect(then.page).toMatch(/1\. (?:Rep|Sen)\. \w+ \w+/);
    await answer(token, { question: '1', answer: '2' });
    expect((await web().get(`/a/${token}`)).page).not.toContain('Whom, and where do they stand?');
  });

  test('takes each kind, in any order, and an official named there becomes a draft contact report', async () => {
    const id = await asking();
    const token = await tokenOf(world, id, NED);
    await answer(token, { question: '6', text: 'The bus is late' });
    await answer(token, { question: '5', number: '4' });
    await answer(token, { question: '4', answer: ['1', '2'] });
    await answer(token, { question: '3', number: '12' });
    await answer(token, { question: '1', answer: '1' });
    world.jobs.length = 0;
    await answer(token, { question: '2', official1: 'lean_oppose' });
    expect((await responseOf(world, id, NED))?.answers.map(({ label }) => label)).toEqual([
      'have contacted',
      expect.stringMatching(/: leaning oppose$/),
      '12 people',
      'Facts, A ride',
      '4 of 5',
      'The bus is late',
    ]);
    const job = world.jobs.find(({ kind }) => kind === 'answer.about_officials');
    good(await lobbyingJobs['answer.about_officials'](world, job?.body ?? {}));
    expect(good(await listContactReports(world, director, { alertId: id })).data).toMatchObject([
      { state: 'draft', stance: 'lean_oppose', door: 'web', billNumber: 'HB 203' },
    ]);
  });

  test('refuses what was not offered with what to do', async () => {
    const token = await tokenOf(world, await asking(), NED);
    for (const [form, words] of [
      [{ question: '3', number: '51' }, 'up to 50'],
      [{ question: '3', number: 'many' }, 'Write a number'],
      [{ question: '4' }, 'Choose at least one'],
      [{ question: '6', text: ' ' }, 'Write your answer'],
      [{ question: '2', official1: 'oppose' }, 'Choose one of the answers'],
      [{ question: '9', answer: '1' }, 'Choose one of the answers'],
    ] as [Record<string, string>, string][]) {
      const { status, page } = await answer(token, form);
      expect(status).toBe(422);
      expect(page, words).toContain(words);
    }
  });

  test('asks once more of a form that came back too quickly, with all that was filled in', async () => {
    const id = await asking();
    const token = await tokenOf(world, id, NED);
    const quick = await answer(token, { question: '4', answer: ['1', '2'] }, 100);
    expect(quick.status).toBe(200);
    expect(quick.page).toContain('Facts, A ride');
    world.passTime(5_000);
    await web().post(`/a/${token}/answer`, {
      csrf: hidden(quick.page, 'csrf'),
      question: '4',
      answer: ['1', '2'],
    });
    expect((await responseOf(world, id, NED))?.answers.map(({ label }) => label)).toEqual(['Facts, A ride']);
  });
});

test('staff see each question counted on the alert’s page, as a list, and as a column of the file', async () => {
  const id = await asking();
  const token = await tokenOf(world, id, NED);
  await answer(token, { question: '1', answer: '1' });
  await answer(token, { question: '2', official1: 'oppose', official2: 'unsaid' });
  await answer(token, { question: '3', number: '12' });
  const staff = browserOf(world, director);
  const { page } = await staff.get(`/alerts/${id}`);
  expect(page).toContain('How many will come?');
  expect(page).toContain('1 of 1 have answered');
  expect(page).toContain('Whom, and where do they stand?');
  const list = await staff.get(`/alerts/${id}/responses?question=3`);
  expect(list.page).toContain('12 people');
  const file = await staff.get(`/alerts/${id}/responses.csv`);
  expect(file.page).toContain('answer 3: How many will come?');
  expect(file.page).toMatch(/have contacted,.*oppose.*,12 people,/);
});

test('home counts who answered, where the first question is no single choice', async () => {
  const id = await asking();
  const token = await tokenOf(world, id, NED);
  await env.DB.prepare(
    `delete from question_option where question_id in (select id from question where alert_id = ? and no = 1)`,
  )
    .bind(id)
    .run();
  await env.DB.prepare(`update question set kind = 'number' where alert_id = ? and no = 1`).bind(id).run();
  await answer(token, { question: '1', number: '3' });
  const out = (await alertsOut(world, director, 'America/Denver')).find((one) => one.id === id);
  expect(out).toMatchObject({ asked: 1, answered: 1, options: [{ label: 'answered', people: 1 }] });
});
