import type * as z from 'zod';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { BODIES } from './bodies.ts';
import { answerOf, type Calculator, type Ground } from './calculators/calculator.ts';
import { dueDate } from './calculators/due-date.ts';
import { election501h } from './calculators/election-501h.ts';
import { maLateFee, msLateFee } from './calculators/late-fees.ts';
import { ld2Rounding } from './calculators/ld2-rounding.ts';
import { ldaRegistration } from './calculators/lda-registration.ts';
import { maIncidental } from './calculators/ma-incidental.ts';
import { msValueTest } from './calculators/ms-value-test.ts';
import { mtMonth } from './calculators/mt-month.ts';
import { mtOffice } from './calculators/mt-office.ts';
import { mtThreshold } from './calculators/mt-threshold.ts';
import { nondeductible } from './calculators/nondeductible.ts';
import { proxyTax } from './calculators/proxy-tax.ts';
import { holidaysOf, rulesOf } from './queries.ts';
import { rulebook } from './rulebook.ts';

const readers = ['owner', 'director', 'coordinator', 'staff'] as const;

const groundOf = async (world: World, regime: string): Promise<Ground> => {
  const [rules, holidays] = await Promise.all([
    world.db.all(rulesOf, { regime }),
    world.db.all(holidaysOf, { jurisdiction: BODIES[regime]?.jurisdiction ?? '' }),
  ]);
  return { rules: rulebook(regime, rules), holidays: new Set(holidays.map((one) => one.onDate)) };
};

/** A calculator on the rules as they stand in the database. */
const onOurRules = <In extends z.ZodObject, Out extends z.ZodObject>(one: Calculator<In, Out>) =>
  Object.assign(
    view({
      name: `filing.calculate_${one.id.replaceAll('-', '_')}`,
      by: readers,
      input: one.input,
      run: async (world, _who, input) => {
        const regime = typeof one.regime === 'string' ? one.regime : one.regime(input);
        return answerOf(one, await groundOf(world, regime), input);
      },
    }),
    { calculator: one },
  );

export const calculateDueDate = onOurRules(dueDate);
export const calculateMtThreshold = onOurRules(mtThreshold);
export const calculateMtMonth = onOurRules(mtMonth);
export const calculateMtOffice = onOurRules(mtOffice);
export const calculateMsValueTest = onOurRules(msValueTest);
export const calculateMsLateFee = onOurRules(msLateFee);
export const calculateMaIncidental = onOurRules(maIncidental);
export const calculateMaLateFee = onOurRules(maLateFee);
export const calculateLdaRegistration = onOurRules(ldaRegistration);
export const calculateLd2Rounding = onOurRules(ld2Rounding);
export const calculate501h = onOurRules(election501h);
export const calculateNondeductible = onOurRules(nondeductible);
export const calculateProxyTax = onOurRules(proxyTax);

/** Every calculator as a view, in the order of the page. */
export const CALCULATIONS = [
  calculateDueDate,
  calculateMtThreshold,
  calculateMtMonth,
  calculateMtOffice,
  calculateMsValueTest,
  calculateMsLateFee,
  calculateMaIncidental,
  calculateMaLateFee,
  calculateLdaRegistration,
  calculateLd2Rounding,
  calculate501h,
  calculateNondeductible,
  calculateProxyTax,
] as const;
