import * as z from 'zod';
import { committeeName } from '../legislature/index.ts';
import { seenFromUs } from '../lobbying/index.ts';
import { addDays, localDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf, type Allowed } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { askersOf } from './askers.ts';
import { reporterOf, seatOf } from './board.ts';
import { committeeCovered, committeesCovered, seatsCovered } from './coverage-queries.ts';

const FIELD: Allowed[] = ['owner', 'director', 'coordinator', 'staff', 'regional_president'];
const DAY_MS = 86_400_000;
/** Contacts of so many days count where no session of the legislature is known. */
const OTHERWISE_DAYS = 180;
const HEARING_DAYS = 30;

const daysOf = async (world: World) => {
  const { zone } = await networkSettings(world);
  const today = localDate(world.clock.now(), zone);
  return { zone, today, otherwise: addDays(today, -OTHERWISE_DAYS) };
};

/** Every committee, or those with words in their names: its seats, how many members reach, how many were spoken with. */
export const listCoverage = view({
  name: 'coverage.list',
  by: FIELD,
  input: z.strictObject({ q: z.string().trim().max(100).nullish() }),
  async run(world, who, { q }) {
    const { today, otherwise } = await daysOf(world);
    const rows = await world.db.all(committeesCovered, {
      regionId: regionOf(who),
      today,
      otherwise,
      q: q || null,
    });
    return ok({
      data: rows.map((row) => ({
        ...row,
        name: committeeName(row.name, row.chamber),
        /** Seats with whose holder nobody has spoken. */
        gaps: row.seats - row.spoken,
      })),
      nextCursor: null,
    });
  },
});

/**
 * A committee seat by seat: the members who can reach each, who has spoken with its holder since the session began, what
 * they heard last, and the gaps; with the hearings ahead of it. A regional president is told the region's members only.
 */
export const showCoverage = view({
  name: 'coverage.show',
  by: FIELD,
  input: z.strictObject({ committeeId: z.string().min(1) }),
  async run(world, who, { committeeId }) {
    const { zone, today, otherwise } = await daysOf(world);
    const regionId = regionOf(who);
    const committee = await world.db.first(committeeCovered, { id: committeeId, today, otherwise });
    if (!committee) return missing('That committee');
    const [rows, hearings] = await Promise.all([
      world.db.all(seatsCovered, { committeeId, since: committee.since, regionId }),
      world.hearingsAhead(world, {
        until: world.clock.now() + HEARING_DAYS * DAY_MS,
        committeeId,
        regionId,
      }),
    ]);
    const askers = await askersOf(world, {
      seats: rows.flatMap(({ seatId, officialId }) => (seatId ? [{ seatId, officialId }] : [])),
      regionId,
      zone,
    });
    return ok({
      ...committee,
      name: committeeName(committee.name, committee.chamber),
      hearings,
      seats: rows.map((row) => ({
        officialId: row.officialId,
        seat: seatOf(row),
        name: [row.title, row.name].filter(Boolean).join(' '),
        family: row.family,
        party: row.party,
        role: row.role === 'member' ? null : row.role,
        /** How many members reach the seat. */
        reach: askers.get(row.officialId)?.[0]?.reach ?? 0,
        askers: askers.get(row.officialId) ?? [],
        speakers: row.speakers,
        /** What was heard last: null where nobody has spoken with them. */
        heard:
          row.onDate === null
            ? null
            : {
                onDate: row.onDate,
                by: reporterOf(row, true),
                note: row.note ?? '',
                billId: row.billId,
                billNumber: row.billNumber,
                stands: row.stance && seenFromUs(row.stance, row.position),
              },
      })),
    });
  },
});
type Shown = Awaited<ReturnType<typeof showCoverage>>;
export type CommitteeCoverage = Extract<Shown, { ok: true }>['value'];
type Listed = Awaited<ReturnType<typeof listCoverage>>;
export type CoverageLine = Extract<Listed, { ok: true }>['value']['data'][number];
