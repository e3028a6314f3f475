import { showShortDay } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';
import {
  WORKSHEET,
  type ActivityRow,
  type Check,
  type ExpenseRow,
  type Line,
  type Source,
} from './regime.ts';

/** An expense as a source whose cents the line takes. */
export const takes = (expense: ExpenseRow): Source => ({
  kind: 'expense',
  id: expense.id,
  cents: expense.amountCents,
});
/** A row as a source that the line only counts or shows. */
export const shows = (kind: Source['kind'], row: { id: string }): Source => ({
  kind,
  id: row.id,
  cents: null,
});
export const sumOf = (expenses: readonly ExpenseRow[]): number =>
  expenses.reduce((sum, expense) => sum + expense.amountCents, 0);

const NOT_REPORTED = 'not_reported';

const KINDS: Record<string, string> = {
  direct_contact: 'Direct contact',
  testimony: 'Testimony',
  preparation: 'Preparation',
  research: 'Research',
  planning: 'Planning',
  solicitation_of_members: 'Asked members to contact officials',
  solicitation_of_public: 'Asked the public to contact officials',
  event: 'Event',
  monitoring: 'Followed a bill',
  technical_response: 'Answered a request for facts',
  administrative: 'Office work',
};
const PERSONS: Record<string, string> = {
  staff_lobbyist: 'staff lobbyist',
  contract_lobbyist: 'contract lobbyist',
  staff_support: 'staff',
  officer: 'officer',
  member: 'member',
  none: 'the association',
};

/** "Feb 9, 2027: Direct contact by a member, HB 12, Sen. Hill". Never the member's name: filings are kept. */
export const activityInWords = (activity: ActivityRow): string =>
  [
    `${showShortDay(activity.onDate, { year: true })}: ${KINDS[activity.kind] ?? activity.kind}, ${PERSONS[activity.personKind] ?? activity.personKind}`,
    activity.billNumber ?? activity.issueName,
    activity.officialName,
  ]
    .filter(Boolean)
    .join(', ');

/** A line of the worksheet: an activity that the report has no line for, its class, and why. */
export const leftOut = (activity: ActivityRow, why: string): Line => ({
  section: WORKSHEET,
  label: activityInWords(activity),
  detail: why,
  amountCents: null,
  sources: [shows('activity', activity)],
});
/** A line of the worksheet for an expense outside the totals. */
export const expenseLeftOut = (expense: ExpenseRow, why: string): Line => ({
  section: WORKSHEET,
  label: `${showShortDay(expense.incurredOn, { year: true })}: ${expense.purpose}, ${showCents(expense.amountCents)}`,
  detail: why,
  amountCents: null,
  sources: [shows('expense', expense)],
});

/** What every regime asks of the log before a report is filed. @param categoryOf the regime's own category of an expense */
export const openRows = (
  regimeName: string,
  expenses: readonly ExpenseRow[],
  activities: readonly ActivityRow[],
  categoryOf: (expense: ExpenseRow) => string | null,
): Check[] => [
  ...expenses.flatMap((expense): Check[] => {
    const row = { kind: 'expense' as const, id: expense.id };
    const what = `${expense.purpose} (${showCents(expense.amountCents)}, ${showShortDay(expense.incurredOn, { year: true })})`;
    if (expense.estimated === 1) {
      return [
        {
          kind: 'estimated',
          blocking: true,
          message: `The amount is still an estimate: ${what}. It settles when the carrier's prices have come in.`,
          row,
        },
      ];
    }
    if (expense.state === 'draft') {
      return [
        { kind: 'draft', blocking: true, message: `Not confirmed yet: ${what}. Confirm or remove it.`, row },
      ];
    }
    if (categoryOf(expense) !== null || expense.personalLiving === 1) return [];
    // A person decided that this regime does not report it.
    if (expense.class === NOT_REPORTED) return [];
    const elsewhere = expense.mtCategory !== null || expense.msCategory !== null;
    return [
      elsewhere
        ? {
            kind: 'other_regime',
            blocking: false,
            message: `Left out, since it has no ${regimeName} category: ${what}.`,
            row,
          }
        : {
            kind: 'no_category',
            blocking: true,
            message: `No category: ${what}. Open it and choose one, or say that it is not reported there.`,
            row,
          },
    ];
  }),
  ...activities.flatMap((activity): Check[] => {
    const row = { kind: 'activity' as const, id: activity.id };
    const what = activityInWords(activity);
    if (activity.state === 'draft') {
      return [
        { kind: 'draft', blocking: true, message: `Not confirmed yet: ${what}. Confirm or remove it.`, row },
      ];
    }
    if (activity.counts !== null) return [];
    return [
      {
        kind: 'not_classed',
        blocking: true,
        message: `Not classed in ${regimeName}: ${what}. The organization began to file after this day; log it again, or remove it.`,
        row,
      },
    ];
  }),
];
