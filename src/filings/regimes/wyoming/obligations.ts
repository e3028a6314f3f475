import { addDays, showDay, yearOf, type LocalDate } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { dueDates, type Shift } from '../../due-date.ts';
import { OPERATOR_WORDS, type Rulebook } from '../../rulebook.ts';
import type { Form, ObligationInput, ObligationSpec } from '../regime.ts';
import { givenIn } from './given.ts';

export const FORMS: Form[] = [
  { id: 'registration', name: 'Lobbyist registration', filedBy: 'lobbyist' },
  { id: 'activity', name: 'Lobbyist activity report', filedBy: 'organization' },
];

/** The reporting period that begins in a year: May 1 to April 30. */
export const periodOf = (rules: Rulebook, year: number): { from: LocalDate; to: LocalDate } => {
  const probe = `${year}-12-31`;
  return {
    from: `${year}-${rules.text('period_from', probe)}`,
    to: `${year + 1}-${rules.text('period_to', probe)}`,
  };
};

/** The registrations and the report of the period that begins in a year. Each lobbyist registers in it; one report follows. */
export const wyomingObligations = (input: ObligationInput): ObligationSpec[] => {
  const { year, lobbyists, expenses, rules, holidays } = input;
  const probe = `${year}-12-31`;
  const { from, to } = periodOf(rules, year);
  const shift = rules.text('due_shift', probe) as Shift;
  const own = lobbyists.filter((one) => one.fromOn <= to && (one.toOn === null || one.toOn >= from));
  const registrations = own.map((one): ObligationSpec => {
    const begins: LocalDate = one.fromOn > from ? one.fromOn : from;
    const days = rules.amount('registration_days', begins);
    return {
      form: 'registration',
      lobbyistId: one.id,
      name: `Registration ${year}–${year + 1}, ${one.name}`,
      periodFrom: begins,
      periodTo: to,
      due: dueDates({ kind: 'afterEvent', on: begins, days }, shift, holidays),
      triggered: true,
      trace: [
        `A lobbyist registers for the period before, or within ${days * 24} hours of, beginning to lobby: ${showDay(begins, { year: true })}.`,
      ],
    };
  });
  const cents = givenIn(
    rules,
    to,
    expenses.filter((one) => one.incurredOn >= from && one.incurredOn <= to),
  ).reduce((sum, one) => sum + one.cents, 0);
  const floor = rules.rule('report_floor', to);
  return [
    ...registrations,
    {
      form: 'activity',
      lobbyistId: null,
      name: `Lobbyist activity report ${year}–${year + 1}`,
      periodFrom: from,
      periodTo: to,
      due: dueDates(
        { kind: 'fixed', year: yearOf(to), monthDay: rules.text('due_activity', addDays(to, 1)) },
        shift,
        holidays,
      ),
      triggered: rules.meets('report_floor', to, cents),
      trace: [
        `Reportable expenses of the period are ${showCents(cents)}. A report is owed when they are ${OPERATOR_WORDS[floor.operator ?? ''] ?? ''} ${showCents(Number(floor.value))}.`,
        'Filed by the organization for its lobbyists and itself; one joint report is enough.',
      ],
    },
  ];
};
