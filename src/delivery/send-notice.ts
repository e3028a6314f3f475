import { alertOf } from '../alerts/index.ts';
import { addressHash } from '../people/index.ts';
import { networkSettings, staffPhones } from '../staff/index.ts';
import type { World } from '../platform/world.ts';
import { enqueuePlanned, planOne } from './plan-one.ts';

/**
 * Tells those who may approve that an alert waits for them: a text and a mail with the link to a preview that
 * fits a phone. The proposer is left out where a second person is needed. Safe to run twice.
 */
export const sendNotice = async (
  world: World,
  body: Record<string, string | number | null>,
): Promise<void> => {
  const alert = await alertOf(world, String(body.alertId));
  if (!alert || alert.state !== 'proposed') return;
  const [people, network] = await Promise.all([
    staffPhones(world, ['owner', 'director']),
    networkSettings(world),
  ]);
  const approvers = people.filter((one) => network.selfApproval || one.staffId !== alert.proposedBy);
  const link = `${world.settings.publicUrl}/alerts/${alert.id}/preview`;
  const by = alert.proposedByName ?? 'A colleague';
  const plans = await Promise.all(
    approvers.map(async ({ staffId, email, phone }) => {
      const notice = {
        sourceKind: 'notice',
        sourceId: alert.id,
        round: alert.revision,
        recipientId: staffId,
      } as const;
      return [
        ...(phone === null
          ? []
          : planOne(world, {
              ...notice,
              channel: 'sms',
              contactPointId: null,
              addressHash: await addressHash(world, 'sms', phone),
              wording: {
                sms: `${network.shortName}: ${by} asks you to approve "${plain(alert.title)}". ${link}`,
              },
              urgent: true,
            })),
        ...planOne(world, {
          ...notice,
          channel: 'email',
          contactPointId: null,
          addressHash: await addressHash(world, 'email', email),
          wording: {
            subject: `To approve: ${plain(alert.title)}`,
            email: `${by} asks you to approve an alert: ${plain(alert.title)}.\n\nRead the preview, then approve it or send it back:\n${link}\n\nApproving needs you to sign in.`,
          },
          urgent: true,
        }),
      ];
    }),
  );
  const changes = plans.flat();
  if (changes.length === 0) return;
  const done = await world.db.commit(
    {
      who: { kind: 'system', id: 'delivery' },
      action: 'notice.plan',
      subject: { kind: 'alert', id: alert.id },
      detail: { revision: alert.revision, people: approvers.length },
    },
    changes,
  );
  await enqueuePlanned(world, done);
};

/** A title as it may stand in a wording: braces would be read as merge fields. */
const plain = (title: string) => title.replaceAll(/[{}]/g, '');
