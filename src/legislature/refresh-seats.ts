import { newestImportId } from '../people/index.ts';
import { ok, refused, type Result } from '../platform/problem.ts';
import { change, type RowOf } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import {
  beginTenures,
  endTenures,
  feedOf,
  fillStatewide,
  officialsNow,
  putChambers,
  putOfficials,
  putSeats,
  seatsNow,
} from './queries.ts';
import { seatName } from './chambers.ts';
import { commitRefresh, type RefreshLine } from './commit-refresh.ts';
import { rosterDifference, type Refresh, type RosterDifference } from './refresh.ts';
import { onMap } from './on-map.ts';
import type { Roster } from './roster.ts';
import { feedTurnOf } from './turns.ts';

/** Of which day the data of a kind are, when they are newer than a file; null when the file may be taken. */
export const olderThan = async (
  world: World,
  feed: { jurisdiction: string; kind: Refresh['kind']; asOf: string },
): Promise<string | null> => {
  const before = await world.db.first(feedOf, { jurisdiction: feed.jurisdiction, kind: feed.kind });
  return before && before.asOf > feed.asOf ? before.asOf : null;
};

export const olderFile = (fileAsOf: string, asOf: string) =>
  refused(
    'older-file',
    `This file is of ${fileAsOf}, and the network already has data of ${asOf}. Choose a newer file, or say that the older one is right.`,
  );

/**
 * Brings seats and the people in them to what a roster says, or tells what that would change. A person gone
 * from a seat leaves it on the day of the file; people are never deleted.
 */
export const refreshSeats = async (
  world: World,
  who: Who,
  told: Roster,
  how: {
    kind: 'officials' | 'congress';
    action: string;
    file: string;
    fileName: string | undefined;
    dryRun: boolean;
    acceptOlder: boolean;
  },
): Promise<Result<Refresh>> => {
  const newest = await newestImportId(world);
  const newer = how.acceptOlder ? null : await olderThan(world, { ...told, kind: how.kind });
  if (newer) return olderFile(told.asOf, newer);
  const scope = { chambers: told.chambers.map(({ id }) => id), states: told.states };
  const everySeat = await world.db.all(seatsNow, scope);
  const before = everySeat.filter(({ toOn }) => toOn === null);
  const roster = onMap(told, everySeat);
  const people = await world.db.all(officialsNow, { ids: roster.officials.map(({ id }) => id) });
  const difference = rosterDifference(roster, before, people);
  const refresh: Refresh = {
    kind: how.kind,
    dryRun: how.dryRun,
    importId: null,
    source: roster.source,
    asOf: roster.asOf,
    created: difference.newOfficials,
    updated: difference.changedOfficials,
    unchanged: difference.unchangedOfficials,
    removed: difference.ended,
    rejected: [],
    notes: [seatSentence(roster, difference.vacant), ...difference.notes],
  };
  if (how.dryRun) return ok(refresh);
  // The first holder we hear of may have sat there for years; a follower begins with the file.
  const known = new Set([
    ...before.map((seat) => seat.seatId),
    ...roster.seats.filter(({ fromOn }) => fromOn).map(({ id }) => id),
  ]);
  const holders = roster.holders.map((holder) => ({
    ...holder,
    id: world.ids.next(),
    fromOn: holder.fromOn ?? (known.has(holder.seatId) ? roster.asOf : null),
  }));
  const { source, asOf, jurisdiction } = roster;
  const feed = await feedTurnOf(world, who, { jurisdiction, kind: how.kind, source, asOf });
  const lines = linesOf(roster, difference, people, everySeat, holders);
  return commitRefresh(world, who, { id: world.ids.next(), ...how, newest, refresh, lines, feeds: [feed] }, [
    change(putChambers, { chambers: roster.chambers.map((chamber) => ({ ...chamber })) }),
    change(putSeats, { seats: roster.seats.map((seat) => ({ ...seat })) }),
    change(putOfficials, { officials: roster.officials.map((official) => ({ ...official, source, asOf })) }),
    change(endTenures, { ...scope, holders, on: asOf }),
    change(beginTenures, { holders }),
    change(fillStatewide, {}),
  ]);
};

/** Each person and seat of a file with how they were, for an undo; none where the file changes nothing. */
const linesOf = (
  roster: Roster,
  { moves, changed }: RosterDifference,
  people: RowOf<typeof officialsNow>[],
  seats: { seatId: string }[],
  holders: { id: string; seatId: string; officialId: string }[],
): RefreshLine[] => {
  const before = new Map(people.map((one) => [one.id, one]));
  const known = new Set(seats.map(({ seatId }) => seatId));
  const moved = new Map(moves.map((move) => [move.seatId, move]));
  const comes = new Map(holders.map((one) => [one.seatId, one]));
  const labels = new Map(roster.chambers.map(({ id, seatLabel }) => [id, seatLabel]));
  const seatLines = roster.seats.flatMap((seat): RefreshLine[] => {
    const move = moved.get(seat.id);
    const created = !known.has(seat.id);
    if (!move && !created) return [];
    const name = seatName({ ...seat, seatLabel: labels.get(seat.chamberId) ?? '' });
    const { tenureId = null, officialId = null } = move?.left ?? {};
    const came = comes.get(seat.id);
    return [
      {
        outcome: created ? 'created' : 'updated',
        subjectId: seat.id,
        before: {
          what: 'seat',
          name,
          created,
          left: tenureId && officialId ? { id: tenureId, officialId } : null,
          came: came ? { id: came.id, officialId: came.officialId } : null,
        },
        note: move && { field: name, reason: move.note },
      },
    ];
  });
  // A seat that the file does not know any more, and whose holder leaves with it.
  const gone = moves.filter(({ seatId }) => !roster.seats.some(({ id }) => id === seatId));
  for (const { seatId, name, left, note } of gone)
    seatLines.push({
      outcome: 'updated',
      subjectId: seatId,
      before: {
        what: 'seat',
        name,
        created: false,
        left: left.tenureId && left.officialId ? { id: left.tenureId, officialId: left.officialId } : null,
        came: null,
      },
      note: { field: name, reason: note },
    });
  const arrived = roster.officials.filter(({ id }) => !before.has(id));
  if (seatLines.length + arrived.length + changed.size === 0) return [];
  return [
    ...seatLines,
    ...roster.officials.map(({ id, name }): RefreshLine => {
      const was = before.get(id) ?? null;
      const isChanged = changed.has(id);
      return {
        outcome: was === null ? 'created' : isChanged ? 'updated' : 'unchanged',
        subjectId: id,
        before: { what: 'person', name, changed: isChanged, before: was },
        note: isChanged ? { field: name, reason: 'contact or party changed.' } : undefined,
      };
    }),
  ];
};

const seatSentence = (roster: Roster, vacant: number): string => {
  const seats = roster.seats.length === 1 ? '1 seat' : `${roster.seats.length} seats`;
  return `${roster.holders.length} people in ${seats}, ${vacant === 0 ? 'none' : vacant} vacant.`;
};
