import { addDays, addMonths, daysBetween, type LocalDate } from '../../../platform/days.ts';
import { isFederalLobbyist } from '../../calculators/lda-registration.ts';
import type { Rulebook } from '../../rulebook.ts';
import type { ActivityRow, CompensationRow } from '../regime.ts';

/** How a person stands to the definition of a lobbyist, at the window where they came nearest to it. */
export interface LobbyistTest {
  key: string;
  name: string;
  lobbyist: boolean;
  contacts: number;
  lobbyingMinutes: number;
  /** Null where nobody wrote down all the minutes worked. */
  totalMinutes: number | null;
  /** Last day of the three months. */
  on: LocalDate;
  firstContactOn: LocalDate | null;
}

const CONTACT = ['direct_contact', 'testimony'];
/** Whose line it is; null where no paid person is named. */
export const personOf = (one: Pick<ActivityRow, 'staffId' | 'lobbyistId'>): string | null =>
  one.staffId ?? one.lobbyistId;
export const isLobbyingContact = (one: Pick<ActivityRow, 'kind'>): boolean => CONTACT.includes(one.kind);
const isOf = (key: string, pay: CompensationRow) => pay.lobbyistId === key || pay.staffId === key;

/** All minutes worked within days, by days where a span of pay reaches beyond them. */
const workedIn = (pays: readonly CompensationRow[], from: LocalDate, to: LocalDate): number | null => {
  const spans = pays.filter((pay) => pay.fromOn <= to && pay.toOn >= from && pay.totalMinutes !== null);
  if (spans.length === 0) return null;
  return spans.reduce((sum, pay) => {
    const [first, last] = [pay.fromOn > from ? pay.fromOn : from, pay.toOn < to ? pay.toOn : to];
    const [part, whole] = [daysBetween(first, last) + 1, daysBetween(pay.fromOn, pay.toOn) + 1];
    return sum + Math.floor(((pay.totalMinutes ?? 0) * part) / whole);
  }, 0);
};

/**
 * Each paid person with counted federal lobbying: more than one contact so far, and in some three months in a row,
 * which need be no quarter, the share of time that the rule names.
 * @param activities counted ones, of before the quarter too
 */
export const lobbyistTests = (
  activities: readonly ActivityRow[],
  pays: readonly CompensationRow[],
  rules: Rulebook,
  from: LocalDate,
  to: LocalDate,
): LobbyistTest[] => {
  const people = new Map<string, ActivityRow[]>();
  for (const one of activities) {
    const key = personOf(one);
    if (key === null || one.onDate > to) continue;
    people.set(key, [...(people.get(key) ?? []), one]);
  }
  return [...people].flatMap(([key, own]): LobbyistTest[] => {
    const keys = new Set(own.flatMap((one) => [one.staffId, one.lobbyistId]));
    const paid = pays.filter((pay) => [...keys].some((one) => one !== null && isOf(one, pay)));
    const tests = own
      .filter((one) => one.onDate >= from)
      .map((end) => {
        const months = rules.amount('lobbyist_months', end.onDate);
        const begin = addDays(addMonths(end.onDate, -months), 1);
        const lobbyingMinutes = own
          .filter((one) => one.onDate >= begin && one.onDate <= end.onDate)
          .reduce((sum, one) => sum + (one.minutes ?? 0), 0);
        const contacts = own.filter((one) => isLobbyingContact(one) && one.onDate <= end.onDate);
        const totalMinutes = workedIn(paid, begin, end.onDate);
        return {
          key,
          name: end.lobbyistName ?? end.staffName ?? 'Somebody on staff',
          lobbyist: isFederalLobbyist(rules, end.onDate, {
            contacts: contacts.length,
            lobbyingMinutes,
            totalMinutes: totalMinutes ?? 0,
          }),
          contacts: contacts.length,
          lobbyingMinutes,
          totalMinutes,
          on: end.onDate,
          firstContactOn: contacts.map((one) => one.onDate).toSorted()[0] ?? null,
        };
      });
    const found =
      tests.find((one) => one.lobbyist) ?? tests.toSorted((a, b) => b.lobbyingMinutes - a.lobbyingMinutes)[0];
    return found ? [found] : [];
  });
};

const HUNDRED = 100;
/** Where a person stands, as a sentence. */
export const testInWords = (one: LobbyistTest): string => {
  const contacts = `${one.contacts} ${one.contacts === 1 ? 'contact' : 'contacts'}`;
  if (one.totalMinutes === null || one.totalMinutes === 0)
    return `${one.name}: ${contacts}, ${one.lobbyingMinutes} minutes of lobbying in three months. All hours worked are not recorded, so the share of time is not known.`;
  const share = Math.floor((one.lobbyingMinutes * HUNDRED * HUNDRED) / one.totalMinutes) / HUNDRED;
  return `${one.name}: ${contacts}, ${one.lobbyingMinutes} of ${one.totalMinutes} minutes (${share} percent) in the three months to ${one.on}, so ${one.lobbyist ? 'a lobbyist' : 'no lobbyist'}.`;
};
