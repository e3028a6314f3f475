import type { Regime } from '../regime.ts';
import { ASKS } from './asks.ts';
import { prepareL5 } from './l5.ts';
import { FORMS, montanaObligations } from './obligations.ts';
import { prepareRegistration, REGISTRATIONS } from './registrations.ts';
import { montanaThresholds } from './thresholds.ts';

const isRegistration = (form: string) => REGISTRATIONS.some((one) => one.id === form);

/**
 * Montana: licences and registrations (L-1, L-2, L-3) and the principal's financial report (L-5), to the
 * Commissioner of Political Practices. MCA title 5, chapter 7.
 */
export const montana: Regime = {
  id: 'mt',
  name: 'Montana',
  office: 'Montana Commissioner of Political Practices',
  jurisdiction: 'MT',
  forms: FORMS,
  asks: ASKS,
  obligations: montanaObligations,
  thresholds: montanaThresholds,
  prepare: (form, input) => (isRegistration(form) ? prepareRegistration(form, input) : prepareL5(input)),
  lateFee: (rules, dueOn, daysLate) => rules.amount('late_fee', dueOn) * daysLate,
};
