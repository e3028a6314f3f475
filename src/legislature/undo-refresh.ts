import type { UndoLine, UndoOfImport } from '../people/index.ts';
import { showShortDay } from '../platform/days.ts';
import { ok, refused } from '../platform/problem.ts';
import { change, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { dropFeed, feedOf, putFeed } from './queries.ts';
import { turn, type FeedTurn, type TurnLine } from './turns.ts';
import { undoCommittees } from './undo-committees.ts';
import { undoReach } from './undo-reach.ts';
import { undoRoster } from './undo-roster.ts';

/**
 * What takes back an import of officials, committees, Congress or reach. Each file of people or committees says
 * everything about its legislature, so only the newest one is taken back; a file of reach speaks of its own districts,
 * so there each district goes back that nothing has been said about since.
 */
export const undoRefresh: UndoOfImport = async (world, _who, made, lines) => {
  const turns = lines.flatMap(turnOf);
  const feeds = turns.flatMap((one) => (one.turn.what === 'feeds' ? one.turn.feeds : []));
  const standing = await Promise.all(feeds.map((feed) => isStanding(world, feed)));
  if (made.kind === 'reach') {
    const undoing = await undoReach(world, made.id, turns);
    const back = feeds.filter((_, at) => standing[at]).map(feedBack);
    return ok({ ...undoing, changes: [...undoing.changes, ...back] });
  }
  const [feed] = feeds;
  if (feed && !standing[0]) {
    const newer = await world.db.first(feedOf, feed);
    return refused(
      'import.overtaken',
      newer
        ? `Data of ${showShortDay(newer.asOf, { year: true })} from ${newer.source} have come since, and say what stands now. Undo that import first, where it is in the list; or import the right file.`
        : 'What this import brought was taken back with an earlier one.',
    );
  }
  const undoing =
    made.kind === 'committees' ? await undoCommittees(world, turns) : await undoRoster(world, turns);
  return ok({ ...undoing, changes: [...undoing.changes, ...feeds.map(feedBack)] });
};

const turnOf = ({ subjectId, before }: UndoLine): TurnLine[] =>
  before === null ? [] : [{ subjectId: subjectId ?? '', turn: turn.parse(before) }];

/** Whether the data of a kind are still those of the import. */
const isStanding = async (world: World, { jurisdiction, kind, now }: FeedTurn): Promise<boolean> => {
  const feed = await world.db.first(feedOf, { jurisdiction, kind });
  return feed?.importedAt === now.importedAt && feed.source === now.source && feed.asOf === now.asOf;
};

const feedBack = ({ jurisdiction, kind, before }: FeedTurn): Change =>
  before ? change(putFeed, { jurisdiction, kind, ...before }) : change(dropFeed, { jurisdiction, kind });
