import { beforeAll, expect, test } from 'vitest';
import {
  addBill,
  addBillEvent,
  addIssue,
  agenda,
  editIssue,
  endLegislativeSession,
  listBills,
  listIssues,
  listLegislativeSessions,
  rankPriorities,
  setPosition,
  showBill,
  startLegislativeSession,
  updateBill,
} from '../../src/legislature/index.ts';
import { bad, good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { layGround } from './ground.ts';

const HOUR = 3_600_000;
const world = testWorld();
const staff = staffAs('staff');
const director = staffAs('director');
const ids = { session: '', funding: '', housing: '', bill: '' };

beforeAll(async () => {
  await layGround(world, []);
  const session = { jurisdiction: 'MT', name: '70th Legislature', startsOn: '2027-01-04' };
  ids.session = good(await startLegislativeSession(world, staff, session)).id;
  ids.funding = good(await addIssue(world, staff, { name: 'School funding' })).id;
  ids.housing = good(await addIssue(world, staff, { name: 'Teacher housing' })).id;
});

test('a legislative session is named once', async () => {
  const again = { jurisdiction: 'MT', name: '70th legislature', startsOn: '2027-01-04' };
  expect(bad(await startLegislativeSession(world, staff, again)).fields?.[0]?.field).toBe('name');
  expect(bad(await startLegislativeSession(world, staff, { ...again, jurisdiction: 'XX' })).kind).toBe(
    'invalid',
  );
  expect(
    good(await listLegislativeSessions(world, staffAs('regional_president', { regionId: 'r' }), {})).data,
  ).toHaveLength(1);
});

test('an issue keeps its one name, and a form sent twice makes one issue', async () => {
  expect(bad(await addIssue(world, staff, { name: 'school FUNDING' })).fields?.[0]?.field).toBe('name');
  const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  good(await addIssue(world, staff, { id, name: 'Transportation' }));
  expect(good(await addIssue(world, staff, { id, name: 'Transportation' })).id).toBe(id);
  expect(good(await editIssue(world, staff, { id, summary: 'Buses' }))).toMatchObject({
    name: 'Transportation',
    summary: 'Buses',
  });
  expect(bad(await editIssue(world, staff, { id, name: 'School funding' })).kind).toBe('invalid');
  expect(good(await listIssues(world, staff, {})).data.map((issue) => issue.name)).toEqual([
    'School funding',
    'Teacher housing',
    'Transportation',
  ]);
});

test('only the director ranks, the whole order at once, and not over somebody else’s ranking', async () => {
  const ranking = { legislativeSessionId: ids.session, issueIds: [ids.housing, ids.funding] };
  expect(bad(await rankPriorities(world, staff, ranking)).kind).toBe('forbidden');
  good(await rankPriorities(world, director, { ...ranking, was: [] }));
  const names = async () =>
    good(await agenda(world, staff, {})).priorities.map((issue) => `${issue.rank} ${issue.name}`);
  expect(await names()).toEqual(['1 Teacher housing', '2 School funding']);
  const late = { legislativeSessionId: ids.session, issueIds: [ids.funding], was: [] };
  expect(bad(await rankPriorities(world, director, late)).kind).toBe('conflict');
  expect(await names()).toHaveLength(2);
  good(
    await rankPriorities(world, director, {
      ...late,
      issueIds: [ids.funding, ids.housing],
      was: ranking.issueIds,
    }),
  );
  expect(await names()).toEqual(['1 School funding', '2 Teacher housing']);
  const twice = { legislativeSessionId: ids.session, issueIds: [ids.funding, ids.funding, 'nothing'] };
  expect(bad(await rankPriorities(world, director, twice)).fields?.map((one) => one.field)).toEqual([
    'issueIds.1',
    'issueIds.2',
  ]);
});

test('a bill’s number is written one way and used once in a session', async () => {
  const bill = {
    legislativeSessionId: ids.session,
    number: 'hb203',
    title: 'Revise school funding',
    issueId: ids.funding,
  };
  const added = good(await addBill(world, staff, bill));
  ids.bill = added.id;
  expect(added).toMatchObject({ number: 'HB 203', status: 'Introduced', statusOn: '2027-02-09' });
  expect(bad(await addBill(world, staff, { ...bill, number: 'H.B. 203' })).fields).toEqual([
    { field: 'number', message: 'HB 203 is on the agenda of this session already.' },
  ]);
  expect(bad(await addBill(world, staff, { ...bill, number: 'the bill' })).fields?.[0]?.field).toBe('number');
  expect(
    bad(await addBill(world, staff, { ...bill, number: 'HB 9', issueId: 'nothing' })).fields?.[0]?.field,
  ).toBe('issueId');
  const form = { ...bill, id: '01ARZ3NDEKTSV4RRFFQ69G5FAW', number: 'SB 12' };
  expect(good(await addBill(world, staff, form)).id).toBe(good(await addBill(world, staff, form)).id);
});

test('the next hearing is the next one, not one that is over', async () => {
  const hearing = { billId: ids.bill, kind: 'hearing' as const };
  good(await addBillEvent(world, staff, { ...hearing, at: TUESDAY - HOUR, note: 'Room 472' }));
  good(await addBillEvent(world, staff, { ...hearing, at: TUESDAY + 48 * HOUR }));
  good(await addBillEvent(world, staff, { ...hearing, at: TUESDAY + 24 * HOUR }));
  const [funding] = good(
    await agenda(world, staffAs('regional_president', { regionId: 'r' }), {}),
  ).priorities;
  expect(funding?.bills[0]).toMatchObject({ number: 'HB 203', hearingAt: TUESDAY + 24 * HOUR });
  expect(
    bad(await addBillEvent(world, staff, { ...hearing, at: TUESDAY, committeeId: 'nothing' })).kind,
  ).toBe('invalid');
});

test('a new status is kept among the bill’s events with its day', async () => {
  good(await updateBill(world, staff, { id: ids.bill, title: 'Revise school funding laws' }));
  good(await updateBill(world, staff, { id: ids.bill, status: 'In House Education' }));
  const bill = good(await showBill(world, staff, { id: ids.bill }));
  expect(bill).toMatchObject({
    title: 'Revise school funding laws',
    status: 'In House Education',
    statusOn: '2027-02-09',
  });
  expect(bill.events.filter((event) => event.kind === 'status')).toMatchObject([
    { note: 'In House Education' },
  ]);
});

test('a position is dated and ends the one before; the affiliate has its own', async () => {
  good(await setPosition(world, staff, { billId: ids.bill, position: 'monitor', fromOn: '2027-01-20' }));
  good(await setPosition(world, staff, { billId: ids.bill, position: 'support' }));
  good(await setPosition(world, staff, { billId: ids.bill, position: 'support', fromOn: '2027-02-20' }));
  good(
    await setPosition(world, staff, { billId: ids.bill, organizationId: 'affiliate', position: 'oppose' }),
  );
  const early = { billId: ids.bill, position: 'oppose' as const, fromOn: '2027-01-01' };
  expect(bad(await setPosition(world, staff, early)).fields?.[0]?.field).toBe('fromOn');
  const bill = good(await showBill(world, staff, { id: ids.bill }));
  expect(bill).toMatchObject({ position: 'support', positionFrom: '2027-02-09' });
  expect(
    bill.positions
      .map((one) => [one.organizationId, one.position, one.fromOn, one.toOn].join(' '))
      .toSorted(),
  ).toEqual([
    'affiliate oppose 2027-02-09 ',
    'association monitor 2027-01-20 2027-02-09',
    'association support 2027-02-09 ',
  ]);
});

test('bills are listed by number as people count, page by page', async () => {
  for (const number of ['HB 9', 'HB 1024'])
    good(await addBill(world, staff, { legislativeSessionId: ids.session, number, title: 'Another' }));
  const first = good(await listBills(world, staff, { limit: 2 }));
  expect(first.data.map((bill) => bill.number)).toEqual(['HB 9', 'HB 203']);
  const second = good(await listBills(world, staff, { limit: 2, cursor: first.nextCursor ?? '' }));
  expect(second.data.map((bill) => bill.number)).toEqual(['HB 1024', 'SB 12']);
  expect(second.nextCursor).toBeNull();
  expect(good(await listBills(world, staff, { q: 'hb203' })).data).toHaveLength(1);
});

test('a session ends once, on or after the day it began', async () => {
  const ending = { id: ids.session, endsOn: '2027-04-28' };
  expect(bad(await endLegislativeSession(world, staff, { ...ending, endsOn: '2027-01-01' })).kind).toBe(
    'invalid',
  );
  good(await endLegislativeSession(world, staff, ending));
  good(await endLegislativeSession(world, staff, ending));
  expect(bad(await endLegislativeSession(world, staff, { ...ending, endsOn: '2027-05-01' })).kind).toBe(
    'conflict',
  );
});

test('a partner reads no agenda, and the board changes none', async () => {
  expect(bad(await agenda(world, staffAs('partner'), {})).kind).toBe('forbidden');
  expect(bad(await updateBill(world, staffAs('board'), { id: ids.bill, status: 'Dead' })).kind).toBe(
    'forbidden',
  );
});
