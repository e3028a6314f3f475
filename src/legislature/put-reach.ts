import { change, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { dropReach, fillStatewide, putReach, reachNow } from './queries.ts';
import type { RefreshLine } from './commit-refresh.ts';
import type { ReachRow } from './reach-rows.ts';
import type { ReachTurn } from './turns.ts';

interface ReachPlan {
  counts: { created: number; updated: number; unchanged: number; removed: number };
  changes(importId: string): Change[];
  /** Each school district with what it reached before; none where nothing changes. */
  lines: RefreshLine[];
}

/**
 * What it takes so that reach is as these rows say, for the districts and chambers that they speak of.
 * Where staff set a district's reach into a chamber by hand, that stays as it is.
 */
export const planReach = async (
  world: World,
  rows: ReachRow[],
  source: 'csv' | 'zip',
  scopes: { districtNces: string; chamberId: string }[] = rows,
): Promise<ReachPlan> => {
  const districts = [...new Set(scopes.map((one) => one.districtNces))];
  const spoken = new Set(scopes.map((one) => `${one.districtNces} ${one.chamberId}`));
  const now = await world.db.all(reachNow, { districts });
  const before = new Map(now.map((one) => [`${one.districtNces} ${one.seatId}`, one]));
  const keys = new Set(rows.map((one) => `${one.districtNces} ${one.seatId}`));
  const byHand = new Set(
    now.filter((one) => one.source === 'hand').map((one) => `${one.districtNces} ${one.chamberId}`),
  );
  const counts = { created: 0, updated: 0, unchanged: 0, removed: 0 };
  for (const row of rows) {
    const old = before.get(`${row.districtNces} ${row.seatId}`);
    if (byHand.has(`${row.districtNces} ${row.chamberId}`)) counts.unchanged += 1;
    else if (!old) counts.created += 1;
    else if (old.share === row.share && old.source === source) counts.unchanged += 1;
    else counts.updated += 1;
  }
  const goes = (old: (typeof now)[number]) =>
    old.source === source &&
    spoken.has(`${old.districtNces} ${old.chamberId}`) &&
    !keys.has(`${old.districtNces} ${old.seatId}`);
  counts.removed = now.filter(goes).length;
  const list = rows.map((row) => ({ ...row }));
  const places = [...spoken].map((key) => {
    const [districtNces = '', chamberId = ''] = key.split(' ');
    return { districtNces, chamberId };
  });
  const lines = districts.flatMap((nces): RefreshLine[] => {
    const seats = [
      ...rows
        .filter((row) => row.districtNces === nces && !byHand.has(`${nces} ${row.chamberId}`))
        .map(({ seatId, share }) => ({ seatId, now: { share, source } })),
      ...now
        .filter((old) => old.districtNces === nces && goes(old))
        .map(({ seatId }) => ({ seatId, now: null })),
    ].map(({ seatId, now: then }): ReachTurn['seats'][number] => {
      const old = before.get(`${nces} ${seatId}`);
      return {
        seatId,
        before: old ? { share: old.share, source: old.source, importId: old.importId } : null,
        now: then,
      };
    });
    if (seats.length === 0) return [];
    const same = seats.every(
      (seat) => seat.before?.share === seat.now?.share && seat.before?.source === seat.now?.source,
    );
    const outcome = same ? 'unchanged' : seats.every((seat) => seat.before === null) ? 'created' : 'updated';
    return [{ outcome, subjectId: nces, before: { what: 'reach', seats } }];
  });
  return {
    counts,
    lines: counts.created + counts.updated + counts.removed > 0 ? lines : [],
    changes: (importId) => [
      change(dropReach, { rows: list, scopes: places, source }),
      change(putReach, { rows: list, source, importId }),
      change(fillStatewide, {}),
    ],
  };
};
