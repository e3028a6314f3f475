import { showDay, showShortDay } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import type { Check, Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { concernsOfficials, givenIn } from './given.ts';

const words = (section: string, label: string, detail: string): Line => ({
  section,
  label,
  detail,
  amountCents: null,
  sources: [],
});

/**
 * An activity report: sources of funding, each thing of value for an official with day, amount and name, and events by
 * what they cost and which group was invited, without names. Activities are no part of it.
 */
export const prepareActivity = (input: PrepareInput): PreparedFiling => {
  const { obligation, filerName, filerAddress, lobbyists, rules } = input;
  const { periodFrom, periodTo } = obligation;
  const ofPeriod = input.expenses.filter((one) => one.incurredOn >= periodFrom && one.incurredOn <= periodTo);
  const given = givenIn(rules, periodTo, ofPeriod);
  const gifts = given.filter((one) => one.official !== null);
  const events = given.filter((one) => one.official === null);
  const totalCents = given.reduce((sum, one) => sum + one.cents, 0);
  const names = lobbyists
    .filter((one) => one.fromOn <= periodTo && (one.toOn === null || one.toOn >= periodFrom))
    .map((one) => one.name);
  const floor = showCents(rules.amount('gift_floor', periodTo));
  return {
    lines: [
      words('Filer', 'Organization', [filerName, filerAddress].filter(Boolean).join(', ')),
      words('Filer', 'Lobbyists', names.join(', ') || 'None'),
      words(
        'Filer',
        'Period',
        `${showDay(periodFrom, { year: true })} to ${showDay(periodTo, { year: true })}`,
      ),
      words('Sources of funding', 'Source of funding', filerName),
      ...(gifts.length > 0
        ? gifts.map(({ expense, official, cents }): Line => ({
            section: 'Gifts and hospitality',
            label: official ?? '',
            detail: `${showShortDay(expense.incurredOn, { year: true })}: ${expense.purpose}`,
            amountCents: cents,
            sources: [{ kind: 'expense', id: expense.id, cents }],
          }))
        : [
            words(
              'Gifts and hospitality',
              'None',
              `No official was given anything worth more than ${floor}.`,
            ),
          ]),
      ...(events.length > 0
        ? events.map(({ expense, cents }): Line => ({
            section: 'Special events',
            label: expense.eventName ?? expense.purpose,
            detail: `${showShortDay(expense.incurredOn, { year: true })}. Invited: ${expense.eventAllInvited === 1 ? 'the whole legislature' : 'name the group of legislators on the form'}.`,
            amountCents: cents,
            sources: [{ kind: 'expense', id: expense.id, cents }],
          }))
        : [words('Special events', 'None', 'No event with legislators.')]),
      { section: 'Total', label: 'Total', detail: '', amountCents: totalCents, sources: [] },
    ],
    totalCents,
    checks: ofPeriod
      .filter((one) => concernsOfficials(one) && (one.state === 'draft' || one.estimated === 1))
      .map((one): Check => ({
        kind: one.estimated === 1 ? 'estimated' : 'draft',
        blocking: true,
        message: `Not settled yet: ${one.purpose} (${showCents(one.amountCents)}). Confirm or remove it.`,
        row: { kind: 'expense', id: one.id },
      })),
  };
};
