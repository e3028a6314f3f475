import * as z from 'zod';
import { addDays } from '../../platform/days.ts';
import { conflict, missing, ok } from '../../platform/problem.ts';
import { must } from '../../platform/statement.ts';
import { verb } from '../../platform/verb.ts';
import { endRule, ruleById, rulesOfKey, startRule } from './rule-queries.ts';

/** A proposal becomes the rule from its own first day; the row in force until then ends the day before. */
export const putRuleInForce = verb({
  name: 'rule.put_in_force',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const rule = await world.db.first(ruleById, { id });
    if (!rule) return missing('That rule');
    const { regime, key, fromOn } = rule;
    const covering = (await world.db.all(rulesOfKey, { regime, key })).find(
      (one) => one.state === 'in_force' && one.fromOn <= fromOn && (one.toOn === null || one.toOn >= fromOn),
    );
    const done = await world.db.commit(
      {
        who,
        action: 'rule.put_in_force',
        subject: { kind: 'rule', id },
        detail: { key, fromOn, ends: covering?.id ?? null },
      },
      [
        ...(covering ? [must(endRule, { id: covering.id, on: fromOn, before: addDays(fromOn, -1) })] : []),
        must(startRule, { id, toOn: covering ? covering.toOn : rule.toOn }),
      ],
    );
    return done
      ? ok({ id, endedId: covering?.id ?? null })
      : conflict('This is no open proposal any more, or a later row of the same rule is in force.');
  },
});
