import { msFeeOf } from '../../calculators/late-fees.ts';
import type { Regime } from '../regime.ts';
import { ASKS } from './asks.ts';
import { prepareAnnual } from './annual.ts';
import { FORMS, mississippiObligations } from './obligations.ts';
import { prepareRegistration } from './registration.ts';
import { prepareSession } from './session-report.ts';
import { mississippiThresholds } from './thresholds.ts';

/**
 * Mississippi: registrations, the annual, session and final reports of the client and of each lobbyist, to the
 * Secretary of State. Miss. Code title 5, chapter 8.
 */
export const mississippi: Regime = {
  id: 'ms',
  name: 'Mississippi',
  office: 'Mississippi Secretary of State',
  jurisdiction: 'MS',
  forms: FORMS,
  asks: ASKS,
  obligations: mississippiObligations,
  thresholds: mississippiThresholds,
  prepare: (form, input) => {
    if (form.endsWith('-registration')) return prepareRegistration(form, input);
    return form.startsWith('lobbyist-session') ? prepareSession(input) : prepareAnnual(form, input);
  },
  lateFee: msFeeOf,
};
