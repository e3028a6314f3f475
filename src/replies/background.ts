import type { World } from '../platform/world.ts';
import { takeKept, takeLeftOver } from './keep-text.ts';
import { learnKnown } from './learn-known.ts';
import { newReplies } from './queries.ts';
import { remindOfHolds } from './remind-of-holds.ts';
import { sendDigests } from './send-digests.ts';
import { tellAssignees } from './tell-assignees.ts';
import { forgetOldStrangers } from './tell-stranger.ts';
import { sweepInbound } from './sweep-inbound.ts';
import { understandReply } from './understand-reply.ts';

const LEFT_BEHIND_MS = 60_000;

/** Understands replies that were stored over a minute ago and whose job was lost. */
const understandLeftBehind = async (world: World): Promise<Record<string, number>> => {
  const replies = await world.db.all(newReplies, { before: world.clock.now() - LEFT_BEHIND_MS });
  for (const { id } of replies) await understandReply(world, { replyId: id });
  return { replies: replies.length };
};

/** Jobs one at a time. */
export const repliesJobs = {
  'reply.understand': understandReply,
  'reply.take_kept': takeKept,
  'answer.about_known': learnKnown,
};

/** What the clocks start, and when. */
export const repliesClocks = {
  minute: { 'replies.left_behind': understandLeftBehind, 'inbox.tell': tellAssignees },
  quarter: {
    'replies.sweep': sweepInbound,
    'replies.kept': takeLeftOver,
    'replies.holds': remindOfHolds,
    'inbox.digest': sendDigests,
  },
  daily: { 'replies.forget_strangers': forgetOldStrangers },
};
