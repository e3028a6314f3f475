import type { Regime } from '../regime.ts';
import { prepareL5 } from './l5.ts';
import { FORMS, montanaObligations } from './obligations.ts';

/** Montana: the principal's financial report, form L-5, to the Commissioner of Political Practices. MCA title 5, chapter 7. */
export const montana: Regime = {
  id: 'mt',
  name: 'Montana',
  office: 'Montana Commissioner of Political Practices',
  jurisdiction: 'MT',
  forms: FORMS,
  obligations: montanaObligations,
  prepare: (_form, input) => prepareL5(input),
};
