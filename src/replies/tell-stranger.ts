import { planOne } from '../delivery/index.ts';
import { change, must, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { forgetStrangers, noteStranger, strangerToTell } from './queries.ts';
import { SAY } from './say.ts';
import type { Reply } from './sender-of.ts';

/** So many in all within a day: where a machine texts us from many numbers, it ends there. */
const MOST_A_DAY = 50;
const HOUR_MS = 3_600_000;
const AGAIN_AFTER_MS = 30 * 24 * HOUR_MS;
/** A person's number; short codes and what carriers write instead of one are machines. */
const PERSONAL = /^\+1[2-9]\d{9}$/;

/**
 * The changes that tell a number nobody here has, once in thirty days, that we do not know it and what its owner can
 * do; none where that is not due. They undo the caller's commit where somebody told it at the same time: look again.
 */
export const tellStranger = async (world: World, reply: Reply): Promise<Change[]> => {
  const now = world.clock.now();
  const { fromAddress: address, addressHash } = reply;
  if (!PERSONAL.test(address) || reply.receivedAt < now - HOUR_MS) return [];
  const about = { address, addressHash, now, most: MOST_A_DAY };
  if (!(await world.db.first(strangerToTell, about))) return [];
  const id = world.ids.next();
  const by = await networkSettings(world);
  return [
    must(noteStranger, { ...about, id }),
    ...planOne(world, {
      // Not a confirmation, which may pass a STOP of the same moment.
      sourceKind: 'invitation',
      sourceId: reply.id,
      recipientId: id,
      channel: 'sms',
      contactPointId: null,
      addressHash,
      wording: { sms: SAY.stranger(by, world.settings.mail.fromAddress) },
      urgent: true,
      deadlineAt: now + HOUR_MS,
    }),
  ];
};

/** Forgets numbers that were told more than thirty days ago. @returns how many */
export const forgetOldStrangers = async (world: World): Promise<Record<string, number>> => {
  const [gone] = await world.db.record([
    change(forgetStrangers, { before: world.clock.now() - AGAIN_AFTER_MS }),
  ]);
  return { strangers: gone?.rows.length ?? 0 };
};
