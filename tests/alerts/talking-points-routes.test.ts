import { beforeAll, expect, test } from 'vitest';
import { newestVersion } from '../../src/alerts/index.ts';
import { staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, hidden } from './app.ts';
import { coordinator, settle } from './cast.ts';

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
  const seenAt = hidden((await writer.get(`/talking-points/${id}`)).page, 'seenAt');
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
