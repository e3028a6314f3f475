import { showDay } from '../../../platform/days.ts';
import { openRows } from '../open-rows.ts';
import type { Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { eventLines, givenChecks, givenTo, isReported, isWholeEvent, itemLines } from './given.ts';

/**
 * A lobbyist's session report: who was given what, when, by whom and through whom. It shows rows and takes none:
 * the annual report tells the same money again, in its categories.
 */
export const prepareSession = (input: PrepareInput): PreparedFiling => {
  const { obligation, filerName, filerAddress, lobbyists, rules } = input;
  const { periodFrom, periodTo, lobbyistId } = obligation;
  const name = lobbyists.find((one) => one.id === lobbyistId)?.name ?? '';
  const ofYear = input.expenses.filter(
    (one) => one.lobbyistId === lobbyistId && one.incurredOn.slice(0, 4) === periodTo.slice(0, 4),
  );
  const own = ofYear.filter((one) => one.incurredOn >= periodFrom && one.incurredOn <= periodTo);
  const given = own.filter((one) => isReported(one) && (givenTo(one).length > 0 || isWholeEvent(one)));
  const words = (label: string, detail: string): Line => ({
    section: 'Filer',
    label,
    detail,
    amountCents: null,
    sources: [],
  });
  const items = [...itemLines(rules, periodTo, given, ofYear), ...eventLines(given, true)];
  const totalCents = items.reduce((sum, one) => sum + (one.amountCents ?? 0), 0);
  return {
    lines: [
      words('Lobbyist', name),
      words('Client', [filerName, filerAddress].filter(Boolean).join(', ')),
      words('Period', `${showDay(periodFrom, { year: true })} to ${showDay(periodTo, { year: true })}`),
      ...items,
      { section: 'Total of this report', label: 'Total', detail: '', amountCents: totalCents, sources: [] },
    ],
    totalCents,
    checks: [
      ...openRows('Mississippi', own, [], (one) => one.msCategory),
      ...givenChecks(rules, periodTo, given, []),
    ],
  };
};
