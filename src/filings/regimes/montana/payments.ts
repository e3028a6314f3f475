import type { LocalDate } from '../../../platform/days.ts';
import { wholeCents } from '../../calculators/share.ts';
import type { ActivityRow, CompensationRow, ExpenseRow, Source } from '../regime.ts';

/** The day Montana counts an expense on: when it was paid, or when it was incurred while that is unknown. */
export const spentOn = (expense: ExpenseRow): LocalDate => expense.paidOn ?? expense.incurredOn;

/** What an L-5 reports: every confirmed payment with a Montana category; personal living expenses stay out. */
export const isReported = (expense: ExpenseRow): boolean =>
  expense.state === 'confirmed' && expense.mtCategory !== null && expense.personalLiving === 0;

/** A payment as an L-5 counts it: an expense of the log, or the lobbying share of somebody's pay. */
export interface Payment {
  on: LocalDate;
  cents: number;
  /** The Montana category. */
  category: string;
  lobbyistId: string | null;
  /** 1: another filed report has it. */
  taken: number;
  source: Source;
  /** How the amount was worked out, where it is a share. */
  calculation: string | null;
}

/** What the threshold counts: as reported, without travel (ARM 44.12.202(1)). */
export const countsToThreshold = (payment: Pick<Payment, 'category'>): boolean =>
  payment.category !== 'travel';

export const ofExpense = (expense: ExpenseRow): Payment => ({
  on: spentOn(expense),
  cents: expense.amountCents,
  category: expense.mtCategory ?? '',
  lobbyistId: expense.lobbyistId,
  taken: expense.taken,
  source: { kind: 'expense', id: expense.id, cents: expense.amountCents },
  calculation: allocationInWords(expense),
});

const hours = (minutes: number) => `${(minutes / 60).toFixed(1).replace(/\.0$/, '')} h`;

/** Whether a line of the log is the work of the person who was paid. */
const isWorkOf = (activity: ActivityRow, pay: CompensationRow): boolean =>
  (pay.lobbyistId !== null && activity.lobbyistId === pay.lobbyistId) ||
  (pay.staffId !== null && activity.staffId === pay.staffId);

/**
 * The lobbying share of somebody's pay for a span of days, benefits with it, counted on its last day
 * (ARM 44.12.211): all of it where all of it was for lobbying, else pay times lobbying minutes over all minutes.
 * Null where the minutes that it needs are not known.
 */
export const ofCompensation = (row: CompensationRow, activities: readonly ActivityRow[]): Payment | null => {
  const paid = row.payCents + row.benefitCents;
  const minutes = activities
    .filter(
      (one) =>
        one.state === 'confirmed' &&
        one.counts === 1 &&
        isWorkOf(one, row) &&
        one.onDate >= row.fromOn &&
        one.onDate <= row.toOn,
    )
    .reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const share = { minutes, whole: row.totalMinutes ?? 0 };
  if (row.allLobbying === 0 && (share.whole === 0 || minutes > share.whole)) return null;
  const cents = row.allLobbying === 1 ? paid : wholeCents(paid * share.minutes, share.whole);
  return {
    on: row.toOn,
    cents,
    category: 'salaries',
    lobbyistId: row.lobbyistId,
    taken: row.taken ?? 0,
    source: { kind: 'compensation', id: row.id, cents },
    calculation:
      row.allLobbying === 1
        ? `${row.personName}: all pay of the span was for lobbying.`
        : `${row.personName}: ${hours(share.minutes)} of ${hours(share.whole)} were lobbying.`,
  };
};

/** Every payment of the log, in the order of its rows. Pay whose share cannot be worked out is left to the checks. */
export const paymentsOf = (input: {
  expenses: readonly ExpenseRow[];
  activities?: readonly ActivityRow[];
  compensation?: readonly CompensationRow[];
}): Payment[] => [
  ...input.expenses.filter(isReported).map(ofExpense),
  ...(input.compensation ?? []).flatMap((row) => ofCompensation(row, input.activities ?? []) ?? []),
];

export const centsOf = (payments: readonly Pick<Payment, 'cents'>[]): number =>
  payments.reduce((sum, one) => sum + one.cents, 0);

interface Allocation {
  method?: string;
  numerator?: number;
  denominator?: number;
}
/** The calculation kept with an expense that is a share of something larger, in words; null where it is none. */
export const allocationInWords = ({ allocation, purpose }: ExpenseRow): string | null => {
  if (!allocation) return null;
  const { method = 'share', numerator, denominator } = JSON.parse(allocation) as Allocation;
  return numerator === undefined || denominator === undefined
    ? `${purpose}: ${method}.`
    : `${purpose}: ${numerator} of ${denominator}, ${method}.`;
};
