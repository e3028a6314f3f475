import { enqueuePlanned, planOne } from '../delivery/index.ts';
import { addressHash } from '../people/index.ts';
import { showDay, localDate } from '../platform/days.ts';
import type { World } from '../platform/world.ts';
import { networkSettings, staffPhones } from '../staff/index.ts';
import { holdsNow, type Hold } from './holds.ts';

/**
 * Mails those who work the inbox about each address that has been on hold for a working day with nobody having
 * decided, once. It reminds and no more: a hold ends by a person's word alone.
 * @returns how many holds were told of
 */
export const remindOfHolds = async (world: World): Promise<Record<string, number>> => {
  const due = (await holdsNow(world)).filter(({ overdue, told }) => overdue && told === 0);
  if (due.length === 0) return { holds: 0 };
  const [staff, { zone }] = await Promise.all([
    staffPhones(world, ['owner', 'director', 'staff']),
    networkSettings(world),
  ]);
  for (const hold of due) {
    const wording = reminder(hold, world.settings.publicUrl, zone);
    const plans = await Promise.all(
      staff.map(async ({ staffId, email }) =>
        planOne(world, {
          sourceKind: 'notice',
          sourceId: hold.id,
          recipientId: staffId,
          channel: 'email',
          contactPointId: null,
          addressHash: await addressHash(world, 'email', email),
          wording,
          urgent: true,
        }),
      ),
    );
    const done = await world.db.commit(
      {
        who: { kind: 'system', id: 'replies' },
        action: 'notice.plan',
        subject: { kind: 'suppression', id: hold.addressHash },
        detail: { people: staff.length },
      },
      plans.flat(),
    );
    await enqueuePlanned(world, done);
  }
  return { holds: due.length };
};

/** No words of the member's: a mailbox is not the place for them. */
const reminder = (hold: Hold, publicUrl: string, zone: string) => {
  const what = hold.channel === 'sms' ? 'number' : 'email address';
  const link = hold.conversationId ? `/inbox/${hold.conversationId}` : '/inbox?show=held';
  return {
    subject: `To decide: a ${what} on hold`,
    email: `A ${what} has been on hold since ${showDay(localDate(hold.at, zone))}, because a reply may have meant stop. Nothing is sent there until somebody has read it and says what was meant.\n\nRead it, then let sends go on or stop them:\n${publicUrl}${link}`,
  };
};
