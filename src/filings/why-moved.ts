import { addDays, previousBusinessDay, showDay, weekday, type LocalDate } from '../platform/days.ts';

const [SATURDAY, SUNDAY] = [6, 7];

/** "Sunday, February 15" is "a Sunday"; a holiday has its name. */
const closedFor = (date: LocalDate, holidays: ReadonlyMap<string, string>): string | null => {
  const holiday = holidays.get(date);
  if (holiday !== undefined) return holiday;
  const day = weekday(date);
  return day === SATURDAY || day === SUNDAY ? `a ${showDay(date).split(',')[0]}` : null;
};

/** Every closed day from one on until an open one. */
const closedFrom = (from: LocalDate, holidays: ReadonlyMap<string, string>): string[] => {
  const why = closedFor(from, holidays);
  return why === null ? [] : [why, ...closedFrom(addDays(from, 1), holidays)];
};

/**
 * Why a report is due on another day than the law names, or why our own day is before it, in a sentence; null where the day
 * the law names is open.
 * @param holidays the days on which the regime's offices are closed, with their names
 */
export const whyMoved = (
  { statutory, shifted }: { statutory: LocalDate; shifted: LocalDate },
  holidays: ReadonlyMap<string, string>,
): string | null => {
  const closed = closedFrom(statutory, holidays);
  if (closed.length === 0) return null;
  const days = closed.join(', then ');
  const sentence = `${days.charAt(0).toUpperCase()}${days.slice(1)}`;
  if (shifted === statutory) return `${sentence}: no rule moves the day, so ours is before it.`;
  if (previousBusinessDay(shifted, new Set(holidays.keys())) === shifted)
    return `${sentence}: met on the next open day.`;
  return `${sentence}: the rule moves the day past a Sunday or holiday alone, so ours is before it.`;
};
