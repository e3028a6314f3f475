import * as z from 'zod';
import { suppressionChanges } from '../people/index.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { keyedHash } from '../platform/tokens.ts';
import { must } from '../platform/statement.ts';
import { failed } from './apply-statuses.ts';
import { followUp } from './follow-up.ts';
import { deliveryAddresses } from './queries.ts';
import { insertProviderEvent, wordChanges, type Word } from './result-queries.ts';
import { mailStatus, outranking } from './status-rank.ts';

const PROVIDER: Who = { kind: 'provider', id: 'mail' };

/** A verified event of the mail provider, as it stands in the queue. */
export const mailEvent = z.object({
  eventId: z.string(),
  type: z.string(),
  providerId: z.string(),
  idempotencyKey: z.string().nullable(),
  permanent: z.boolean(),
});
type MailReport = z.output<typeof mailEvent> & { deliveryId: number; attempt: number };

/** Which delivery and attempt a mail was, from the key it was sent with; null for mail of another kind. */
const attemptOf = (key: string | null): { deliveryId: number; attempt: number } | null => {
  const [, id, attempt] = /^(\d{1,15})-(\d{1,6})-[0-9a-f]{16}$/.exec(key ?? '') ?? [];
  return id && attempt ? { deliveryId: Number(id), attempt: Number(attempt) } : null;
};

const wordOfEvent = (event: MailReport): Word[] => {
  const status = mailStatus(event.type);
  if (!status) return [];
  const failed = status.state === 'failed' || status.state === 'undelivered';
  return [
    {
      id: event.deliveryId,
      attempt: event.attempt,
      ...status,
      providerId: event.providerId,
      code: failed ? event.type : null,
      reason: failed
        ? event.permanent
          ? 'The mailbox does not exist or refuses mail'
          : 'The mail could not be delivered'
        : event.type === 'email.complained'
          ? 'complained'
          : null,
    },
  ];
};

/**
 * Applies events of the mail provider, many in two statements, in any order and however often they come. A
 * permanent bounce or a complaint closes the address that the delivery went to, with the event as evidence; each
 * event does so once, also when it comes again after the address was opened.
 */
export const applyMailEvents = async (world: World, events: unknown[]): Promise<void> => {
  const read = events.flatMap((one): MailReport[] => {
    const event = mailEvent.safeParse(one).data;
    const attempt = event && attemptOf(event.idempotencyKey);
    return event && attempt ? [{ ...event, ...attempt }] : [];
  });
  if (read.length === 0) return;
  const words = outranking(read.flatMap(wordOfEvent));
  const now = world.clock.now();
  if (words.length > 0) await world.db.record(wordChanges(words, now));
  if (words.some(failed)) await followUp(world, now);

  const closing = read.filter(
    ({ type, permanent }) => type === 'email.complained' || (type === 'email.bounced' && permanent),
  );
  if (closing.length === 0) return;
  const addresses = await world.db.all(deliveryAddresses, { ids: closing.map((one) => one.deliveryId) });
  for (const event of closing) {
    const where = addresses.find((one) => one.id === event.deliveryId);
    if (!where || where.channel !== 'email') continue;
    const reason = event.type === 'email.complained' ? 'complained' : 'bounced';
    await world.db.commit(
      {
        who: PROVIDER,
        action: 'suppression.add',
        subject: { kind: 'member', id: where.memberId },
        detail: { reason, deliveryId: event.deliveryId },
      },
      [
        must(insertProviderEvent, {
          eventHash: await keyedHash(world.settings.authSecret, `mail:${event.eventId}`),
          provider: 'mail',
          now,
        }),
        ...(await suppressionChanges(world, {
          channel: 'email',
          address: where.address,
          reason,
          byCarrier: false,
          memberIds: [where.memberId],
          evidence: { kind: 'mail_event', id: event.eventId },
          who: PROVIDER,
        })),
      ],
    );
  }
};
