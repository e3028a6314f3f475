import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { useCode } from './code-queries.ts';
import { readCode } from './read-code.ts';

/** Opens a member's settings to whoever has the code that was just sent to the member. */
export const openSettings = verb({
  name: 'member.open_settings',
  by: ['member'],
  input: z.strictObject({ code: z.string().max(40) }),
  async run(world, who, { code }) {
    const read = await readCode(world, who.id, code, { purpose: 'open', contactPointId: null });
    if (!read.ok) return read;
    const done = await world.db.commit(
      {
        who,
        action: 'member.open_settings',
        subject: { kind: 'member', id: who.id },
        detail: { contactPointId: read.contactPointId },
      },
      [must(useCode, { id: read.codeId, now: world.clock.now() })],
    );
    return done ? ok({ id: who.id }) : conflict('This code was used already. Ask for another one.');
  },
});
