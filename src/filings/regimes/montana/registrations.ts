import { addDays, nextBusinessDay, showDay, yearOf, type LocalDate } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { thresholdOf } from '../../calculators/mt-threshold.ts';
import type { DueDates } from '../../due-date.ts';
import { OPERATOR_WORDS, type Rulebook } from '../../rulebook.ts';
import type { Form, Line, ObligationInput, ObligationSpec, PreparedFiling, PrepareInput } from '../regime.ts';
import { centsOf, countsToThreshold, paymentsOf } from './payments.ts';

export const REGISTRATIONS: Form[] = [
  { id: 'l1', name: 'L-1, lobbyist licence', filedBy: 'lobbyist' },
  { id: 'l2', name: 'L-2, principal’s authorization', filedBy: 'organization' },
  { id: 'l3', name: 'L-3, principal registration', filedBy: 'organization' },
];

/** So many business days after a day: what happened on a Friday and takes 5 days is due the Friday after. */
export const businessDaysAfter = (on: LocalDate, days: number, holidays: ReadonlySet<string>): LocalDate => {
  let day = on;
  for (let left = days; left > 0; left -= 1) day = nextBusinessDay(addDays(day, 1), holidays);
  return day;
};
const dueOn = (day: LocalDate): DueDates => ({ statutory: day, shifted: day, internal: day });

/** The last day of the licence that holds on a day: of each even year. */
const licenceEnd = (rules: Rulebook, on: LocalDate): LocalDate => {
  const year = yearOf(on);
  return `${year % 2 === 0 ? year : year + 1}-${rules.text('licence_end', on)}`;
};

/**
 * The registrations that begin in a year: a licence (L-1) and the principal's authorization (L-2) for each lobbyist,
 * when named and again when the licence of two years has ended; and the principal's own registration (L-3) where
 * payments pass the threshold without any lobbyist. To be named a lobbyist is taken as agreeing to the pay.
 */
export const montanaRegistrations = (input: ObligationInput): ObligationSpec[] => {
  const { year, lobbyists, rules, holidays } = input;
  const renewal = year % 2 === 1 ? `${year}-01-01` : null;
  const licences = lobbyists.flatMap((one): ObligationSpec[] => {
    const began = yearOf(one.fromOn) === year;
    const from = began ? one.fromOn : one.fromOn < `${year}-01-01` ? renewal : null;
    if (from === null || (one.toOn !== null && one.toOn < from)) return [];
    const days = rules.amount('registration_business_days', from);
    const rule = rules.rule('registration_threshold', from);
    const due = dueOn(businessDaysAfter(from, days, holidays));
    const trace = [
      began
        ? `Named a lobbyist from ${showDay(from, { year: true })}: taken as agreeing to be paid ${OPERATOR_WORDS[rule.operator ?? ''] ?? ''} ${showCents(Number(rule.value))} in the year, which is when a lobbyist registers.`
        : `The licence before ended on ${showDay(addDays(from, -1), { year: true })}, and the lobbyist goes on.`,
      `Due ${days} business days after: ${showDay(due.statutory, { year: true })}.`,
    ];
    const period = {
      periodFrom: from,
      periodTo: licenceEnd(rules, from),
      due,
      triggered: true,
      lobbyistId: one.id,
    };
    return [
      { ...period, form: 'l1', name: `L-1, licence of ${one.name}`, trace },
      {
        ...period,
        form: 'l2',
        name: `L-2, authorization of ${one.name}`,
        trace: [...trace, 'The principal signs it; without it the licence is not given.'],
      },
    ];
  });
  return [...licences, ...alone(input)];
};

/** The principal registers by itself where its payments pass the threshold and nobody is licensed for it. */
const alone = (input: ObligationInput): ObligationSpec[] => {
  const { year, lobbyists, rules, holidays } = input;
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  if (lobbyists.some((one) => one.fromOn <= to && (one.toOn === null || one.toOn >= from))) return [];
  const counted = paymentsOf(input)
    .filter((one) => countsToThreshold(one) && one.on >= from && one.on <= to)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  let sum = 0;
  const crossing = counted.find((one) => thresholdOf(rules, one.on, (sum += one.cents)).reports)?.on ?? null;
  const base = centsOf(counted);
  const days = rules.amount('principal_business_days', to);
  const { inWords } = thresholdOf(rules, to, base);
  const due = dueOn(businessDaysAfter(crossing ?? to, days, holidays));
  return [
    {
      form: 'l3',
      lobbyistId: null,
      name: `L-3, principal registration ${year}`,
      periodFrom: from,
      periodTo: to,
      due,
      triggered: crossing !== null,
      trace: [
        crossing === null
          ? `No lobbyist is named, and payments that count are ${showCents(base)}: a principal registers by itself when they are ${inWords} in the year.`
          : `Payments passed the threshold on ${showDay(crossing, { year: true })} without a single lobbyist: ${showCents(base)} in the year, ${inWords} asks for it. Due ${days} business days after, on ${showDay(due.statutory, { year: true })}.`,
      ],
    },
  ];
};

const words = (section: string, label: string, detail: string): Line => ({
  section,
  label,
  detail,
  amountCents: null,
  sources: [],
});

/** A registration in the form's order. Its only amount is the fee, which is no payment of the log. */
export const prepareRegistration = (form: string, input: PrepareInput): PreparedFiling => {
  const { obligation, filerName, filerAddress, lobbyists, activities, rules } = input;
  const lobbyist = lobbyists.find((one) => one.id === obligation.lobbyistId);
  const matters = [
    ...new Set(
      activities
        .filter((one) => one.state === 'confirmed' && one.counts === 1)
        .flatMap((one) => one.issueName ?? one.billNumber ?? []),
    ),
  ].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const principal = words('Principal', 'Principal', [filerName, filerAddress].filter(Boolean).join(', '));
  const subjects = words(
    'Subjects',
    'Subjects and issues',
    matters.join(', ') || 'None in the log yet. Write what will be lobbied on.',
  );
  const checks: PreparedFiling['checks'] = matters.length
    ? []
    : [
        {
          kind: 'no_subject',
          blocking: false,
          message: 'The log names no bill or issue yet. The form asks for the subjects: write them by hand.',
          row: null,
        },
      ];
  if (form === 'l3') return { lines: [principal, subjects], totalCents: 0, checks };
  const who = words('Lobbyist', 'Lobbyist', lobbyist?.name ?? '');
  if (form === 'l2')
    return {
      lines: [
        principal,
        who,
        words('Authorization', 'Authorized from', showDay(obligation.periodFrom, { year: true })),
        subjects,
      ],
      totalCents: 0,
      checks,
    };
  const fee = rules.rule('licence_fee', obligation.periodFrom);
  return {
    lines: [
      who,
      principal,
      subjects,
      words(
        'Licence',
        'Licence',
        `From ${showDay(obligation.periodFrom, { year: true })}, ends ${showDay(obligation.periodTo, { year: true })}.`,
      ),
      {
        section: 'Licence',
        label: 'Fee',
        detail: 'Once for a lobbyist, also with several principals; a waiver for hardship can be asked for.',
        amountCents: Number(fee.value),
        sources: [],
      },
    ],
    totalCents: 0,
    checks,
  };
};
