import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { senderRows } from './sender-queries.ts';

/** Lets a sender go on that was held, by a person who knows better than what held it. */
export const releaseHold = verb({
  name: 'sender.release_hold',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const senders = await world.db.all(senderRows, {});
    if (!senders.some((one) => one.id === id)) return missing('That sender');
    const { holds } = await world.pacer.usage(id);
    if (holds.length === 0) return conflict('Nothing holds this sender any more.');
    await world.db.commit(
      {
        who,
        action: 'sender.release_hold',
        subject: { kind: 'sender', id },
        detail: { reason: holds.map((one) => one.reason).join(' '), until: holds[0]?.until ?? null },
      },
      [],
    );
    await world.pacer.releaseHold(id);
    return ok({ id, released: holds.length });
  },
});
