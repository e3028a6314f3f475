import {
  Acts,
  Button,
  Columns,
  ConsoleLayout,
  DateField,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Radios,
  Section,
  Select,
  Tag,
  TextField,
  TimeField,
  Timeline,
  fieldsOf,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { BILL_LABELS, BillFields } from './agenda-forms.tsx';
import type { Prompts } from './agenda.tsx';
import { BillFeed, type BillFeedLine } from './bill-feed.tsx';
import { HearingPrompts } from './hearing-prompts.tsx';
import { EVENT_KINDS, STANDS, summaryOf, type Stand } from './words.ts';

type Choice = { value: string; label: string };
/** Which form of the page was sent last, with what was typed and what is wrong. */
export interface SentForm {
  form: 'position' | 'event' | 'bill';
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
}
type Answers = Pick<SentForm, 'values' | 'errors'>;
const NOTHING_SENT: Answers = { values: {}, errors: {} };

type BillPageProps = {
  frame: Frame;
  bill: {
    id: string;
    number: string;
    title: string;
    status: string;
    statusOn: string;
    since: string;
    issueId: string | null;
    issueName: string | null;
    sessionName: string;
    position: Stand | null;
    hearing: string | null;
    events: { iso: string; when: string; kind: keyof typeof EVENT_KINDS; text: string }[];
    positions: { organization: string; position: Stand; when: string }[];
  };
  issues: Choice[];
  committees: Choice[];
  organizations: Choice[];
  today: string;
  prompts: Prompts;
  eventId: string;
  mayWrite: boolean;
  mayPosition: boolean;
  mayImport: boolean;
  /** What a service last said of the bill; null where none is asked about it. */
  feed: BillFeedLine | null;
  sent: SentForm | null;
  flash: FlashMessage | null;
};

/** One bill: where it stands, where we stand, what comes next. */
export const BillPage = (props: BillPageProps) => {
  const { frame, bill, mayWrite, mayPosition, sent, flash } = props;
  return (
    <ConsoleLayout {...frame} current="agenda" title={`${bill.number}, ${bill.title}`} flash={flash}>
      <PageHead
        title={`${bill.number}, ${bill.title}`}
        back={{ href: '/agenda', label: 'Agenda' }}
        tags={bill.position && <Tag tone={STANDS[bill.position].tone}>{STANDS[bill.position].label}</Tag>}
        sub={[`${bill.status} since ${bill.since}`, bill.hearing, bill.issueName, bill.sessionName]
          .filter(Boolean)
          .join('. ')}
        actions={
          <>
            {mayWrite && (
              <LinkButton href={`/alerts/new?bill=${bill.id}`} kind="main">
                Alert members
              </LinkButton>
            )}
            <LinkButton href={`/agenda/bills/${bill.id}/board`}>Where the votes stand</LinkButton>
            {mayWrite && <LinkButton href={`/log/contacts/new?bill=${bill.id}`}>Report a contact</LinkButton>}
          </>
        }
      />
      <HearingPrompts {...props.prompts} zone={frame.zone} />
      <Columns
        main={
          <>
            <Section title="What happened and comes next" id="events">
              {bill.events.length === 0 ? (
                <Empty
                  title="No hearing or vote yet"
                  text="Add a hearing, and it stands on the agenda and in drafts of alerts."
                />
              ) : (
                <Timeline
                  items={bill.events.map((event) => ({
                    when: { iso: event.iso, text: event.when },
                    text: `${EVENT_KINDS[event.kind]}${event.text ? `: ${event.text}` : ''}`,
                    tone: event.kind === 'hearing' ? 'accent' : 'none',
                  }))}
                />
              )}
            </Section>
            {mayWrite && <EventForm {...props} sent={sent?.form === 'event' ? sent : null} />}
          </>
        }
        aside={
          <>
            <BillFeed bill={bill} feed={props.feed} mayWrite={mayWrite} mayImport={props.mayImport} />
            <Section title="Positions" id="positions">
              {bill.positions.length === 0 && <p class="soft">Nobody has taken a position yet.</p>}
              <ul>
                {bill.positions.map((one) => (
                  <li>
                    <Tag tone={STANDS[one.position].tone}>{STANDS[one.position].label}</Tag>{' '}
                    {one.organization}
                    <span class="soft"> {one.when}</span>
                  </li>
                ))}
              </ul>
              {mayPosition && <PositionForm {...props} sent={sent?.form === 'position' ? sent : null} />}
            </Section>
            {mayWrite && <BillForm {...props} sent={sent?.form === 'bill' ? sent : null} />}
          </>
        }
      />
    </ConsoleLayout>
  );
};

const EventForm = ({ bill, committees, eventId, sent }: BillPageProps) => {
  const { values, errors } = sent ?? NOTHING_SENT;
  const field = fieldsOf(values, errors);
  const labels = { kind: 'What', on: 'Day', time: 'Time', committeeId: 'Committee', note: 'Note' };
  return (
    <Section title="Add a hearing or a vote" id="add-event">
      <Form action={`/agenda/bills/${bill.id}/events`} label="Add a hearing or a vote">
        <ErrorSummary problems={summaryOf(labels, errors)} />
        <input type="hidden" name="id" value={values.id ?? eventId} />
        <Radios
          label={labels.kind}
          name="kind"
          options={[
            { value: 'hearing', label: 'Hearing' },
            { value: 'vote', label: 'Vote' },
          ]}
          value={values.kind ?? 'hearing'}
          error={errors.kind}
        />
        <DateField label={labels.on} {...field('on')} />
        <TimeField label={labels.time} {...field('time')} />
        <Select
          label={labels.committeeId}
          {...field('committeeId')}
          required={false}
          prompt="No committee"
          options={committees}
        />
        <TextField label={labels.note} {...field('note')} required={false} hint="For example the room" />
        <Acts>
          <Button>Add it</Button>
        </Acts>
      </Form>
    </Section>
  );
};

const PositionForm = ({ bill, organizations, today, sent }: BillPageProps) => {
  const { values, errors } = sent ?? NOTHING_SENT;
  const labels = { position: 'Position', organizationId: 'Organization', fromOn: 'From' };
  return (
    <Form action={`/agenda/bills/${bill.id}/positions`} label="Take a position">
      <ErrorSummary problems={summaryOf(labels, errors)} />
      <Radios
        label={labels.position}
        name="position"
        options={Object.entries(STANDS).map(([value, { label }]) => ({ value, label }))}
        value={values.position ?? bill.position}
        error={errors.position}
      />
      {organizations.length > 1 && (
        <Select
          label={labels.organizationId}
          name="organizationId"
          options={organizations}
          value={values.organizationId ?? organizations[0]?.value}
          error={errors.organizationId}
        />
      )}
      <DateField label={labels.fromOn} name="fromOn" value={values.fromOn ?? today} error={errors.fromOn} />
      <Acts>
        <Button>Save the position</Button>
      </Acts>
    </Form>
  );
};

const BillForm = ({ bill, issues, sent }: BillPageProps) => {
  const { values, errors }: Answers = sent ?? {
    values: { title: bill.title, status: bill.status, statusOn: bill.statusOn, issueId: bill.issueId ?? '' },
    errors: {},
  };
  const field = fieldsOf(values, errors);
  return (
    <Section title="Change the bill" id="change">
      <Form action={`/agenda/bills/${bill.id}`} label="Change the bill">
        <ErrorSummary problems={summaryOf(BILL_LABELS, errors)} />
        <TextField label={BILL_LABELS.title} {...field('title')} />
        <BillFields field={field} issues={issues} />
        <Acts>
          <Button>Save the bill</Button>
        </Acts>
      </Form>
    </Section>
  );
};
