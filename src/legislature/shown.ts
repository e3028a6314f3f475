import { localDate, showClock, showDay, showShortDay } from '../platform/days.ts';
import type { Allowed, Who } from '../platform/who.ts';
import type { Bill } from './agenda.ts';

/** Whether a person may use a verb, for pages that leave out what they may not. */
export const may = (who: Who, verb: { by: readonly Allowed[] }): boolean =>
  verb.by.includes(who.kind === 'staff' ? who.role : who.kind);

/** "Wednesday, February 10, 3:00 pm" in the network's zone. */
export const showMoment = (ms: number, zone: string): string =>
  `${showDay(localDate(ms, zone))}, ${showClock(ms, zone)}`;

/** A bill as lists show it. */
export const billLine = (bill: Bill, zone: string) => ({
  id: bill.id,
  number: bill.number,
  title: bill.title,
  status: bill.status,
  position: bill.position,
  hearing: hearingOf(bill, zone),
});

/** "Hearing Wednesday, February 10, 3:00 pm, Education"; null where none is to come. */
export const hearingOf = (bill: Pick<Bill, 'hearingAt' | 'hearingCommittee'>, zone: string): string | null =>
  bill.hearingAt === null
    ? null
    : [`Hearing ${showMoment(bill.hearingAt, zone)}`, bill.hearingCommittee].filter(Boolean).join(', ');

const day = (date: string) => showShortDay(date, { year: true });

/** "since Jan 20, 2027", "Jan 20, 2027 to Feb 9, 2027". */
export const showSpan = (fromOn: string | null, toOn: string | null): string => {
  if (toOn === null) return fromOn ? `since ${day(fromOn)}` : 'now';
  return fromOn ? `${day(fromOn)} to ${day(toOn)}` : `until ${day(toOn)}`;
};

/** "84%", and "under 1%" for slivers. */
export const showShare = (share: number): string =>
  share < 0.01 ? 'under 1%' : `${Math.round(share * 100)}%`;
