import { showShortDay, yearOf } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { sumOf, type Dated } from '../../projection.ts';
import type { Rulebook } from '../../rulebook.ts';
import { shows } from '../open-rows.ts';
import type { Beneficiary, Check, ExpenseRow, Line } from '../regime.ts';

/** What Mississippi counts: a confirmed expense with one of its categories, personal living left out. */
export const isReported = (one: ExpenseRow): boolean =>
  one.state === 'confirmed' && one.msCategory !== null && one.personalLiving === 0;

/** An event to which the whole legislature and every statewide official was invited, told as one (5-8-9). */
export const isWholeEvent = (one: ExpenseRow): boolean => one.eventAllInvited === 1;

/** The officials who were given a part of an expense: those named with their shares, else the one it was for. */
export const givenTo = (one: ExpenseRow): Beneficiary[] => {
  const named = one.beneficiaries ? (JSON.parse(one.beneficiaries) as Beneficiary[]) : [];
  if (named.length > 0) return named;
  return one.officialName === null
    ? []
    : [{ officialId: one.officialId, name: one.officialName, shareCents: one.amountCents }];
};

const keyOf = (one: Beneficiary) => one.officialId ?? one.name ?? '';

/** Food and drink of some expenses by official, the one given the most first. */
export const foodTo = (
  expenses: readonly ExpenseRow[],
): { key: string; name: string; amounts: Dated[] }[] => {
  const given = expenses
    .filter((one) => isReported(one) && one.msCategory === 'f' && !isWholeEvent(one))
    .flatMap((one) => givenTo(one).map((each) => ({ each, on: one.incurredOn })));
  return [...new Set(given.map(({ each }) => keyOf(each)))]
    .map((key) => {
      const own = given.filter(({ each }) => keyOf(each) === key);
      return {
        key,
        name: own[0]?.each.name ?? '',
        amounts: own.map(({ each, on }) => ({ on, amount: each.shareCents })),
      };
    })
    .toSorted((a, b) => sumOf(b.amounts) - sumOf(a.amounts));
};

/** An item for each official who was given anything of value; food under the floor of the year is pointed out. */
export const itemLines = (
  rules: Rulebook,
  periodTo: string,
  reported: readonly ExpenseRow[],
  ofYear: readonly ExpenseRow[],
): Line[] => {
  const section = 'Things of value given to officials';
  const floor = showCents(rules.amount('food_floor', periodTo));
  const foodOf = new Map(foodTo(ofYear).map(({ key, amounts }) => [key, sumOf(amounts)]));
  const items = reported
    .filter((one) => !isWholeEvent(one))
    .flatMap((one) =>
      givenTo(one).map((each): Line => {
        const small =
          one.msCategory === 'f' && !rules.meets('food_floor', periodTo, foodOf.get(keyOf(each)) ?? 0);
        return {
          section,
          label: `${each.name ?? ''}${each.family ? ', family' : ''}: ${one.purpose}`,
          detail: `${showShortDay(one.incurredOn, { year: true })}${one.place ? `, ${one.place}` : ', place not recorded'}, paid to ${one.payee}${one.lobbyistName ? `, given by ${one.lobbyistName}` : ''}.${small ? ` Food and drink up to ${floor} in the year is nothing of value: leave it out if it was that.` : ''}`,
          amountCents: each.shareCents,
          sources: [shows('expense', one)],
        };
      }),
    );
  return items.length > 0
    ? items
    : [
        {
          section,
          label: 'None',
          detail: 'No official was given anything of value.',
          amountCents: null,
          sources: [],
        },
      ];
};

/** Events for the whole legislature: what was spent and about how many came, instead of an item for each official. */
export const eventLines = (reported: readonly ExpenseRow[], byLobbyist: boolean): Line[] =>
  reported.filter(isWholeEvent).map((one) => ({
    section: 'Events for the whole legislature',
    label: one.eventName ?? one.purpose,
    detail: `${showShortDay(one.incurredOn, { year: true })}${one.place ? `, ${one.place}` : ''}. ${byLobbyist ? 'Total attendance' : 'Estimated attendance'}: ${one.attendance ?? 'not recorded'}; ${byLobbyist ? 'legislators' : 'officials'}: ${one.officialsAttending ?? 'not recorded'}. The published totals of the year leave such events out.`,
    amountCents: one.amountCents,
    sources: [shows('expense', one)],
  }));

/** What is missing of items and events, and when gifts by people who are no lobbyists reach the limit of the year. */
export const givenChecks = (
  rules: Rulebook,
  periodTo: string,
  reported: readonly ExpenseRow[],
  ofYear: readonly ExpenseRow[],
): Check[] => {
  const checks = reported.flatMap((one): Check[] => {
    const row = { kind: 'expense' as const, id: one.id };
    if (isWholeEvent(one) && (one.attendance == null || one.officialsAttending == null))
      return [
        {
          kind: 'no_attendance',
          blocking: true,
          message: `How many came is not recorded: ${one.eventName ?? one.purpose}. An event for the whole legislature is told by its attendance.`,
          row,
        },
      ];
    if (!isWholeEvent(one) && givenTo(one).length > 0 && one.place === null)
      return [
        {
          kind: 'no_place',
          blocking: false,
          message: `The place is not recorded: ${one.purpose}, ${showCents(one.amountCents)}. The form asks where it was given.`,
          row,
        },
      ];
    return [];
  });
  const byOthers = ofYear
    .filter((one) => isReported(one) && one.lobbyistId === null && !isWholeEvent(one))
    .flatMap(givenTo)
    .reduce((sum, one) => sum + one.shareCents, 0);
  if (byOthers > 0 && !rules.meets('gift_exemption', periodTo, byOthers)) {
    checks.push({
      kind: 'gift_limit',
      blocking: false,
      message: `Things of value given in ${yearOf(periodTo)} without a lobbyist named come to ${showCents(byOthers)}, and members of the association stay outside the law only under ${showCents(rules.amount('gift_exemption', periodTo))}. Whoever gave them may have to register.`,
      row: null,
    });
  }
  return checks;
};
