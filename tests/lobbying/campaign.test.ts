import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  campaignGuard,
  listCandidates,
  nameCandidate,
  removeCandidate,
  setCampaignWindow,
  wordingChecklist,
} from '../../src/lobbying/index.ts';
import { knownOfLine } from '../../src/lobbying/classes-of-line.ts';
import { addDays, localDate } from '../../src/platform/days.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf } from './app.ts';
import { alert, freshWorld, rows, settle } from './cast.ts';

let world: TestWorld;
const staff = staffAs('staff', { id: 'staff-staff' });
const director = staffAs('director');
const day = (count: number) => addDays(localDate(world.clock.now(), 'America/Denver'), count);
beforeAll(async () => {
  await settle();
  world = freshWorld();
});

const candidacy = (electionOn: string) => ({
  officialId: 'smith',
  electionOn,
  office: 'House District 4',
  source: 'Filing list of the Secretary of State',
});
const smsText = 'Ask Rep. Smith about HB 203';
const held = async (organization: string) =>
  (await campaignGuard.check(world, await alert(world, { organization, smsText })))?.message ?? null;

test('an alert that names a candidate is held for a charity near the election, and free again afterwards', async () => {
  expect(await held('charity')).toBeNull();
  const far = good(await nameCandidate(world, staff, candidacy(day(61)))).id;
  expect(await held('charity')).toBeNull();
  good(await removeCandidate(world, staff, { id: far }));
  const { id } = good(await nameCandidate(world, staff, candidacy(day(60))));
  expect(await held('charity')).toContain('"Rep. Smith"');
  expect(await held('charity')).toContain('in 60 days');
  expect(await held('sam')).toBeNull();
  good(await removeCandidate(world, staff, { id }));
  expect(await held('charity')).toBeNull();
});

test('said twice a candidate stands once; unknown ones and bad days are refused', async () => {
  const input = candidacy(day(30));
  good(await nameCandidate(world, staff, input));
  good(await nameCandidate(world, staff, input));
  expect(good(await listCandidates(world, staff, {})).candidates).toHaveLength(1);
  expect(bad(await nameCandidate(world, staff, { ...input, officialId: 'nobody' })).fields?.[0]?.field).toBe(
    'officialId',
  );
  expect(bad(await nameCandidate(world, staff, { ...input, electionOn: 'soon' })).kind).toBe('invalid');
  expect(bad(await removeCandidate(world, staff, { id: 'none' })).kind).toBe('missing');
});

test('the director narrows the window from today on, with the reason; earlier windows stay in the record', async () => {
  expect(await held('charity')).not.toBeNull();
  expect(bad(await setCampaignWindow(world, staff, { days: 10, source: 'Counsel, by letter' })).kind).toBe(
    'forbidden',
  );
  expect(bad(await setCampaignWindow(world, director, { days: -1, source: 'Counsel, by letter' })).kind).toBe(
    'invalid',
  );
  good(await setCampaignWindow(world, director, { days: 10, source: 'Counsel, by letter' }));
  expect(await held('charity')).toBeNull();
  expect(good(await listCandidates(world, staff, {})).window).toMatchObject({ days: 10, scorecards: 0 });
  expect(await rows('select days from campaign_window order by decided_at')).toEqual([
    { days: 60 },
    { days: 10 },
  ]);
});

test('the checklist reads the sender’s tax status, the candidates and the window', async () => {
  const check = (organizationId: string, text: string) =>
    wordingChecklist.check(world, {
      organizationId,
      startsAt: world.clock.now(),
      kind: 'action',
      text,
      sms: `SF: ${text}\nSTOP to end`,
      shortName: 'SF',
      hasBill: true,
      ballotIssue: false,
      members: 10,
      nonMembers: 3,
    });
  good(await setCampaignWindow(world, director, { days: 90, source: 'The board, in June' }));
  expect((await check('charity', smsText))[0]).toMatchObject({
    tone: 'held',
    id: 'candidate',
    words: 'Rep. Smith',
  });
  expect((await check('sam', smsText))[0]?.tone).toBe('warn');
  const ids = (await check('charity', 'Oppose HB 203: call your senator.')).map((one) => one.id);
  expect(ids).toContain('non_members');
});

test('a tax status that changed is read as it was: of an alert on the day it goes out, of a line on its own day', async () => {
  await env.DB.prepare(
    `insert into organization (id, name, short_name, kind, tax_status, tax_history, created_at)
     values ('turned', 'Leaders Forum', 'LF', 'affiliate', '501c6', ?, 0)`,
  )
    .bind(
      JSON.stringify([
        { from: '0001-01-01', status: '501c3' },
        { from: day(-10), status: '501c6' },
      ]),
    )
    .run();
  const tones = async (daysAgo: number) =>
    (
      await wordingChecklist.check(world, {
        organizationId: 'turned',
        startsAt: world.clock.now() - daysAgo * 86_400_000,
        kind: 'action',
        text: 'Please help to re-elect Rep. Smith',
        sms: '',
        shortName: 'LF',
        hasBill: true,
        ballotIssue: false,
        members: 10,
        nonMembers: 0,
      })
    ).map(({ tone }) => tone);
  expect(await tones(20)).toContain('held');
  expect(await tones(0)).not.toContain('held');
  const line = { kind: 'monitoring', personKind: 'officer', organizationId: 'turned' };
  const statusOn = async (onDate: string) =>
    (await knownOfLine(world, { ...line, onDate } as Parameters<typeof knownOfLine>[1])).facts.taxStatus;
  expect(await statusOn(day(-20))).toBe('501c3');
  expect(await statusOn(day(-10))).toBe('501c6');
});

test('the page names a candidate, takes one off and sets the window', async () => {
  const browser = browserOf(world, director);
  expect((await browser.get('/log/candidates')).page).toContain('held from 90 days before the election');
  const named = await browser.post('/log/candidates', { ...candidacy(day(40)), officialId: 'hill' });
  expect(named).toMatchObject({ status: 303, to: '/log/candidates?done=candidate' });
  expect((await browser.get('/log/candidates')).page).toContain('Ada Hill');
  const wrong = await browser.post('/log/candidates/window', { days: 'many', decision: '' });
  expect(wrong.status).toBe(422);
  expect(wrong.page).toContain('Write the days as a whole number');
  expect(
    (await browser.post('/log/candidates/window', { days: '45', decision: 'Counsel, in writing' })).to,
  ).toBe('/log/candidates?done=window');
  const { candidates } = good(await listCandidates(world, director, {}));
  const hill = candidates.find((one) => one.officialId === 'hill');
  expect((await browser.post(`/log/candidates/${hill?.id}/removal`)).to).toBe(
    '/log/candidates?done=stands_no_more',
  );
  expect((await browserOf(world, staff).get('/log/candidates')).page).not.toContain('Set from today');
});
