import { beforeAll, describe, expect, test } from 'vitest';
import {
  addContactReport,
  addLobbyist,
  confirmContactReport,
  contactChoices,
  discardContactReport,
  draftContactReport,
  endLobbyist,
  listActivities,
  listContactReports,
  lobbyingJobs,
  memberTraces,
  showActivity,
  showContactReport,
  stancesOn,
  waitingReports,
} from '../../src/lobbying/index.ts';
import { SYSTEM, type Who } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { alert, freshWorld, reply, rows, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const member = (id: string): Who => ({ kind: 'member', id });
const ofRegion = (regionId: string) => staffAs('regional_president', { regionId });
const draftOf = async (body: string, memberId = 'ned', alertId: string | null = null) => {
  const { id } = good(
    await draftContactReport(world, SYSTEM, { replyId: await reply(world, memberId, body, alertId) }),
  );
  if (!id) throw new Error('Nothing was drafted.');
  return id;
};
const shown = async (id: string) => good(await showContactReport(world, staff, { id }));
const lineOf = async (reportId: string) => {
  const lines = good(await listActivities(world, staff, { limit: 200 })).data;
  return lines.filter((one) => one.contactReportId === reportId);
};
const classesOf = (line: { classes: string } | undefined) =>
  (JSON.parse(line?.classes ?? '[]') as { regime: string; class: string; counts: number }[])
    // Every line is classed for the tax return too; these tests are about the states.
    .filter((one) => one.regime !== 'irs')
    .map((one) => `${one.regime} ${one.class} ${one.counts}`)
    .toSorted();
const count = async (table: string) => Number((await rows(`select count(*) as n from ${table}`))[0]?.n);

beforeAll(settle);

describe('a reply about an official', () => {
  test('is drafted once, whatever runs twice', async () => {
    const alertId = await alert(world);
    const replyId = await reply(world, 'ned', 'Called Sen. Hill yesterday, leaning no', alertId);
    await lobbyingJobs['reply.about_contact'](world, { replyId });
    const journal = await count('journal');
    const again = good(await draftContactReport(world, SYSTEM, { replyId }));
    expect(await count('journal')).toBe(journal);
    expect(await rows(`select id from contact_report where reply_id = '${replyId}'`)).toEqual([
      { id: again.id },
    ]);
    expect(await shown(again.id ?? '')).toMatchObject({
      state: 'draft',
      memberId: 'ned',
      officialId: 'hill',
      billId: 'hb203',
      alertId,
      issueId: 'vouchers',
      stance: 'lean_oppose',
      method: 'phone',
      onDate: '2027-02-08',
      door: 'sms',
    });
  });

  test('two runs at once draft one', async () => {
    const replyId = await reply(world, 'ned', 'Called Rep. Morigeau, undecided');
    const both = await Promise.all([1, 2].map(() => draftContactReport(world, SYSTEM, { replyId })));
    expect(new Set(both.map((one) => good(one).id)).size).toBe(1);
  });

  test.each(['Stop HB 203', '1', 'Thanks, will do', 'What is Sen. Hill’s number?', 'Will call Sen. Hill'])(
    'that only says %j is not drafted',
    async (body) => {
      const before = await count('contact_report');
      expect(
        good(await draftContactReport(world, SYSTEM, { replyId: await reply(world, 'ned', body) })),
      ).toEqual({ id: null });
      expect(await count('contact_report')).toBe(before);
    },
  );

  test('of somebody unknown, or that does not exist, drafts nothing', async () => {
    const replyId = await reply(world, null, 'Called Sen. Hill, leaning no');
    expect(good(await draftContactReport(world, SYSTEM, { replyId })).id).toBeNull();
    expect(good(await draftContactReport(world, SYSTEM, { replyId: 'none' })).id).toBeNull();
  });

  test('about another bill is not put to the alert’s bill', async () => {
    const alertId = await alert(world);
    expect((await shown(await draftOf('Called Sen. Hill on SB 12', 'ned', alertId))).billId).toBe('sb12');
    expect((await shown(await draftOf('Called Sen. Hill on HB 999', 'ned', alertId))).billId).toBeNull();
    expect(
      (await shown(await draftOf('Called Sen. Hill on HB 203 and SB 12', 'ned', alertId))).billId,
    ).toBeNull();
  });
});

describe('confirming', () => {
  test('writes one line of the log, classed where the association files; a second time is a conflict', async () => {
    const id = await draftOf('Called Sen. Hill, leaning no', 'ned', await alert(world));
    good(await confirmContactReport(world, staff, { id }));
    const [line, more] = await lineOf(id);
    expect(more).toBeUndefined();
    expect(line).toMatchObject({
      personKind: 'member',
      memberId: 'ned',
      kind: 'direct_contact',
      officialId: 'hill',
      billId: 'hb203',
      position: 'oppose',
      directedBy: 'client',
      state: 'confirmed',
    });
    expect(classesOf(line)).toEqual(['ms not_counted 0', 'mt not_counted 0']);
    expect(bad(await confirmContactReport(world, staff, { id })).kind).toBe('conflict');
    expect(bad(await discardContactReport(world, staff, { id })).kind).toBe('conflict');
    expect(await lineOf(id)).toHaveLength(1);
    expect((await shown(id)).state).toBe('confirmed');
    const { issueId } =
      (await rows(`select issue_id as issueId from activity where contact_report_id = '${id}'`))[0] ?? {};
    expect(issueId).toBe('vouchers');
  });

  test('by a paid lobbyist who texted counts in both states; before they were one it does not', async () => {
    const id = await draftOf('Talked to Morigeau, he is a no', 'lobby', await alert(world));
    good(await confirmContactReport(world, staff, { id }));
    const [line] = await lineOf(id);
    expect(line).toMatchObject({
      personKind: 'staff_lobbyist',
      lobbyistId: 'lou',
      memberId: 'lobby',
      directedBy: 'lobbyist',
    });
    expect(classesOf(line)).toEqual(['ms a 1', 'mt lobbying 1']);
    const early = await draftOf('Talked to Morigeau, he is a no', 'lobby');
    good(await confirmContactReport(world, staff, { id: early, onDate: '2027-01-14' }));
    expect((await lineOf(early))[0]).toMatchObject({ personKind: 'member', lobbyistId: null });
  });

  test('two people at once write one line', async () => {
    const id = await draftOf('Called Sen. Hill, leaning no');
    const both = await Promise.all([1, 2].map(() => confirmContactReport(world, staff, { id })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await lineOf(id)).toHaveLength(1);
  });

  test('keeps what the draft has and takes what was mended', async () => {
    const id = await draftOf('Called Sen. Hill, leaning no', 'ned', await alert(world));
    good(
      await confirmContactReport(world, staff, {
        id,
        officialId: 'smith',
        stance: null,
        method: 'testimony',
        note: 'At the hearing',
      }),
    );
    expect(await shown(id)).toMatchObject({
      officialId: 'smith',
      stance: null,
      method: 'testimony',
      billId: 'hb203',
      note: 'At the hearing',
    });
    expect((await lineOf(id))[0]?.kind).toBe('testimony');
  });

  test('needs an official, one who is known, a known bill and a day that has come', async () => {
    const id = await draftOf('Called a legislator');
    const fields = async (input: object) =>
      bad(await confirmContactReport(world, staff, { id, ...input })).fields;
    expect(await fields({})).toMatchObject([{ field: 'officialId' }]);
    expect(await fields({ officialId: 'nobody' })).toMatchObject([{ field: 'officialId' }]);
    expect(await fields({ officialId: 'hill', billId: 'nothing' })).toMatchObject([{ field: 'billId' }]);
    expect(await fields({ officialId: 'hill', onDate: '2027-02-10' })).toMatchObject([{ field: 'onDate' }]);
    expect(await fields({ officialId: 'hill', colour: 'red' })).toMatchObject([{ field: 'colour' }]);
    expect((await shown(id)).state).toBe('draft');
  });

  test('is a member’s for their own report only', async () => {
    const id = await draftOf('Called Sen. Hill, leaning no');
    expect(bad(await confirmContactReport(world, member('carla'), { id })).kind).toBe('missing');
    expect(bad(await discardContactReport(world, member('carla'), { id })).kind).toBe('missing');
    good(await confirmContactReport(world, member('ned'), { id }));
  });

  test('is a regional president’s for the members of their region', async () => {
    const id = await draftOf('Called Sen. Hill, leaning no');
    const other = ofRegion('central');
    expect(bad(await showContactReport(world, other, { id })).kind).toBe('missing');
    expect(bad(await confirmContactReport(world, other, { id })).kind).toBe('missing');
    expect(bad(await discardContactReport(world, other, { id })).kind).toBe('missing');
    const seen = good(await listContactReports(world, other, {})).data;
    expect(seen.every((one) => one.regionId === 'central')).toBe(true);
    expect(await waitingReports(world, 'central')).toBe(0);
    expect(await waitingReports(world, 'hi-line')).toBeGreaterThan(0);
    good(await confirmContactReport(world, ofRegion('hi-line'), { id }));
  });

  test('of what was never there is told so', async () => {
    expect(bad(await confirmContactReport(world, staff, { id: 'none' })).kind).toBe('missing');
    expect(bad(await showContactReport(world, staff, { id: 'none' })).kind).toBe('missing');
  });
});

test('a draft put away leaves nothing in the log', async () => {
  const id = await draftOf('Called Sen. Hill, leaning no');
  good(await discardContactReport(world, member('ned'), { id }));
  expect(await lineOf(id)).toEqual([]);
  expect(bad(await confirmContactReport(world, staff, { id })).kind).toBe('conflict');
});

describe('the form', () => {
  const input = {
    officialId: 'hill',
    billId: 'hb203',
    stance: 'oppose',
    method: 'phone',
    onDate: '2027-02-09',
  } as const;

  test('of a member is theirs, confirmed and in the log at once', async () => {
    const { id } = good(await addContactReport(world, member('carla'), { ...input, memberId: 'ned' }));
    expect(await shown(id)).toMatchObject({
      memberId: 'carla',
      door: 'web',
      state: 'confirmed',
      confirmedBy: 'carla',
    });
    expect((await lineOf(id))[0]).toMatchObject({ memberId: 'carla', directedBy: 'independent' });
  });

  test('by staff on behalf of a member is the member’s', async () => {
    const { id } = good(await addContactReport(world, staff, { ...input, memberId: 'ned' }));
    expect(await shown(id)).toMatchObject({ memberId: 'ned', door: 'staff' });
    expect((await lineOf(id))[0]?.personKind).toBe('member');
  });

  test('by staff for themselves: a paid lobbyist counts, an employee is Mississippi’s (d)', async () => {
    const theo = staffAs('staff', { id: 'staff-lobbyist' });
    const paid = good(await addContactReport(world, theo, input));
    expect(await shown(paid.id)).toMatchObject({ memberId: null, lobbyistName: 'Theo Brightwater' });
    expect(classesOf((await lineOf(paid.id))[0])).toEqual(['ms a 1', 'mt lobbying 1']);
    const unpaid = good(await addContactReport(world, staff, input));
    expect((await lineOf(unpaid.id))[0]).toMatchObject({ personKind: 'staff_support', directedBy: 'client' });
    expect(classesOf((await lineOf(unpaid.id))[0])).toEqual(['ms d 1', 'mt not_counted 0']);
  });

  test('sent twice is one report, one line and one entry of the journal', async () => {
    const before = await count('journal');
    for (let times = 0; times < 2; times += 1)
      expect(good(await addContactReport(world, staff, { ...input, id: '01FORM', memberId: 'ned' }))).toEqual(
        { id: '01FORM' },
      );
    expect(await count('journal')).toBe(before + 1);
    expect(await lineOf('01FORM')).toHaveLength(1);
  });

  test('says what is wrong beside each field', async () => {
    const wrong = async (more: object, who: Who = staff) =>
      bad(await addContactReport(world, who, { ...input, ...more }));
    expect((await wrong({ officialId: '' })).fields).toMatchObject([
      { field: 'officialId', message: 'Choose the official.' },
    ]);
    expect((await wrong({ officialId: 'nobody' })).fields).toMatchObject([{ field: 'officialId' }]);
    expect((await wrong({ billId: 'nothing' })).fields).toMatchObject([{ field: 'billId' }]);
    expect((await wrong({ alertId: 'nothing' })).fields).toMatchObject([{ field: 'alertId' }]);
    expect((await wrong({ onDate: '2027-02-10' })).fields).toMatchObject([{ field: 'onDate' }]);
    expect((await wrong({ onDate: '2/9/2027' })).fields).toMatchObject([{ field: 'onDate' }]);
    expect((await wrong({ method: 'pigeon' })).fields).toMatchObject([{ field: 'method' }]);
    expect((await wrong({ note: 'x'.repeat(2001) })).fields).toMatchObject([{ field: 'note' }]);
    expect((await wrong({ memberId: 'nobody' })).kind).toBe('missing');
    expect((await wrong({}, ofRegion('central'))).fields).toMatchObject([{ field: 'memberId' }]);
    expect((await wrong({ memberId: 'ned' }, ofRegion('central'))).kind).toBe('missing');
    good(await addContactReport(world, ofRegion('central'), { ...input, memberId: 'carla' }));
  });

  test('offers the officials in office and the bills', async () => {
    const choices = good(await contactChoices(world, member('ned'), {}));
    expect(choices.officials.map((one) => `${one.title} ${one.name}`)).toContain('Sen. Ada Hill');
    expect(choices.bills.map((one) => one.number).toSorted()).toEqual(['HB 203', 'SB 12']);
  });
});

test('the latest confirmed stance of an official on a bill stands', async () => {
  const on = async (onDate: string, stance: 'support' | 'oppose') =>
    good(
      await addContactReport(world, staff, {
        officialId: 'smith',
        billId: 'sb12',
        stance,
        onDate,
        memberId: 'ned',
      }),
    );
  await on('2027-02-07', 'support');
  await on('2027-02-08', 'oppose');
  await on('2027-02-01', 'support');
  expect(await stancesOn(world, 'sb12')).toMatchObject([
    { officialId: 'smith', stance: 'oppose', onDate: '2027-02-08' },
  ]);
});

test('lists narrow by state, alert, bill, official and member, page by page', async () => {
  const all = good(await listContactReports(world, staff, { limit: 200 })).data;
  const first = good(await listContactReports(world, staff, { limit: 2 }));
  expect(first.data).toHaveLength(2);
  const second = good(await listContactReports(world, staff, { limit: 2, after: first.nextCursor }));
  expect([...first.data, ...second.data].map((one) => one.id)).toEqual(all.slice(0, 4).map((one) => one.id));
  const alertId = all.find((one) => one.alertId)?.alertId ?? '';
  for (const [filter, fits] of [
    [{ alertId }, (one) => one.alertId === alertId],
    [{ billId: 'sb12' }, (one) => one.billId === 'sb12'],
    [{ officialId: 'smith' }, (one) => one.officialId === 'smith'],
    [{ memberId: 'carla' }, (one) => one.memberId === 'carla'],
    [{ state: 'discarded' }, (one) => one.state === 'discarded'],
  ] as [object, (one: (typeof all)[number]) => boolean][]) {
    const found = good(await listContactReports(world, staff, { ...filter, limit: 200 })).data;
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((one) => one.id)).toEqual(all.filter(fits).map((one) => one.id));
  }
});

test('members who left traces keep their name', async () => {
  const traces = await memberTraces(world, ['ned', 'partner', 'nobody']);
  expect(traces).toEqual([{ memberId: 'ned', trace: 'contact reports' }]);
});

test('a lobbyist stops on a day, once; what was theirs stays', async () => {
  const director = staffAs('director');
  const vera = {
    organizationId: 'sam',
    regime: 'ms',
    name: 'Vera Quill',
    kind: 'contract' as const,
    memberId: 'carla',
    fromOn: '2027-01-01',
  };
  const refusal = bad(await addLobbyist(world, director, vera));
  expect(refusal).toMatchObject({ kind: 'refused', rule: 'public_employee' });
  expect(refusal.message).toContain('5-8-13(4)');
  expect(bad(await addLobbyist(world, director, { ...vera, regime: 'atlantis' })).fields?.[0]?.field).toBe(
    'regime',
  );
  const { id } = good(await addLobbyist(world, director, { ...vera, mayByLaw: true }));
  const { id: reportId } = good(
    await addContactReport(world, staff, { memberId: 'carla', officialId: 'hill', onDate: '2027-02-01' }),
  );
  expect((await lineOf(reportId))[0]).toMatchObject({
    personKind: 'contract_lobbyist',
    personName: 'Vera Quill',
  });
  expect(bad(await endLobbyist(world, director, { id, toOn: '2026-01-01' })).kind).toBe('conflict');
  good(await endLobbyist(world, director, { id, toOn: '2027-02-05' }));
  expect(bad(await endLobbyist(world, director, { id, toOn: '2027-02-06' })).kind).toBe('conflict');
  const later = good(
    await addContactReport(world, staff, { memberId: 'carla', officialId: 'hill', onDate: '2027-02-06' }),
  );
  expect((await lineOf(later.id))[0]?.personKind).toBe('member');
  expect(
    good(await showActivity(world, staff, { id: (await lineOf(reportId))[0]?.id ?? '' })).lobbyistId,
  ).toBe(id);
});
