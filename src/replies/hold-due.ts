import { addDays, instantOf, localDate, nextBusinessDay } from '../platform/days.ts';

const END_OF_DAY = '17:00';

/**
 * Until when a person has to have read what put an address on hold: five o'clock of the next working day, by the
 * network's clock. Public holidays are not left out, so that the day is never later than meant.
 * @param at when it was held, ms UTC
 */
export const holdDue = (at: number, zone: string): number =>
  instantOf(nextBusinessDay(addDays(localDate(at, zone), 1), new Set()), END_OF_DAY, zone);
