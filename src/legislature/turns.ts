import * as z from 'zod';
import type { Change } from '../platform/statement.ts';
import { change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { committeeRow, committeeSeatRow, officialRow } from './kept-rows.ts';
import { feedOf, putFeed } from './queries.ts';
import type { Refresh } from './refresh.ts';

/** The day and source of data of one kind, as the table has them. */
const feedRow = z.object({
  source: z.string(),
  asOf: z.string(),
  importedAt: z.number(),
  importedBy: z.string(),
});
const feedTurn = z.object({
  jurisdiction: z.string(),
  kind: z.string(),
  before: feedRow.nullable(),
  now: feedRow,
});
export type FeedTurn = z.output<typeof feedTurn>;

/** A person of a file, and how they stood before it; null for who came with it. */
const personTurn = z.object({
  what: z.literal('person'),
  name: z.string(),
  changed: z.boolean(),
  before: officialRow.nullable(),
});
const tenure = z.object({ id: z.string(), officialId: z.string() });
/** A seat that came with a file, or whose holder left or came by it. */
const seatTurn = z.object({
  what: z.literal('seat'),
  name: z.string(),
  created: z.boolean(),
  left: tenure.nullable(),
  came: tenure.nullable(),
});
/** The committees of a jurisdiction with their members before a file. */
const committeesTurn = z.object({
  what: z.literal('committees'),
  jurisdiction: z.string(),
  committees: z.array(committeeRow),
  seats: z.array(committeeSeatRow),
});
const share = z.object({ share: z.number(), source: z.string() });
/** The reach of a school district into the seats that a file speaks of. */
const reachTurn = z.object({
  what: z.literal('reach'),
  seats: z.array(
    z.object({
      seatId: z.string(),
      before: share.extend({ importId: z.string().nullable() }).nullable(),
      now: share.nullable(),
    }),
  ),
});
export type ReachTurn = z.output<typeof reachTurn>;

/** What an import keeps of how one thing was before it: what its undo reads. */
export const turn = z.discriminatedUnion('what', [
  z.object({ what: z.literal('feeds'), feeds: z.array(feedTurn) }),
  personTurn,
  seatTurn,
  committeesTurn,
  reachTurn,
]);
export type Turn = z.output<typeof turn>;
/** A line of an import as its undo reads it. */
export interface TurnLine {
  subjectId: string;
  turn: Turn;
}

/** Notes when, and from where, data were refreshed: the change, and how it was before. */
export const feedTurnOf = async (
  world: World,
  who: Who,
  {
    jurisdiction,
    kind,
    source,
    asOf,
  }: { jurisdiction: string; kind: Refresh['kind']; source: string; asOf: string },
): Promise<{ turn: FeedTurn; change: Change }> => {
  const before = await world.db.first(feedOf, { jurisdiction, kind });
  const now = { source, asOf, importedAt: world.clock.now(), importedBy: who.id };
  return {
    turn: { jurisdiction, kind, before: before ?? null, now },
    change: change(putFeed, { jurisdiction, kind, ...now }),
  };
};
