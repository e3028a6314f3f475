import { maFeeOf } from '../../calculators/late-fees.ts';
import type { Regime } from '../regime.ts';
import { ASKS } from './asks.ts';
import { FORMS, massachusettsObligations } from './obligations.ts';
import { prepareGroup, prepareRegistration, prepareStatement } from './statement.ts';
import { massachusettsThresholds } from './thresholds.ts';

/** Massachusetts: semi-annual statements of employer, agents or a group to the Secretary of the Commonwealth. G.L. c.3 ss.39-50. */
export const massachusetts: Regime = {
  id: 'ma',
  name: 'Massachusetts',
  office: 'Secretary of the Commonwealth, Lobbyist Division',
  jurisdiction: 'MA',
  forms: FORMS,
  asks: ASKS,
  obligations: massachusettsObligations,
  thresholds: massachusettsThresholds,
  prepare: (form, input) => {
    if (form === 'group') return prepareGroup(input);
    return form === 'registration' ? prepareRegistration(input) : prepareStatement(form, input);
  },
  lateFee: maFeeOf,
  facts: [
    {
      key: 'business',
      label: 'Kind of business',
      hint: 'As on the registration, such as "School leaders’ association".',
    },
    { key: 'phone', label: 'Office phone', hint: 'The number that the statement shows.' },
    {
      key: 'principals',
      label: 'Principals of the group',
      hint: 'Only where no agent is named: names and addresses of who leads it.',
    },
    {
      key: 'purposes',
      label: 'Purposes of the group',
      hint: 'Only where no agent is named: what it wants, in a sentence.',
    },
  ],
};
