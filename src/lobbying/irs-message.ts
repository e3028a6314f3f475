import type { Call } from './calls-to-action.ts';

/** A message as section 4911 looks at it: what it is about, whom it reached, what it asks. Counts are of people. */
export interface Message {
  specificLegislation: boolean;
  reflectsView: boolean;
  /** The legislation matters directly to the organization and its members. */
  directInterest: boolean;
  calls: readonly Call[];
  /** It asks members to urge people who are no members. */
  asksNonMembers: boolean;
  members: number;
  nonMembers: number;
  /** It goes to legislators or their staff, or to voters about a ballot measure, whose legislature they are. */
  toLegislators: boolean;
}

/** `split_…` is for members and others together: the dated rule on mixed audiences shares its cost out. */
export const MESSAGE_CLASSES = [
  'direct',
  'grass_roots',
  'split_direct',
  'split_none',
  'not_counted',
] as const;
export type MessageClass = (typeof MESSAGE_CLASSES)[number];
export interface MessageClassed {
  class: MessageClass;
  ruleId: string;
  reason: string;
}

/** Naming a legislator (type 4) does not by itself encourage a member to act; the other three calls do. */
const encourages = (calls: readonly Call[]) => calls.some((call) => call !== 'identify');

const toMembers = ({ calls, asksNonMembers }: Message): MessageClassed => {
  const ruleId = '26 USC 4911(d)(3)';
  if (asksNonMembers)
    return {
      class: 'grass_roots',
      ruleId,
      reason: 'It asks members to urge people who are no members: that is grass roots lobbying.',
    };
  return encourages(calls)
    ? { class: 'direct', ruleId, reason: 'It asks members to contact legislators: that is direct lobbying.' }
    : {
        class: 'not_counted',
        ruleId: '26 USC 4911(d)(2)(D)',
        reason: 'It tells members about legislation that concerns them and asks nothing of them.',
      };
};
const toOthers = ({ calls, asksNonMembers }: Message): MessageClassed =>
  calls.length > 0 || asksNonMembers
    ? {
        class: 'grass_roots',
        ruleId: '26 CFR 56.4911-2(b)(2)',
        reason:
          'It reached people who are no members and calls them to action: that is grass roots lobbying.',
      }
    : {
        class: 'not_counted',
        ruleId: '26 CFR 56.4911-2(b)(2)',
        reason: 'It reached people who are no members and calls nobody to action.',
      };

/** What section 4911 makes of a message. Total: every message has a class and a reason. */
export const classifyMessage = (message: Message): MessageClassed => {
  if (!message.specificLegislation)
    return {
      class: 'not_counted',
      ruleId: '26 CFR 56.4911-2(b)',
      reason: 'It names no specific legislation, so it is not lobbying for the IRS.',
    };
  if (!message.reflectsView)
    return {
      class: 'not_counted',
      ruleId: '26 CFR 56.4911-2(b)',
      reason: 'It takes no view on the legislation, so it is not lobbying for the IRS.',
    };
  if (message.toLegislators)
    return {
      class: 'direct',
      ruleId: '26 USC 4911(d)(1)(B)',
      reason: 'It goes to those who decide on the legislation: that is direct lobbying.',
    };
  const onlyMembers = message.members > 0 && message.nonMembers === 0;
  if (onlyMembers && message.directInterest) return toMembers(message);
  const others = toOthers(message);
  if (message.members === 0 || onlyMembers || !message.directInterest) return others;
  const members = toMembers(message);
  if (members.class === others.class) return members;
  return {
    class: members.class === 'direct' ? 'split_direct' : 'split_none',
    ruleId: '26 CFR 56.4911-5(e)',
    reason: `It reached ${message.members} members and ${message.nonMembers} others. Where it is mainly to members its cost is shared out by people; else the rule for others holds for all of it.`,
  };
};
