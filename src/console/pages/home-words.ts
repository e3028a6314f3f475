import { daysBetween, localDate, showClock, showDay, showShortDay } from '../../platform/days.ts';

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** "Three hearings", "12 hearings", "One hearing": a count that begins a sentence. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${NUMBERS[count] ?? count} ${count === 1 ? one : many}`;

/** "today 9:02 am", "Wednesday 3:00 pm", "Feb 9, 9:02 am": a moment by the nearest words that name it. */
export const namedMoment = (ms: number, now: number, zone: string): string => {
  const [day, today] = [localDate(ms, zone), localDate(now, zone)];
  const away = daysBetween(today, day);
  const clock = showClock(ms, zone);
  if (away === 0) return `today ${clock}`;
  if (away === -1) return `yesterday ${clock}`;
  if (away > 0 && away < 7) return `${showDay(day).split(',')[0]} ${clock}`;
  return `${showShortDay(day)}, ${clock}`;
};

const GROUPED = new Intl.NumberFormat('en-US');
/** "1,204". */
export const grouped = (count: number): string => GROUPED.format(count);

/** The words up to a length, cut where one ends. */
export const shortened = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, '')}…`;

/** "7 days", "today", "2 days late". */
export const daysLeft = (days: number): string => {
  if (days === 0) return 'today';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'}${days < 0 ? ' late' : ''}`;
};
