import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  Checkbox,
  ConfirmInPlace,
  ConsoleLayout,
  DateField,
  DefinitionList,
  ErrorSummary,
  Form,
  LinkButton,
  Money,
  MoneyField,
  PageHead,
  Section,
  Select,
  Tag,
  TextArea,
  TextField,
  errorsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { Question } from '../classes/questions.ts';
import { CLASSES, REGIME_NAMES } from '../classify.ts';
import { ALERT_COST_WORDS, EXPENSE_CATEGORIES, MUST_DECIDE, NOT_REPORTED } from '../expense-categories.ts';
import type { Attachment } from '../money-queries.ts';
import type { FiledIn } from '../ports.ts';
import { METHOD_LABELS } from '../labels.ts';
import type { Activity, Expense } from '../log-queries.ts';
import { classesOf } from './class-page.tsx';
import type { Choices } from './contact-pages.tsx';
import { AmendsTick, Files, Locked } from './files-part.tsx';
import { choicesOf, KIND_LABELS, POSITION_LABELS, showMinutes } from './words.ts';

interface FormProps {
  frame: Frame;
  id: string;
  values: Record<string, string | null | undefined>;
  choices: Choices;
  problems: FieldProblem[];
  /** Set where an entry that is there is changed. */
  change?: { href: string; filed: FiledIn[] };
}
interface ExpenseFormProps extends FormProps {
  /** The regimes where the association files. */
  regimes: string[];
}
const officials = (choices: Choices) =>
  choices.officials.map((one) => ({ value: one.id, label: `${one.title} ${one.name}, ${one.seat}` }));
const bills = (choices: Choices) =>
  choices.bills.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }));

/** The form of one activity. */
export const ActivityFormPage = ({ frame, id, values, choices, problems, change }: FormProps) => {
  const error = errorsOf(problems);
  return (
    <ConsoleLayout {...frame} title="Log an activity" current="log" back={{ href: '/log', label: 'Log' }}>
      <PageHead
        title={change ? 'Change an activity' : 'Log an activity'}
        sub="One person, one day, one subject. Split what was more."
      />
      {change && <Locked filed={change.filed} />}
      <ErrorSummary problems={problems} />
      <Form action={change?.href ?? '/log/activities'}>
        <input type="hidden" name="id" value={id} />
        <Select
          label="What"
          name="kind"
          value={values.kind}
          prompt="Choose what was done"
          options={choicesOf(KIND_LABELS)}
          error={error('kind')}
        />
        <DateField label="Day" name="onDate" value={values.onDate} error={error('onDate')} />
        <TextField
          label="Minutes"
          name="minutes"
          value={values.minutes}
          inputmode="numeric"
          size={6}
          required={false}
          error={error('minutes')}
          hint="Preparation and travel included."
        />
        <TextField
          label="Of these, travel"
          name="minutesTravel"
          value={values.minutesTravel}
          inputmode="numeric"
          size={6}
          required={false}
          error={error('minutesTravel')}
        />
        <Select
          label="Official"
          name="officialId"
          value={values.officialId}
          prompt="None"
          required={false}
          options={officials(choices)}
          error={error('officialId')}
        />
        <Select
          label="How"
          name="method"
          value={values.method}
          prompt="Does not apply"
          required={false}
          options={choicesOf(METHOD_LABELS)}
          error={error('method')}
        />
        <Select
          label="Bill"
          name="billId"
          value={values.billId}
          prompt="None"
          required={false}
          options={bills(choices)}
          error={error('billId')}
        />
        <Select
          label="Our position"
          name="position"
          value={values.position}
          prompt="None"
          required={false}
          options={choicesOf(POSITION_LABELS)}
          error={error('position')}
        />
        <TextArea
          label="Note"
          name="note"
          value={values.note}
          required={false}
          rows={3}
          error={error('note')}
        />
        {change && <AmendsTick filed={change.filed} />}
        <Acts>
          <Button kind="main">{change ? 'Change it' : 'Log it'}</Button>
          <LinkButton href={change ? `/log/activities/${id}` : '/log'}>Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

const fieldName = (regime: string) =>
  regime === 'mt' || regime === 'ms' ? `${regime}Category` : `categories-${regime}`;
/** The category of each regime where the association files: one of the list, or that it is not reported there. */
const Categories = ({
  regimes,
  values,
  error,
  words,
}: {
  regimes: string[];
  values: Record<string, string | null | undefined>;
  error: (name: string) => string | undefined;
  words: boolean;
}) => (
  <>
    {regimes
      .filter((regime) => EXPENSE_CATEGORIES[regime])
      .map((regime) => {
        const place = REGIME_NAMES[regime] ?? regime;
        const label = `${place.charAt(0).toUpperCase()}${place.slice(1)} category`;
        return (
          <Select
            label={label}
            name={fieldName(regime)}
            value={values[fieldName(regime)]}
            prompt="Choose"
            required={MUST_DECIDE.includes(regime)}
            hint={words ? ALERT_COST_WORDS[regime] : undefined}
            options={[
              ...choicesOf(EXPENSE_CATEGORIES[regime] ?? {}),
              {
                value: NOT_REPORTED,
                label: `Not reported${regime === 'irs' || regime === 'lda' ? '' : ` in ${place}`}`,
              },
            ]}
            error={error(fieldName(regime))}
          />
        );
      })}
  </>
);

/** The form of one expense. */
export const ExpenseFormPage = ({
  frame,
  id,
  values,
  choices,
  problems,
  regimes,
  change,
}: ExpenseFormProps) => {
  const error = errorsOf(problems);
  return (
    <ConsoleLayout {...frame} title="Log an expense" current="log" back={{ href: '/log', label: 'Log' }}>
      <PageHead
        title="Log an expense"
        sub="Dollars and cents, as paid. A category is chosen for each state where the association files."
      />
      {change && <Locked filed={change.filed} />}
      <ErrorSummary problems={problems} />
      <Form action={change?.href ?? '/log/expenses'}>
        <input type="hidden" name="id" value={id} />
        <MoneyField
          label="Amount"
          name="amount"
          value={values.amount}
          error={error('amount') ?? error('amountCents')}
        />
        <DateField
          label="Day it was spent"
          name="incurredOn"
          value={values.incurredOn}
          error={error('incurredOn')}
        />
        <TextField label="Paid to" name="payee" value={values.payee} error={error('payee')} />
        <TextField label="What for" name="purpose" value={values.purpose} error={error('purpose')} />
        <Categories regimes={regimes} values={values} error={error} words={false} />
        <Select
          label="Official who benefited"
          name="officialId"
          value={values.officialId}
          prompt="None"
          required={false}
          hint="A meal, a gift, a trip: choose who received it."
          options={officials(choices)}
          error={error('officialId')}
        />
        <TextField label="Place" name="place" value={values.place} required={false} error={error('place')} />
        <TextField
          label="Everyone present"
          name="attendees"
          value={values.attendees}
          required={false}
          hint="Of a meal or an event: names, with semicolons between. Massachusetts asks for each."
          error={error('attendees')}
        />
        <Select
          label="Bill"
          name="billId"
          value={values.billId}
          prompt="None"
          required={false}
          options={bills(choices)}
          error={error('billId')}
        />
        <Checkbox
          label="Personal living expense of a lobbyist"
          name="personalLiving"
          checked={values.personalLiving === '1'}
          hint="Left out of Montana’s threshold and report."
        />
        {change && <AmendsTick filed={change.filed} />}
        <Acts>
          <Button kind="main">{change ? 'Change it' : 'Log it'}</Button>
          <LinkButton href={change ? `/log/expenses/${id}` : '/log'}>Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

const Removal = ({ action, filed }: { action: string; filed: FiledIn[] }) => (
  <ConfirmInPlace
    opens="Remove from the log"
    consequence={`${filed.length > 0 ? 'The filed report stays as it is, and needs an amendment. ' : ''}It no longer appears in the log or in reports that are still to be prepared. The journal keeps that it was there.`}
    action={action}
    label={filed.length > 0 ? 'Remove it, to be amended' : 'Remove it'}
  />
);

/** Splits an entry into equal or weighted parts; each part is then a line that can be given its own bill or person. */
const SplitForm = ({ action, what, filed }: { action: string; what: string; filed: FiledIn[] }) => (
  <Section title="Split" id="split">
    <Form action={action}>
      <TextField
        label="Shares"
        name="shares"
        value="1, 1"
        size={16}
        hint={`Two parts alike: 1, 1. Three, the first twice as much: 2, 1, 1. The ${what} of the parts add up to the whole; then give each its own bill, day or person.`}
      />
      <AmendsTick filed={filed} />
      <Acts>
        <Button>Split it</Button>
      </Acts>
    </Form>
  </Section>
);

/** One activity: what it is in each regime and why, and the decisions a person may take. */
export const ActivityPage = ({
  frame,
  flash,
  activity,
  mayChange,
  problems,
  questions,
  files,
  filed,
}: {
  frame: Frame;
  flash: FlashMessage | null;
  activity: Activity;
  mayChange: boolean;
  problems: FieldProblem[];
  questions: Question[];
  files: Attachment[];
  filed: FiledIn[];
}) => (
  <ConsoleLayout
    {...frame}
    title="Activity"
    current="log"
    flash={flash}
    back={{ href: '/log', label: 'Log' }}
  >
    <PageHead
      title={KIND_LABELS[activity.kind] ?? activity.kind}
      sub={showShortDay(activity.onDate, { year: true })}
      tags={activity.state === 'draft' ? <Tag tone="warn">draft</Tag> : undefined}
      actions={
        mayChange ? (
          <LinkButton href={`/log/activities/${activity.id}/edit`}>Change it</LinkButton>
        ) : undefined
      }
    />
    <ErrorSummary problems={problems} />
    <Locked filed={filed} />
    <DefinitionList
      items={[
        { term: 'Who', value: activity.personName ?? 'The association' },
        ...(activity.officialName ? [{ term: 'Official', value: activity.officialName }] : []),
        ...(activity.billNumber
          ? [
              {
                term: 'Bill',
                value: `${activity.billNumber}${activity.position ? `, ${POSITION_LABELS[activity.position]?.toLowerCase()}` : ''}`,
              },
            ]
          : []),
        ...(activity.minutes === null ? [] : [{ term: 'Time', value: showMinutes(activity.minutes) }]),
        ...(activity.reachMembers === null
          ? []
          : [
              {
                term: 'Reached',
                value: `${activity.reachMembers} members, ${activity.reachNonMembers ?? 0} others`,
              },
            ]),
        ...(activity.note ? [{ term: 'Note', value: activity.note }] : []),
        ...(activity.contactReportId
          ? [
              {
                term: 'From',
                value: <a href={`/log/contacts/${activity.contactReportId}`}>the contact report</a>,
              },
            ]
          : []),
        ...(activity.alertId
          ? [{ term: 'From', value: <a href={`/alerts/${activity.alertId}`}>the alert</a> }]
          : []),
      ]}
    />
    {mayChange && activity.state === 'draft' && (
      <Form action={`/log/activities/${activity.id}/confirmation`}>
        <TextField
          label="Staff minutes it took"
          name="minutes"
          inputmode="numeric"
          size={6}
          required={false}
          hint="Writing, planning and answering: time is cost too."
          error={errorsOf(problems)('minutes')}
        />
        <Acts>
          <Button kind="main">Confirm</Button>
        </Acts>
      </Form>
    )}
    {mayChange && questions.length > 0 && (
      <Section title="To be said" id="questions" aside="Each answer changes what this is somewhere">
        <Form action={`/log/activities/${activity.id}/answers`}>
          {questions.map((one) => (
            <Select
              label={one.ask}
              name={one.name}
              prompt="Not sure yet"
              required={false}
              options={one.answers.map(({ value, label }) => ({ value, label }))}
            />
          ))}
          <AmendsTick filed={filed} />
          <Acts>
            <Button>Answer</Button>
          </Acts>
        </Form>
      </Section>
    )}
    {classesOf(activity).map((one) => (
      <Section
        title={REGIME_NAMES[one.regime] ?? one.regime}
        id={`regime-${one.regime}`}
        more={
          mayChange
            ? { href: `/log/activities/${activity.id}/class/${one.regime}`, label: 'Decide otherwise' }
            : undefined
        }
      >
        <p>
          <strong>
            {one.counts ? 'Counts in the report' : 'Does not count in the report'}
            {one.counts ? `: ${CLASSES[one.regime]?.[one.class] ?? one.class.replaceAll('_', ' ')}` : ''}.
          </strong>{' '}
          {one.reason}{' '}
          <span class="soft">{one.by === 'rule' ? `By rule ${one.ruleId}.` : 'Decided by a person.'}</span>
        </p>
      </Section>
    ))}
    <Files kind="activity" id={activity.id} files={files} mayChange={mayChange} locked={filed.length > 0} />
    {mayChange && activity.minutes !== null && activity.minutes > 1 && (
      <SplitForm action={`/log/activities/${activity.id}/parts`} what="minutes" filed={filed} />
    )}
    {mayChange && <Removal action={`/log/activities/${activity.id}/removal`} filed={filed} />}
  </ConsoleLayout>
);

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
  Object.fromEntries(Object.entries(chosenOf(expense)).map(([regime, one]) => [fieldName(regime), one]));

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
        ...(expense.billNumber ? [{ term: 'Bill', value: expense.billNumber }] : []),
        ...(expense.alertId
          ? [{ term: 'From', value: <a href={`/alerts/${expense.alertId}`}>the alert</a> }]
          : []),
      ]}
    />
    {mayChange && expense.state === 'draft' && (
      <Form action={`/log/expenses/${expense.id}/confirmation`}>
        <Categories
          regimes={regimes}
          values={categoryValues(expense)}
          error={errorsOf(problems)}
          words={expense.alertId !== null}
        />
        <Acts>
          <Button kind="main">Confirm</Button>
        </Acts>
      </Form>
    )}
    <Files kind="expense" id={expense.id} files={files} mayChange={mayChange} locked={filed.length > 0} />
    {mayChange && expense.alertId === null && (
      <SplitForm action={`/log/expenses/${expense.id}/parts`} what="cents" filed={filed} />
    )}
    {mayChange && <Removal action={`/log/expenses/${expense.id}/removal`} filed={filed} />}
  </ConsoleLayout>
);
