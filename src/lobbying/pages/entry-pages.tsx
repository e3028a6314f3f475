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
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { CLASSES, REGIME_NAMES } from '../classify.ts';
import { METHOD_LABELS } from '../labels.ts';
import type { Activity, Expense } from '../log-queries.ts';
import { classesOf } from './class-page.tsx';
import type { Choices } from './contact-pages.tsx';
import { choicesOf, KIND_LABELS, MS_LABELS, MT_LABELS, POSITION_LABELS, showMinutes } from './words.ts';

interface FormProps {
  frame: Frame;
  id: string;
  values: Record<string, string | null | undefined>;
  choices: Choices;
  problems: FieldProblem[];
}
const errorsOf = (problems: FieldProblem[]) => (name: string) =>
  problems.find((one) => one.name === name)?.message;
const officials = (choices: Choices) =>
  choices.officials.map((one) => ({ value: one.id, label: `${one.title} ${one.name}, ${one.seat}` }));
const bills = (choices: Choices) =>
  choices.bills.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }));

/** The form of one activity. */
export const ActivityFormPage = ({ frame, id, values, choices, problems }: FormProps) => {
  const error = errorsOf(problems);
  return (
    <ConsoleLayout {...frame} title="Log an activity" current="log" back={{ href: '/log', label: 'Log' }}>
      <PageHead title="Log an activity" sub="One person, one day, one subject. Split what was more." />
      <ErrorSummary problems={problems} />
      <Form action="/log/activities">
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
        <Acts>
          <Button kind="main">Log it</Button>
          <LinkButton href="/log">Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

/** The form of one expense. */
export const ExpenseFormPage = ({ frame, id, values, choices, problems }: FormProps) => {
  const error = errorsOf(problems);
  return (
    <ConsoleLayout {...frame} title="Log an expense" current="log" back={{ href: '/log', label: 'Log' }}>
      <PageHead
        title="Log an expense"
        sub="Dollars and cents, as paid. A category is chosen for each state where the association files."
      />
      <ErrorSummary problems={problems} />
      <Form action="/log/expenses">
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
        <Select
          label="Montana category"
          name="mtCategory"
          value={values.mtCategory}
          prompt="Not reported in Montana"
          required={false}
          options={choicesOf(MT_LABELS)}
          error={error('mtCategory')}
        />
        <Select
          label="Mississippi category"
          name="msCategory"
          value={values.msCategory}
          prompt="Not reported in Mississippi"
          required={false}
          options={choicesOf(MS_LABELS)}
          error={error('msCategory')}
        />
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
        <Acts>
          <Button kind="main">Log it</Button>
          <LinkButton href="/log">Go back</LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

const Removal = ({ action }: { action: string }) => (
  <ConfirmInPlace
    opens="Remove from the log"
    consequence="It no longer appears in the log or in reports that are still to be prepared. The journal keeps that it was there."
    action={action}
    label="Remove it"
  />
);

/** One activity: what it is in each regime and why, and the decisions a person may take. */
export const ActivityPage = ({
  frame,
  flash,
  activity,
  mayChange,
  problems,
}: {
  frame: Frame;
  flash: FlashMessage | null;
  activity: Activity;
  mayChange: boolean;
  problems: FieldProblem[];
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
    />
    <ErrorSummary problems={problems} />
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
    {mayChange && <Removal action={`/log/activities/${activity.id}/removal`} />}
  </ConsoleLayout>
);

/** One expense, with its confirmation while it is a draft. */
export const ExpensePage = ({
  frame,
  flash,
  expense,
  mayChange,
}: {
  frame: Frame;
  flash: FlashMessage | null;
  expense: Expense;
  mayChange: boolean;
}) => (
  <ConsoleLayout {...frame} title="Expense" current="log" flash={flash} back={{ href: '/log', label: 'Log' }}>
    <PageHead
      title={expense.purpose}
      sub={<Money cents={expense.amountCents} />}
      tags={expense.state === 'draft' ? <Tag tone="warn">draft</Tag> : undefined}
    />
    <DefinitionList
      items={[
        { term: 'Day', value: showShortDay(expense.incurredOn, { year: true }) },
        { term: 'Paid to', value: expense.payee },
        ...(expense.estimated
          ? [{ term: 'Amount', value: 'Estimated until the carrier has told every price.' }]
          : []),
        ...(expense.state === 'confirmed'
          ? [
              {
                term: 'Montana',
                value: expense.mtCategory ? (MT_LABELS[expense.mtCategory] ?? '') : 'Not reported',
              },
              {
                term: 'Mississippi',
                value: expense.msCategory ? (MS_LABELS[expense.msCategory] ?? '') : 'Not reported',
              },
            ]
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
        <Select
          label="Montana category"
          name="mtCategory"
          value={expense.mtCategory}
          prompt="Not reported in Montana"
          required={false}
          options={choicesOf(MT_LABELS)}
        />
        <Select
          label="Mississippi category"
          name="msCategory"
          value={expense.msCategory}
          prompt="Not reported in Mississippi"
          required={false}
          options={choicesOf(MS_LABELS)}
        />
        <Acts>
          <Button kind="main">Confirm</Button>
        </Acts>
      </Form>
    )}
    {mayChange && <Removal action={`/log/expenses/${expense.id}/removal`} />}
  </ConsoleLayout>
);
