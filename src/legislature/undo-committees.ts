import type { Undoing } from '../people/index.ts';
import type { World } from '../platform/world.ts';
import { committeesHeard, committeeSeatsNow, committeesNow, officialsNow } from './queries.ts';
import { setCommittees } from './set-committees.ts';
import type { TurnLine } from './turns.ts';

const NONE: Undoing = { changes: [], removed: [], restored: [], kept: [] };

/**
 * What takes back an import of committees: they and their members are as before it. Kept, and named: a committee with
 * a hearing, without members, and a membership of a person who is not on record any more.
 */
export const undoCommittees = async (world: World, lines: TurnLine[]): Promise<Undoing> => {
  const was = lines.flatMap(({ turn }) => (turn.what === 'committees' ? [turn] : []))[0];
  if (!was) return NONE;
  const { jurisdiction, committees, seats } = was;
  const keyOf = (one: { committeeId: string; officialId: string }) => `${one.committeeId} ${one.officialId}`;
  const now = await world.db.all(committeesNow, { jurisdiction });
  const seatsNow = await world.db.all(committeeSeatsNow, { jurisdiction });
  const roles = new Map(seatsNow.map((one) => [keyOf(one), one.role]));
  const then = new Set(seats.map(keyOf));
  const known = new Set(
    (await world.db.all(officialsNow, { ids: [...new Set(seats.map((one) => one.officialId))] })).map(
      ({ id }) => id,
    ),
  );
  const back = seats.filter(({ officialId }) => known.has(officialId));
  const added = now.filter(({ id }) => !committees.some((one) => one.id === id));
  const heard = new Set(
    (await world.db.all(committeesHeard, { ids: added.map(({ id }) => id) })).map(({ id }) => id),
  );
  const lost = Map.groupBy(
    seats.filter(({ officialId }) => !known.has(officialId)),
    ({ committeeId }) => committeeId,
  );
  return {
    removed: seatsNow.map(keyOf).filter((key) => !then.has(key)),
    restored: back.filter((one) => roles.get(keyOf(one)) !== one.role).map(keyOf),
    kept: [
      ...added
        .filter(({ id }) => heard.has(id))
        .map(({ id, name }) => ({ id, name, reason: 'a hearing is there, so it stays without members' })),
      ...[...lost.keys()].map((id) => ({
        id,
        name: committees.find((one) => one.id === id)?.name,
        reason: 'a member of it is not on record any more',
      })),
    ],
    changes: setCommittees(jurisdiction, committees, back),
  };
};
