import { must, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import type { Alert } from './alert-of.ts';
import { questionChanges } from './draft-alert.ts';
import { asWritten } from './edit-alert.ts';
import { insertSuccessor, successorRow } from './queries.ts';
import { statesFor } from './states.ts';

/**
 * The changes that begin a draft with the words, audience and question of an alert that is out, to take its
 * place; nothing is written when that one has ended or has such a draft.
 * @param now ms UTC
 */
export const beginSuccessor = (
  alert: Alert,
  draft: { id: string; by: string; now: number },
  ids: World['ids'],
): Change[] => [
  must(insertSuccessor, { ...draft, of: alert.id, states: statesFor('supersede') }),
  ...questionChanges(draft.id, alert.questions.map(asWritten), ids),
];

/** The alert, not sent yet, that somebody has begun to take the place of this one; null where nobody has. */
export const successorOf = (world: World, alertId: string) => world.db.first(successorRow, { of: alertId });
