import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { holdForTheDay } from './ask-less.ts';
import { codeInWords, type CodeClass } from './carrier-codes.ts';
import { keepOptOut } from './follow-up.ts';
import { haltAlert } from './halt-alert.ts';
import type { Word } from './result-queries.ts';

const CARRIER: Who = { kind: 'provider', id: 'twilio' };

interface Judged {
  one: { id: number; sourceKind: string; sourceId: string; address: string | null };
  word: Word;
  asks: CodeClass | 'unknown' | null;
}

/**
 * What refusals ask for beyond their own rows and cannot wait for the clock: an opt-out that the carrier knew of
 * is kept as ours, a sender whose day is used up is held, and an account that is not right halts its alert, since
 * every further text would fail the same way.
 */
export const afterRefusals = async (world: World, judged: Judged[]): Promise<void> => {
  for (const { one } of judged.filter(({ asks }) => asks === 'stopped')) {
    if (one.address !== null) await keepOptOut(world, { id: one.id, address: one.address });
  }
  const capped = judged.find(({ asks }) => asks === 'cap');
  if (capped) await holdForTheDay(world, capped.word.code ?? '');
  const halting = new Map(
    judged
      .filter(({ one, asks }) => asks === 'halt' && ['alert', 'nudge'].includes(one.sourceKind))
      .map(({ one, word }) => [one.sourceId, word.code ?? '']),
  );
  for (const [id, code] of halting)
    await haltAlert(world, {
      id,
      who: CARRIER,
      reason: `${codeInWords(code) ?? 'The carrier refuses our account'} (${code}).`,
      detail: { code },
    });
};
