import type { Regime } from '../regime.ts';
import { ASKS } from './asks.ts';
import { IRS_FACTS } from './facts.ts';
import { FORMS, irsObligations } from './obligations.ts';
import { prepareScheduleC } from './schedule-c.ts';
import { irsThresholds } from './thresholds.ts';

/** The IRS: Schedule C of Form 990, by the organization's tax status and its election. 26 USC 501(h), 4911, 162(e), 6033(e). */
export const irs: Regime = {
  id: 'irs',
  name: 'IRS',
  office: 'Internal Revenue Service, with Form 990',
  jurisdiction: 'US',
  forms: FORMS,
  asks: ASKS,
  facts: IRS_FACTS,
  obligations: irsObligations,
  thresholds: irsThresholds,
  prepare: (_form, input) => prepareScheduleC(input),
};
