import { beforeAll, expect, test } from 'vitest';
import { newestVersion } from '../../src/alerts/index.ts';
import { staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, hidden } from './app.ts';
import { coordinator, settle, run } from './cast.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});

test('talking points are written, published, changed, printed and sent as an update', async () => {
  const writer = browserOf(world, coordinator);
  expect((await writer.get('/talking-points')).page).toContain('No talking points yet');
  const id = hidden((await writer.get('/talking-points/new')).page, 'id');
  const fields = {
    title: 'No on HB 203',
    issueId: 'vouchers',
    billId: 'hb203',
    level: 'federal',
    body: '# No\n\n- It costs <b>$40</b> million',
  };
  expect(await writer.post('/talking-points', { id, ...fields })).toMatchObject({
    status: 303,
    to: `/talking-points/${id}?done=saved`,
  });
  expect(await writer.post('/talking-points', { id, ...fields })).toMatchObject({ status: 303 });

  const first = await writer.get(`/talking-points/${id}`);
  expect(first.page).toContain('Not published yet');
  expect(await writer.post(`/talking-points/${id}/versions`, { changeNote: '' })).toMatchObject({
    status: 303,
  });
  expect(await writer.post(`/talking-points/${id}/versions`)).toMatchObject({ status: 422 });
  const seenAt = hidden((await writer.get(`/talking-points/${id}/edit`)).page, 'seenAt');
  await writer.post(`/talking-points/${id}/draft`, {
    ...fields,
    body: '# No\n\nThe fiscal note is out.',
    seenAt,
  });
  expect(await writer.post(`/talking-points/${id}/draft`, { ...fields, body: 'Late', seenAt })).toMatchObject(
    { status: 409 },
  );
  await writer.post(`/talking-points/${id}/versions`, { changeNote: 'Fiscal note' });
  expect((await newestVersion(world, id))?.no).toBe(2);

  const older = await writer.get(`/talking-points/${id}/versions/1`);
  expect(older.page).toContain('Members see version 2');
  expect(older.page).toContain('&lt;b&gt;$40&lt;/b&gt;');
  expect((await writer.get(`/talking-points/${id}/versions/2/print`)).page).toContain(
    'The fiscal note is out.',
  );
  const compared = await writer.get(`/talking-points/${id}/changes?from=1&to=2`);
  expect(compared.page).toContain('<del><span class="hidden">Removed: </span>- It costs');
  expect(compared.page).toContain('<ins><span class="hidden">Added: </span>The fiscal note is out.</ins>');
  const pdf = await writer.get(`/talking-points/${id}/versions/2/one-page.pdf`);
  expect(pdf.page.slice(0, 5)).toBe('%PDF-');
  const update = await writer.get(`/alerts/new?talking-points=${id}`);
  expect(update.page).toContain('value="No on HB 203"');
  expect(update.page).toMatch(/value="update" checked/);
});

test('a partner reads what is shared and is offered nothing to write', async () => {
  const writer = browserOf(world, coordinator);
  const id = hidden((await writer.get('/talking-points/new')).page, 'id');
  await writer.post('/talking-points', {
    id,
    title: 'Shared words',
    issueId: 'vouchers',
    level: 'state',
    body: 'Words',
  });
  await writer.post(`/talking-points/${id}/versions`);
  const partner = browserOf(world, staffAs('partner', { organizationId: 'mtpec' }));
  expect((await partner.get('/talking-points')).page).toContain('Nothing is shared yet');
  await writer.post(`/talking-points/${id}/sharing`, { shared: 'yes' });
  const { page } = await partner.get(`/talking-points/${id}`);
  expect(page).toContain('<p>Words</p>');
  expect(page).not.toContain('<form class="form"');
  expect((await partner.post(`/talking-points/${id}/versions`)).status).toBe(403);
  expect((await partner.get(`/talking-points/${id}/edit`)).status).toBe(403);
  expect((await partner.get(`/talking-points/${id}/versions/1/print`)).page).toContain('<p>Words</p>');
  const looked = await writer.get(`/talking-points/${id}/as-partner`);
  expect(looked.page).toContain('This is what a partner sees');
  expect(looked.page).not.toContain('Stop sharing');
  await writer.post(`/talking-points/${id}/sharing`, { shared: 'no' });
  expect((await partner.get(`/talking-points/${id}`)).status).toBe(404);
  await run(
    `insert into organization (id, name, short_name, kind, created_at) values ('rural', 'Rural Partners', 'RP', 'partner', 0)`,
  );
  expect((await writer.get(`/talking-points/${id}`)).page).toContain('Rural Partners');
  await writer.post(`/talking-points/${id}/sharing`, { shared: 'yes', organization: 'rural' });
  expect((await writer.get(`/talking-points/${id}`)).page).toContain('Only with Rural Partners.');
  for (const path of ['', '/versions/1', '/versions/1/print', '/versions/1/one-page.pdf'])
    expect((await partner.get(`/talking-points/${id}${path}`)).status).toBe(404);
  const theirs = browserOf(world, staffAs('partner', { organizationId: 'rural' }));
  const seen = (await theirs.get(`/talking-points/${id}`)).page;
  expect(seen).toContain('<p>Words</p>');
  expect(seen).not.toContain('Only with');
});

test('what is wrong stands beside its field', async () => {
  const { status, page } = await browserOf(world, coordinator).post('/talking-points', {
    title: '',
    issueId: 'none',
    level: 'state',
  });
  expect(status).toBe(422);
  expect(page).toContain('id="field-title-error"');
});

test('the preview shows the words as they will be read, with script and without, and saves nothing', async () => {
  const writer = browserOf(world, coordinator);
  const id = hidden((await writer.get('/talking-points/new')).page, 'id');
  const fields = {
    id,
    title: 'Looked at',
    issueId: 'vouchers',
    level: 'state',
    body: '# No\n\n{{district}} needs {{buses}} buses.\n\nVote **no**.',
    short: 'Vote no.',
    district: 'd1',
  };
  const without = await writer.post('/talking-points', { ...fields, act: 'preview' });
  expect(without.status).toBe(200);
  const live = await writer.post('/talking-points/preview', fields);
  for (const { page } of [without, live]) {
    expect(page).toContain('<p>Vote <strong>no</strong>.</p>');
    expect(page).toContain('As read in Drummond');
    expect(page).toContain('2 of 2 districts have no buses');
    expect(page).toContain('TSLN: Vote no.');
  }
  expect(live.page).not.toContain('<html');
  expect((await writer.get(`/talking-points/${id}`)).status).toBe(404);
  expect((await writer.post('/talking-points/text-size', fields)).page).toContain('1 segment');

  const open = await writer.post('/talking-points', { ...fields, body: '{{enrollment' });
  expect(open.status).toBe(422);
  expect(open.page).toContain('A field is left open.');
});

test('words that expired say so, and approvers of an alert with them are warned', async () => {
  const writer = browserOf(world, coordinator);
  const id = hidden((await writer.get('/talking-points/new')).page, 'id');
  const fields = {
    title: 'Until Monday',
    issueId: 'vouchers',
    level: 'federal',
    body: 'Words',
    expiresOn: '2027-02-08',
  };
  await writer.post('/talking-points', { id, ...fields });
  await writer.post(`/talking-points/${id}/versions`);
  expect((await writer.get(`/talking-points/${id}`)).page).toContain(
    'These talking points expired after Monday',
  );
  expect((await writer.get('/talking-points')).page).toContain('Expired');
  const alert = hidden((await writer.get(`/alerts/new?talking-points=${id}`)).page, 'id');
  const { to } = await writer.post('/alerts', {
    id: alert,
    kind: 'update',
    title: 'Until Monday',
    organizationId: 'sam',
    talkingPointsId: id,
    billId: 'hb203',
    channels: ['sms'],
    smsText: 'Words',
  });
  expect(to).toBe(`/alerts/${alert}/preview?done=saved`);
  const { page } = await writer.get(`/alerts/${alert}/preview`);
  expect(page).toContain('The talking points expired after Monday, February 8');
  expect(page).toContain(
    'The bill is before the state legislature, and the talking points are for Congress.',
  );
});
