import type { Regime } from '../regime.ts';
import { ASKS } from './asks.ts';
import { FACTS } from './decisions.ts';
import { prepareLd1 } from './ld1.ts';
import { ld2Json } from './ld2-json.ts';
import { prepareLd2 } from './ld2.ts';
import { prepareLd203 } from './ld203.ts';
import { FORMS, ldaObligations } from './obligations.ts';
import { ldaThresholds } from './thresholds.ts';

/** The federal Lobbying Disclosure Act: LD-1, LD-2 and LD-203 to the Secretary of the Senate and the Clerk of the House. 2 USC 1601-1614. */
export const lda: Regime = {
  id: 'lda',
  name: 'Federal',
  office: 'Secretary of the Senate and Clerk of the House',
  jurisdiction: 'US',
  forms: FORMS,
  asks: ASKS,
  obligations: ldaObligations,
  thresholds: ldaThresholds,
  prepare: (form, input) => {
    if (form === 'ld-1') return prepareLd1(input);
    return form === 'ld-2' ? prepareLd2(input) : prepareLd203(input);
  },
  facts: FACTS,
  exports: [ld2Json],
};
