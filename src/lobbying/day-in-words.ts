import { addDays, weekday, type LocalDate } from '../platform/days.ts';

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TODAY =
  /\b(?:today|this (?:morning|am|afternoon|evening)|tonight|just (?:now|got off|hung up|called|talked|spoke|finished)|earlier today|hoy|esta (?:manana|tarde))\b/;
const YESTERDAY = /\b(?:yesterday|last (?:night|evening)|ayer|anoche)\b/;
const AGO = /\b(\d|a couple(?: of)?|two|three|four|five) days? ago\b/;
const NUMBERS: Record<string, number> = { two: 2, three: 3, four: 4, five: 5 };
const WEEKDAY =
  /\b(?:(last|next|this|by|until) )?(sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)(?:day|nesday|sday|rsday|urday)?\b(?! (?:down|with|next to))/g;
const NUMERIC = /(?<![\d/])(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?:\/(?:20)?(\d\d))?(?![\d/])/;
const SPANISH: Record<string, number> = {
  domingo: 0,
  lunes: 1,
  martes: 2,
  miercoles: 3,
  jueves: 4,
  viernes: 5,
  sabado: 6,
};
const NAMED = new RegExp(`\\b(${MONTHS.join('|')})[a-z]* (3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)?\\b`);

const backTo = (today: LocalDate, wanted: number) =>
  addDays(today, -(((weekday(today) % 7) - wanted + 7) % 7));

/** The latest such day of a year that has come. */
const latest = (today: LocalDate, month: number, day: number, year: string | undefined): LocalDate | null => {
  const on = (of: number) => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const date = year ? on(2000 + Number(year)) : on(thisYear) <= today ? on(thisYear) : on(thisYear - 1);
  const real = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
  return real && date <= today ? date : null;
};

/**
 * The days that a clause tells: outright ("2/8", "February 8") or by a word ("yesterday", "Mon"), the latest such
 * day that is not after today.
 * @param words in small letters; @param today the day of the reply where the member is
 */
export const daysIn = (words: string, today: LocalDate): LocalDate[] => {
  const days: LocalDate[] = [];
  if (TODAY.test(words)) days.push(today);
  if (YESTERDAY.test(words)) days.push(addDays(today, -1));
  const ago = AGO.exec(words)?.[1];
  if (ago) days.push(addDays(today, -(NUMBERS[ago] ?? (/^\d/.test(ago) ? Number(ago) : 2))));
  for (const [, which, name = ''] of words.matchAll(WEEKDAY))
    if (which !== 'next' && which !== 'by' && which !== 'until')
      days.push(
        backTo(
          today,
          WEEK.findIndex((day) => day.startsWith(name)),
        ),
      );
  for (const [name, wanted] of Object.entries(SPANISH))
    if (new RegExp(`\\bel ${name}\\b`).test(words)) days.push(backTo(today, wanted));
  const numeric = NUMERIC.exec(words);
  const named = NAMED.exec(words);
  const date = numeric
    ? latest(today, Number(numeric[1]), Number(numeric[2]), numeric[3])
    : named
      ? latest(today, MONTHS.indexOf(named[1] ?? '') + 1, Number(named[2]), undefined)
      : null;
  if (date) days.push(date);
  return days;
};
