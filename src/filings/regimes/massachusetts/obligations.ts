import { showDay, type LocalDate } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { dueOf } from '../../due-reports.ts';
import { namedIn } from '../named.ts';
import type { Form, ObligationInput, ObligationSpec } from '../regime.ts';
import { isReported } from './expenses.ts';
import { incidentalInWords, incidentals } from './incidental.ts';

export const FORMS: Form[] = [
  { id: 'employer', name: 'Client or employer statement', filedBy: 'organization' },
  { id: 'agent', name: 'Agent statement', filedBy: 'lobbyist' },
  { id: 'group', name: 'Statement of a group without an agent', filedBy: 'organization' },
  { id: 'registration', name: 'Registration', filedBy: 'organization' },
];

/**
 * The statements of each half year: the employer's and one of each agent where there is an agent, otherwise that of
 * a group, owed once the calendar year's spending is past its floor. And the registration for the coming year.
 */
export const massachusettsObligations = (input: ObligationInput): ObligationSpec[] => [
  ...halves(input.year).flatMap((half) => statementsOf(half, input)),
  registration(input),
];

interface Half {
  name: string;
  from: LocalDate;
  to: LocalDate;
}
/** The two halves, which make the year without a gap. */
export const halves = (year: number): Half[] => [
  { name: `January to June ${year}`, from: `${year}-01-01`, to: `${year}-06-30` },
  { name: `July to December ${year}`, from: `${year}-07-01`, to: `${year}-12-31` },
];

const statementsOf = ({ name, from, to }: Half, input: ObligationInput): ObligationSpec[] => {
  const { rules, lobbyists } = input;
  const due = dueOf('ma-statement', input, to);
  const agents = lobbyists.filter((one) => one.fromOn <= to && (one.toOn === null || one.toOn >= from));
  const period = { periodFrom: from, periodTo: to, due };
  const kept = rules.rule('retention_years', to);
  const last = [
    ...(due.shifted === due.statutory
      ? []
      : [
          `${showDay(due.statutory)} is a Sunday or holiday, so the statement is due on the next day that is neither.`,
        ]),
    ...(due.internal < due.shifted
      ? ['A Saturday moves nothing in Massachusetts: our own day is the business day before.']
      : []),
    `Keep what is behind it for ${kept.value} years: a careful value, not found in a copy of the law (evidence ${kept.evidence}).`,
  ];
  const counted = namedIn(agents, input.activities ?? []).filter(
    (one) => one.state === 'confirmed' && one.counts === 1 && one.onDate >= from && one.onDate <= to,
  );
  const unnamed = incidentals(counted, input.compensation ?? [], rules, from, to)
    .filter((one) => one.state !== 'incidental')
    .map((one) => incidentalInWords(one, rules, to));
  if (agents.length === 0) return [group({ name, from, to }, input, period, [...unnamed, ...last])];
  return [
    {
      ...period,
      form: 'employer',
      lobbyistId: null,
      name: `Employer statement, ${name}`,
      triggered: true,
      trace: [
        `Owed for every half year in which an agent lobbies for the organization, also when nothing was spent: ${agents.map((one) => one.name).join(', ')}.`,
        ...unnamed,
        ...last,
      ],
    },
    ...agents.map((one): ObligationSpec => ({
      ...period,
      form: 'agent',
      lobbyistId: one.id,
      name: `Agent statement, ${name}, ${one.name}`,
      triggered: true,
      trace: ['Owed by every registered agent for every half year, under oath.', ...last],
    })),
  ];
};

const group = (
  { name, to }: Half,
  { year, expenses, rules }: ObligationInput,
  period: Pick<ObligationSpec, 'periodFrom' | 'periodTo' | 'due'>,
  trace: string[],
): ObligationSpec => {
  const spent = expenses
    .filter((one) => isReported(one) && one.incurredOn >= `${year}-01-01` && one.incurredOn <= to)
    .reduce((sum, one) => sum + one.amountCents, 0);
  const owed = rules.meets('group_floor', to, spent);
  return {
    ...period,
    form: 'group',
    lobbyistId: null,
    name: `Group statement, ${name}`,
    triggered: owed,
    trace: [
      `No agent is named. ${showCents(spent)} was spent in ${year} through ${showDay(to)}; a group reports when it spends more than ${showCents(rules.amount('group_floor', to))} in a calendar year${owed ? '' : ', so nothing is owed'}.`,
      ...trace,
    ],
  };
};

const registration = (input: ObligationInput): ObligationSpec => {
  const { rules, lobbyists, year } = input;
  const [from, to] = [`${year + 1}-01-01`, `${year + 1}-12-31`];
  const agents = lobbyists.filter((one) => one.toOn === null || one.toOn >= from);
  const due = dueOf('ma-registration', input, from);
  return {
    form: 'registration',
    lobbyistId: null,
    name: `Registration for ${year + 1}`,
    periodFrom: from,
    periodTo: to,
    due,
    triggered: agents.length > 0,
    trace: [
      agents.length > 0
        ? `Employer and agents register for ${year + 1} before the year begins: ${agents.map((one) => one.name).join(', ')}. Each agent also takes the yearly seminar.`
        : `No agent is named for ${year + 1}, so nobody registers.`,
      `Fees: ${showCents(rules.amount('fee_client', from))} for the employer, ${showCents(rules.amount('fee_lobbyist', from))} for each agent; a non-profit may ask to have them waived.`,
    ],
  };
};
