import { inChunks, type Undoing } from '../people/index.ts';
import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { fillStatewide, putReachBack, reachOfAll, takeBackReach } from './queries.ts';
import type { RowOf } from '../platform/statement.ts';
import type { ReachTurn, TurnLine } from './turns.ts';

type Share = RowOf<typeof reachOfAll>;

/**
 * What takes back an import of reach: each school district has the shares from before it. Kept, and named: districts
 * that staff set by hand since, that a later file speaks of, or whose seats' map has ended.
 */
export const undoReach = async (world: World, importId: string, lines: TurnLine[]): Promise<Undoing> => {
  const districts = lines.flatMap(({ subjectId: nces, turn }) =>
    turn.what === 'reach' ? [{ nces, seats: turn.seats }] : [],
  );
  const now: Share[] = [];
  for (const ids of inChunks(districts.map(({ nces }) => nces)))
    now.push(...(await world.db.all(reachOfAll, { districts: ids })));
  const byDistrict = Map.groupBy(now, ({ districtNces }) => districtNces);
  const kept: Undoing['kept'] = [];
  const back = districts.filter(({ nces, seats }) => {
    const rows = byDistrict.get(nces) ?? [];
    const reason = touched(importId, rows, seats);
    if (reason) kept.push({ id: nces, name: rows[0]?.districtName, reason });
    return reason === null;
  });
  const rows = back.flatMap(({ nces, seats }) => seats.map((seat) => ({ districtNces: nces, ...seat })));
  const isRemoved = ({ seats }: (typeof back)[number]) => seats.every(({ before }) => before === null);
  return {
    removed: back.filter(isRemoved).map(({ nces }) => nces),
    restored: back.filter((one) => !isRemoved(one)).map(({ nces }) => nces),
    kept,
    changes: [
      ...inChunks(rows.filter(({ before }) => before === null)).map((piece) =>
        change(takeBackReach, { importId, rows: piece }),
      ),
      ...inChunks(
        rows.flatMap(({ districtNces, seatId, before }) =>
          before ? [{ districtNces, seatId, ...before }] : [],
        ),
      ).map((piece) => change(putReachBack, { importId, rows: piece })),
      change(fillStatewide, {}),
    ],
  };
};

/** Why the reach of a school district is not as an import left it, or null. */
const touched = (importId: string, rows: Share[], seats: ReachTurn['seats']): string | null => {
  const standing = new Map(rows.map((row) => [row.seatId, row]));
  for (const { seatId, now } of seats) {
    const row = standing.get(seatId);
    if (row && row.toOn !== null) return 'the map of its seats has ended since';
    const same = now
      ? row?.importId === importId && row.share === now.share && row.source === now.source
      : row === undefined;
    if (!same)
      return rows.some(({ source, toOn }) => source === 'hand' && toOn === null)
        ? 'set by hand since'
        : 'a later file speaks of it';
  }
  return null;
};
