import {
  Acts,
  Button,
  ConsoleLayout,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  PageHead,
  Radios,
  Select,
  TextArea,
  TextField,
  fieldsOf,
  type FieldOf,
  type Frame,
} from '../../ui/index.ts';
import { summaryOf } from './words.ts';

type Values = Record<string, string | undefined>;
type FormPageProps = { frame: Frame; values: Values; errors: Record<string, string> };
const BACK = { href: '/agenda', label: 'Agenda' };

/** The form of an issue, new or known. */
export const IssuePage = ({ frame, values, errors, known }: FormPageProps & { known: boolean }) => {
  const field = fieldsOf(values, errors);
  const title = known ? 'Edit the issue' : 'Add an issue';
  const labels = { name: 'Name', summary: 'What we want' };
  return (
    <ConsoleLayout {...frame} current="agenda" title={title}>
      <PageHead
        title={title}
        back={BACK}
        sub="A subject that the network follows, with its bills and talking points."
      />
      <Form action={known ? `/agenda/issues/${values.id}` : '/agenda/issues'}>
        <ErrorSummary problems={summaryOf(labels, errors)} />
        <input type="hidden" name="id" value={values.id} />
        <TextField label={labels.name} {...field('name')} maxlength={120} />
        <TextArea label={labels.summary} {...field('summary')} required={false} rows={4} />
        <Acts>
          <Button kind="main">Save the issue</Button>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

type SessionPageProps = FormPageProps & { states: { value: string; label: string }[] };

/** The form that starts a legislative session. */
export const SessionPage = ({ frame, values, errors, states }: SessionPageProps) => {
  const field = fieldsOf(values, errors);
  const labels = { name: 'Name', jurisdiction: 'Legislature', kind: 'Kind', startsOn: 'First day' };
  return (
    <ConsoleLayout {...frame} current="agenda" title="Start a legislative session">
      <PageHead title="Start a legislative session" back={BACK} />
      <Form action="/agenda/sessions">
        <ErrorSummary problems={summaryOf(labels, errors)} />
        <input type="hidden" name="id" value={values.id} />
        <Select
          label={labels.jurisdiction}
          {...field('jurisdiction')}
          options={[{ value: 'US', label: 'Congress' }, ...states]}
        />
        <TextField label={labels.name} {...field('name')} hint="For example 70th Legislature" />
        <Radios
          label={labels.kind}
          name="kind"
          options={[
            { value: 'regular', label: 'Regular' },
            { value: 'special', label: 'Special' },
          ]}
          value={values.kind ?? 'regular'}
          error={errors.kind}
        />
        <DateField label={labels.startsOn} {...field('startsOn')} />
        <Acts>
          <Button kind="main">Start the session</Button>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

type AdjournPageProps = FormPageProps & { session: { id: string; name: string } };

/** The form that notes the day of adjournment. */
export const AdjournPage = ({ frame, values, errors, session }: AdjournPageProps) => {
  const field = fieldsOf(values, errors);
  const labels = { endsOn: 'Last day' };
  return (
    <ConsoleLayout {...frame} current="agenda" title="Adjourned sine die">
      <PageHead
        title={`${session.name} adjourned sine die`}
        back={BACK}
        sub="Due dates of some filings count from this day. It cannot be changed afterwards."
      />
      <Form action={`/agenda/sessions/${session.id}/adjournment`}>
        <ErrorSummary problems={summaryOf(labels, errors)} />
        <DateField label={labels.endsOn} {...field('endsOn')} />
        <Acts>
          <Button kind="main">Note the adjournment</Button>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

type Choice = { value: string; label: string };
export const BILL_LABELS = {
  legislativeSessionId: 'Legislative session',
  number: 'Number',
  title: 'Title',
  status: 'Status',
  statusOn: 'Since',
  issueId: 'Issue',
};

/** The form of a new bill. */
export const NewBillPage = ({
  frame,
  values,
  errors,
  sessions,
  issues,
}: FormPageProps & { sessions: Choice[]; issues: Choice[] }) => {
  const field = fieldsOf(values, errors);
  return (
    <ConsoleLayout {...frame} current="agenda" title="Add a bill">
      <PageHead title="Add a bill" back={BACK} sub="Position and hearings follow on the page of the bill." />
      <Form action="/agenda/bills">
        <ErrorSummary problems={summaryOf(BILL_LABELS, errors)} />
        <input type="hidden" name="id" value={values.id} />
        <Select
          label={BILL_LABELS.legislativeSessionId}
          {...field('legislativeSessionId')}
          options={sessions}
        />
        <TextField label={BILL_LABELS.number} {...field('number')} size={12} hint="hb203 becomes HB 203" />
        <TextField label={BILL_LABELS.title} {...field('title')} />
        <BillFields field={field} issues={issues} />
        <Acts>
          <Button kind="main">Add the bill</Button>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};

/** Issue and status of a bill. */
export const BillFields = ({ field, issues }: { field: FieldOf; issues: Choice[] }) => (
  <>
    <Select
      label={BILL_LABELS.issueId}
      {...field('issueId')}
      required={false}
      prompt="None yet"
      options={issues}
    />
    <Fieldset legend="Where it stands">
      <TextField
        label={BILL_LABELS.status}
        {...field('status')}
        hint="For example Introduced, In House Education, Passed House"
      />
      <DateField label={BILL_LABELS.statusOn} {...field('statusOn')} />
    </Fieldset>
  </>
);
