import { beforeAll, expect, test } from 'vitest';
import { addOrganization } from '../../src/people/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { good, testWorld } from '../support/world.ts';
import { callerOf } from './calls.ts';

const world = testWorld();
const { call, keyFor } = callerOf(world);
let key = '';
beforeAll(async () => {
  key = await keyFor('staff');
  good(await addOrganization(world, SYSTEM, { name: 'Association', shortName: 'A', kind: 'association' }));
});

const send = (path: string, raw: string, type = 'text/csv', headers = {}) =>
  call('POST', `/imports/${path}`, { key, raw, type, headers });
const people = async () => (await call('GET', '/members?limit=1000', { key })).json.data.length;

const GOOD =
  'first_name,last_name,kind,mobile,email\r\nLena,Marsh,superintendent,406-555-0142,lena@district.example\r\nTom,Birch,retired,,tom@district.example\r\n';
const MIXED =
  'first_name,last_name,kind,mobile,email\r\nAda,Fir,superintendent,406-555-0150,ada@district.example\r\nBad,Number,superintendent,12,bad@district.example\r\n';

test('a dry run lists what would be refused and changes nothing', async () => {
  const dry = await send('members?dry_run=1', MIXED);
  expect(dry.status).toBe(200);
  expect(dry.json).toMatchObject({ dry_run: true, import_id: null, created: 1, rejected_rows: 1 });
  expect(dry.json.rejected).toEqual([{ line: 3, field: 'mobile', reason: expect.any(String) }]);
  expect(await people()).toBe(0);
});

test('a file is taken whole or not at all, unless told otherwise', async () => {
  const refused = await send('members', MIXED);
  expect(refused.status).toBe(422);
  expect(refused.json.fields).toEqual([{ field: 'line 3: mobile', message: expect.any(String) }]);
  expect(await people()).toBe(0);
  const taken = await send('members?accept_good_rows=1', MIXED);
  expect([taken.status, taken.json.created]).toEqual([200, 1]);
  expect(await people()).toBe(1);
});

test('the same file twice changes nothing, and an import is undone', async () => {
  const first = await send('members', GOOD);
  expect(first.json).toMatchObject({ created: 2, rejected: [] });
  const again = await send('members', GOOD);
  expect(again.json).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  const before = await people();
  const undone = await call('DELETE', `/imports/${first.json.import_id}`, { key });
  expect(undone.json).toMatchObject({ removed: 2, restored: 0, kept: [] });
  expect(await people()).toBe(before - 2);
  expect((await call('DELETE', `/imports/${first.json.import_id}`, { key })).status).toBe(409);
  const list = (await call('GET', '/imports', { key })).json.data;
  expect(list[0]).toMatchObject({ id: first.json.import_id, state: 'undone' });
  expect(list[0].undone_at).toBe('2027-02-09T16:00:00.000Z');
});

test('other headers are mapped by hand', async () => {
  const file = 'First,Last,Role,Cell phone\r\nNora,Ash,superintendent,406-555-0161\r\n';
  const mapping = { first_name: 'First', last_name: 'Last', kind: 'Role', mobile: 'Cell phone' };
  const taken = await send(`members?mapping=${encodeURIComponent(JSON.stringify(mapping))}`, file);
  expect([taken.status, taken.json.created]).toEqual([200, 1]);
  const [found] = (await call('GET', '/members?phone=4065550161', { key })).json.data;
  expect(found).toMatchObject({ first_name: 'Nora', kind: 'superintendent' });
  expect(found.contact_points).toMatchObject([
    { channel: 'sms', address: '+14065550161', state: 'unconsented' },
  ]);
  const wrong = await send('members?mapping=nonsense', file);
  expect([wrong.status, wrong.json.fields[0].field]).toEqual([422, 'mapping']);
});

test('a file that is empty or nonsense is refused with a reason', async () => {
  for (const raw of ['', '\n\n', 'a,b\n"unclosed'])
    expect((await send('members', raw)).status, raw).toBe(422);
  for (const kind of ['officials', 'committees', 'congress', 'zip-districts'])
    expect((await send(kind, '{"no":1}', 'application/json')).status, kind).toBe(422);
  expect((await send('reach', 'a,b\n1,2\n')).status).toBe(422);
  expect((await send('members?dry_run=maybe', GOOD)).json.fields[0].field).toBe('dry_run');
});

test('an import with a key is done once', async () => {
  const file = 'first_name,last_name,kind,email\r\nOnce,Only,retired,once@district.example\r\n';
  const headers = { 'idempotency-key': 'import-1' };
  const first = await send('members', file, 'text/csv', headers);
  const again = await send('members', file, 'text/csv', headers);
  expect(again.json).toEqual(first.json);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});
