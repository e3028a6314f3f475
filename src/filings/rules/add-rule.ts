import * as z from 'zod';
import { invalid, ok, refused, type Result } from '../../platform/problem.ts';
import { must } from '../../platform/statement.ts';
import { verb } from '../../platform/verb.ts';
import type { Who } from '../../platform/who.ts';
import type { World } from '../../platform/world.ts';
import { insertRule, regimesKnown, rulesOfKey } from './rule-queries.ts';
import { day, ruleFields, valueProblem } from './rule-input.ts';

const whole = z.strictObject({ ...ruleFields, toOn: day.nullish() });
type NewRule = z.output<typeof whole>;

/** Adds a rule that is in force, for days that no row of its key covers. A row that is there is corrected instead. */
export const addRule = verb({
  name: 'rule.add',
  by: ['owner', 'director'],
  input: whole,
  run: (world, who, input) => writeRule(world, who, input, 'in_force'),
});

/** Writes a row of a rule: checked against its unit, its regime and the other rows of its key. */
export const writeRule = async (
  world: World,
  who: Who,
  input: NewRule,
  state: 'in_force' | 'proposed',
): Promise<Result<{ id: string }>> => {
  const [regimes, others] = await Promise.all([
    world.db.all(regimesKnown, {}),
    world.db.all(rulesOfKey, { regime: input.regime, key: input.key }),
  ]);
  if (!regimes.some((one) => one.id === input.regime))
    return invalid([{ field: 'regime', message: 'Choose where the rule holds.' }]);
  const wrong = valueProblem(input.unit, input.value);
  if (wrong) return invalid([{ field: 'value', message: wrong }]);
  const unit = others[0]?.unit;
  if (unit && unit !== input.unit)
    return invalid([{ field: 'unit', message: `This rule is kept in ${unit}. A row of it keeps the unit.` }]);
  if (input.toOn && input.toOn < input.fromOn)
    return invalid([{ field: 'toOn', message: 'The last day is before the first.' }]);
  const id = `${input.regime}.${input.key}.${world.ids.next()}`;
  const done = await world.db.commit(
    {
      who,
      action: state === 'proposed' ? 'rule.propose' : 'rule.add',
      subject: { kind: 'rule', id },
      detail: { regime: input.regime, key: input.key, fromOn: input.fromOn },
    },
    [
      must(insertRule, {
        ...input,
        id,
        operator: input.operator ?? null,
        toOn: input.toOn ?? null,
        state,
        replacesId: null,
        at: world.clock.now(),
        by: who.id,
      }),
    ],
  );
  return done
    ? ok({ id })
    : refused(
        'rule_covered',
        'A rule is in force on some of these days already. Correct that one: it then ends the day before.',
      );
};
