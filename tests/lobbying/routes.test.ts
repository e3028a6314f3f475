import { beforeAll, describe, expect, test } from 'vitest';
import {
  addActivity,
  addExpense,
  draftContactReport,
  listActivities,
  listContactReports,
  listExpenses,
  listFilers,
  logClosedAlert,
  showActivity,
  summarizeLog,
} from '../../src/lobbying/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { browserOf } from './app.ts';
import { alert, delivery, freshWorld, reply, run, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const desk = browserOf(world, staff);
const lead = browserOf(world, staffAs('director'));
const hiLine = browserOf(world, staffAs('regional_president', { regionId: 'hi-line' }));
const central = browserOf(world, staffAs('regional_president', { regionId: 'central' }));
let alertId = '';
let reportId = '';

const ids = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
const draft = async (body = 'Called Sen. Hill, leaning no') =>
  good(await draftContactReport(world, SYSTEM, { replyId: await reply(world, 'ned', body, alertId) })).id ??
  '';

beforeAll(async () => {
  await settle();
  await run(`update contact_point set address = '+14065550123' where id = 'carla-sms'`);
  alertId = await alert(world);
  await delivery(alertId, 'ned', { price: 20_000 });
  good(await logClosedAlert(world, SYSTEM, { alertId }));
  reportId = await draft();
});

describe('the log', () => {
  test('shows what waits before anything else, with one link each', async () => {
    const { status, page } = await desk.get('/log');
    expect(status).toBe(200);
    expect(page.indexOf('Waiting for you')).toBeLessThan(page.indexOf('>Activities<'));
    expect(page).toContain(`/log/contacts/${reportId}`);
    expect(page).toContain('Asked members to contact officials');
    expect(page).toContain('Text messages: HB 203: call');
    expect(page).toContain('$0.02 to confirm');
  });

  test('counts a period whole, beyond its first page, and waits for drafts of any day', async () => {
    const period = { from: '2027-01-05', to: '2027-01-06' };
    for (let no = 0; no < 3; no += 1)
      good(await addActivity(world, staff, { onDate: '2027-01-05', kind: 'research', minutes: 40 }));
    good(
      await addExpense(world, staff, {
        incurredOn: '2027-01-06',
        amountCents: 1250,
        payee: 'Print',
        purpose: 'Leaflets',
        mtCategory: null,
        msCategory: null,
      }),
    );
    const summary = good(await summarizeLog(world, staff, period));
    expect(summary).toMatchObject({ activities: 3, minutes: 120, confirmedCents: 1250, draftCents: 0 });
    expect(summary.activityDrafts).toHaveLength(1);
    expect(summary.expenseDrafts).toHaveLength(1);
    expect((await desk.get('/log?from=2027-01-05&to=2027-01-06')).page).toContain(
      'activities, 2 h, $12.50 spent',
    );
    expect(bad(await summarizeLog(world, staff, { from: 'x' })).kind).toBe('invalid');
  });

  test('is refused with a page where the dates are none, and to whoever may not read it', async () => {
    expect((await desk.get('/log?from=yesterday')).status).toBe(422);
    for (const role of ['board', 'partner', 'regional_president'] as const)
      for (const path of [
        '/log',
        '/log/activities.csv',
        '/log/expenses.csv',
        '/log/filers',
        '/log/activities/new',
      ].slice(0, 4))
        expect((await browserOf(world, staffAs(role)).get(path)).status).toBe(403);
  });

  test('can be taken away as two files, every page of them', async () => {
    const activities = await desk.get('/log/activities.csv?from=2027-01-01&to=2027-02-09');
    expect(activities.type).toContain('text/csv');
    const lines = activities.page.trim().split('\r\n');
    expect(lines[0]).toContain('day,state,what,who');
    expect(lines).toHaveLength(1 + good(await listActivities(world, staff, { limit: 200 })).data.length);
    expect(activities.page).toContain('ms: e; mt: support');
    const expenses = await desk.get('/log/expenses.csv?from=2027-01-01&to=2027-02-09');
    expect(expenses.page).toContain('2027-01-06,,confirmed,12.50,no,Print,Leaflets');
    expect((await desk.get('/log/activities.csv?from=x')).status).toBe(422);
  });
});

describe('contact reports', () => {
  test('narrow to one alert', async () => {
    const other = good(
      await draftContactReport(world, SYSTEM, { replyId: await reply(world, 'ned', 'Called Rep. Morigeau') }),
    ).id;
    const { page } = await desk.get(`/log/contacts?alert=${alertId}`);
    expect(page).toContain(reportId);
    expect(page).not.toContain(String(other));
    expect(page).toContain('Of one alert only: HB 203: call');
    expect((await desk.get('/log/contacts')).page).toContain(String(other));
    expect((await desk.get('/log/contacts?state=confirmed&alert=none')).page).toContain(
      'No contact is reported yet',
    );
  });

  test('are confirmed from their page in one step, with the words they were read from', async () => {
    const id = await draft();
    const { page } = await desk.get(`/log/contacts/${id}`);
    expect(page).toContain('Called Sen. Hill, leaning no');
    expect(page).toMatch(/<option value="hill" selected[^>]*>Sen\. Ada Hill, SD hill/);
    const fields = {
      officialId: 'hill',
      billId: 'hb203',
      stance: 'lean_oppose',
      method: 'phone',
      onDate: '2027-02-09',
    };
    const done = await desk.post(`/log/contacts/${id}/confirmation`, fields);
    expect([done.status, done.to]).toEqual([303, '/log/contacts?done=contact']);
    expect((await desk.get(done.to ?? '')).page).toContain('The contact is in the log.');
    expect((await desk.post(`/log/contacts/${id}/confirmation`, fields)).status).toBe(409);
    expect((await desk.get(`/log/contacts/${id}`)).page).toContain('Leaning no');
  });

  test('say beside the field what is wrong, and keep what was written', async () => {
    const id = await draft();
    const wrong = await desk.post(`/log/contacts/${id}/confirmation`, {
      officialId: '',
      onDate: '2027-02-09',
      note: 'Wants figures',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.page).toContain('Choose the official.');
    expect(wrong.page).toContain('Wants figures');
    expect(wrong.page).toContain('href="#field-officialId"');
    expect(
      (await desk.post(`/log/contacts/${id}/confirmation`, { officialId: 'hill', onDate: '2027-02-10' }))
        .status,
    ).toBe(422);
    expect((await desk.post(`/log/contacts/${id}/discard`)).status).toBe(303);
    expect((await desk.post(`/log/contacts/${id}/discard`)).status).toBe(409);
    expect((await desk.get('/log/contacts/none')).status).toBe(404);
  });

  test('are written for a member, by staff or by the president of their region', async () => {
    const fields = { officialId: 'hill', onDate: '2027-02-09', memberId: 'carla', id: '01FORMC' };
    expect((await desk.get('/log/contacts/new?member=carla')).page).toMatch(/<option value="carla" selected/);
    expect((await desk.post('/log/contacts', fields)).status).toBe(303);
    expect((await desk.post('/log/contacts', fields)).status).toBe(303);
    expect(good(await listContactReports(world, staff, { memberId: 'carla' })).data).toHaveLength(1);
    const form = (await central.get('/log/contacts/new')).page;
    expect(form).toContain('Carla Harrowgate');
    expect(form).not.toContain('Ned Harrowgate');
    expect((await central.post('/log/contacts', { ...fields, id: '01FORMD' })).status).toBe(303);
    expect((await hiLine.post('/log/contacts', { ...fields, id: '01FORME' })).status).toBe(404);
    expect(
      (await central.post('/log/contacts', { officialId: 'hill', onDate: '2027-02-09' })).page,
    ).toContain('Choose the member who spoke.');
    expect((await central.get(`/log/contacts/${reportId}`)).status).toBe(404);
    expect((await hiLine.get(`/log/contacts/${reportId}`)).status).toBe(200);
    expect((await hiLine.get('/log/contacts')).page).not.toContain('href="/log"');
  });
});

describe('lines', () => {
  test('offer a coordinator nothing that they would be refused', async () => {
    const coordinator = browserOf(world, staffAs('coordinator'));
    const { id } = good(
      await addActivity(world, staff, { onDate: '2027-01-04', kind: 'research', minutes: 10 }),
    );
    for (const [person, offered] of [
      [desk, true],
      [coordinator, false],
    ] as const) {
      const { page } = await person.get(`/log/activities/${id}`);
      expect([page.includes('/removal'), page.includes('Decide otherwise')]).toEqual([offered, offered]);
      expect((await person.get('/log')).page.includes('Log an expense')).toBe(offered);
    }
  });

  test('an activity by form: 422 beside the field, then 303, then once', async () => {
    const fields = { id: '01ACT', kind: 'research', onDate: '2027-02-09', minutes: '45' };
    const wrong = await desk.post('/log/activities', { ...fields, minutes: 'an hour' });
    expect([wrong.status, wrong.page.includes('Write the minutes as a whole number')]).toEqual([422, true]);
    expect(wrong.page).toContain('id="field-minutes-error"');
    expect(wrong.page).toContain('value="an hour"');
    expect((await desk.post('/log/activities', { ...fields, minutes: '1441' })).page).toContain(
      'A day has 1,440 minutes.',
    );
    for (let times = 0; times < 2; times += 1)
      expect((await desk.post('/log/activities', fields)).to).toBe('/log?done=activity');
    expect((await desk.get('/log/activities/01ACT')).page).toContain('45 min');
    expect((await desk.get('/log/activities/new')).status).toBe(200);
    expect((await desk.get('/log/activities/none')).status).toBe(404);
  });

  test('a draft of an alert is confirmed with its minutes', async () => {
    const id = good(await listActivities(world, staff, { state: 'draft' })).data[0]?.id ?? '';
    expect((await desk.post(`/log/activities/${id}/confirmation`, { minutes: '9999' })).status).toBe(422);
    expect((await desk.post(`/log/activities/${id}/confirmation`, { minutes: '30' })).status).toBe(303);
    expect((await desk.post(`/log/activities/${id}/confirmation`)).status).toBe(409);
  });

  test('what a line is in a state is decided on a page of its own, with a reason', async () => {
    good(await addActivity(world, staff, { id: '01CLS', onDate: '2027-02-09', kind: 'research' }));
    const { page } = await desk.get('/log/activities/01CLS');
    expect(page).toContain('/log/activities/01CLS/class/ms');
    expect((await desk.get('/log/activities/01CLS/class/ms')).page).toContain('What this is in Mississippi');
    expect((await desk.get('/log/activities/01CLS/class/lda')).status).toBe(404);
    expect(
      (await desk.post('/log/activities/01CLS/class/ms', { class: 'not_counted', reason: '' })).status,
    ).toBe(422);
    expect(
      (
        await desk.post('/log/activities/01CLS/class/ms', {
          class: 'not_counted',
          reason: 'For another client.',
        })
      ).status,
    ).toBe(303);
    expect(good(await showActivity(world, staff, { id: '01CLS' })).classes).toContain('For another client.');
    expect((await desk.get('/log/activities/01CLS')).page).toContain('Decided by a person.');
    expect((await desk.post('/log/activities/01CLS/removal')).to).toBe('/log?done=removed');
    expect((await desk.post('/log/activities/01CLS/removal')).status).toBe(409);
    expect((await desk.post('/log/activities/none/removal')).status).toBe(404);
  });

  test('an expense by form: dollars and cents, once', async () => {
    const fields = {
      id: '01EXP',
      incurredOn: '2027-02-09',
      amount: '$1,234.50',
      payee: 'Print',
      purpose: 'Leaflets',
      mtCategory: 'printing',
      msCategory: 'not_reported',
    };
    const wrong = await desk.post('/log/expenses', { ...fields, amount: 'much' });
    expect([wrong.status, wrong.page.includes('This is not an amount in dollars.')]).toEqual([422, true]);
    expect((await desk.post('/log/expenses', { ...fields, payee: '' })).page).toContain('Say who was paid.');
    expect((await desk.post('/log/expenses', { ...fields, msCategory: '' })).page).toContain(
      'Choose the Mississippi category',
    );
    for (let times = 0; times < 2; times += 1)
      expect((await desk.post('/log/expenses', fields)).status).toBe(303);
    expect((await desk.get('/log/expenses/01EXP')).page).toContain('$1,234.50');
    expect((await desk.get('/log/expenses/new')).status).toBe(200);
    expect((await desk.get('/log/expenses/none')).status).toBe(404);
    expect((await desk.post('/log/expenses/01EXP/removal')).status).toBe(303);
    expect((await desk.post('/log/expenses/01EXP/removal')).status).toBe(409);
    const waiting = good(await listExpenses(world, staff, { state: 'draft' })).data[0]?.id ?? '';
    expect(
      (await desk.post(`/log/expenses/${waiting}/confirmation`, { mtCategory: 'telephone', msCategory: 'e' }))
        .status,
    ).toBe(303);
    expect((await desk.post(`/log/expenses/${waiting}/confirmation`)).status).toBe(409);
    expect((await desk.get(`/log/expenses/${waiting}`)).page).toContain('Telephone');
  });
});

describe('who files and who lobbies', () => {
  test('is read by the office and changed by the director', async () => {
    expect((await desk.get('/log/filers')).page).not.toContain('/log/filers/new');
    expect((await lead.get('/log/filers')).page).toContain('/log/filers/new');
    expect(
      (await desk.post('/log/filers', { organizationId: 'pec', regime: 'ms', fromOn: '2027-01-01' })).status,
    ).toBe(403);
    expect(
      (await lead.post('/log/filers', { organizationId: 'pec', regime: 'ms', fromOn: 'soon' })).status,
    ).toBe(422);
    expect(
      (await lead.post('/log/filers', { organizationId: 'pec', regime: 'ms', fromOn: '2027-01-01' })).status,
    ).toBe(303);
  });

  test('a lobbyist is named, by the number they text from too, and has a last day', async () => {
    const fields = {
      organizationId: 'sam',
      regime: 'mt',
      name: 'Carla Harrowgate',
      kind: 'staff',
      fromOn: '2027-01-01',
    };
    const wrong = await lead.post('/log/lobbyists', { ...fields, phone: '406-555-0999' });
    expect([wrong.status, wrong.page.includes('No member has this number.')]).toEqual([422, true]);
    expect((await lead.post('/log/lobbyists', { ...fields, name: '' })).status).toBe(422);
    expect((await lead.post('/log/lobbyists', { ...fields, phone: '406-555-0123' })).status).toBe(303);
    const id =
      good(await listFilers(world, staff, {})).lobbyists.find((one) => one.name === 'Carla Harrowgate')?.id ??
      '';
    expect((await lead.get(`/log/lobbyists/${id}/end`)).page).toContain('Last day of Carla Harrowgate');
    expect((await lead.get('/log/lobbyists/none/end')).status).toBe(404);
    expect((await lead.post(`/log/lobbyists/${id}/end`, { toOn: '' })).status).toBe(422);
    expect((await lead.post(`/log/lobbyists/${id}/end`, { toOn: '2027-02-01' })).status).toBe(303);
    expect((await lead.post(`/log/lobbyists/${id}/end`, { toOn: '2027-02-01' })).status).toBe(409);
  });
});

test('no page has one id twice', async () => {
  const activity = good(await listActivities(world, staff, {})).data[0]?.id ?? '';
  for (const path of [
    '/log',
    '/log/contacts',
    '/log/contacts/new',
    `/log/contacts/${reportId}`,
    '/log/activities/new',
    `/log/activities/${activity}`,
    `/log/activities/${activity}/class/mt`,
    '/log/expenses/new',
    '/log/filers',
    '/log/filers/new',
    '/log/lobbyists/new',
  ]) {
    const { status, page } = await lead.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(ids(page).filter((id, at, all) => all.indexOf(id) !== at)).toEqual([]);
  }
});
