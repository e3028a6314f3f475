import { showShortDay } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { shows } from '../open-rows.ts';
import type { Beneficiary, ExpenseRow, Line, PrepareInput } from '../regime.ts';
import { spentOn } from './payments.ts';

const SECTION = 'Payments to or for public officials';

/** The officials who had a part of a payment, each with their share: those named, else the one it was for. */
const benefitOf = (one: ExpenseRow): Beneficiary[] => {
  const named = one.beneficiaries ? (JSON.parse(one.beneficiaries) as Beneficiary[]) : [];
  if (named.length > 0) return named;
  return one.officialName === null ? [] : [{ name: one.officialName, shareCents: one.amountCents }];
};

/**
 * Payments to itemise (5-7-208(5)(b)): each that gave an official so much, by the actual cost for that official, and
 * each larger one that several shared. Where a whole house was invited the group stands for the names.
 */
export const officialLines = (
  { obligation: { periodTo }, rules }: PrepareInput,
  payments: ExpenseRow[],
): Line[] => {
  const floor = rules.amount('official_payment_floor', periodTo);
  const lines = payments.flatMap((one): Line[] => {
    const paid = `${showShortDay(spentOn(one), { year: true })}, paid to ${[one.payee, one.payeeAddress].filter(Boolean).join(', ')}${one.place ? `, at ${one.place}` : ''}. In its category above already.`;
    const line = (label: string, detail: string, amountCents: number): Line => ({
      section: SECTION,
      label: `${label}: ${one.purpose}`,
      detail: `${detail}${paid}`,
      amountCents,
      sources: [shows('expense', one)],
    });
    const officials = benefitOf(one);
    const several = officials.length > 1 || (one.officialsAttending ?? 0) > 1;
    const asGroup = several && rules.meets('group_payment_floor', periodTo, one.amountCents);
    if (one.eventAllInvited === 1)
      return asGroup
        ? [line(one.eventName ?? 'Event', 'All senators and representatives were invited. ', one.amountCents)]
        : [];
    if (asGroup) {
      const names = officials.map(
        ({ name, shareCents }) => `${name ?? 'name not recorded'} ${showCents(shareCents)}`,
      );
      const count =
        names.length > 0 ? names.join(', ') : `${one.officialsAttending ?? 0} officials, names not recorded`;
      return [line(one.eventName ?? 'Several officials', `${count}. `, one.amountCents)];
    }
    return officials
      .filter((each) => rules.meets('official_payment_floor', periodTo, each.shareCents))
      .map((each) => line(`${each.name ?? 'Official'}${each.family ? ', family' : ''}`, '', each.shareCents));
  });
  return lines.length > 0
    ? lines
    : [
        {
          section: SECTION,
          label: 'None',
          detail: `No payment gave a public official ${showCents(floor)} or more.`,
          amountCents: null,
          sources: [],
        },
      ];
};
