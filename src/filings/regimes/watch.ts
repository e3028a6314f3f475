import { follow, type Rule, type Rulebook } from '../rulebook.ts';
import type { Watched } from './regime.ts';

/** Builds a line that is watched; what `of` reads of the book is named with it. */
export const watch = (
  book: Rulebook,
  on: string,
  of: (rules: Rulebook) => Omit<Watched, 'near' | 'rules'> & { near?: Rule },
): Watched => {
  const rules = follow(book);
  const { near = rules.rule('near_share', on), ...rest } = of(rules);
  return { ...rest, near, rules: rules.used() };
};

/** A rule as the line it draws. */
export const lineOf = (rule: Rule): NonNullable<Watched['line']> => ({
  operator: rule.operator,
  limit: Number(rule.value),
});
