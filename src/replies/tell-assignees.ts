import { enqueuePlanned, planOne } from '../delivery/index.ts';
import { addressHash } from '../people/index.ts';
import { must } from '../platform/statement.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { markNotified, noticesDue } from './queries.ts';

const PAUSE_MS = 15 * 60_000;

/**
 * Tells those who look after a thread that the member wrote again, or that a colleague gave it to them: one mail for
 * each thread in a quarter of an hour. The mail holds no words of the member. A clock; safe to run twice.
 */
export const tellAssignees = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const before = now - PAUSE_MS;
  const due = await world.db.all(noticesDue, { now, before });
  if (due.length === 0) return { told: 0 };
  const { shortName } = await networkSettings(world);
  let told = 0;
  for (const one of due) {
    const name = plain([one.firstName, one.lastName].filter(Boolean).join(' ') || 'An unknown sender');
    const done = await world.db.commit(
      {
        who: SYSTEM,
        action: 'notice.plan',
        subject: { kind: 'conversation', id: one.id },
        detail: { staffId: one.staffId },
      },
      [
        must(markNotified, { id: one.id, before, now }),
        ...planOne(world, {
          sourceKind: 'notice',
          sourceId: one.id,
          round: Math.floor(now / 60_000),
          recipientId: one.staffId,
          channel: 'email',
          contactPointId: null,
          addressHash: await addressHash(world, 'email', one.email),
          wording: {
            subject: one.given
              ? `${shortName} inbox: ${name}, given to you`
              : `${shortName} inbox: ${name} wrote`,
            email: `${one.given ? `A colleague gave you the conversation with ${name}.` : `${name} wrote in a conversation that you look after.`}\n\n${world.settings.publicUrl}/inbox/${one.id}`,
          },
          urgent: true,
        }),
      ],
    );
    if (done) told += 1;
    await enqueuePlanned(world, done);
  }
  return { told };
};

/** A name as it may stand in a wording: braces would be read as merge fields. */
const plain = (name: string) => name.replaceAll(/[{}\r\n]/g, ' ').trim();
