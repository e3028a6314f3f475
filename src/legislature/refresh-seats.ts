import { conflict, ok, refused, type Result } from '../platform/problem.ts';
import { change, type Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import {
  beginTenures,
  endTenures,
  feedOf,
  fillStatewide,
  officialsNow,
  putChambers,
  putFeed,
  putOfficials,
  putSeats,
  seatsNow,
} from './queries.ts';
import { rosterDifference, type Refresh } from './refresh.ts';
import { onMap } from './on-map.ts';
import type { Roster } from './roster.ts';

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

/** The change that notes when, and from where, data were refreshed. */
export const feedChange = (
  world: World,
  who: Who,
  feed: { jurisdiction: string; kind: Refresh['kind']; source: string; asOf: string },
): Change => change(putFeed, { ...feed, at: world.clock.now(), by: who.id });

/**
 * Brings seats and the people in them to what a roster says, or tells what that would change. A person gone
 * from a seat leaves it on the day of the file; people are never deleted.
 */
export const refreshSeats = async (
  world: World,
  who: Who,
  told: Roster,
  how: { kind: 'officials' | 'congress'; action: string; dryRun: boolean; acceptOlder: boolean },
): Promise<Result<Refresh>> => {
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
  const { source, asOf } = roster;
  const done = await world.db.commit(
    {
      who,
      action: how.action,
      subject: { kind: 'feed', id: `${roster.jurisdiction}:${how.kind}` },
      detail: {
        asOf,
        created: refresh.created,
        updated: refresh.updated,
        unchanged: refresh.unchanged,
        ended: refresh.removed,
        newSeats: difference.newSeats,
      },
    },
    [
      change(putChambers, { chambers: roster.chambers.map((chamber) => ({ ...chamber })) }),
      change(putSeats, { seats: roster.seats.map((seat) => ({ ...seat })) }),
      change(putOfficials, {
        officials: roster.officials.map((official) => ({ ...official })),
        source,
        asOf,
      }),
      change(endTenures, { ...scope, holders, on: asOf }),
      change(beginTenures, { holders }),
      change(fillStatewide, {}),
      feedChange(world, who, { jurisdiction: roster.jurisdiction, kind: how.kind, source, asOf }),
    ],
  );
  return done
    ? ok(refresh)
    : conflict('Somebody else was importing at the same time. Import the file again.');
};

const seatSentence = (roster: Roster, vacant: number): string => {
  const seats = roster.seats.length === 1 ? '1 seat' : `${roster.seats.length} seats`;
  return `${roster.holders.length} people in ${seats}, ${vacant === 0 ? 'none' : vacant} vacant.`;
};
