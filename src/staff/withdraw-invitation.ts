import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { stopInvitation } from './queries.ts';

/** Takes back an invitation that nobody has accepted; its link stops working. */
export const withdrawInvitation = verb({
  name: 'invitation.withdraw',
  by: ['owner'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const done = await world.db.commit(
      { who, action: 'invitation.withdraw', subject: { kind: 'invitation', id } },
      [must(stopInvitation, { id, now: world.clock.now() })],
    );
    return done
      ? ok({ id })
      : conflict('This invitation was accepted or withdrawn meanwhile. Look at the list.');
  },
});
