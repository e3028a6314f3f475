import type { LocalDate } from '../../../platform/days.ts';
import type { ExpenseRow } from '../regime.ts';

/** The day Montana counts an expense on: when it was paid, or when it was incurred while that is unknown. */
export const spentOn = (expense: ExpenseRow): LocalDate => expense.paidOn ?? expense.incurredOn;

/** What an L-5 reports: every confirmed payment with a Montana category; personal living expenses stay out. */
export const isReported = (expense: ExpenseRow): boolean =>
  expense.state === 'confirmed' && expense.mtCategory !== null && expense.personalLiving === 0;

/** What the threshold counts: as reported, without travel (ARM 44.12.202(1)). */
export const countsToThreshold = (expense: ExpenseRow): boolean =>
  isReported(expense) && expense.mtCategory !== 'travel';
