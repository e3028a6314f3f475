import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  ConfirmInPlace,
  ConsoleLayout,
  DateField,
  DefinitionList,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Pager,
  Section,
  Select,
  Table,
  Tabs,
  Tag,
  TextArea,
  errorsOf,
  fieldsOf,
  type FieldProblem,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { confidenceIn, isWhole, type DraftConfidence } from '../draft-confidence.ts';
import { METHOD_LABELS, STANCE_LABELS } from '../labels.ts';
import type { ContactReport } from '../report-queries.ts';
import { BillSelect, OfficialSelect, type Choices } from './choice-selects.tsx';
import { choicesOf } from './words.ts';

const stance = (value: string | null) => (value ? STANCE_LABELS[value as keyof typeof STANCE_LABELS] : '');
const method = (value: string | null) => (value ? METHOD_LABELS[value as keyof typeof METHOD_LABELS] : '');

const listAt = (state: string, alertId: string | null) =>
  `/log/contacts?state=${state}${alertId ? `&alert=${encodeURIComponent(alertId)}` : ''}`;

interface ListProps {
  frame: Frame;
  flash: FlashMessage | null;
  state: 'draft' | 'confirmed';
  /** Set where only the contacts of one alert are shown. */
  alertId: string | null;
  reports: ContactReport[];
  next: string | null;
  /** The draft that was just put away, to take back. */
  undo?: string | null;
}

/** What stands in a field of a draft, and that it is only likely where it is. */
const Field = ({ sure, children }: { sure: DraftConfidence['stance']; children: string }) =>
  children === '' ? null : (
    <>
      {children} {sure === 'likely' && <Tag tone="warn">likely</Tag>}
    </>
  );

/** Contact reports: drafts that wait, or those confirmed. */
export const ContactListPage = ({ frame, flash, state, alertId, reports, next, undo }: ListProps) => (
  <ConsoleLayout
    {...frame}
    title="Contact reports"
    current="log"
    flash={flash}
    back={frame.nav.some((one) => one.key === 'log') ? { href: '/log', label: 'Log' } : undefined}
  >
    <PageHead
      title="Contact reports"
      sub="Who spoke with which official, and where the official stands."
      actions={<LinkButton href="/log/contacts/new">Report a contact</LinkButton>}
    />
    <Tabs
      label="Contact reports"
      items={[
        { href: listAt('draft', alertId), label: 'Waiting', current: state === 'draft' },
        { href: listAt('confirmed', alertId), label: 'Confirmed', current: state === 'confirmed' },
      ]}
    />
    {undo && (
      <Form action={`/log/contacts/${undo}/restoration`} label="Undo">
        <Acts>
          <Button kind="quiet" shortcut="z">
            Undo
          </Button>
        </Acts>
      </Form>
    )}
    {alertId && (
      <p>
        Of one alert only{reports[0]?.alertTitle ? `: ${reports[0].alertTitle}` : ''}.{' '}
        <a href={listAt(state, null)}>Show those of all alerts</a>
      </p>
    )}
    <Table
      caption="Contact reports"
      quietCaption
      columns={[
        { key: 'official', label: 'Official' },
        { key: 'stance', label: 'Stands' },
        { key: 'bill', label: 'Bill' },
        { key: 'who', label: 'Heard by' },
        { key: 'how', label: 'How' },
        { key: 'on', label: 'Day', nowrap: true },
        ...(state === 'draft' ? [{ key: 'act', label: 'Next' }] : []),
      ]}
      rows={reports.map((one) => {
        const sure = confidenceIn(one.confidence);
        return {
          official: (
            <>
              <a href={`/log/contacts/${one.id}`}>{one.officialName ?? 'Not named yet'}</a>{' '}
              {one.officialId && sure.officialId === 'likely' && <Tag tone="warn">likely</Tag>}
            </>
          ),
          stance: <Field sure={sure.stance}>{stance(one.stance)}</Field>,
          bill: <Field sure={sure.billId}>{one.billNumber ?? ''}</Field>,
          who: one.memberName ?? one.lobbyistName ?? 'Staff',
          how: <Field sure={sure.method}>{method(one.method)}</Field>,
          on: <Field sure={sure.onDate}>{showShortDay(one.onDate)}</Field>,
          act: isWhole(one) ? (
            <Form
              action={`/log/contacts/${one.id}/confirmation`}
              label={`Confirm what ${one.memberName ?? 'they'} said of ${one.officialName ?? 'the official'}`}
            >
              <input type="hidden" name="asItStands" value="1" />
              <Button label={`Confirm ${one.officialName ?? ''}`}>Confirm</Button>
            </Form>
          ) : (
            <a href={`/log/contacts/${one.id}`}>Fill in the rest</a>
          ),
        };
      })}
      empty={
        <Empty
          title={state === 'draft' ? 'No draft waits' : 'No contact is reported yet'}
          text="When a member replies with what an official said, a draft appears here. Confirming it puts the contact into the log."
        />
      }
    />
    <Pager
      next={next ? `${listAt(state, alertId)}&after=${next}` : null}
      prev={null}
      shown={reports.length}
    />
  </ConsoleLayout>
);

interface FormProps {
  frame: Frame;
  title: string;
  action: string;
  values: Record<string, string | null | undefined>;
  choices: Choices;
  problems: FieldProblem[];
  /** Set for a draft: who said it and in which words. */
  draft?: { id: string; said: string | null; report: ContactReport };
  id?: string;
  /** Set for a new report: members who may have spoken, and whether staff themselves may. */
  members?: { id: string; firstName: string; lastName: string; district: string | null }[];
  maySpeak?: boolean;
}

/** The form of a contact report: new, or a draft to be confirmed. */
export const ContactFormPage = ({
  frame,
  title,
  action,
  values,
  choices,
  problems,
  draft,
  id,
  members = [],
  maySpeak = false,
}: FormProps) => {
  const field = fieldsOf(values, problems);
  const error = errorsOf(problems);
  const sure = confidenceIn(draft?.report.confidence ?? null);
  const likely = (
    [
      ['the official', sure.officialId],
      ['the bill', sure.billId],
      ['where they stand', sure.stance],
      ['how they spoke', sure.method],
      ['the day', sure.onDate],
    ] as const
  ).flatMap(([what, how]) => (how === 'likely' ? [what] : []));
  const offered = choices.officials.filter((one) => sure.candidates.includes(one.id));
  return (
    <ConsoleLayout
      {...frame}
      title={title}
      current="log"
      back={{ href: '/log/contacts', label: 'Contact reports' }}
    >
      <PageHead
        title={title}
        sub={
          draft
            ? 'Read from a reply. Mend what is wrong, then confirm: it goes into the log.'
            : 'It goes into the log at once.'
        }
        tags={draft && <Tag tone="warn">draft</Tag>}
      />
      <ErrorSummary problems={problems} />
      {draft && (
        <DefinitionList
          items={[
            { term: 'From', value: draft.report.memberName ?? 'A member' },
            ...(draft.report.districtName ? [{ term: 'District', value: draft.report.districtName }] : []),
            ...(draft.said ? [{ term: 'In their words', value: draft.said }] : []),
            ...(likely.length > 0 ? [{ term: 'Only likely', value: likely.join(', ') }] : []),
            ...(offered.length > 0
              ? [
                  {
                    term: 'The name fits',
                    value: offered.map((one) => `${one.title} ${one.name}`).join(', '),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Form action={action}>
        {id && <input type="hidden" name="id" value={id} />}
        {!draft && (
          <Select
            label="Who spoke"
            {...field('memberId')}
            prompt={maySpeak ? 'I did' : 'Choose the member'}
            required={!maySpeak}
            options={members.map((one) => ({
              value: one.id,
              label: `${one.firstName} ${one.lastName}${one.district ? `, ${one.district}` : ''}`,
            }))}
          />
        )}
        <div class="pair">
          <OfficialSelect
            choices={{
              ...choices,
              officials: [...offered, ...choices.officials.filter((one) => !offered.includes(one))],
            }}
            value={values.officialId}
            prompt="Choose the official"
            required
            error={error('officialId')}
          />
          <BillSelect choices={choices} value={values.billId} prompt="No bill" error={error('billId')} />
        </div>
        <div class="pair">
          <Select
            label="Where they stand"
            {...field('stance')}
            prompt="Not said"
            required={false}
            options={choicesOf(STANCE_LABELS)}
          />
          <Select
            label={draft ? 'How they spoke' : 'How'}
            {...field('method')}
            prompt="Not said"
            required={false}
            options={choicesOf(METHOD_LABELS)}
          />
        </div>
        <DateField label="Day" {...field('onDate')} />
        <TextArea
          label="Note"
          {...field('note')}
          required={false}
          rows={3}
          hint="What they asked for, what would move them."
        />
        <Acts>
          <Button kind="main">{draft ? 'Confirm' : 'Save'}</Button>
          <LinkButton href="/log/contacts">Go back</LinkButton>
        </Acts>
      </Form>
      {draft && (
        <Section title="Not a contact?" id="discard">
          <ConfirmInPlace
            opens="Put this draft away"
            consequence="It leaves the list and nothing goes into the log. The reply itself stays in the inbox."
            action={`/log/contacts/${draft.id}/discard`}
            label="Put it away"
          />
        </Section>
      )}
    </ConsoleLayout>
  );
};

/** A confirmed or discarded report, to read. */
export const ContactPage = ({
  frame,
  flash,
  report,
  said,
}: {
  frame: Frame;
  flash: FlashMessage | null;
  report: ContactReport;
  said: string | null;
}) => (
  <ConsoleLayout
    {...frame}
    title="Contact report"
    current="log"
    flash={flash}
    back={{ href: '/log/contacts?state=confirmed', label: 'Contact reports' }}
  >
    <PageHead
      title={report.officialName ?? 'Contact report'}
      sub={stance(report.stance)}
      tags={<Tag>{report.state}</Tag>}
    />
    <DefinitionList
      items={[
        { term: 'Heard by', value: report.memberName ?? report.lobbyistName ?? 'Staff' },
        { term: 'Bill', value: report.billNumber ?? 'None' },
        { term: 'How', value: method(report.method) || 'Not said' },
        { term: 'Day', value: showShortDay(report.onDate, { year: true }) },
        ...(report.note ? [{ term: 'Note', value: report.note }] : []),
        ...(said ? [{ term: 'In their words', value: said }] : []),
        ...(report.alertId
          ? [{ term: 'Alert', value: <a href={`/alerts/${report.alertId}`}>{report.alertTitle}</a> }]
          : []),
      ]}
    />
  </ConsoleLayout>
);
