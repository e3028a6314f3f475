import { beforeAll, expect, test } from 'vitest';
import { addContactReport } from '../../src/lobbying/index.ts';
import { ROLES } from '../../src/platform/who.ts';
import { communications, reportRoutes } from '../../src/reports/index.ts';
import { browserOf } from '../lobbying/app.ts';
import { alert, delivery, freshWorld, run, settle } from '../lobbying/cast.ts';
import { bad, good, staffAs } from '../support/world.ts';

const world = freshWorld();
const board = staffAs('board');
const february = { from: '2027-02-01', to: '2027-02-28' };
const read = async (period: { from: string; to: string } = february, who = board) =>
  good(await communications(world, who, period));
const wrong = async (period: object) => bad(await communications(world, board, period as never)).fields;
let alertId = '';

beforeAll(async () => {
  await settle();
  alertId = await alert(world);
  await delivery(alertId, 'ned', { price: 8_300 });
  await delivery(alertId, 'ned', { channel: 'email' });
  await delivery(alertId, 'carla', { price: 8_300 });
  await delivery(alertId, 'partner', { state: 'skipped' });
  await run(`
    insert into rollup (source_kind, source_id, channel, state, count) values
      ('alert', '${alertId}', 'sms', 'delivered', 2), ('alert', '${alertId}', 'sms', 'skipped', 1), ('nudge', '${alertId}', 'sms', 'sent', 1),
      ('alert', '${alertId}', 'email', 'delivered', 1), ('notice', '${alertId}', 'sms', 'sent', 9);
    insert into question (id, alert_id, prompt, kind) values ('q', '${alertId}', 'Called?', 'choice');
    insert into answer (id, alert_id, question_id, member_id, option_id, door, confidence, at) values ('a1', '${alertId}', 'q', 'ned', 'o1', 'sms', 'sure', 0);
    insert into response (alert_id, question_id, member_id, answer_id, option_id, first_at, at) values ('${alertId}', 'q', 'ned', 'a1', 'o1', 0, 0);
    insert into expense (id, organization_id, incurred_on, amount_cents, payee, purpose, alert_id, state, created_at, created_by, updated_at)
      values ('e', 'sam', '2027-02-09', 3, 'Carrier', 'Texts', '${alertId}', 'draft', 0, 'x', 0)`);
  for (const [officialId, method] of [
    ['hill', 'phone'],
    ['hill', 'phone'],
    ['morigeau', 'email'],
  ] as const)
    good(
      await addContactReport(world, staffAs('staff'), {
        memberId: 'ned',
        alertId,
        officialId,
        method,
        onDate: '2027-02-09',
      }),
    );
  good(
    await addContactReport(world, staffAs('staff'), {
      memberId: 'carla',
      officialId: 'hill',
      onDate: '2027-02-09',
    }),
  );
});

test('counts what went out, who answered and what came of it', async () => {
  const report = await read();
  expect(report.alerts).toMatchObject([
    { id: alertId, title: 'HB 203: call', texts: 3, mails: 1, asked: 2, answered: 1, contacts: 3, cents: 3 },
  ]);
  expect(report.totals).toEqual({ texts: 3, mails: 1, answered: 1, contacts: 4 });
  expect(report.contacts).toEqual([
    { method: 'phone', count: 2, officials: 1 },
    { method: 'email', count: 1, officials: 1 },
    { method: 'not said', count: 1, officials: 1 },
  ]);
  expect(report.regions).toEqual([
    { region: 'Central', members: 2, answered: 0 },
    { region: 'Hi-Line', members: 2, answered: 1 },
  ]);
});

test('counts a member who answers two questions of one alert once', async () => {
  await run(`
    insert into question (id, alert_id, no, prompt, kind) values ('q-how', '${alertId}', 2, 'How did it go?', 'text');
    insert into answer (id, alert_id, question_id, member_id, door, confidence, at) values ('a2', '${alertId}', 'q-how', 'ned', 'sms', 'sure', 0);
    insert into response (alert_id, question_id, member_id, answer_id, first_at, at) values ('${alertId}', 'q-how', 'ned', 'a2', 0, 0)`);
  const report = await read();
  expect(report.alerts).toMatchObject([{ id: alertId, answered: 1 }]);
  expect(report.regions).toMatchObject([{ answered: 0 }, { region: 'Hi-Line', answered: 1 }]);
});

test('counts by the local day, both ends of the period included', async () => {
  expect((await read({ from: '2027-02-09', to: '2027-02-09' })).alerts).toHaveLength(1);
  expect((await read({ from: '2027-02-10', to: '2027-02-28' })).alerts).toEqual([]);
  expect((await read({ from: '2027-01-01', to: '2027-02-08' })).totals).toEqual({
    texts: 0,
    mails: 0,
    answered: 0,
    contacts: 0,
  });
  // 11:30 pm in Helena is the next day in London.
  await run(`update alert set launched_at = ${Date.UTC(2027, 1, 10, 6, 30)} where id = '${alertId}'`);
  expect((await read({ from: '2027-02-09', to: '2027-02-09' })).alerts).toHaveLength(1);
  expect((await read({ from: '2027-02-10', to: '2027-02-10' })).alerts).toEqual([]);
  await run(`update alert set launched_at = ${world.clock.now()} where id = '${alertId}'`);
});

test('is for the board too, and for all but partners', async () => {
  for (const role of ROLES) {
    const result = await communications(world, staffAs(role), february);
    expect([role, result.ok]).toEqual([role, role !== 'partner']);
  }
  expect(bad(await communications(world, staffAs('partner'), february)).kind).toBe('forbidden');
  expect(bad(await communications(world, { kind: 'member', id: 'ned' }, february)).kind).toBe('forbidden');
});

test('shows a regional president the members, answers and contacts of their region alone', async () => {
  const central = await read(february, staffAs('regional_president', { regionId: 'central' }));
  expect(central.regions).toEqual([{ region: 'Central', members: 2, answered: 0 }]);
  expect(central.contacts).toEqual([{ method: 'not said', count: 1, officials: 1 }]);
  expect(central.alerts).toMatchObject([{ asked: 1, answered: 0, contacts: 0 }]);
  const nowhere = await read(february, staffAs('regional_president'));
  expect([nowhere.regions, nowhere.contacts]).toEqual([[], []]);
});

test('holds no names', async () => {
  expect(JSON.stringify(await read())).not.toMatch(/Ned|Carla|Harrowgate|\+1406/);
});

test('says what is wrong with a period', async () => {
  expect(await wrong({ from: '2027-03-01', to: '2027-02-01' })).toMatchObject([
    { field: 'to', message: 'The period ends before it begins.' },
  ]);
  expect(await wrong({ from: '2027-02-30', to: '2027-03-01' })).toMatchObject([{ field: 'from' }]);
  expect(await wrong({ from: '2/1/2027', to: '2027-03-01' })).toMatchObject([{ field: 'from' }]);
  expect(await wrong({ ...february, region: 'central' })).toMatchObject([{ field: 'region' }]);
});

test('the page leads with the count, and the file has one row for each alert', async () => {
  const reader = browserOf(world, board, reportRoutes);
  const { status, page } = await reader.get('/reports');
  expect(status).toBe(200);
  expect(page).toContain('messages sent: 3 texts, 1 email; 1 answer, 4 contacts with officials');
  expect(page).toContain('/reports/communications.csv?from=2027-01-10&amp;to=2027-02-09');
  const file = await reader.get('/reports/communications.csv?from=2027-02-01&to=2027-02-28');
  expect(file.type).toContain('text/csv');
  expect(file.page.trim().split('\r\n')[1]).toBe('HB 203: call,action,2027-02-09,3,1,2,1,3,0.03');
  const book = await reader.get('/reports/communications.xlsx?from=2027-02-01&to=2027-02-28');
  expect(book.type).toContain('spreadsheetml');
  expect((await reader.get('/reports?from=2027-02-01&to=2027-02-28')).page).toContain(
    'href="/reports?from=2027-01-01&amp;to=2027-01-31"',
  );
  expect((await reader.get('/reports?from=2020-01-01&to=2020-12-31')).page).toContain(
    'No alert went out in this period',
  );
  for (const path of ['/reports?from=x', '/reports/communications.csv?from=2027-03-01&to=2027-02-01'])
    expect((await reader.get(path)).status).toBe(422);
  for (const path of ['/reports', '/reports/communications.csv'])
    expect((await browserOf(world, staffAs('partner'), reportRoutes).get(path)).status).toBe(403);
});
