import type { World } from '../platform/world.ts';
import { bindAlert } from './bind-alert.ts';
import { alertOfDelivery, alertsSentTo, optionsOf } from './queries.ts';
import { readAnswer, saysYes, type ReadAnswer } from './read-answer.ts';
import type { Reply, Sender } from './sender-of.ts';

const ALERTS_BACK_MS = 60 * 24 * 3_600_000;

/**
 * The text read against every alert that went to the member in sixty days, and the one it means.
 * @param thread the alert that the member named, where they were asked
 */
export const readAgainst = async (
  world: World,
  reply: Reply,
  sender: Sender,
  text: string,
  thread: string | null,
) => {
  const sent = await world.db.all(alertsSentTo, {
    memberId: sender.memberId,
    before: reply.receivedAt,
    after: reply.receivedAt - ALERTS_BACK_MS,
  });
  const options = await world.db.all(optionsOf, { alertIds: sent.map(({ alertId }) => alertId) });
  const token =
    reply.tokenDeliveryId === null
      ? null
      : await world.db.first(alertOfDelivery, { deliveryId: reply.tokenDeliveryId });
  const readings = new Map<string, ReadAnswer>(
    sent.map(({ alertId }) => {
      const offered = options.filter((one) => one.alertId === alertId);
      const read = readAnswer(text, offered);
      return [alertId, saysYes(text) && !sender.mayHear ? { option: null, note: read.note } : read];
    }),
  );
  const bound = bindAlert(
    sent.map((one) => ({
      alertId: one.alertId,
      isOut: one.isOut === 1,
      sentAt: one.sentAt,
      sameThread: one.channels.split(',').includes(reply.channel),
      answered: one.answered === 1,
      reads: (readings.get(one.alertId)?.option ?? null) !== null,
    })),
    thread ?? token?.alertId ?? null,
    reply.receivedAt,
  );
  return {
    bound,
    of: (alertId: string) => readings.get(alertId) ?? null,
    titleOf: (alertId: string) => sent.find((one) => one.alertId === alertId)?.title ?? '',
  };
};
