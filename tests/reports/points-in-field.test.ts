import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { shareTalkingPoints } from '../../src/alerts/index.ts';
import { addContactReport } from '../../src/lobbying/index.ts';
import { noteTalkingPointsView } from '../../src/replies/index.ts';
import { pointsAtMeetings, pointsInField } from '../../src/reports/index.ts';
import { browserOf, CLARA, NED, sent, staff } from '../console/ground.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { coordinator, met, rewritten, settleCongress } from './congress.ts';

const HOUR = 3_600_000;
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
beforeAll(async () => {
  ({ world, points } = await settleCongress());
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
    await rewritten(world, points, 'Keep it whole.', 'Whole');
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
    await met(world, NED, '2027-02-09', first);
    await met(world, CLARA, '2027-02-09');
    await met(world, CLARA, '2027-02-08');
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
    expect((await browserOf(world, partner).get(`/talking-points/${points}/meetings.csv`)).status).toBe(403);
  });
});
