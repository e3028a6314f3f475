import { addDays, type LocalDate } from '../platform/days.ts';
import { DAYS, daysOf, hoursOn, type Days, type HoursRow, type Stretch } from './hours.ts';

export const DAYS_WORDS: Record<Days, string> = {
  weekday: 'Monday to Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

/** `09:00` as "9 am", `20:30` as "8:30 pm", `12:00` as "noon". */
export const clockWords = (time: string): string => {
  if (time === '12:00') return 'noon';
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
};

/** "9 am to 8 pm", or "no texts". */
export const stretchWords = (hours: { opens: string | null; closes: string | null } | null): string =>
  hours?.opens && hours.closes ? `${clockWords(hours.opens)} to ${clockWords(hours.closes)}` : 'no texts';

/** The hours of a state on each kind of day, the next such day from this one on. */
export const weekOf = (
  rows: readonly HoursRow[],
  state: string,
  today: LocalDate,
): Record<Days, Stretch | null> =>
  Object.fromEntries(
    DAYS.map((days) => {
      const date = Array.from({ length: 7 }, (_, no) => addDays(today, no)).find(
        (day) => daysOf(day) === days,
      );
      return [days, hoursOn(rows, state, date ?? today)];
    }),
  ) as Record<Days, Stretch | null>;

/** One sentence for whoever is about to send: "9 am to 8 pm where the member is, Saturday …, Sunday …". */
export const weekWords = (week: Record<Days, Stretch | null>): string => {
  const usual = stretchWords(week.weekday);
  const others = (['saturday', 'sunday'] as const)
    .filter((days) => stretchWords(week[days]) !== usual)
    .map((days) => `, ${DAYS_WORDS[days]} ${stretchWords(week[days])}`);
  return `${usual} where the member is${others.join('')}`;
};
