import type { Read } from '../platform/together.ts';

/** A draft contact report that was made from a reply, as the thread shows it beside the words. */
export interface ReplyDraft {
  replyId: string;
  reportId: string;
  /** It can be confirmed as it stands. */
  whole: boolean;
  /** `value` null: not told. `likely`: a rule filled in a little. */
  fields: { label: string; value: string | null; likely: boolean }[];
}
/** The drafts that wait of some replies, to be asked together with other reads. */
export type ReplyDrafts = (replyIds: string[]) => Read<ReplyDraft>;

declare module '../platform/world.ts' {
  interface World {
    replyDrafts: ReplyDrafts;
  }
}
