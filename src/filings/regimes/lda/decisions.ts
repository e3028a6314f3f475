import type { LocalDate } from '../../../platform/days.ts';
import { factOn } from '../facts.ts';
import type { Check, FactRow, FactSpec } from '../regime.ts';

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** What people decide about a filer under the Lobbying Disclosure Act, each with who and when. */
export const FACTS: FactSpec[] = [
  {
    key: 'public_official',
    label: 'Is the organization itself one of state or local officials?',
    hint: 'The law leaves an organization of state or local elected or appointed officials out altogether (2 USC 1602(15)). Whether a superintendents’ association is one is a question for counsel; there is no default.',
    options: yesNo,
  },
  {
    key: 'registered',
    label: 'Is the organization registered (LD-1)?',
    hint: 'Yes from the day the LD-1 is effective; No from the day the registration ends.',
    options: yesNo,
  },
  {
    key: 'expense_method',
    label: 'Method of counting expenses',
    hint: 'A: the law’s own definitions. B: amounts of 26 USC 6033(b)(8), for charities that made the 501(h) election. C: amounts of 26 USC 162(e). B and C hold for the whole calendar year, for the threshold too.',
    options: [
      { value: 'A', label: 'A, LDA definitions' },
      { value: 'B', label: 'B, 6033(b)(8) amounts' },
      { value: 'C', label: 'C, 162(e) amounts' },
    ],
    yearly: true,
  },
  {
    key: 'exactly_floor',
    label: 'Expenses of exactly $5,000.00',
    hint: 'The statute rounds only what is more; the form’s box says "$5,000 or more". Without a decision the statute is followed.',
    options: [
      { value: 'statute', label: 'As the statute says' },
      { value: 'form', label: 'As the form says' },
    ],
  },
  {
    key: 'government_entity',
    label: 'Is the client a state or local government or an instrumentality of one?',
    hint: 'A box on the LD-1 and LD-2.',
    options: yesNo,
  },
  {
    key: 'senate_id',
    label: 'Senate ID',
    hint: 'From the Senate’s answer to the LD-1, such as 401105458-12.',
  },
  { key: 'house_id', label: 'House ID', hint: 'From the House’s answer to the LD-1.' },
  { key: 'contact', label: 'Contact for the report', hint: 'Name, phone and email.' },
  {
    key: 'political_committees',
    label: 'Political committees established or controlled',
    hint: 'For the LD-203. Leave it out when there are none.',
  },
];

/** Whether the organization is registered at some time within days, and the day a registration ended in them. */
export const registrationIn = (
  facts: readonly FactRow[] | undefined,
  from: LocalDate,
  to: LocalDate,
): { registered: boolean; endedOn: LocalDate | null } => {
  const [begin, end] = [factOn(facts, 'registered', from), factOn(facts, 'registered', to)];
  const ended = end?.value === 'no' && end.fromOn >= from ? end.fromOn : null;
  return { registered: begin?.value === 'yes' || end?.value === 'yes', endedOn: ended };
};

/** The method on record for the calendar year of a day, or null. */
export const methodOf = (facts: readonly FactRow[] | undefined, on: LocalDate): string | null => {
  const found = facts?.find((one) => one.key === 'expense_method' && one.fromOn <= on);
  return found ? found.value.toUpperCase() : null;
};

/** Whether two names of a method are one: the description of the API says a, its data says A. */
export const sameMethod = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();

const HREF = '/filings/decisions';
/** Decisions that a report cannot do without. */
export const decisionChecks = (facts: readonly FactRow[] | undefined, on: LocalDate): Check[] => {
  const official = factOn(facts, 'public_official', on);
  return [
    ...(official === undefined
      ? [
          {
            kind: 'undecided',
            blocking: true,
            message:
              'Nobody has decided yet whether the organization is itself one of state or local officials, which would take it out of this law. Record the decision, and who made it.',
            row: null,
            href: HREF,
          },
        ]
      : []),
    ...(official?.value === 'yes'
      ? [
          {
            kind: 'out_of_the_law',
            blocking: false,
            message: `${official.decidedBy} decided on ${official.decidedOn} that the organization is one of public officials, so this law asks nothing of it.`,
            row: null,
            href: HREF,
          },
        ]
      : []),
    ...(methodOf(facts, on) === null
      ? [
          {
            kind: 'no_method',
            blocking: true,
            message: `No method of counting expenses is on record for ${on.slice(0, 4)}. Choose A, B or C; it holds for the whole year.`,
            row: null,
            href: HREF,
          },
        ]
      : []),
  ];
};
