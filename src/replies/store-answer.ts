import { change, must, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { insertAnswer, upsertResponse } from './queries.ts';

export type Door = 'sms' | 'email' | 'web' | 'staff';

/** One answer by one member through one of the doors. */
export interface Given {
  alertId: string;
  optionId: string;
  memberId: string;
  door: Door;
  replyId: string | null;
  deliveryId: number | null;
  /** When it was given, ms UTC: a later answer stays the current one, in whatever order they are understood. */
  at: number;
}

/**
 * The changes that keep an answer and make it the member's current one. The commit is undone when the alert is
 * no longer out. A late answer is kept and never counted.
 */
export const answerChanges = (world: World, given: Given, late = false): Change[] => {
  const id = world.ids.next();
  const kept = must(insertAnswer, { ...given, id, late, confidence: 'sure' });
  return late ? [kept] : [kept, change(upsertResponse, { answerId: id })];
};
