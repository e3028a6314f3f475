import { showDay } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import type { Line, PreparedFiling, PrepareInput } from '../regime.ts';

/** A lobbyist's registration: who, for whom, and the fee, which is no payment of the log. */
export const prepareRegistration = (input: PrepareInput): PreparedFiling => {
  const { obligation, filerName, filerAddress, lobbyists, rules } = input;
  const on = obligation.periodFrom;
  const line = (label: string, detail: string, amountCents: number | null = null): Line => ({
    section: 'Registration',
    label,
    detail,
    amountCents,
    sources: [],
  });
  return {
    lines: [
      line('Lobbyist', lobbyists.find((one) => one.id === obligation.lobbyistId)?.name ?? ''),
      line('Represents', [filerName, filerAddress].filter(Boolean).join(', ')),
      line('Period', `${showDay(on, { year: true })} to ${showDay(obligation.periodTo, { year: true })}`),
      line(
        'Fee',
        `${showCents(rules.amount('registration_fee_small', on))} where no more than ${showCents(rules.amount('registration_pay', on))} of pay and expenses is expected in the period, or travel and per diem alone.`,
        rules.amount('registration_fee', on),
      ),
    ],
    totalCents: 0,
    checks: [],
  };
};
