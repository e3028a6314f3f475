import type { Classed, ToClass } from './classes/facts.ts';
import { irs, IRS_CLASSES } from './classes/irs.ts';
import { lda, LDA_CLASSES } from './classes/lda.ts';
import { massachusetts, MASSACHUSETTS_CLASSES } from './classes/massachusetts.ts';
import { mississippi, MISSISSIPPI_CLASSES } from './classes/mississippi.ts';
import { montana, MONTANA_CLASSES } from './classes/montana.ts';

export type { Classed, ToClass } from './classes/facts.ts';

const CLASSIFIERS = { mt: montana, ms: mississippi, ma: massachusetts, lda, irs };
export type Regime = keyof typeof CLASSIFIERS;
export const REGIMES = Object.keys(CLASSIFIERS) as Regime[];
export const isClassed = (regime: string): regime is Regime => Object.hasOwn(CLASSIFIERS, regime);

export const REGIME_NAMES: Record<string, string> = {
  mt: 'Montana',
  ms: 'Mississippi',
  ma: 'Massachusetts',
  lda: 'federal',
  irs: 'IRS',
};

/** What a person may decide a line to be in a regime; `not_counted` keeps it out of the report. */
export const CLASSES: Record<string, Record<string, string>> = {
  mt: MONTANA_CLASSES,
  ms: MISSISSIPPI_CLASSES,
  ma: MASSACHUSETTS_CLASSES,
  lda: LDA_CLASSES,
  irs: IRS_CLASSES,
};

/**
 * The class of an activity in a regime, by rule: one for every input. Sources: reference rules named in `ruleId`.
 * A person may decide otherwise.
 */
export const classify = (regime: Regime, activity: ToClass): Classed => CLASSIFIERS[regime](activity);
