/**
 * Calculators: pure functions from dated rules and an input to a figure with its reason. They promise whole cents,
 * no constant of the law in code, the rows of the rules behind every answer, and a refusal that names the field
 * for bad input or a day without a rule. Regimes use the same functions.
 */
import type { AnyCalculator } from './calculator.ts';
import { dueDate } from './due-date.ts';
import { election501h } from './election-501h.ts';
import { maLateFee, msLateFee } from './late-fees.ts';
import { ld2Rounding } from './ld2-rounding.ts';
import { ldaRegistration } from './lda-registration.ts';
import { maIncidental } from './ma-incidental.ts';
import { msValueTest } from './ms-value-test.ts';
import { mtMonth } from './mt-month.ts';
import { mtOffice } from './mt-office.ts';
import { mtThreshold } from './mt-threshold.ts';
import { nondeductible } from './nondeductible.ts';
import { proxyTax } from './proxy-tax.ts';

/** Every calculator, in the order of its group on the page. */
export const CALCULATORS: readonly AnyCalculator[] = [
  dueDate,
  mtThreshold,
  mtMonth,
  mtOffice,
  msValueTest,
  msLateFee,
  maIncidental,
  maLateFee,
  ldaRegistration,
  ld2Rounding,
  election501h,
  nondeductible,
  proxyTax,
];

export const calculatorById = (id: string): AnyCalculator | undefined =>
  CALCULATORS.find((one) => one.id === id);
