import { commitImport, rejectedLines, type ImportKind } from '../people/index.ts';
import { conflict, ok, type Result } from '../platform/problem.ts';
import type { Change } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import type { Refresh } from './refresh.ts';
import type { FeedTurn, Turn } from './turns.ts';

/** What a refresh did with one thing of its file. */
export interface RefreshLine {
  outcome: 'created' | 'updated' | 'unchanged';
  subjectId: string;
  before: Turn;
  /** Which seat or committee, and what became of it, for people. */
  note?: { field: string; reason: string };
}
interface Refreshing {
  id: string;
  kind: ImportKind;
  action: string;
  file: string;
  fileName: string | undefined;
  /** The newest import when the file was compared. */
  newest: string | null;
  refresh: Refresh;
  lines: RefreshLine[];
  feeds: { turn: FeedTurn; change: Change }[];
}
/**
 * Writes a refresh in one commit, kept as an import that can be undone. Where the file says what is there already only
 * the day of the data moves, and there is nothing to undo.
 */
export const commitRefresh = async <R extends Refresh>(
  world: World,
  who: Who,
  made: Refreshing & { refresh: R },
  changes: Change[],
): Promise<Result<R>> => {
  const { id, kind, action, refresh, lines, feeds } = made;
  const { created, updated, unchanged, rejected } = refresh;
  const all = [...changes, ...feeds.map((feed) => feed.change)];
  const counts = { created, updated, unchanged, rejected: rejected.length };
  if (lines.length === 0) {
    const [feed] = feeds;
    const subject = { kind: 'feed', id: `${feed?.turn.jurisdiction}:${refresh.kind}` };
    const done = await world.db.commit({ who, action, subject, detail: counts }, all);
    return done
      ? ok(refresh)
      : conflict('Somebody else was importing at the same time. Import the file again.');
  }
  const refused = rejectedLines(rejected.filter(({ line }) => line > 0));
  const first = Math.max(0, ...refused.map(({ line }) => line)) + 1;
  const problem = await commitImport(
    world,
    who,
    {
      id,
      kind,
      action,
      fileName: (made.fileName || refresh.source).slice(0, 200),
      fileHash: await sha256(made.file),
      mapping: {},
      counts,
      newest: made.newest,
      at: world.clock.now(),
    },
    all,
    [
      {
        line: 0,
        outcome: 'updated',
        subjectId: null,
        before: { what: 'feeds', feeds: feeds.map((feed) => feed.turn) } satisfies Turn,
        problems: [],
      },
      ...refused,
      ...lines.map(({ outcome, subjectId, before, note }, at) => ({
        line: first + at,
        outcome,
        subjectId,
        before,
        problems: note ? [note] : [],
      })),
    ],
  );
  return problem ?? ok({ ...refresh, importId: id });
};
