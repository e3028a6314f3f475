import { daysBetween, localDate, type LocalDate } from '../platform/days.ts';

/** So many days ahead the pages say that words will expire. */
const SOON_DAYS = 7;

/** Where words stand with the last day on which they hold: on that day itself they still do. */
export const expiryOf = (
  expiresOn: LocalDate | null,
  now: number,
  zone: string,
): 'expired' | 'soon' | 'holds' => {
  if (expiresOn === null) return 'holds';
  const days = daysBetween(localDate(now, zone), expiresOn);
  if (days < 0) return 'expired';
  return days <= SOON_DAYS ? 'soon' : 'holds';
};
