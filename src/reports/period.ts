import { addDays, addMonths, daysBetween, endOfMonth, type LocalDate } from '../platform/days.ts';

/** Days from one to another, both included. */
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

/** The period just before one, as long: whole months before whole months, else as many days. */
export const periodBefore = ({ from, to }: Period): Period => {
  const end = addDays(from, -1);
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7)) +
    1;
  return from.endsWith('-01') && to === endOfMonth(to)
    ? { from: addMonths(from, -months), to: end }
    : { from: addDays(from, -daysBetween(from, to) - 1), to: end };
};

/** Periods to choose by one tap, each with an address of its own that stays. */
export const commonPeriods = (today: LocalDate): (Period & { label: string })[] => {
  const month = `${today.slice(0, 7)}-01`;
  const year = today.slice(0, 4);
  return [
    { label: 'Last 30 days', from: addDays(today, -30), to: today },
    { label: 'This month', from: month, to: endOfMonth(month) },
    { label: 'Last month', from: addMonths(month, -1), to: addDays(month, -1) },
    { label: 'This year', from: `${year}-01-01`, to: `${year}-12-31` },
    { label: 'Last year', from: `${Number(year) - 1}-01-01`, to: `${Number(year) - 1}-12-31` },
  ];
};

/** "12 more than", "as many as", "3 fewer than": a count beside that of the period before. */
export const compared = (now: number, before: number): string => {
  const by = Math.abs(now - before);
  return by === 0 ? 'as many as' : `${by.toLocaleString('en-US')} ${now > before ? 'more' : 'fewer'} than`;
};
