import type { Rulebook } from '../../rulebook.ts';
import type { Beneficiary, ExpenseRow } from '../regime.ts';

/** A thing of value for one official, or an event told as one: what the activity report lists. */
export interface Given {
  expense: ExpenseRow;
  /** The official; null for an event. */
  official: string | null;
  cents: number;
}

const officialsOf = (one: ExpenseRow): Beneficiary[] => {
  const named = one.beneficiaries ? (JSON.parse(one.beneficiaries) as Beneficiary[]) : [];
  if (named.length > 0) return named;
  return one.officialName === null ? [] : [{ name: one.officialName, shareCents: one.amountCents }];
};
/** An event to which legislators were invited as a group (28-7-201(e)). */
export const isEvent = (one: ExpenseRow): boolean => one.eventAllInvited === 1 || Boolean(one.eventName);
/** Whether an expense can be in the report at all. */
export const concernsOfficials = (one: ExpenseRow): boolean => isEvent(one) || officialsOf(one).length > 0;

/** What is reportable: every event, and each official's part where it passes the amount of the law. */
export const givenIn = (rules: Rulebook, on: string, expenses: readonly ExpenseRow[]): Given[] =>
  expenses
    .filter((one) => one.state === 'confirmed' && one.personalLiving === 0)
    .flatMap((expense): Given[] =>
      isEvent(expense)
        ? [{ expense, official: null, cents: expense.amountCents }]
        : officialsOf(expense)
            .filter((each) => rules.meets('gift_floor', on, each.shareCents))
            .map((each) => ({ expense, official: each.name ?? 'Name not recorded', cents: each.shareCents })),
    );
