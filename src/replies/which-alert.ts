import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { pendingWhich, settleReply } from './queries.ts';
import { letterOf } from './say.ts';
import type { Reply, Sender } from './sender-of.ts';

const ASKED_BACK_MS = 2 * 24 * 3_600_000;

/** The reply of the last two days to which we answered by asking which alert was meant, while it waits. */
export const askedWhich = (world: World, reply: Reply, sender: Sender) =>
  world.db.first(pendingWhich, { memberId: sender.memberId, after: reply.receivedAt - ASKED_BACK_MS });

/** Where the member was asked which alert or question they meant and has said so: its id, and the words to read. */
export const answeredWhich = async (world: World, reply: Reply, sender: Sender) => {
  const letter = letterOf(reply.body);
  if (!letter) return null;
  const pending = await askedWhich(world, reply, sender);
  const about = pending?.meaning.slice('which:'.length).split(',')[letter.place];
  if (!pending || !about) return null;
  const close = change(settleReply, {
    id: pending.id,
    from: ['waiting'],
    state: 'handled',
    meaning: 'which_answered',
    machine: null,
    memberId: null,
    alertId: null,
    now: world.clock.now(),
  });
  return { about, text: letter.rest === '' ? pending.body : letter.rest, close };
};
