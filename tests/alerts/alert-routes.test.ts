import { beforeAll, expect, test } from 'vitest';
import { alertById, listAlerts } from '../../src/alerts/index.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, hidden } from './app.ts';
import { coordinator, director, drafted, owner, run, settle } from './cast.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});

const filled = {
  kind: 'action',
  title: 'HB 203: call House Education',
  organizationId: 'sam',
  billId: 'hb203',
  channels: ['sms', 'email'],
  regions: ['central'],
  smsText: 'HB 203 is up Wednesday, {{first_name}}.',
  emailSubject: 'HB 203',
  emailText: 'Please call.',
  questions: '1',
  'q1.prompt': 'Have you called?',
  'q1.label1': 'have contacted',
  'q1.outcome1': 'contacted',
  'q1.label3': 'cannot',
  'q1.outcome3': 'cannot',
  deadlineOn: '2027-02-10',
  deadlineTime: '15:00',
};

test('an empty list teaches the next step', async () => {
  const { status, page } = await browserOf(world, coordinator).get('/alerts');
  expect(status).toBe(200);
  expect(page).toContain('No alerts yet');
  expect(page).toContain('/alerts/new');
});

test('an alert is written, proposed, approved by a second person on the page, and edited back to draft', async () => {
  const writer = browserOf(world, coordinator);
  const fresh = await writer.get('/alerts/new');
  const id = hidden(fresh.page, 'id');
  const saved = await writer.post('/alerts', { id, ...filled, next: 'preview' });
  expect(saved).toMatchObject({ status: 303, to: `/alerts/${id}/preview?done=saved` });
  expect(await writer.post('/alerts', { id, ...filled, next: 'preview' })).toMatchObject({
    to: `/alerts/${id}/preview?done=saved`,
  });
  expect(good(await listAlerts(world, owner, {})).data).toHaveLength(1);
  const alert = good(await alertById(world, owner, { id }));
  expect(alert).toMatchObject({ audience: { regions: ['central'] }, deadlineAt: Date.UTC(2027, 1, 10, 22) });
  expect(alert.question?.options.map((one) => one.no)).toEqual([1, 3]);

  const preview = await writer.get(`/alerts/${id}/preview`);
  expect(preview.page).toContain('TSLN: HB 203 is up Wednesday, Dee.');
  expect(preview.page).toContain('Ask for approval');
  expect(
    await writer.post(`/alerts/${id}/proposal`, { revision: hidden(preview.page, 'revision') }),
  ).toMatchObject({
    status: 303,
    to: `/alerts/${id}/preview?done=proposed`,
  });
  expect((await writer.get(`/alerts/${id}/preview`)).page).not.toContain('Approve this alert');

  const approver = browserOf(world, director);
  const asked = await approver.get(`/alerts/${id}/preview`);
  expect(asked.page).toContain('2 of 2 people');
  const seen = { hash: hidden(asked.page, 'hash'), audienceCount: hidden(asked.page, 'audienceCount') };
  expect(await approver.post(`/alerts/${id}/approval`, { ...seen, hash: 'other' })).toMatchObject({
    status: 409,
  });
  expect(await approver.post(`/alerts/${id}/approval`, seen)).toMatchObject({ status: 303 });
  const again = await approver.post(`/alerts/${id}/approval`, seen);
  expect(again.status).toBe(409);
  expect(again.page).toContain('approved this alert before you');

  const form = await writer.get(`/alerts/${id}/edit`);
  expect(form.page).toContain('needs approval again');
  await writer.post(`/alerts/${id}/draft`, {
    ...filled,
    revision: hidden(form.page, 'revision'),
    title: 'Changed',
    next: 'edit',
  });
  expect(good(await alertById(world, owner, { id }))).toMatchObject({
    state: 'draft',
    title: 'Changed',
    approval: null,
  });
});

test.each([
  [{ 'q1.label3': 'Stop', smsText: 'Hello {{phone}}' }, ['q1-label3', 'smsText']],
  [{ deadlineTime: '', title: '' }, ['deadlineOn', 'title']],
  [{ deadlineOn: '2027-02-01' }, ['deadlineOn']],
  [{ organizationId: 'nowhere', regions: ['atlantis'] }, ['organizationId', 'regions']],
])('what is wrong stands beside its field and nothing typed is lost: %o', async (wrong, names) => {
  const { status, page } = await browserOf(world, coordinator).post('/alerts', { ...filled, ...wrong });
  expect(status).toBe(422);
  for (const name of names) expect(page.includes(`id="field-${name}-error"`), name).toBe(true);
  expect(page.match(/id="field-[^"]*-error"/g)).toHaveLength(names.length);
  expect(page.includes('value="have contacted"')).toBe(true);
});

test('an edit of an old revision keeps the words on the page and says what happened', async () => {
  const { id } = await drafted(world);
  const writer = browserOf(world, coordinator);
  await writer.post(`/alerts/${id}/draft`, { ...filled, revision: '1', title: 'First' });
  const late = await writer.post(`/alerts/${id}/draft`, { ...filled, revision: '1', title: 'Second' });
  expect(late.status).toBe(409);
  expect(late.page).toContain('Somebody else changed this alert');
  expect(late.page).toContain('value="Second"');
});

test('an owner is asked for a reason to approve their own, a director is told why not', async () => {
  const { id } = await drafted(world);
  const browser = browserOf(world, owner);
  await browser.post(`/alerts/${id}/proposal`, { revision: '1' });
  const { page } = await browser.get(`/alerts/${id}/preview`);
  const seen = { hash: hidden(page, 'hash'), audienceCount: hidden(page, 'audienceCount') };
  const without = await browser.post(`/alerts/${id}/approval`, seen);
  expect(without.status).toBe(422);
  expect(without.page).toContain('id="field-reason-error"');
  expect(
    await browser.post(`/alerts/${id}/approval`, { ...seen, reason: 'The vote is at noon.' }),
  ).toMatchObject({ status: 303 });

  const other = await drafted(world);
  const directors = browserOf(world, director);
  await directors.post(`/alerts/${other.id}/proposal`, { revision: '1' });
  expect((await directors.get(`/alerts/${other.id}/preview`)).page).toContain('somebody else approves it');
});

test('an alert goes back with a note that its writer reads', async () => {
  const { id } = await drafted(world);
  await browserOf(world, coordinator).post(`/alerts/${id}/proposal`, { revision: '1' });
  await browserOf(world, director).post(`/alerts/${id}/return`, { note: 'Name the room.' });
  expect((await browserOf(world, coordinator).get(`/alerts/${id}/edit`)).page).toContain('Name the room.');
});

test('the people left out are named to staff, and the page of an unknown alert says so', async () => {
  const { id } = await drafted(world);
  const browser = browserOf(world, coordinator);
  expect((await browser.get(`/alerts/${id}/excluded`)).page).toContain('Ben Emberly');
  expect(await browser.get('/alerts/nothing/preview')).toMatchObject({ status: 404 });
  expect(await browserOf(world, staffAs('board')).get('/alerts')).toMatchObject({ status: 403 });
  await browser.post(`/alerts/${id}/discard`);
  expect((await browser.get(`/alerts/${id}/preview`)).page).toContain('Discarded');
});

test('alerts that serve the first priority stand first in the list', async () => {
  await run(`
    insert into issue (id, name, created_at) values ('buses', 'Buses', 0);
    insert into priority (legislative_session_id, issue_id, rank, set_at, set_by)
      select id, 'vouchers', 1, 0, 'x' from legislative_session where starts_on <= '2027-02-09' limit 1`);
  const { id: first } = await drafted(world, { title: 'Serves the first', issueId: 'vouchers' });
  const { id: later } = await drafted(world, { title: 'Serves none', issueId: 'buses', billId: null });
  const { page } = await browserOf(world, coordinator).get('/alerts');
  expect(page.indexOf(`/alerts/${first}`)).toBeGreaterThan(-1);
  expect(page.indexOf(`/alerts/${first}`)).toBeLessThan(page.indexOf(`/alerts/${later}`));
});

test('the size of a text is counted while it is written', async () => {
  const { page } = await browserOf(world, coordinator).post('/alerts/text-size', { ...filled });
  expect(page).toMatch(/^\d+ characters with names, link and numbers, 1 segment\.$/);
});

test('questions are added, moved, copied and shown as bubbles without saving, and nothing typed is lost', async () => {
  const writer = browserOf(world, coordinator);
  const added = await writer.post('/alerts', { ...filled, act: 'add' });
  expect(added.status).toBe(200);
  expect(added.page).toContain('Question 2');
  expect(added.page).toContain('value="have contacted"');
  const flow = {
    ...filled,
    questions: '2',
    'q2.prompt': 'Whom, and where do they stand?',
    'q2.kind': 'officials',
    'q2.after': '1.1',
  };
  const shown = await writer.post('/alerts', { ...flow, act: 'show-2' });
  expect(shown.page).toContain('TSLN: Whom, and where do they stand?');
  expect(shown.page).toContain('After answer 1 to question 1.');
  const saved = await writer.post('/alerts', { ...flow, title: 'A flow', next: 'preview' });
  const id = /alerts\/([^/]+)\/preview/.exec(saved.to ?? '')?.[1] ?? '';
  expect(good(await alertById(world, owner, { id })).questions).toMatchObject([
    { no: 1, kind: 'choice', after: null },
    { no: 2, kind: 'officials', after: { question: 1, option: 1 } },
  ]);
  expect((await writer.get(`/alerts/${id}/preview`)).page).toContain('Asked after it');
  expect((await writer.get(`/alerts/${id}/edit`)).page).toContain('value="Whom, and where do they stand?"');
  const copied = await writer.post('/alerts', {
    ...filled,
    'q1.prompt': 'To be replaced',
    act: 'copy',
    questionsFrom: id,
  });
  expect(copied.status).toBe(200);
  expect(copied.page).toContain('value="Whom, and where do they stand?"');
  expect(copied.page).not.toContain('To be replaced');
  const wrong = await writer.post('/alerts', { ...flow, 'q2.kind': 'scale' });
  expect(wrong.status).toBe(422);
  expect(wrong.page).toContain('id="field-q2-most-error"');
});
