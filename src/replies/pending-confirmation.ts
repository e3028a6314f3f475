import type { World } from '../platform/world.ts';

/** What a member said to "1 right 2 fix": that a draft made from an earlier reply of theirs is right, or not. */
export interface Confirmed {
  /** The reply that the draft was made from. */
  replyId: string;
  alertId: string | null;
  says: 'right' | 'fix' | 'words';
  /** A person has to look: they were asked often enough. */
  staff: boolean;
}
/** Tells whether a message answers that question: null where it was not the last thing asked, or is about something else. */
export type PendingConfirmation = (
  world: World,
  message: { memberId: string; text: string; at: number },
) => Promise<Confirmed | null>;

declare module '../platform/world.ts' {
  interface World {
    pendingConfirmation: PendingConfirmation;
  }
}
