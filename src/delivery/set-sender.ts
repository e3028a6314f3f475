import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { parsePhone } from '../platform/phone.ts';
import { invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { CARRIER_ZONE } from './sender-limits.ts';
import { profileRows, senderRows, updateSender } from './sender-queries.ts';

/** Stands for a number where only the messaging service is known. */
export const NO_NUMBER = 'messaging-service';
const whole = (message: string) => z.int(message).min(1, message).max(1_000_000, message);

/**
 * What kind of sender it is, which says what its carriers take, and the network's own ceilings below that. The
 * Pacer goes by them within a minute. Answers with the sender.
 */
export const setSender = verb({
  name: 'sender.set',
  by: ['owner', 'director'],
  input: z.strictObject({
    id: z.string(),
    profile: z.string('Choose what kind of sender it is.'),
    perSecond: whole('Write how many may go in a second, at least 1.'),
    /** Null for no ceiling of our own. */
    perDay: whole('Write how many may go in a day, at least 1, or leave it empty.').nullable(),
    /** The number that people text to, for a sender of texts; null where it is not known. */
    number: z.string().trim().nullable().default(null),
  }),
  async run(world, who, input) {
    const { id, profile, perSecond, perDay } = input;
    const [senders, profiles] = await Promise.all([
      world.db.all(senderRows, {}),
      world.db.all(profileRows, { day: localDate(world.clock.now(), CARRIER_ZONE) }),
    ]);
    const sender = senders.find((one) => one.id === id);
    if (!sender) return missing('That sender');
    if (profile !== sender.profile && !profiles.some((one) => one.profile === profile))
      return invalid([{ field: 'profile', message: 'Choose one of the kinds of sender that are listed.' }]);
    const number = sender.channel === 'sms' && input.number ? parsePhone(input.number) : null;
    if (number && !number.ok) return invalid([{ field: 'number', message: number.reason }]);
    const address = number ? number.e164 : sender.channel === 'sms' ? NO_NUMBER : sender.address;
    const done = await world.db.commit(
      {
        who,
        action: 'sender.set',
        subject: { kind: 'sender', id },
        detail: { profile, perSecond, perDay, number: number !== null },
      },
      [must(updateSender, { id, address, profile, perSecond, perDay })],
    );
    return done ? ok({ ...sender, address, profile, perSecond, perDay }) : missing('That sender');
  },
});
