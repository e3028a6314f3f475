import { beforeAll, describe, expect, test } from 'vitest';
import { filingRoutes } from '../../src/filings/index.ts';
import { lobbyistsOf } from '../../src/filings/queries.ts';
import { lobbyingRoutes, setFiler } from '../../src/lobbying/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { callerOf } from '../api/calls.ts';
import { browserOf } from '../lobbying/app.ts';
import { good, staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

// Every refusal that the log and the filings owe for bad input, as a person meets it on the page and a program by API.
let here: Awaited<ReturnType<typeof association>>;
let desk: ReturnType<typeof browserOf>;
let reports: ReturnType<typeof browserOf>;
let api: ReturnType<typeof callerOf>;
let key = '';
beforeAll(async () => {
  here = await association();
  const director = staffAs('director', { id: here.theo.id });
  good(
    await setFiler(here.world, SYSTEM, {
      organizationId: here.organizationId,
      regime: 'lda',
      fromOn: '2027-01-01',
    }),
  );
  desk = browserOf(here.world, director, lobbyingRoutes);
  reports = browserOf(here.world, director, filingRoutes);
  api = callerOf(here.world);
  key = await api.keyFor('director');
});

type Fields = Record<string, string>;
/** What is sent by form and by API, and the words and the field of the refusal. */
interface Refusal {
  what: string;
  page: string;
  form: Fields;
  path: string;
  body: object;
  field: string;
  says: string;
}
const ACT: Fields = { kind: 'research', onDate: '2027-02-01', minutes: '30' };
const act = { kind: 'research', on_date: '2027-02-01', minutes: 30 };
const activity = (what: string, form: Fields, body: object, field: string, says: string): Refusal => ({
  what,
  page: '/log/activities',
  form: { ...ACT, ...form },
  path: '/activities',
  body: { ...act, ...body },
  field,
  says,
});
const SPENT: Fields = {
  incurredOn: '2027-02-01',
  amount: '12.50',
  payee: 'Harrowgate Printing',
  purpose: 'Leaflets',
  mtCategory: 'printing',
  msCategory: 'e',
};
const spent = {
  incurred_on: '2027-02-01',
  amount_cents: 1250,
  payee: 'Harrowgate Printing',
  purpose: 'Leaflets',
  mt_category: 'printing',
  ms_category: 'e',
};
const expense = (what: string, form: Fields, body: object, field: string, says: string): Refusal => ({
  what,
  page: '/log/expenses',
  form: { ...SPENT, ...form },
  path: '/expenses',
  body: { ...spent, ...body },
  field,
  says,
});

const FUTURE = 'This day is still to come.';
const MISTYPED = 'This day is before the log begins. Check the year.';
const refusals: Refusal[] = [
  activity(
    'more hours than a day has',
    { minutes: '1441' },
    { minutes: 1441 },
    'minutes',
    'A day has 1,440 minutes.',
  ),
  activity('minutes below zero', { minutes: '-5' }, { minutes: -5 }, 'minutes', ''),
  activity('a day still to come', { onDate: '2027-02-10' }, { on_date: '2027-02-10' }, 'on_date', FUTURE),
  activity('a mistyped year', { onDate: '1927-02-01' }, { on_date: '1927-02-01' }, 'on_date', MISTYPED),
  activity(
    'a day that no calendar has',
    { onDate: '2027-02-30' },
    { on_date: '2027-02-30' },
    'on_date',
    'Write the date',
  ),
  activity(
    'an official nobody knows',
    { officialId: 'nobody' },
    { official_id: 'nobody' },
    'official_id',
    'That official is not known here.',
  ),
  activity(
    'a bill nobody knows',
    { billId: 'none' },
    { bill_id: 'none' },
    'bill_id',
    'That bill is not known here.',
  ),
  expense(
    'an amount below zero',
    { amount: '-5.00' },
    { amount_cents: -500 },
    'amount_cents',
    'cannot be below zero',
  ),
  expense('cents beyond two places', { amount: '12.345' }, { amount_cents: 1234.5 }, 'amount_cents', ''),
  expense(
    'an expense of a day still to come',
    { incurredOn: '2027-02-10' },
    { incurred_on: '2027-02-10' },
    'incurred_on',
    FUTURE,
  ),
  expense(
    'an expense of a mistyped year',
    { incurredOn: '0027-02-01' },
    { incurred_on: '0027-02-01' },
    'incurred_on',
    MISTYPED,
  ),
  expense(
    'one paid on a day still to come',
    { asked: 'payment', paidOn: '2027-03-01' },
    { paid_on: '2027-03-01' },
    'paid_on',
    FUTURE,
  ),
  expense(
    'an official nobody knows',
    { officialId: 'nobody' },
    { official_id: 'nobody' },
    'official_id',
    'That official is not known here.',
  ),
  {
    what: 'dues of a day still to come',
    page: '/log/dues',
    form: { receivedOn: '2027-02-10', amount: '300', payer: 'Drummond', payerKind: 'district' },
    path: '/dues',
    body: { received_on: '2027-02-10', amount_cents: 30000, payer: 'Drummond', payer_kind: 'district' },
    field: 'received_on',
    says: FUTURE,
  },
];

const MOST_DECIMALS = 'at most two places';
describe('bad input to the log', () => {
  test.each(refusals)('$what is refused on the page', async ({ page, form, says, what }) => {
    const answer = await desk.post(page, form);
    expect(answer.status).toBe(422);
    expect(answer.page).toContain(
      says || (what.startsWith('cents') ? MOST_DECIMALS : 'cannot be below zero'),
    );
  });
  test.each(refusals)(
    '$what is refused by API, by the name of its field',
    async ({ path, body, field, says }) => {
      const { status, json } = await api.call('POST', path, { key, body });
      expect(status).toBe(422);
      const found = json.fields.find((one: { field: string }) => one.field === field);
      expect(found?.message).toContain(says);
    },
  );

  test('a day whose lines come to more than its hours', async () => {
    expect(
      (await desk.post('/log/activities', { ...ACT, onDate: '2027-02-02', minutes: '1400' })).status,
    ).toBe(303);
    const more = await desk.post('/log/activities', { ...ACT, onDate: '2027-02-02', minutes: '41' });
    expect([more.status, more.page.includes('would be over 24 hours')]).toEqual([422, true]);
    const own = { ...act, on_date: '2027-02-02', minutes: 41, staff_id: here.theo.id };
    const { status, json } = await api.call('POST', '/activities', { key, body: own });
    expect([status, json.fields?.[0]?.field]).toEqual([422, 'minutes']);
  });

  test('pay for spans of one person that share a day', async () => {
    const filer = await here.world.db.all(lobbyistsOf, {
      organizationId: here.organizationId,
      regime: 'mt',
    });
    const lobbyistId = filer[0]?.id ?? '';
    const form = {
      person: `lobbyist:${lobbyistId}`,
      fromOn: '2027-01-01',
      toOn: '2027-01-31',
      pay: '5000',
      hours: '160',
    };
    expect((await desk.post('/log/pay', form)).status).toBe(303);
    const again = await desk.post('/log/pay', {
      ...form,
      fromOn: '2027-01-31',
      toOn: '2027-02-05',
      hours: '40',
    });
    expect(again.page).toContain('is there already');
    const { status, json } = await api.call('POST', '/compensation', {
      key,
      body: { lobbyist_id: lobbyistId, from_on: '2027-01-15', to_on: '2027-02-05', pay_cents: 100 },
    });
    expect([status, JSON.stringify(json)]).toEqual([422, expect.stringContaining('is there already')]);
  });
});

describe('bad input to the filings', () => {
  test('another method within a year that has begun', async () => {
    const form = {
      organizationId: here.organizationId,
      regime: 'lda',
      key: 'expense_method',
      value: 'A',
      fromOn: '2027-01-01',
      decidedBy: 'The board',
      decidedOn: '2027-01-05',
    };
    expect((await reports.post('/filings/decisions', form)).status).toBe(303);
    const other = await reports.post('/filings/decisions', { ...form, value: 'C' });
    expect([other.status, other.page.includes('on record for 2027 already')]).toEqual([422, true]);
    const midYear = await reports.post('/filings/decisions', { ...form, value: 'C', fromOn: '2027-07-01' });
    expect([midYear.status, midYear.page.includes('begins on a January 1')]).toEqual([422, true]);
    const body = {
      organization_id: here.organizationId,
      regime: 'lda',
      key: 'expense_method',
      value: 'C',
      from_on: '2027-01-01',
      decided_by: 'The board',
      decided_on: '2027-01-05',
    };
    expect((await api.call('POST', '/decisions', { key, body })).status).toBe(409);
    const late = await api.call('POST', '/decisions', { key, body: { ...body, from_on: '2027-07-01' } });
    expect([late.status, late.json.fields[0].field]).toEqual([422, 'from_on']);
  });

  test('filing with open checks, and filing twice', async () => {
    const draft = await here.spend(12_00, { incurredOn: '2027-01-20', purpose: '=HYPERLINK("http://x")' });
    await write(here.world, `update expense set state = 'draft' where id = '${draft}'`);
    const { id } = await here.report('l5-january', '2027-01-31');
    const prepared = await api.call('POST', '/filings', { key, body: { obligation_id: id } });
    const filing = prepared.json.filing_id;
    const open = await reports.post(`/filings/${id}/filing`, { filingId: filing });
    expect([open.status, open.page.includes('Not confirmed yet')]).toEqual([422, true]);
    const refused = await api.call('POST', `/filings/${filing}/file`, { key });
    expect([refused.status, refused.json.rule]).toEqual([422, 'open_checks']);

    await write(here.world, `update expense set state = 'confirmed' where id = '${draft}'`);
    expect((await api.call('POST', '/filings', { key, body: { obligation_id: id } })).status).toBe(201);
    const filed = await api.call('POST', `/filings/${filing}/file`, { key });
    expect(filed.status, filed.text).toBe(200);
    const twice = await reports.post(`/filings/${id}/filing`, { filingId: filing });
    expect([twice.status, twice.page.includes('filed already')]).toEqual([409, true]);
    const again = await api.call('POST', `/filings/${filing}/file`, { key });
    expect([again.status, again.json.detail]).toEqual([409, expect.stringContaining('filed already')]);

    // What somebody typed as a formula is words in every file.
    for (const csv of [
      (await reports.get(`/filings/filing/${filing}.csv`)).page,
      (await api.call('GET', `/filings/${filing}.csv`, { key })).text,
    ])
      expect(csv).not.toMatch(/(^|,|"|\n)=HYPERLINK/);
  });
});
