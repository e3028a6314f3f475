import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addTalkingPoints,
  editTalkingPoints,
  publishTalkingPoints,
  setAsk,
  shareTalkingPoints,
} from '../../src/alerts/index.ts';
import { addContactReport } from '../../src/lobbying/index.ts';
import { noteTalkingPointsView } from '../../src/replies/index.ts';
import { delegation, pointsAtMeetings, pointsInField } from '../../src/reports/index.ts';
import { browserOf, CLARA, hidden, NED, sent, settle, staff } from '../console/ground.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';

const HOUR = 3_600_000;
const coordinator = staffAs('coordinator');
let world: TestWorld;
let points: string;

const versionIds = async () =>
  (
    await env.DB.prepare('select id from talking_points_version where talking_points_id = ? order by no')
      .bind(points)
      .all<{ id: string }>()
  ).results.map(({ id }) => id);
const reads = async (alertId: string, memberId: string, no: number) => {
  const row = await env.DB.prepare('select id from delivery where source_id = ? and recipient_id = ?')
    .bind(alertId, memberId)
    .first<{ id: number }>();
  await noteTalkingPointsView(world, row!.id, (await versionIds())[no - 1] ?? '');
};
const met = async (memberId: string, onDate: string, alertId?: string) =>
  good(
    await addContactReport(world, staff, {
      memberId,
      officialId: 'ros',
      issueId: 'vouchers',
      ...(alertId && { alertId }),
      method: 'phone',
      stance: 'undecided',
      onDate,
    }),
  );

beforeAll(async () => {
  world = await settle();
  for (const sql of [
    `insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title) values ('us-upper', 'US', 'federal', 'upper', 'US Senate', 'Senate', 'Sen.'), ('us-lower', 'US', 'federal', 'lower', 'US House', 'MT', 'Rep.')`,
    `insert into seat (id, chamber_id, state, district) values ('us-s1', 'us-upper', 'MT', '1'), ('us-h1', 'us-lower', 'MT', '1'), ('us-h2', 'us-lower', 'MT', '2'), ('us-wy', 'us-lower', 'WY', '1')`,
    `insert into official (id, name, given, family, source, as_of) values ('ros', 'Rosalind Penhallow', 'Rosalind', 'Penhallow', 'test', '2027-01-01'), ('wes', 'Wes Tarrant', 'Wes', 'Tarrant', 'test', '2027-01-01'), ('wyo', 'Somebody Else', 'Somebody', 'Else', 'test', '2027-01-01')`,
    `insert into tenure (id, seat_id, official_id) values ('u1', 'us-s1', 'ros'), ('u2', 'us-h1', 'wes'), ('u3', 'us-wy', 'wyo')`,
    `insert into reach (district_nces, seat_id, share, source) values ('3000001', 'us-s1', 1, 'statewide'), ('3000002', 'us-s1', 1, 'statewide'), ('3000001', 'us-h1', 1, 'csv')`,
    `insert into relationship (id, member_id, official_id, kind, strength, source, source_id, at) values ('r1', '${CLARA}', 'ros', 'friend', 3, 'staff', 'x', 0)`,
  ])
    await env.DB.prepare(sql).run();
  points = good(
    await addTalkingPoints(world, coordinator, {
      issueId: 'vouchers',
      level: 'federal',
      title: 'Title II-A',
      body: 'Keep it.',
    }),
  ).id;
  good(await publishTalkingPoints(world, coordinator, { id: points }));
});

describe('who had which version', () => {
  let first: string;
  test('an alert sends a version; reading and later versions move on from it', async () => {
    first = await sent(world, { talkingPointsId: points });
    expect(good(await pointsInField(world, coordinator, { id: points }))).toMatchObject({
      newestNo: 1,
      members: 2,
      older: 0,
      versions: [{ no: 1, members: 2, readers: 0 }],
    });
    world.passTime(HOUR);
    good(await editTalkingPoints(world, coordinator, { id: points, body: 'Keep it whole.' }));
    good(await publishTalkingPoints(world, coordinator, { id: points, changeNote: 'Whole' }));
    await reads(first, NED, 2);
    expect(good(await pointsInField(world, coordinator, { id: points }))).toMatchObject({
      newestNo: 2,
      older: 1,
      versions: [
        { no: 2, members: 1, readers: 1 },
        { no: 1, members: 1, readers: 0 },
      ],
    });
  });

  test('each meeting is told with the version of its moment, newest first', async () => {
    await met(NED, '2027-02-09', first);
    await met(CLARA, '2027-02-09');
    await met(CLARA, '2027-02-08');
    world.passTime(48 * HOUR);
    await reads(first, CLARA, 2);
    const { data, nextCursor } = good(await pointsAtMeetings(world, coordinator, { id: points }));
    expect(
      data.map(({ memberId, onDate, had, newestNo }) => [memberId, onDate, had?.no, had?.how, newestNo]),
    ).toEqual([
      [CLARA, '2027-02-08', undefined, undefined, null],
      [CLARA, '2027-02-09', 1, 'sent', 2],
      [NED, '2027-02-09', 2, 'read', 2],
    ]);
    expect(nextCursor).toBeNull();
    const page = good(await pointsAtMeetings(world, coordinator, { id: points, limit: 1 }));
    expect(
      good(
        await pointsAtMeetings(world, coordinator, { id: points, limit: 1, cursor: page.nextCursor ?? '' }),
      ).data[0],
    ).toMatchObject({ memberId: CLARA, onDate: '2027-02-09' });
  });

  test('meetings about the state’s bills are not meetings about federal words', async () => {
    good(
      await addContactReport(world, staff, {
        memberId: NED,
        officialId: 'kes',
        issueId: 'vouchers',
        method: 'phone',
        onDate: '2027-02-09',
      }),
    );
    expect(good(await pointsAtMeetings(world, coordinator, { id: points })).data).toHaveLength(3);
  });

  test('the page shows it and exports it, safe for a spreadsheet', async () => {
    await env.DB.prepare(`update member set last_name = '=cmd|x' where id = ?`).bind(NED).run();
    const web = browserOf(world, coordinator);
    const { page } = await web.get(`/talking-points/${points}/field`);
    expect(page).toContain('Version 1, sent Feb 9, not opened');
    expect(page).toContain('Version 2 was out');
    const csv = await web.get(`/talking-points/${points}/meetings.csv`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.page).toContain(
      '2027-02-09,Ned =cmd|x,Drummond,Rosalind Penhallow,By phone,Undecided,confirmed,2,read',
    );
    await env.DB.prepare(`update member set last_name = 'Harrowgate' where id = ?`).bind(NED).run();
  });

  test('a partner sees none of it, though the words are shared', async () => {
    const partner = staffAs('partner', { organizationId: 'sam' });
    good(await shareTalkingPoints(world, coordinator, { id: points, shared: true }));
    expect(bad(await pointsInField(world, partner, { id: points })).kind).toBe('forbidden');
    expect(bad(await pointsAtMeetings(world, partner, { id: points })).kind).toBe('forbidden');
    expect(bad(await delegation(world, partner, {})).kind).toBe('forbidden');
    expect((await browserOf(world, partner).get(`/talking-points/${points}/meetings.csv`)).status).toBe(403);
  });
});

describe('the delegation', () => {
  test('each seat of the state: who holds it, what we ask, who knows them, what was heard, who has older words', async () => {
    good(
      await setAsk(world, coordinator, {
        officialIds: ['ros', 'wes'],
        issueId: 'vouchers',
        words: 'Cosponsor S. 12.',
      }),
    );
    good(await editTalkingPoints(world, coordinator, { id: points, body: 'Keep it whole, this year.' }));
    good(await publishTalkingPoints(world, coordinator, { id: points }));
    const { data, points: words, state } = good(await delegation(world, coordinator, {}));
    expect(state).toBe('MT');
    expect(words).toMatchObject([{ id: points, no: 3, expiry: 'holds' }]);
    expect(data.map(({ seatId, name, members }) => [seatId, name, members])).toEqual([
      ['us-s1', 'Rosalind Penhallow', 2],
      ['us-h1', 'Wes Tarrant', 1],
      ['us-h2', null, 0],
    ]);
    expect(data[0]).toMatchObject({
      asks: [{ words: 'Cosponsor S. 12.', talkingPointsId: points }],
      known: [{ memberId: CLARA, strength: 3 }],
      contacts: 3,
      heard: [{ memberId: CLARA, onDate: '2027-02-09', stance: 'undecided' }, {}, {}],
      older: [{ talkingPointsId: points, members: 2 }],
    });
    expect(data[1]).toMatchObject({ known: [], heard: [], older: [{ members: 1 }] });
  });

  test('on the page an ask is added, ended and taken back; a link begins the alert to those who reach them', async () => {
    const web = browserOf(world, coordinator);
    const first = await web.get('/officials/delegation');
    expect(first.page).toContain(`/alerts/new?talking-points=${points}&amp;officials=wes`);
    expect(first.page).toContain('2 members have an older one');
    expect(first.page).toContain('The seat is vacant.');
    expect((await web.post('/officials/delegation/asks', { words: '' })).status).toBe(422);
    const added = await web.post('/officials/delegation/asks', {
      id: hidden(first.page, 'id'),
      officialIds: ['wes'],
      issueId: 'vouchers',
      words: 'Write to the appropriators.',
    });
    expect(added.to).toBe('/officials/delegation?done=asked');
    const listed = (await web.get('/officials/delegation')).page;
    expect(listed).toContain('Write to the appropriators.');
    const ends =
      /\/officials\/delegation\/asks\/[\w-]+\/end(?="[^>]*>\s*<button[^>]*aria-label="End this ask: Write)/.exec(
        listed,
      )?.[0];
    const ended = await web.post(ends ?? '');
    expect((await web.get('/officials/delegation')).page).not.toContain('Write to the appropriators.');
    expect((await web.get(ended.to ?? '')).page).toContain('Let it stand again');
    expect((await web.post(ends ?? '')).status).toBe(409);
    await web.post(ends ?? '', { ended: 'no' });
    expect((await web.get('/officials/delegation')).page).toContain('Write to the appropriators.');

    const draft = await web.get(`/alerts/new?talking-points=${points}&officials=wes`);
    expect(draft.page).toContain('value="update" checked');
    expect(draft.page).toMatch(/value="wes"[^>]*checked/);
    expect((await browserOf(world, staffAs('board')).get('/officials/delegation')).status).toBe(403);
  });
});
