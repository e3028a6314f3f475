import type { Regime } from '../regime.ts';
import { prepareAnnual } from './annual.ts';
import { FORMS, mississippiObligations } from './obligations.ts';

/** Mississippi: the annual reports of the client and of each lobbyist, to the Secretary of State. Miss. Code title 5, chapter 8. */
export const mississippi: Regime = {
  id: 'ms',
  name: 'Mississippi',
  office: 'Mississippi Secretary of State',
  jurisdiction: 'MS',
  forms: FORMS,
  obligations: mississippiObligations,
  prepare: prepareAnnual,
};
