import { showMoment, showWhen } from '../platform/days.ts';
import type { HearingAhead } from './ports.ts';

/** Positions for which somebody is asked to speak before a hearing. */
const ASKED_FOR: readonly (string | null)[] = ['support', 'oppose', 'amend'];

/** Whether somebody still has to speak: the association wants something, and seats of the committee are not covered. */
export const asksForMore = ({ position, uncovered }: HearingAhead): boolean =>
  ASKED_FOR.includes(position) && uncovered.length > 0;

/** Where an alert begins that goes to the members who reach these officials, about a bill or none yet. */
export const alertHref = (billId: string | null, officialIds: readonly string[]): string =>
  `/alerts/new?${new URLSearchParams({ ...(billId && { bill: billId }), officials: officialIds.join(',') }).toString()}`;

/** "in 26 hours", and from three days ahead "in 4 days". */
export const howSoon = (at: number, now: number, zone: string): string => {
  const near = showWhen(at, now, zone);
  return near.startsWith('in ') || at <= now ? near : `in ${Math.round((at - now) / DAY_MS)} days`;
};
const DAY_MS = 86_400_000;

/** A prompt in words: "HB 203: hearing in 26 hours, 9 of 14 seats uncovered". */
export const promptOf = (hearing: HearingAhead, now: number, zone: string) => {
  const { uncovered, seats, reachers } = hearing;
  const open = uncovered.length;
  const reach =
    reachers === 0
      ? 'No member reaches them yet.'
      : `${reachers === 1 ? 'One member reaches' : `${reachers} members reach`} ${open === 1 ? 'it' : 'them'}.`;
  return {
    title: `${hearing.billNumber}: hearing ${howSoon(hearing.at, now, zone)}, ${open} of ${seats} seats uncovered`,
    text: `${[hearing.committee, showMoment(hearing.at, now, zone)].filter(Boolean).join(', ')}. Nobody has spoken with ${
      open === 1 ? 'one seat' : `${open} seats`
    } about the bill. ${reach}`,
    act: reachers === 1 ? 'Draft an alert to this member' : `Draft an alert to the ${reachers}`,
  };
};
