import * as z from 'zod';
import { showTalkingPoints } from '../alerts/index.ts';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { meetingsAbout, versionsHad, versionsHeld } from './points-queries.ts';
import { momentOfMeeting, versionWhen } from './version-when.ts';

const OFFICE = ['owner', 'director', 'coordinator', 'staff'] as const;

/** How many members have which version of talking points as their newest, and how many of them read it. */
export const pointsInField = view({
  name: 'talking_points.field',
  by: OFFICE,
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const points = await showTalkingPoints(world, who, { id });
    if (!points.ok) return points;
    const held = await world.db.all(versionsHeld, { talkingPointsId: id });
    const { newestNo } = points.value;
    return ok({
      id,
      title: points.value.title,
      newestNo,
      versions: held,
      members: held.reduce((sum, one) => sum + one.members, 0),
      /** Members whose newest is an earlier version. Their link shows the newest all the same. */
      older: held.filter(({ no }) => no < (newestNo ?? 0)).reduce((sum, one) => sum + one.members, 0),
    });
  },
});

/**
 * Meetings of members about what talking points are about, newest first, each with the version that the member had
 * then and the newest that was out. A day is known and no hour: what was read on the day of the meeting counts.
 */
export const pointsAtMeetings = view({
  name: 'talking_points.meetings',
  by: OFFICE,
  input: z.strictObject({
    id: z.string(),
    cursor: z.string().default(''),
    limit: z.int().min(1).max(200).default(50),
  }),
  async run(world, who, { id, cursor, limit }) {
    const [points, { zone }] = await Promise.all([
      showTalkingPoints(world, who, { id }),
      networkSettings(world),
    ]);
    if (!points.ok) return points;
    const { billId, issueId, level, versions } = points.value;
    const rows = await world.db.all(meetingsAbout, {
      talkingPointsId: id,
      billId,
      issueId,
      level,
      before: cursor || 'zz',
      limit: limit + 1,
    });
    const { data: page, nextCursor } = cutPage(rows, limit, (row) => row.id);
    const memberIds = [...new Set(page.map(({ memberId }) => memberId))];
    const had = await world.db.all(versionsHad, { talkingPointsId: id, memberIds });
    return ok({
      data: page.map((row) => {
        const moment = momentOfMeeting(row.onDate, row.createdAt, zone);
        const theirs = versionWhen(
          had.filter(({ memberId }) => memberId === row.memberId),
          moment,
        );
        return {
          ...row,
          had: theirs && { no: theirs.no, how: theirs.how, at: theirs.at },
          newestNo: versions.find(({ publishedAt }) => publishedAt <= moment)?.no ?? null,
        };
      }),
      nextCursor,
    });
  },
});
