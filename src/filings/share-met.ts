import type { World } from '../platform/world.ts';
import { HUNDRED } from './calculators/share.ts';
import { rulesOf } from './queries.ts';
import { holds, rulebook, RuleMissing } from './rulebook.ts';

/** Whether a part of a whole meets a rule that is a share in percent; where no such rule is in force, it does not. */
export const shareMet: World['shareMet'] = async (world, { regime, key, on }, part, whole) => {
  const rules = rulebook(regime, await world.db.all(rulesOf, { regime }));
  try {
    const rule = rules.rule(key, on);
    return holds(rule, part * HUNDRED, whole * Number(rule.value));
  } catch (error) {
    if (error instanceof RuleMissing) return false;
    throw error;
  }
};
