import type { Call } from './facts.ts';

/** A message to many, as the tax rules look at it. Counts are of people, frozen when it went out. */
export interface Message {
  specificLegislation: boolean;
  reflectsView: boolean;
  members: number;
  nonMembers: number;
  /** It went mainly to members, by the rule of its day. */
  mainlyMembers: boolean;
  directInterest: boolean;
  calls: readonly Call[];
  asksNonMembers: boolean;
}
export type MessageClass = 'not_counted' | 'direct' | 'grassroots' | 'split' | 'split_none';
export interface ClassedMessage {
  class: MessageClass;
  ruleId: string;
  reason: string;
}

/** Whether the calls directly encourage: naming who decides (the fourth kind) does not. */
const encourages = (calls: readonly Call[]) => calls.some((call) => call !== 'identify');

const toMembers = ({ calls, asksNonMembers }: Message): ClassedMessage => {
  if (asksNonMembers)
    return {
      class: 'grassroots',
      ruleId: '26 CFR 56.4911-5(d)',
      reason: 'Members are asked to urge people who are no members.',
    };
  if (encourages(calls))
    return {
      class: 'direct',
      ruleId: '26 CFR 56.4911-5(c)',
      reason: 'Members alone are asked to contact legislators: direct lobbying, not grass roots.',
    };
  return {
    class: 'not_counted',
    ruleId: '26 CFR 56.4911-5(b)',
    reason:
      'A message to members alone, of direct interest to them, that does not directly encourage them to lobby.',
  };
};
const toOthers = ({ calls }: Message): ClassedMessage =>
  calls.length > 0
    ? {
        class: 'grassroots',
        ruleId: '26 CFR 56.4911-2(b)(2)',
        reason: 'A message to people who are no members, with a view on legislation and a call to action.',
      }
    : {
        class: 'not_counted',
        ruleId: '26 CFR 56.4911-2(b)(2)',
        reason: 'Without a call to action, a message to the public is not grass roots lobbying.',
      };

/**
 * What a message is under 501(h): the tree of the reference, §6.3. Where it went mainly to members it
 * is looked at for each part by itself, and `split` says that the parts are direct and grass roots, `split_none` that only the other people’s part counts; else the rule for the public is for all.
 */
export const classifyMessage = (message: Message): ClassedMessage => {
  const { specificLegislation, reflectsView, nonMembers, mainlyMembers, directInterest } = message;
  if (!specificLegislation)
    return {
      class: 'not_counted',
      ruleId: '26 CFR 56.4911-2(b)(1)',
      reason: 'It is about no specific legislation.',
    };
  if (!reflectsView)
    return {
      class: 'not_counted',
      ruleId: '26 CFR 56.4911-2(b)(1)',
      reason: 'It reflects no view on the legislation.',
    };
  if (!directInterest || !mainlyMembers) return toOthers(message);
  const [own, others] = [toMembers(message), toOthers(message)];
  if (nonMembers === 0 || own.class === others.class || others.class === 'not_counted') return own;
  return {
    class: own.class === 'direct' ? 'split' : 'split_none',
    ruleId: '26 CFR 56.4911-5(e)',
    reason: `It went mainly to members: by the share of people, the part of members is ${own.class === 'direct' ? 'direct lobbying' : 'not lobbying'}, the rest grass roots.`,
  };
};
