import { invalid } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import { REGIME_NAMES } from './classify.ts';
import { EXPENSE_CATEGORIES, MUST_DECIDE, NOT_REPORTED } from './expense-categories.ts';
import { regimesOf } from './queries.ts';

/** What was chosen in each regime: a category, null for "not reported there"; left out: nothing was said. */
export type Chosen = Record<string, string | null | undefined>;
interface Decided {
  ok: true;
  classes: { regime: string; class: string; reason: string }[];
  mtCategory: string | null;
  msCategory: string | null;
}

/** The name of a regime's field in forms and in the API. */
export const fieldOf = (regime: string): string =>
  regime === 'mt' || regime === 'ms' ? `${regime}Category` : `categories.${regime}`;

/**
 * Every regime where the organization files and that asks for a category must have one, or the decision that it has
 * none: otherwise the report would be stopped by it weeks later.
 * @param before what was decided earlier, which stands where nothing new is said
 */
export const decidedClasses = async (
  world: World,
  { organizationId, on, personalLiving }: { organizationId: string; on: string; personalLiving: boolean },
  chosen: Chosen,
  before: Chosen = {},
): Promise<Decided | ReturnType<typeof invalid>> => {
  const filed = await world.db.all(regimesOf, { organizationId, on });
  const all: Chosen = { ...before };
  for (const [regime, one] of Object.entries(chosen)) if (one !== undefined) all[regime] = one;
  const wrong = Object.entries(all).find(
    ([regime, one]) => one && one !== NOT_REPORTED && !EXPENSE_CATEGORIES[regime]?.[one],
  );
  if (wrong) return invalid([{ field: fieldOf(wrong[0]), message: 'Choose a category of the list.' }]);
  const open = filed
    .map(({ regime }) => regime)
    .filter((regime) => MUST_DECIDE.includes(regime) && all[regime] === undefined && !personalLiving);
  if (open.length > 0)
    return invalid(
      open.map((regime) => ({
        field: fieldOf(regime),
        message: `Choose the ${REGIME_NAMES[regime]} category, or say that it is not reported there.`,
      })),
    );
  const isCategory = (regime: string) => {
    const one = all[regime];
    return one && one !== NOT_REPORTED ? one : null;
  };
  return {
    ok: true,
    classes: Object.entries(all)
      .filter(([, one]) => one !== undefined)
      .map(([regime]) => ({ regime, class: isCategory(regime) ?? NOT_REPORTED, reason: '' })),
    mtCategory: isCategory('mt'),
    msCategory: isCategory('ms'),
  };
};
