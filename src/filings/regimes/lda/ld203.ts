import { showDay, showShortDay } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { inWords } from '../../cells.ts';
import { factOn } from '../facts.ts';
import { takes } from '../open-rows.ts';
import type { Cell, Check, ExpenseRow, Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { isContribution } from './expenses.ts';
import { words } from './ld2.ts';

interface Kept {
  candidate?: string;
  office?: string;
  on?: string;
}
const keptOf = (one: ExpenseRow): Kept =>
  one.contribution === null ? {} : (JSON.parse(one.contribution) as Kept);
const honoreeOf = (one: ExpenseRow) => keptOf(one).candidate ?? one.payee;

/**
 * An LD-203 of the registrant or of one lobbyist: political committees, federal contributions to a recipient of the
 * rule's amount or more in the half year, and what is certified on filing. What was given for a state's office stays out.
 */
export const prepareLd203 = (input: PrepareInput): PreparedFiling => {
  const { obligation, expenses, facts, rules, lobbyists, filerName, filerAddress } = input;
  const { periodFrom, periodTo, lobbyistId } = obligation;
  const given = expenses.filter(
    (one) =>
      one.incurredOn >= periodFrom &&
      one.incurredOn <= periodTo &&
      one.taken === 0 &&
      one.lobbyistId === lobbyistId &&
      one.state === 'confirmed' &&
      isContribution(one),
  );
  const federal = given.filter((one) => one.class !== null && one.class !== 'not_reported');
  const totals = new Map<string, number>();
  for (const one of federal) {
    const key = `${one.class} ${honoreeOf(one)}`;
    totals.set(key, (totals.get(key) ?? 0) + one.amountCents);
  }
  const reported = federal.filter((one) =>
    rules.meets('contribution_floor', periodTo, totals.get(`${one.class} ${honoreeOf(one)}`) ?? 0),
  );
  const name = lobbyists.find((one) => one.id === lobbyistId)?.name ?? filerName;
  const section = 'Contributions';
  const floor = showCents(rules.amount('contribution_floor', periodTo));
  const total = reported.reduce((sum, one) => sum + one.amountCents, 0);
  return {
    lines: [
      words('Filer', lobbyistId ? 'Lobbyist' : 'Registrant', name),
      ...(lobbyistId ? [words('Filer', 'Registrant', filerName)] : []),
      words('Filer', 'Address', filerAddress ?? 'Not recorded'),
      words(
        'Filer',
        'Period',
        `${showDay(periodFrom, { year: true })} to ${showDay(periodTo, { year: true })}`,
      ),
      words(
        'Political committees',
        'Established or controlled',
        lobbyistId ? 'None recorded' : (factOn(facts, 'political_committees', periodTo)?.value ?? 'None'),
      ),
      ...reported.map((one): Line => {
        const { on } = keptOf(one);
        const cells: Cell[] = [
          { name: 'Type', value: rules.text(`item_type.${one.class}`, periodTo) },
          { name: 'Contributor', value: name },
          { name: 'Payee', value: one.payee },
          { name: 'Honoree or recipient', value: honoreeOf(one) },
          { name: 'Date', value: showShortDay(on ?? one.incurredOn, { year: true }) },
        ];
        return {
          section,
          label: cells[0]?.value ?? '',
          detail: inWords(cells.slice(1)),
          amountCents: one.amountCents,
          sources: [takes(one)],
          cells,
        };
      }),
      ...(reported.length === 0
        ? [
            words(
              section,
              'No contributions',
              `Nothing of ${floor} or more to one recipient in the half year.`,
            ),
          ]
        : [{ ...words(section, 'Total contributions', ''), amountCents: total }]),
      words('Certification', 'Gift and travel rules', rules.text('gift_certification', periodTo)),
    ],
    totalCents: total,
    checks: given
      .filter((one) => one.class === null)
      .map((one): Check => ({
        kind: 'contribution_kind',
        blocking: true,
        message: `Say whether this was federal, and what kind: ${one.purpose}, ${showCents(one.amountCents)}. What was for a state's office is not reported here.`,
        row: { kind: 'expense', id: one.id },
      })),
  };
};
