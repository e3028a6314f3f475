import { showDay, type LocalDate } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { dueOf } from '../../due-reports.ts';
import { factOn } from '../facts.ts';
import type { Form, ObligationInput, ObligationSpec } from '../regime.ts';
import { methodOf, registrationIn } from './decisions.ts';
import { spentIn } from './expenses.ts';
import { lobbyistTests, testInWords } from './lobbyist-test.ts';
import { halves, quarters, type Part } from './periods.ts';

export const FORMS: Form[] = [
  { id: 'ld-1', name: 'LD-1, registration', filedBy: 'organization' },
  { id: 'ld-2', name: 'LD-2, quarterly report', filedBy: 'organization' },
  { id: 'ld-203', name: 'LD-203, contributions', filedBy: 'organization' },
  { id: 'ld-203-lobbyist', name: 'LD-203 of a lobbyist', filedBy: 'lobbyist' },
];

/**
 * The federal year: an LD-2 for each quarter and an LD-203 for each half year while registered, of the registrant
 * and of each lobbyist; while not, an LD-1 for the quarter in which somebody became a lobbyist and expenses were past
 * the exemption. An organization that is decided to be one of public officials owes none of these.
 */
export const ldaObligations = (input: ObligationInput): ObligationSpec[] => {
  const { year } = input;
  return [
    ...quarters(year).flatMap((quarter) => [registration(quarter, input), quarterly(quarter, input)].flat()),
    ...halves(year).flatMap((half) => contributions(half, input)),
  ];
};

const decided = ({ facts }: ObligationInput, to: LocalDate): { out: boolean; trace: string[] } => {
  const official = factOn(facts, 'public_official', to);
  if (!official)
    return {
      out: false,
      trace: [
        'Nobody has decided yet whether the organization is itself one of state or local officials. Record it under what the filer has decided.',
      ],
    };
  return official.value === 'yes'
    ? {
        out: true,
        trace: [
          `Not owed: ${official.decidedBy} decided on ${showDay(official.decidedOn, { year: true })} that the organization is one of state or local officials, which the law leaves out.`,
        ],
      }
    : { out: false, trace: [] };
};
const moved = (due: { statutory: string; shifted: string }) =>
  due.statutory === due.shifted
    ? []
    : [`${showDay(due.statutory)} is no business day, so it is due on the next one.`];

const registration = (quarter: Part, input: ObligationInput): ObligationSpec[] => {
  const { rules, facts, activities = [], compensation = [] } = input;
  const { from, to } = quarter;
  if (registrationIn(facts, from, to).registered) return [];
  const counted = activities.filter((one) => one.state === 'confirmed' && one.counts === 1);
  const tests = lobbyistTests(counted, compensation, rules, from, to);
  const method = methodOf(facts, to) ?? 'A';
  const { cents } = spentIn(input, method, from, to);
  const limit = rules.rule('in_house_expenses', to);
  const exempt = rules.meets('in_house_expenses', to, cents);
  const lobbyist = tests.find((one) => one.lobbyist);
  const { out, trace } = decided(input, to);
  const first = lobbyist?.firstContactOn ?? to;
  const due = dueOf('lda-registration', input, first);
  return [
    {
      form: 'ld-1',
      lobbyistId: null,
      name: `LD-1, ${quarter.name}`,
      periodFrom: from,
      periodTo: to,
      due,
      triggered: !out && lobbyist !== undefined && !exempt,
      trace: [
        ...(tests.length === 0
          ? ['Nobody on staff has counted federal lobbying in the quarter.']
          : tests.map(testInWords)),
        `Expenses of the quarter by method ${method}: ${showCents(cents)}. In-house lobbying that does not exceed ${showCents(Number(limit.value))} needs no registration${exempt ? '' : '; this does'}.`,
        ...(lobbyist && !exempt && !out
          ? [
              `Registration is due ${rules.amount('registration_days', first)} days after the first contact on ${showDay(first, { year: true })}.`,
              ...moved(due),
            ]
          : []),
        ...trace,
      ],
    },
  ];
};

const quarterly = (quarter: Part, input: ObligationInput): ObligationSpec => {
  const { from, to } = quarter;
  const { registered, endedOn } = registrationIn(input.facts, from, to);
  const { out, trace } = decided(input, to);
  const due = dueOf('lda-quarter', input, to);
  return {
    form: 'ld-2',
    lobbyistId: null,
    name: `LD-2, ${quarter.name}`,
    periodFrom: from,
    periodTo: to,
    due,
    triggered: registered && !out,
    trace: [
      registered
        ? 'Owed by every registrant for every quarter, also without activity.'
        : 'Not owed while the organization is not registered.',
      ...(endedOn ? [`The registration ends ${showDay(endedOn, { year: true })}: this report says so.`] : []),
      ...trace,
      ...moved(due),
    ],
  };
};

const contributions = (half: Part, input: ObligationInput): ObligationSpec[] => {
  const { from, to } = half;
  const { registered } = registrationIn(input.facts, from, to);
  const { out, trace } = decided(input, to);
  const due = dueOf('lda-half', input, to);
  const period = { periodFrom: from, periodTo: to, due, triggered: registered && !out };
  const lobbyists = input.lobbyists.filter(
    (one) => one.fromOn <= to && (one.toOn === null || one.toOn >= from),
  );
  return [
    {
      ...period,
      form: 'ld-203',
      lobbyistId: null,
      name: `LD-203, ${half.name}`,
      trace: [
        registered
          ? 'Owed by every registrant for every half year, also without contributions.'
          : 'Not owed while the organization is not registered.',
        ...trace,
        ...moved(due),
      ],
    },
    ...lobbyists.map((one): ObligationSpec => ({
      ...period,
      form: 'ld-203-lobbyist',
      lobbyistId: one.id,
      name: `LD-203, ${half.name}, ${one.name}`,
      trace: ['Each listed lobbyist files one too.', ...trace, ...moved(due)],
    })),
  ];
};
