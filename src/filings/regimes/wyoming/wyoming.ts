import type { Regime } from '../regime.ts';
import { ASKS } from './asks.ts';
import { prepareActivity } from './activity-report.ts';
import { FORMS, wyomingObligations } from './obligations.ts';
import { prepareRegistration } from './registration.ts';
import { wyomingThresholds } from './thresholds.ts';

/** Wyoming: registration of each lobbyist and the yearly activity report, to the Secretary of State. W.S. 28-7-101 to 201. */
export const wyoming: Regime = {
  id: 'wy',
  name: 'Wyoming',
  office: 'Wyoming Secretary of State',
  jurisdiction: 'WY',
  forms: FORMS,
  asks: ASKS,
  obligations: wyomingObligations,
  thresholds: wyomingThresholds,
  prepare: (form, input) => (form === 'registration' ? prepareRegistration(input) : prepareActivity(input)),
};
