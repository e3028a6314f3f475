import type { Result } from '../platform/problem.ts';
import type { Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';

/**
 * What people asks of the slices above: whether members have left traces there that must not lose their
 * name (deliveries, answers, contact reports). Answers with those who have, and what in a few words.
 */
export type MemberTraces = (
  world: World,
  memberIds: string[],
) => Promise<{ memberId: string; trace: string }[]>;

/** A line of an import as its undo reads it. */
export interface UndoLine {
  line: number;
  outcome: string;
  subjectId: string | null;
  /** What the import kept of how things were. */
  before: unknown;
}
/** What an undo would do: the changes, what goes, what is as before again, and what stays as it is, each with the reason. */
export interface Undoing {
  changes: Change[];
  removed: string[];
  restored: string[];
  kept: { id: string; name?: string; reason: string }[];
}
/** How a slice above takes back an import of its own, or why that cannot be. */
export type UndoOfImport = (
  world: World,
  who: Who,
  made: { id: string; kind: string; at: number },
  lines: UndoLine[],
) => Promise<Result<Undoing>>;

declare module '../platform/world.ts' {
  interface World {
    /** Not bound where the slices above are not there: then nobody has left traces. */
    memberTraces?: MemberTraces;
    /** For imports of what this slice does not know. */
    undoOfImport?: UndoOfImport;
  }
}
