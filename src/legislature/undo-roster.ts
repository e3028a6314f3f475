import type { Undoing } from '../people/index.ts';
import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import {
  dropOfficials,
  dropSeats,
  dropStatewide,
  dropTenures,
  putOfficials,
  reopenTenures,
  seatsReached,
  tenuresByIds,
} from './queries.ts';
import type { TurnLine } from './turns.ts';

/**
 * What takes back an import of officials or Congress: who came leaves, who left holds the seat on, and people are as
 * the file before had them; corrections by staff are beside that and stay. Kept, and named: people whom the network
 * has dealt with since, seats that school districts reach, and seats of a map that has ended since.
 */
export const undoRoster = async (world: World, lines: TurnLine[]): Promise<Undoing> => {
  const seats = lines.flatMap(({ subjectId: id, turn }) => (turn.what === 'seat' ? [{ id, ...turn }] : []));
  const people = lines.flatMap(({ subjectId: id, turn }) =>
    turn.what === 'person' ? [{ id, ...turn }] : [],
  );
  const tenureIds = seats.flatMap(({ left, came }) => [left, came].flatMap((one) => one?.id ?? []));
  const tenures = new Map((await world.db.all(tenuresByIds, { ids: tenureIds })).map((one) => [one.id, one]));
  const ended = seats.filter(({ left, came }) =>
    [left, came].some((one) => one && (tenures.get(one.id)?.seatToOn ?? null) !== null),
  );
  const open = seats.filter((seat) => !ended.includes(seat));
  const gone = open.flatMap(({ came }) => came?.id ?? []);

  const came = people.filter(({ before }) => before === null);
  const ids = came.map(({ id }) => id);
  const traces = new Map(
    (await world.officialTraces(world, ids, gone)).map((one) => [one.officialId, one.trace]),
  );
  const removed = ids.filter((id) => !traces.has(id));
  const made = open.filter(({ created }) => created);
  const reached = new Set(
    (await world.db.all(seatsReached, { ids: made.map(({ id }) => id) })).map(({ id }) => id),
  );
  const seatsGone = made.map(({ id }) => id).filter((id) => !reached.has(id));
  return {
    removed,
    restored: [
      ...open.filter(({ left }) => left).map(({ id }) => id),
      ...people.filter(({ changed }) => changed).map(({ id }) => id),
    ],
    kept: [
      ...came.flatMap(({ id, name }) => {
        const reason = traces.get(id);
        return reason ? [{ id, name, reason }] : [];
      }),
      ...made
        .filter(({ id }) => reached.has(id))
        .map(({ id, name }) => ({
          id,
          name,
          reason: 'school districts reach the seat, which stands vacant',
        })),
      ...ended.map(({ id, name }) => ({ id, name, reason: 'its map has ended since' })),
    ],
    changes: [
      change(dropTenures, { ids: gone }),
      change(reopenTenures, { ids: open.flatMap(({ left }) => left?.id ?? []) }),
      change(dropOfficials, { ids: removed }),
      change(dropStatewide, { ids: seatsGone }),
      change(dropSeats, { ids: seatsGone }),
      change(putOfficials, { officials: people.flatMap(({ before }) => (before ? [{ ...before }] : [])) }),
    ],
  };
};
