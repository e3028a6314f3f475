import { suppressionChanges } from '../people/index.ts';
import { must } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { codeInWords, type CodeClass } from './carrier-codes.ts';
import { moveAlert } from './launch-queries.ts';
import type { Word } from './result-queries.ts';

const CARRIER: Who = { kind: 'provider', id: 'twilio' };

interface Judged {
  one: { id: number; sourceKind: string; sourceId: string; address: string | null };
  word: Word;
  asks: CodeClass | 'unknown' | null;
}

/**
 * What refusals ask for beyond their own rows: an opt-out that the carrier knew of is kept as ours, and an
 * account that is not right halts its alert at once, since every further text would fail the same way.
 */
export const afterRefusals = async (world: World, judged: Judged[]): Promise<void> => {
  for (const { one } of judged.filter(({ asks }) => asks === 'stopped')) {
    if (one.address === null) continue;
    await world.db.commit(
      { who: CARRIER, action: 'suppression.add', subject: { kind: 'delivery', id: String(one.id) } },
      await suppressionChanges(world, {
        channel: 'sms',
        address: one.address,
        reason: 'stopped',
        byCarrier: true,
        evidence: { kind: 'delivery', id: String(one.id) },
        who: CARRIER,
      }),
    );
  }
  const halting = new Map(
    judged
      .filter(({ one, asks }) => asks === 'halt' && ['alert', 'nudge'].includes(one.sourceKind))
      .map(({ one, word }) => [one.sourceId, word.code ?? '']),
  );
  for (const [id, code] of halting) {
    await world.db.commit(
      { who: CARRIER, action: 'alert.halt', subject: { kind: 'alert', id }, detail: { code } },
      [
        must(moveAlert, {
          id,
          from: ['sending', 'open'],
          to: 'halted',
          reason: `${codeInWords(code) ?? 'The carrier refuses our account'} (${code}).`,
          closedAt: null,
        }),
      ],
    );
  }
};
