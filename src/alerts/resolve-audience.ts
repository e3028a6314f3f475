import type { World } from '../platform/world.ts';
import type { Audience } from './audience.ts';
import { recipientPeople } from './queries.ts';

/**
 * The audience with `answered` turned into the members it means now: what `RECIPIENTS_SQL` takes. Whoever
 * plans a sending calls this first.
 */
export const resolveAudience = async (world: World, audience: Audience): Promise<Audience> => {
  const { answered, ...rest } = audience;
  if (!answered) return audience;
  const answering = await world.audienceSource.membersByAnswer(world, answered);
  const named = rest.members && new Set(rest.members);
  return { ...rest, members: named ? answering.filter((id) => named.has(id)) : answering };
};

/** How many people an alert means, and how many of them get at least one message. */
export const audienceCount = async (
  world: World,
  alert: { audience: Audience; sendSms: boolean; sendEmail: boolean },
): Promise<{ people: number; reachable: number }> => {
  const audience = await resolveAudience(world, alert.audience);
  const row = await world.db.first(recipientPeople, { audience, sms: alert.sendSms, email: alert.sendEmail });
  return row ?? { people: 0, reachable: 0 };
};
