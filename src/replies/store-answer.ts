import { change, must, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { keptOf, type Value } from './answer-value.ts';
import { insertAnswer, upsertResponse } from './queries.ts';

export type Door = 'sms' | 'email' | 'web' | 'staff';

/** One answer by one member through one of the doors. */
export interface Given {
  alertId: string;
  questionId: string;
  value: Value;
  memberId: string;
  door: Door;
  replyId: string | null;
  deliveryId: number | null;
  /** When it was given, ms UTC: a later answer stays the current one, in whatever order they are understood. */
  at: number;
}
/** What follows from an answer that names officials. */
const JOBS: Partial<Record<Value['kind'], string>> = {
  officials: 'answer.about_officials',
  known: 'answer.about_known',
};
/** What a commit has to hold for an answer, and the jobs that follow from it. */
export interface Stored {
  changes: Change[];
  jobs: { kind: string; body: { answerId: string } }[];
}

/**
 * What keeps an answer and makes it the member's current one. The commit is undone when the alert is no longer out,
 * or an option is not the question's. A late answer is kept and never counted. One that names officials becomes
 * draft contact reports, or relationships.
 */
export const storeAnswer = (world: World, given: Given, late = false): Stored => {
  const id = world.ids.next();
  const { value, ...rest } = given;
  const job = JOBS[value.kind];
  const kept = must(insertAnswer, { ...rest, ...keptOf(value), id, late, confidence: 'sure' });
  return {
    changes: late ? [kept] : [kept, change(upsertResponse, { answerId: id })],
    jobs: job ? [{ kind: job, body: { answerId: id } }] : [],
  };
};
