import type { World } from '../platform/world.ts';

/** A draft contact report that was made from a reply, as the thread shows it beside the words. */
export interface ReplyDraft {
  replyId: string;
  reportId: string;
  /** It can be confirmed as it stands. */
  whole: boolean;
  /** `value` null: not told. `likely`: a rule filled in a little. */
  fields: { label: string; value: string | null; likely: boolean }[];
}
/** The drafts that wait of some replies. */
export type ReplyDrafts = (world: World, replyIds: string[]) => Promise<ReplyDraft[]>;

declare module '../platform/world.ts' {
  interface World {
    replyDrafts: ReplyDrafts;
  }
}
