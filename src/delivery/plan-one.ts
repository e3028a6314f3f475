import type { Done } from '../platform/db.ts';
import { segmentsOf } from '../platform/sms-text.ts';
import { change, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { insertWordingOf, planDelivery, tallyOne } from './launch-queries.ts';
import { enqueuePages } from './pages-of.ts';

/** One message to one person. */
export interface PlanOne {
  sourceKind: 'question' | 'answer' | 'confirmation' | 'invitation' | 'notice';
  sourceId: string;
  /** Several messages of one source to one person and channel differ by this. */
  round?: number;
  /** A member; of a notice the staff person. */
  recipientId: string;
  channel: 'sms' | 'email';
  /** Where it goes. Null for a notice, which goes to the staff person's own phone or address. */
  contactPointId: string | null;
  /** Keyed hash of that phone or address, where there is no contact point. */
  addressHash?: string;
  /** Merge fields are filled in as it is sent; `{{link}}` leads to this delivery's page. */
  /** `answersMail`: Message-Ids of the mail that this one answers, between spaces, that mail's own last. */
  wording: { sms: string } | { subject: string; email: string; answersMail?: string | null };
  /** Somebody waits for it: goes before what is sent to many, and at any hour. */
  urgent: boolean;
  /** After this it is not sent any more. ms UTC */
  deadlineAt?: number | null;
  /** Nothing is planned where the person got so many of this kind by this channel within a day. */
  mostADay?: number;
}

/**
 * The changes that plan one message, for a commit of the caller's; planned twice it is owed once. After the
 * commit give what was done to `enqueuePlanned`. The claim checks permission, so this needs not.
 */
export const planOne = (world: World, one: PlanOne): Change[] => {
  const now = world.clock.now();
  const key = {
    wordingId: world.ids.next(),
    sourceKind: one.sourceKind,
    sourceId: one.sourceId,
    round: one.round ?? 0,
    recipientId: one.recipientId,
    channel: one.channel,
  };
  const sms = 'sms' in one.wording ? one.wording.sms : null;
  const mail = 'email' in one.wording ? one.wording : null;
  return [
    change(planDelivery, {
      ...key,
      contactPointId: one.contactPointId,
      addressHash: one.addressHash ?? null,
      urgent: one.urgent,
      deadlineAt: one.deadlineAt ?? null,
      mostADay: one.mostADay ?? null,
      segments: sms === null ? null : segmentsOf(sms).segments,
      now,
    }),
    change(insertWordingOf, {
      ...key,
      smsText: sms,
      emailSubject: mail?.subject ?? null,
      emailText: mail?.email ?? null,
      answersMail: mail?.answersMail ?? null,
      now,
    }),
    change(tallyOne, key),
  ];
};

/** Hands to the queue what a commit with `planOne` in it has planned. @param done the answer of that commit */
export const enqueuePlanned = async (world: World, done: Done[] | null): Promise<void> => {
  const now = world.clock.now();
  const rows = (done ?? []).flatMap((one) => one.rows).filter((row) => typeof row.deliveryId === 'number');
  await enqueuePages(
    world,
    rows
      .filter((row) => Number(row.dueAt) <= now)
      .map((row) => ({
        fromId: Number(row.deliveryId),
        toId: Number(row.deliveryId),
        channel: row.channel === 'sms' ? 'sms' : 'email',
        segments: row.channel === 'sms' ? Number(row.segments ?? 1) : 1,
        urgent: row.urgent === 1,
      })),
  );
};
