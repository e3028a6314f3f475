import * as z from 'zod';
import { addDays } from '../../platform/days.ts';
import { conflict, invalid, missing, ok, refused } from '../../platform/problem.ts';
import { must } from '../../platform/statement.ts';
import { verb } from '../../platform/verb.ts';
import { endRule, insertRule, ruleById } from './rule-queries.ts';
import { day, evidence, operator, source, value, valueProblem, type Unit } from './rule-input.ts';

/**
 * Corrects a rule from a day on: the row that is in force ends the day before, and a new one takes its place to
 * where the old one would have ended. Nothing is edited, so that a report filed under the old row still names it.
 */
export const correctRule = verb({
  name: 'rule.correct',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string(), fromOn: day, value, operator, source, evidence }),
  run: async (world, who, { id, ...input }) => {
    const old = await world.db.first(ruleById, { id });
    if (!old) return missing('That rule');
    if (old.state === 'proposed')
      return refused(
        'rule_proposed',
        'This is a proposal. Withdraw it and propose it anew, or put it in force.',
      );
    const wrong = valueProblem(old.unit as Unit, input.value);
    if (wrong) return invalid([{ field: 'value', message: wrong }]);
    if (input.fromOn < old.fromOn || (old.toOn !== null && input.fromOn > old.toOn))
      return invalid([
        { field: 'fromOn', message: 'This row is not in force on that day. Correct the one that is.' },
      ]);
    const newId = `${old.regime}.${old.key}.${world.ids.next()}`;
    const done = await world.db.commit(
      {
        who,
        action: 'rule.correct',
        subject: { kind: 'rule', id: newId },
        detail: { replaces: id, key: old.key, fromOn: input.fromOn },
      },
      [
        must(endRule, { id, on: input.fromOn, before: addDays(input.fromOn, -1) }),
        must(insertRule, {
          ...input,
          id: newId,
          regime: old.regime,
          key: old.key,
          unit: old.unit,
          operator: input.operator === undefined ? old.operator : input.operator,
          toOn: old.toOn,
          state: 'in_force',
          replacesId: id,
          at: world.clock.now(),
          by: who.id,
        }),
      ],
    );
    return done
      ? ok({ id: newId, replacesId: id })
      : conflict('Somebody else corrected this rule just now. Reload the page to see it.');
  },
});
