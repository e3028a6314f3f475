import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import {
  addActivity,
  addExpense,
  listActivities,
  lobbyingRoutes,
  showActivity,
} from '../../src/lobbying/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { good, staffAs } from '../support/world.ts';
import { browserOf } from './app.ts';
import { freshWorld, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const desk = browserOf(world, staff);
const send = async (path: string, body: FormData) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    c.set('who', staff);
    c.set('frame', { network: 'N', nav: [], person: { name: 'T', role: 'Staff' }, zone: 'America/Denver' });
    await next();
  });
  app.route('/', lobbyingRoutes);
  const response = await app.request(path, { method: 'POST', body });
  return { status: response.status, page: await response.text(), to: response.headers.get('location') };
};

beforeAll(settle);

test('a line: typed on the log, looked over, logged with one key', async () => {
  expect((await desk.get('/log')).page).toContain('Log with one line');
  const look = await desk.get(`/log/line?line=${encodeURIComponent('30m SB 12 Sen Hill oppose')}`);
  expect([look.status, look.page.includes('Sen. Ada Hill'), look.page.includes('autofocus')]).toEqual([
    200,
    true,
    true,
  ]);
  const open = await desk.get(`/log/line?line=${encodeURIComponent('30m SB 99')}`);
  expect([open.status, open.page.includes('SB 99 is not among the bills')]).toEqual([422, true]);
  const id = /name="id" value="([^"]+)"/.exec(look.page)?.[1] ?? '';
  for (let times = 0; times < 2; times += 1)
    expect((await desk.post('/log/lines', { id, line: '30m SB 12 Sen Hill oppose' })).status).toBe(303);
  expect(good(await listActivities(world, staff, {})).data).toHaveLength(1);
  expect((await desk.post('/log/lines', { line: '30m' })).to).toContain('/log/line?line=30m');
});

test('every page of the log opens, and refuses with the field', async () => {
  for (const path of [
    '/log/week',
    '/log/week?from=2027-02-01',
    '/log/calendar',
    '/log/recurring',
    '/log/pay',
    '/log/dues',
  ])
    expect([path, (await desk.get(path)).status]).toEqual([path, 200]);
  expect((await desk.post('/log/pay', { pay: '1.234' })).page).toContain('at most two places');
  expect((await desk.post('/log/dues', { amount: '-5' })).page).toContain('cannot be below zero');
  expect((await desk.post('/log/recurring', { when: 'week-9', kind: 'planning' })).page).toContain(
    'seven days',
  );
  const pay = { person: 'lobbyist:theo', fromOn: '2027-01-01', toOn: '2027-01-31', pay: '$5,000.00' };
  expect((await desk.post('/log/pay', pay)).status).toBe(303);
  expect((await desk.post('/log/pay', pay)).page).toContain('is there already');
  expect((await desk.get('/log/pay')).page).toContain('$5,000.00');
  const dues = { receivedOn: '2027-02-01', amount: '300', payer: 'Drummond', payerKind: 'district' };
  expect((await desk.post('/log/dues', dues)).status).toBe(303);
  expect((await desk.post('/log/recurring', { when: 'week-1', kind: 'planning' })).status).toBe(303);
});

test('a calendar file offers its past events, and the ticked ones become drafts', async () => {
  const form = new FormData();
  const ics =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270203T160000Z\r\nDTEND:20270203T163000Z\r\nSUMMARY:Sen. Hill, SB 12 <b>\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20271203T160000Z\r\nEND:VEVENT\r\nEND:VCALENDAR';
  form.set('file', new File([ics], 'c.ics', { type: 'text/calendar' }));
  const offered = await send('/log/calendar', form);
  expect([offered.status, offered.page.includes('1 still to come'), offered.page.includes('<b>')]).toEqual([
    200,
    true,
    false,
  ]);
  const name = /name="(event-[^"]+)"/.exec(offered.page)?.[1] ?? '';
  const value = JSON.stringify({ onDate: '2027-02-03', minutes: 30, summary: 'Sen. Hill, SB 12' });
  expect((await desk.post('/log/calendar/drafts', { [name]: value })).status).toBe(303);
  expect((await desk.post('/log/calendar/drafts', {})).status).toBe(422);
  const wrong = new FormData();
  wrong.set('file', new File(['x'], 'c.ics'));
  expect((await send('/log/calendar', wrong)).status).toBe(422);
});

test('an entry is changed, answered, split and proved on its page', async () => {
  const { id } = good(
    await addActivity(world, staff, {
      onDate: '2027-02-04',
      kind: 'testimony',
      officialId: 'hill',
      minutes: 61,
    }),
  );
  const page = await desk.get(`/log/activities/${id}`);
  expect(page.page).toContain('Was the testimony given in a public hearing');
  expect((await desk.post(`/log/activities/${id}/answers`, { onRecord: 'yes' })).status).toBe(303);
  expect((await desk.get(`/log/activities/${id}/edit`)).page).toContain('value="61"');
  expect(
    (
      await desk.post(`/log/activities/${id}/edit`, {
        onDate: '2027-02-04',
        kind: 'testimony',
        officialId: 'hill',
        minutes: '1441',
      })
    ).status,
  ).toBe(422);
  expect(
    (
      await desk.post(`/log/activities/${id}/edit`, {
        onDate: '2027-02-04',
        kind: 'testimony',
        officialId: 'hill',
        minutes: '60',
      })
    ).status,
  ).toBe(303);
  expect((await desk.post(`/log/activities/${id}/parts`, { shares: '2, 1' })).status).toBe(303);
  expect(good(await showActivity(world, staff, { id })).minutes).toBe(40);
  const form = new FormData();
  form.set('subjectKind', 'activity');
  form.set('subjectId', id);
  form.set('file', new File(['%PDF-1.7 x'], 'letter.pdf'));
  expect((await send('/log/attachments', form)).to).toBe(`/log/activities/${id}?done=file`);
  const file =
    /\/log\/attachments\/([^"/]+)"/.exec((await desk.get(`/log/activities/${id}`)).page)?.[1] ?? '';
  expect((await desk.get(`/log/attachments/${file}`)).type).toBe('application/pdf');
  world.filedRows = () => Promise.resolve([{ filingId: 'f', name: 'L-5 for January' }]);
  expect((await desk.get(`/log/activities/${id}/edit`)).page).toContain('L-5 for January');
  expect(
    (await desk.post(`/log/activities/${id}/edit`, { onDate: '2027-02-04', kind: 'planning' })).status,
  ).toBe(422);
  expect(
    (await desk.post(`/log/activities/${id}/edit`, { onDate: '2027-02-04', kind: 'planning', amends: '1' }))
      .status,
  ).toBe(303);
  expect((await desk.post(`/log/attachments/${file}/removal`)).status).toBe(422);
  world.filedRows = () => Promise.resolve([]);
  expect((await desk.post(`/log/attachments/${file}/removal`)).status).toBe(303);
});

test('an expense is changed and split on its page', async () => {
  const { id } = good(
    await addExpense(world, staff, {
      incurredOn: '2027-02-01',
      amountCents: 1001,
      payee: 'P',
      purpose: 'Q',
      mtCategory: 'printing',
      msCategory: null,
    }),
  );
  expect((await desk.get(`/log/expenses/${id}/edit`)).page).toContain('value="10.01"');
  const fields = { incurredOn: '2027-02-01', amount: '10.01', payee: 'P', purpose: 'R' };
  expect((await desk.post(`/log/expenses/${id}/edit`, { ...fields, amount: '1.005' })).status).toBe(422);
  expect((await desk.post(`/log/expenses/${id}/edit`, fields)).status).toBe(303);
  expect((await desk.post(`/log/expenses/${id}/parts`, { shares: '1, 1' })).status).toBe(303);
  expect((await desk.get(`/log/expenses/${id}`)).page).toContain('$5.01');
});
