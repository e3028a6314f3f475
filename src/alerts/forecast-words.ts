import { showMoment } from '../platform/days.ts';
import { microsToCents, showCents } from '../platform/money.ts';
import type { SendForecast } from './ports.ts';
import { messagesOf } from './promise.ts';

const BY: Record<string, string> = {
  own: 'the sender’s own ceiling',
  all: 'the carriers',
  att: 'AT&T',
  tmobile: 'T-Mobile',
  verizon: 'Verizon',
};
const PERIOD = { second: 'a second', minute: 'a minute', day: 'a day' };

/** "75 a second (AT&T)" */
export const limitInWords = (limit: {
  by: string;
  period: 'second' | 'minute' | 'day';
  limit: number;
}): string =>
  `${limit.limit.toLocaleString('en-US')} segments ${PERIOD[limit.period]}, set by ${BY[limit.by] ?? limit.by}`;

const BRIEF = { day: 'd', hour: 'h', minute: 'min' };
/**
 * "1 minute", "3 hours 20 minutes", "2 days"
 * @param brief "1 min", "3 h 20 min": where numbers stand in a column
 */
export const minutesInWords = (minutes: number, brief = false): string => {
  const of = (count: number, unit: keyof typeof BRIEF) =>
    count === 0 ? '' : `${count} ${brief ? BRIEF[unit] : `${unit}${count === 1 ? '' : 's'}`}`;
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  return (
    [of(days, 'day'), of(hours, 'hour'), days === 0 ? of(minutes % 60, 'minute') : '']
      .filter(Boolean)
      .join(' ') || (brief ? 'under 1 min' : 'Less than a minute')
  );
};

/** What a forecast says, in plain words: for the preview and the page from which it is sent. */
export const forecastInWords = (
  forecast: SendForecast,
  now: number,
  zone: string,
): { term: string; value: string }[] => {
  const { texts, segments, costMicros, minutes, tightest, lastOutAt, later, missing } = forecast;
  return [
    ...(texts === 0
      ? []
      : [
          {
            term: 'Texts',
            value: `${texts.toLocaleString('en-US')}, ${segments.toLocaleString('en-US')} segments`,
          },
        ]),
    ...(costMicros === null || texts === 0
      ? []
      : [{ term: 'Cost at most', value: showCents(microsToCents(costMicros)) }]),
    {
      term: 'Time to send',
      value: `${minutesInWords(minutes)}${tightest ? `, at ${limitInWords(tightest)}` : ''}`,
    },
    ...(lastOutAt === null ? [] : [{ term: 'The last goes out', value: showMoment(lastOutAt, now, zone) }]),
    ...(later === 0
      ? []
      : [
          { term: 'On a later day', value: `${messagesOf(later)}: outside the hours, or over a day’s limit` },
        ]),
    {
      term: 'Miss the deadline',
      value: missing === 0 ? 'None' : `${messagesOf(missing)} would never go out`,
    },
  ];
};

/** The sentence that a person ticks when some would miss the deadline. */
export const acceptInWords = (missing: number): string =>
  `I accept that ${messagesOf(missing)} will not go out before the deadline.`;
