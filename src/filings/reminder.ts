import { daysBetween, type LocalDate } from '../platform/days.ts';

const STEPS = [
  { step: '2 days', within: 2, no: 3 },
  { step: '7 days', within: 7, no: 2 },
  { step: '14 days', within: 14, no: 1 },
];

/**
 * Which reminder of a report stands on a day: 14, 7 or 2 days before our own day, after it, or after the office's day;
 * null where none does yet. One that was missed gives way to the next. `round` is a number of its own for each step
 * of each day, so a day that moved is reminded of anew.
 */
export const reminderOn = (
  today: LocalDate,
  report: { dueOn: LocalDate; internalDueOn: LocalDate },
): { step: string; round: number } | null => {
  const numbered = (day: LocalDate, no: number) => Number(day.replaceAll('-', '')) * 10 + no;
  if (today > report.dueOn) return { step: 'overdue', round: numbered(report.dueOn, 5) };
  const left = daysBetween(today, report.internalDueOn);
  if (left < 0) return { step: 'past our day', round: numbered(report.internalDueOn, 4) };
  const found = STEPS.find(({ within }) => left <= within);
  return found ? { step: found.step, round: numbered(report.internalDueOn, found.no) } : null;
};
