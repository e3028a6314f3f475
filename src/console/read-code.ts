import { memberCode } from '../delivery/index.ts';
import { invalid, limited, type Problem } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { sameText } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { tryCode } from './code-queries.ts';

const MOST_TRIES = 5;
const digits = (typed: string) => typed.replaceAll(/\D/g, '');

/**
 * Whether what a member typed is the newest code sent to them. Each try counts before it is looked at.
 * @returns the code's id and where it was sent, or what to say
 */
export const readCode = async (
  world: World,
  memberId: string,
  typed: string,
  ask: { purpose: 'open' | 'verify'; contactPointId: string | null },
): Promise<{ ok: true; codeId: string; contactPointId: string } | { ok: false; problem: Problem }> => {
  const [tried] = await world.db.record([
    change(tryCode, { memberId, ...ask, now: world.clock.now(), most: MOST_TRIES }),
  ]);
  const row = tried?.rows[0];
  if (!row || typeof row.deliveryId !== 'number')
    return limited('This code has run out, or was tried five times. Ask for another one.');
  for (const secret of world.settings.linkSecrets)
    if (sameText(await memberCode(secret, row.deliveryId), digits(typed)))
      return { ok: true, codeId: String(row.id), contactPointId: String(row.contactPointId) };
  return invalid([{ field: 'code', message: 'This is not the code. Look at the newest message.' }]);
};
