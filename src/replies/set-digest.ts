import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { deleteDigest, upsertDigest } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** Chooses one's own morning mail of what waits: none, what is one's own, or everything. */
export const setDigest = verb({
  name: 'inbox.digest',
  by: INBOX_WRITERS,
  input: z.strictObject({ which: z.enum(['off', 'mine', 'all']) }),
  async run(world, who, { which }) {
    const { zone } = await networkSettings(world);
    const today = localDate(world.clock.now(), zone);
    await world.db.commit(
      { who, action: 'inbox.digest', subject: { kind: 'staff', id: who.id }, detail: { which } },
      [
        which === 'off'
          ? change(deleteDigest, { staffId: who.id })
          : change(upsertDigest, { staffId: who.id, which, today }),
      ],
    );
    return ok({ which });
  },
});
