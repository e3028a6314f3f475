import { liftChanges, suppressionChanges } from '../people/index.ts';
import type { Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { pointsOfMember } from './queries.ts';

type Channel = 'sms' | 'email';
const REASON = { sms: 'stopped', email: 'unsubscribed' } as const;

/**
 * The changes for a member who asks for one channel instead of the other: every number or address of the one is
 * closed. Email that the member, or a hold, had closed opens again, since they ask for it now; a number opens by
 * START, JOIN or its page only.
 * @returns `reachable`: whether anything is left that they can be reached at by the channel they asked for
 */
export const channelChanges = async (
  world: World,
  c: { memberId: string; to: Channel; evidence: { kind: string; id: string }; who: Who },
): Promise<{ changes: Change[]; reachable: boolean }> => {
  const { memberId, to, evidence, who } = c;
  const points = await world.db.all(pointsOfMember, { memberId });
  const shut = points.filter(({ channel, state }) => channel !== to && state !== 'suppressed');
  const wanted = points.filter(({ channel }) => channel === to);
  const reopened = wanted.filter(
    ({ channel, reason }) => channel === 'email' && (reason === 'unsubscribed' || reason === 'held'),
  );
  const parts = await Promise.all([
    ...shut.map(({ channel, address }) =>
      suppressionChanges(world, {
        channel,
        address,
        reason: REASON[channel],
        byCarrier: false,
        evidence,
        who,
      }),
    ),
    ...reopened.map(({ channel, address }) =>
      liftChanges(world, { channel, address, how: 'member', source: 'asked for email', evidence, who }),
    ),
  ]);
  return {
    changes: parts.flat(),
    reachable: reopened.length > 0 || wanted.some(({ state }) => state === 'active'),
  };
};
