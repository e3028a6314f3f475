import { showShortDay } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  DefinitionList,
  ErrorSummary,
  Form,
  LinkButton,
  Money,
  PageHead,
  Tag,
  fieldsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { REGIME_NAMES } from '../classify.ts';
import { EXPENSE_CATEGORIES, NOT_REPORTED } from '../expense-categories.ts';
import { keptExpense } from '../kept-row.ts';
import type { Expense } from '../log-queries.ts';
import type { Attachment } from '../money-queries.ts';
import type { FiledIn } from '../ports.ts';
import { EntryEnd } from './entry-parts.tsx';
import { Categories, categoryField } from './expense-form-page.tsx';
import { Files, Locked } from './files-part.tsx';

/** What an expense is in each regime, as it was said. */
const chosenOf = (expense: Expense): Record<string, string> => ({
  ...(expense.mtCategory && { mt: expense.mtCategory }),
  ...(expense.msCategory && { ms: expense.msCategory }),
  ...Object.fromEntries(
    (JSON.parse(expense.classes) as { regime: string; class: string }[]).map((one) => [
      one.regime,
      one.class,
    ]),
  ),
});
/** The same, by the names of the form's fields. */
export const categoryValues = (expense: Expense): Record<string, string> =>
  Object.fromEntries(Object.entries(chosenOf(expense)).map(([regime, one]) => [categoryField(regime), one]));

/** The details that are kept, a term each. */
const detailsOf = (expense: Expense): { term: string; value: string }[] => {
  const kept = keptExpense(expense);
  const parts = JSON.parse(expense.officials) as {
    name: string;
    shareCents: number;
    family: number | null;
  }[];
  const came = [
    kept.attendance === null ? '' : `${kept.attendance} people`,
    kept.officialsAttending === null ? '' : `${kept.officialsAttending} officials`,
    kept.eventAllInvited ? 'the whole legislature was invited' : '',
  ];
  return [
    {
      term: 'Officials',
      value: parts
        .map((one) => `${one.name} ${showCents(one.shareCents)}${one.family ? ', family' : ''}`)
        .join('; '),
    },
    { term: 'Event', value: kept.eventName ?? '' },
    { term: 'Place', value: kept.place ?? '' },
    { term: 'Came', value: came.filter(Boolean).join(', ') },
    { term: 'Present', value: (kept.attendees ?? []).join('; ') },
    { term: 'Lobbyist', value: kept.lobbyistName ?? '' },
    { term: 'Paid', value: kept.paidOn ? showShortDay(kept.paidOn, { year: true }) : '' },
    {
      term: 'Share',
      value: kept.allocation
        ? `${kept.allocation.numerator} of ${kept.allocation.denominator}, ${kept.allocation.method}`
        : '',
    },
    {
      term: 'Contribution',
      value: kept.contribution ? `${kept.contribution.candidate}, ${kept.contribution.office}` : '',
    },
    {
      term: 'Kind of cost',
      value: [kept.isOverhead ? 'overhead' : '', kept.isThirdPartyLobbying ? 'an outside lobbyist' : '']
        .filter(Boolean)
        .join(', '),
    },
  ].filter(({ value }) => value !== '');
};

/** One expense, with its confirmation while it is a draft. */
export const ExpensePage = ({
  frame,
  flash,
  expense,
  mayChange,
  regimes,
  files,
  filed,
  problems,
}: {
  frame: Frame;
  flash: FlashMessage | null;
  expense: Expense;
  mayChange: boolean;
  regimes: string[];
  files: Attachment[];
  filed: FiledIn[];
  problems: FieldProblem[];
}) => (
  <ConsoleLayout {...frame} title="Expense" current="log" flash={flash} back={{ href: '/log', label: 'Log' }}>
    <PageHead
      title={expense.purpose}
      sub={<Money cents={expense.amountCents} />}
      tags={expense.state === 'draft' ? <Tag tone="warn">draft</Tag> : undefined}
      actions={
        mayChange ? <LinkButton href={`/log/expenses/${expense.id}/edit`}>Change it</LinkButton> : undefined
      }
    />
    <ErrorSummary problems={problems} />
    <Locked filed={filed} />
    <DefinitionList
      items={[
        { term: 'Day', value: showShortDay(expense.incurredOn, { year: true }) },
        { term: 'Paid to', value: expense.payee },
        ...(expense.estimated
          ? [{ term: 'Amount', value: 'Estimated until the carrier has told every price.' }]
          : []),
        ...(expense.state === 'confirmed'
          ? Object.entries(chosenOf(expense)).map(([regime, one]) => ({
              term: REGIME_NAMES[regime] ?? regime,
              value: one === NOT_REPORTED ? 'Not reported' : (EXPENSE_CATEGORIES[regime]?.[one] ?? one),
            }))
          : []),
        ...(expense.officialName ? [{ term: 'For', value: expense.officialName }] : []),
        ...detailsOf(expense),
        ...(expense.billNumber ? [{ term: 'Bill', value: expense.billNumber }] : []),
        ...(expense.alertId
          ? [{ term: 'From', value: <a href={`/alerts/${expense.alertId}`}>the alert</a> }]
          : []),
      ]}
    />
    {mayChange && expense.state === 'draft' && (
      <Form action={`/log/expenses/${expense.id}/confirmation`}>
        <Categories
          asking={{ regimes, field: fieldsOf(categoryValues(expense), problems) }}
          words={expense.alertId !== null}
        />
        <Acts>
          <Button kind="main">Confirm</Button>
        </Acts>
      </Form>
    )}
    <Files kind="expense" id={expense.id} files={files} mayChange={mayChange} locked={filed.length > 0} />
    {mayChange && (
      <EntryEnd
        path={`/log/expenses/${expense.id}`}
        splits={expense.alertId === null ? 'cents' : null}
        filed={filed}
      />
    )}
  </ConsoleLayout>
);
