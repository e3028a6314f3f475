import type { LocalDate } from '../../../platform/days.ts';
import { payShares, type PayShare } from '../pay-share.ts';
import type { ActivityRow, CompensationRow, ExpenseRow } from '../regime.ts';

const NOT_LOBBYING = ['monitoring', 'administrative', 'event'];
const CONTRIBUTIONS = ['feca', 'he', 'me', 'ple', 'pic'];

export const isFederal = (row: { jurisdiction: string | null }): boolean => row.jurisdiction === 'US';
export const isContribution = (expense: ExpenseRow): boolean =>
  expense.contribution !== null || CONTRIBUTIONS.includes(expense.class ?? '');

/**
 * Whether an expense is one of lobbying by a method, where the log does not say. A: for a federal bill, and no cost
 * of asking others to write: what a lobbyist spends may as well be for a state. B and C follow tax law, which has state and grass roots spending in it (GH: guidance to be confirmed).
 */
export const isLobbyingExpense = (expense: ExpenseRow, method: string): boolean => {
  if (expense.state !== 'confirmed' || expense.personalLiving === 1 || isContribution(expense)) return false;
  if (expense.class !== null) return expense.class !== 'not_reported' && expense.class !== 'not_counted';
  if (method !== 'A') return true;
  if (expense.alertId !== null) return false;
  return isFederal(expense);
};

/** Lobbying by a method: counted by the law's own terms, or for B and C all work on legislation that the log has. */
export const isLobbying = (activity: ActivityRow, method: string): boolean => {
  if (activity.state !== 'confirmed') return false;
  if (method === 'A') return activity.counts === 1;
  return activity.personKind !== 'member' && !NOT_LOBBYING.includes(activity.kind);
};

export interface Spent {
  expenses: ExpenseRow[];
  shares: PayShare[];
  /** Exact, before the form rounds. */
  cents: number;
}

/** What lobbying cost within days, by when it was incurred: expenses, and the lobbying share of pay. */
export const spentIn = (
  log: {
    expenses: readonly ExpenseRow[];
    activities?: readonly ActivityRow[];
    compensation?: readonly CompensationRow[];
  },
  method: string,
  from: LocalDate,
  to: LocalDate,
): Spent => {
  const expenses = log.expenses.filter(
    (one) =>
      one.incurredOn >= from && one.incurredOn <= to && one.taken === 0 && isLobbyingExpense(one, method),
  );
  const lobbying = (log.activities ?? []).filter((one) => isLobbying(one, method));
  const shares = payShares(log.compensation ?? [], lobbying, from, to, 'timed').filter(
    (one) => one.lobbyingMinutes > 0 || one.row.allLobbying === 1,
  );
  const cents =
    expenses.reduce((sum, one) => sum + one.amountCents, 0) + shares.reduce((sum, one) => sum + one.cents, 0);
  return { expenses, shares, cents };
};
