import { beforeAll, describe, expect, test } from 'vitest';
import { apiDocument } from '../../src/api/document.ts';
import { refreshObligations } from '../../src/filings/index.ts';
import { setFiler } from '../../src/lobbying/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { association } from '../filings/ground.ts';
import { good } from '../support/world.ts';
import { callerOf } from './calls.ts';

let here: Awaited<ReturnType<typeof association>>;
let api: ReturnType<typeof callerOf>;
let key = '';
beforeAll(async () => {
  here = await association();
  const { world, organizationId } = here;
  good(await setFiler(world, SYSTEM, { organizationId, regime: 'lda', fromOn: '2027-01-01' }));
  api = callerOf(world);
  key = await api.keyFor('director');
});

const decide = (factKey: string, value: string, more = {}) =>
  api.call('POST', '/decisions', {
    key,
    body: {
      organization_id: here.organizationId,
      regime: 'lda',
      key: factKey,
      value,
      from_on: '2027-01-01',
      decided_by: 'The board',
      decided_on: '2027-01-05',
      ...more,
    },
  });

describe('decisions about a filer over the wire', () => {
  test('are recorded and read back with who made them and when', async () => {
    expect((await decide('registered', 'yes')).status).toBe(201);
    const { json } = await api.call('GET', '/decisions', { key });
    const own = json.filers.find(
      (one: { organization_id: string; regime: string }) =>
        one.organization_id === here.organizationId && one.regime === 'lda',
    );
    const registered = own.facts.find((one: { spec: { key: string } }) => one.spec.key === 'registered');
    expect(registered.decisions).toEqual([
      {
        key: 'registered',
        value: 'yes',
        from_on: '2027-01-01',
        decided_by: 'The board',
        decided_on: '2027-01-05',
        note: '',
      },
    ]);
  });

  test('are the director’s and the owner’s to make', async () => {
    const staff = await api.keyFor('staff');
    const { status } = await api.call('POST', '/decisions', { key: staff, body: {} });
    expect(status).toBe(403);
    expect((await api.call('GET', '/decisions', { key: staff })).status).toBe(200);
  });
});

test('a candidate is named once, however often it is said, and taken away again', async () => {
  const body = {
    official_id: here.officialId,
    election_on: '2028-11-07',
    office: 'State Senate, SD 13',
    source: 'List of filed candidates',
  };
  const [one, two] = [
    await api.call('POST', '/candidates', { key, body }),
    await api.call('POST', '/candidates', { key, body }),
  ];
  expect([one.status, two.status, two.json.id]).toEqual([201, 201, one.json.id]);
  const named = async () =>
    (await api.call('GET', '/candidates', { key })).json.candidates.filter(
      (each: { official_id: string }) => each.official_id === here.officialId,
    );
  expect(await named()).toMatchObject([{ id: one.json.id, office: 'State Senate, SD 13' }]);
  expect((await api.call('DELETE', `/candidates/${one.json.id}`, { key })).status).toBe(200);
  expect(await named()).toEqual([]);
  expect((await api.call('DELETE', `/candidates/${one.json.id}`, { key })).status).toBe(404);
});

test('the window in which naming one is held is set with its reason', async () => {
  const set = await api.call('POST', '/campaign-windows', {
    key,
    body: { days: 60, source: 'Board decision of January 5, 2027' },
  });
  expect(set.status).toBe(201);
  expect((await api.call('GET', '/candidates', { key })).json.window).toMatchObject({ days: 60 });
});

test('an LD-2 is downloaded in the shape of the public API, and only an LD-2', async () => {
  await decide('public_official', 'no');
  await decide('expense_method', 'A');
  good(await refreshObligations(here.world, SYSTEM, {}));
  const report = await here.report('ld-2', '2027-03-31');
  const filing = await api.call('POST', '/filings', { key, body: { obligation_id: report.id } });
  const file = await api.call('GET', `/filings/${filing.json.filing_id}/exports/ld2-json`, { key });
  expect(file.status).toBe(200);
  expect(file.headers.get('content-disposition')).toMatch(/attachment; filename=".+\.json"/);
  expect(file.json).toMatchObject({ filing_year: 2027, filing_period: 'first_quarter' });
  const none = await api.call('GET', `/filings/${filing.json.filing_id}/exports/pdf`, { key });
  expect([none.status, none.json.detail]).toEqual([404, expect.stringContaining('That kind of file')]);
  const january = await here.report('l5-january', '2027-01-31');
  const l5 = await api.call('POST', '/filings', { key, body: { obligation_id: january.id } });
  expect((await api.call('GET', `/filings/${l5.json.filing_id}/exports/ld2-json`, { key })).status).toBe(404);
});

test('the document has each address, and the shapes of what is sent', () => {
  const { paths } = apiDocument();
  expect(paths['/filings/{id}/exports/{as}']?.get?.parameters).toMatchObject([
    { name: 'id', in: 'path' },
    { name: 'as', in: 'path', schema: { enum: ['ld2-json'] } },
  ]);
  for (const [path, methods] of Object.entries({
    '/decisions': ['get', 'post'],
    '/candidates': ['get', 'post'],
    '/candidates/{id}': ['delete'],
    '/campaign-windows': ['post'],
    '/thresholds': ['get'],
  }))
    expect([path, Object.keys(paths[path] ?? {}).toSorted()]).toEqual([path, methods]);
});
