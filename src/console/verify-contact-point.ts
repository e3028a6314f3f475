import * as z from 'zod';
import { consentChanges, currentConsentText } from '../people/index.ts';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { ownPoints, useCode } from './code-queries.ts';
import { readCode } from './read-code.ts';

/**
 * A member proves with the code sent there that a number or address is theirs, and agrees to the words beside it:
 * it is used from now on. What was stopped stays stopped.
 */
export const verifyContactPoint = verb({
  name: 'contact.verify',
  by: ['member'],
  input: z.strictObject({ contactPointId: z.string(), code: z.string().max(40) }),
  async run(world, who, { contactPointId, code }) {
    const point = (await world.db.all(ownPoints, { memberId: who.id })).find(
      ({ id }) => id === contactPointId,
    );
    if (!point) return missing('This number or address');
    const read = await readCode(world, who.id, code, { purpose: 'verify', contactPointId });
    if (!read.ok) return read;
    const { networkName } = await networkSettings(world);
    const text = point.channel === 'sms' ? await currentConsentText(world, networkName) : null;
    const done = await world.db.commit(
      { who, action: 'contact.verify', subject: { kind: 'member', id: who.id }, detail: { contactPointId } },
      [
        must(useCode, { id: read.codeId, now: world.clock.now() }),
        ...(await consentChanges(world, {
          channel: point.channel,
          address: point.address,
          memberIds: [who.id],
          source: 'member page',
          text,
          evidence: { kind: 'code', id: read.codeId },
          who,
        })),
      ],
    );
    return done ? ok({ id: contactPointId }) : conflict('This code was used already. Ask for another one.');
  },
});
