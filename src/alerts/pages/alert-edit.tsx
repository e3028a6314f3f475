import { showZone } from '../../platform/days.ts';
import { list, text, type Form as Posted } from '../../platform/form.ts';
import {
  Acts,
  Button,
  Checkboxes,
  Columns,
  ConsoleLayout,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHead,
  PhonePreview,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  TimeField,
  type Choice,
  type Frame,
} from '../../ui/index.ts';
import type { Bubble } from '../question-bubbles.ts';
import { OPTION_LINES } from '../question-form.ts';
import type { Finding } from '../ports.ts';
import { KIND_WORDS } from './alert-words.ts';
import { Findings } from './findings.tsx';
import { LaterBubbles, QuestionFields } from './question-fields.tsx';

export type Choices = Record<string, Choice[]>;

export type AlertEditProps = {
  frame: Frame;
  form: Posted;
  action: string;
  /** An alert that exists already; leads back to its preview. */
  previewHref: string | null;
  choices: Choices;
  /** By field name. */
  errors: Record<string, string>;
  /** What cannot be said beside a field. */
  problem: string | null;
  /** What happens to the state when this is saved. */
  warning: string | null;
  returned: { by: string; when: string; note: string } | null;
  /** The newest talking points of the bill, where all of them expired and none are chosen. */
  expired: { id: string; title: string; day: string } | null;
  size: string;
  /** The texts of the questions behind the first. */
  later: Bubble[];
  /** Of the words as last saved. */
  findings: Finding[];
  bubble: { text: string; segments: number; characters: number; note: string } | null;
  flash: { kind: 'done'; text: string } | null;
};

const LABELS: Record<string, string> = {
  title: 'Title',
  kind: 'Kind',
  organizationId: 'Sent by',
  smsText: 'Text',
  emailSubject: 'Subject',
  emailText: 'Email',
  channels: 'Channels',
  deadlineOn: 'Deadline',
  answered: 'Answers',
  answeredAlert: 'Earlier alert',
  regions: 'Audience',
};
const labelOf = (name: string) => LABELS[name] ?? questionLabel(name) ?? name;
const questionLabel = (name: string): string | null => {
  const [, no, part = '', line] = /^q(\d)\.([a-zA-Z]+)(\d?)$/.exec(name) ?? [];
  if (!no) return null;
  const what = part === 'label' ? `choice ${line}` : part === 'synonyms' ? `other words for ${line}` : '';
  return `Question ${no}${what && `, ${what}`}`;
};

/** One alert on one page: what, who, words, question, when; beside it the phone as last saved. */
export const AlertEditPage = (props: AlertEditProps) => {
  const { frame, form, errors, choices, bubble, returned } = props;
  const isNew = props.previewHref === null;
  const field = (name: string) => ({ name, error: errors[name] ?? null });
  const value = (name: string) => text(form, name) ?? null;
  const title = isNew ? 'New alert' : 'Edit alert';
  const problems = Object.entries(errors).map(([name, message]) => ({ name, label: labelOf(name), message }));
  const people = (name: string, label: string, hint?: string) =>
    (choices[name]?.length ?? 0) > 0 && (
      <Checkboxes
        {...field(name)}
        label={label}
        hint={hint}
        required={false}
        across
        options={choices[name] ?? []}
        values={list(form, name)}
      />
    );
  return (
    <ConsoleLayout
      {...frame}
      current="alerts"
      title={title}
      flash={props.flash}
      back={
        props.previewHref
          ? { href: props.previewHref, label: 'Preview' }
          : { href: '/alerts', label: 'Alerts' }
      }
    >
      <PageHead
        title={title}
        sub={isNew ? 'Nothing is sent until a second person approves it.' : value('title')}
      />
      {props.problem && (
        <Notice tone="problem" title="Nothing was saved">
          {props.problem}
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {returned && (
        <Notice tone="warn" title={`${returned.by} sent this back ${returned.when}`}>
          {returned.note}
        </Notice>
      )}
      {props.expired && (
        <Notice tone="warn" title={`The talking points of this bill expired after ${props.expired.day}`}>
          None are chosen, so nobody gets old words.{' '}
          <a href={`/talking-points/${props.expired.id}/edit#field-expiresOn`}>Renew {props.expired.title}</a>
          , then choose them here.
        </Notice>
      )}
      {props.warning && <Notice title="This alert was already proposed">{props.warning}</Notice>}
      <Columns
        main={
          <Form action={props.action} label={title}>
            {/* The return key presses the first button of a form: it shall save, not move a question. */}
            <button class="hidden" type="submit" name="next" value="edit" tabindex={-1}>
              Save
            </button>
            <input type="hidden" name="id" value={value('id') ?? ''} />
            {value('revision') && <input type="hidden" name="revision" value={value('revision') ?? ''} />}
            <Section title="What" id="what">
              <Radios
                {...field('kind')}
                label="Kind"
                value={value('kind')}
                options={Object.entries(KIND_WORDS).map(([kind, { label, hint }]) => ({
                  value: kind,
                  label,
                  hint,
                }))}
              />
              <TextField
                {...field('title')}
                label="Title"
                hint="For staff and the member’s page, such as: HB 203: call House Education"
                value={value('title')}
                maxlength={120}
              />
              <Select
                {...field('organizationId')}
                label="Sent by"
                prompt="Choose an organization"
                options={choices.organizations ?? []}
                value={value('organizationId')}
              />
              <Select
                {...field('issueId')}
                label="Issue"
                required={false}
                prompt="None"
                options={choices.issue ?? []}
                value={value('issueId')}
              />
              <Select
                {...field('billId')}
                label="Bill"
                required={false}
                prompt="None"
                options={choices.bill ?? []}
                value={value('billId')}
              />
              <Select
                {...field('talkingPointsId')}
                label="Talking points"
                hint="Members always see the newest published version."
                required={false}
                prompt="None"
                options={choices.points ?? []}
                value={value('talkingPointsId')}
              />
            </Section>
            <Section title="Who" id="who" aside="leave all empty for every active member">
              {people('officials', 'Members who can reach one of these', 'Untick whom you leave out.')}
              {people('regions', 'Regions')}
              {people('kinds', 'Kinds of member')}
              {people('classes', 'Classes of district')}
              {people('groups', 'Groups')}
              {people('organizations', 'Organizations')}
              <Checkboxes
                {...field('ballotIssue')}
                label="Ballot issue"
                hint="A levy, a bond, a referendum. Public time and equipment are not for it."
                required={false}
                options={[{ value: 'yes', label: 'Leave out numbers and addresses that a district owns' }]}
                values={list(form, 'ballotIssue')}
              />
              {(choices.committees?.length ?? 0) > 0 && (
                <details open={list(form, 'committees').length > 0 || errors.committees !== undefined}>
                  <summary>Members who can reach a committee</summary>
                  {people(
                    'committees',
                    'Committees',
                    'Members whose district elects somebody who sits on it.',
                  )}
                </details>
              )}
              {(choices.alert?.length ?? 0) > 0 && (
                <details open={value('answeredAlert') !== null || errors.answered !== undefined}>
                  <summary>Members by their answer to an earlier alert</summary>
                  <Select
                    {...field('answeredAlert')}
                    label="Earlier alert"
                    required={false}
                    prompt="None"
                    options={choices.alert ?? []}
                    value={value('answeredAlert')}
                  />
                  <Checkboxes
                    {...field('answered')}
                    label="Who"
                    required={false}
                    options={[
                      { value: 'none', label: 'Were asked and have not answered' },
                      ...OPTION_LINES.map((no) => ({ value: String(no), label: `Answered ${no}` })),
                    ]}
                    values={list(form, 'answered')}
                  />
                </details>
              )}
            </Section>
            <Section title="Words" id="words">
              <Checkboxes
                {...field('channels')}
                label="Send by"
                options={[
                  { value: 'sms', label: 'Text' },
                  { value: 'email', label: 'Email' },
                ]}
                values={list(form, 'channels')}
              />
              <TextArea
                {...field('smsText')}
                label="Text"
                hint="Fields: {{first_name}} {{last_name}} {{title}} {{district}} {{region}} {{link}}"
                required={false}
                rows={4}
                value={value('smsText')}
                counter={{ href: '/alerts/text-size', text: props.size }}
              />
              <TextField
                {...field('emailSubject')}
                label="Subject of the email"
                required={false}
                value={value('emailSubject')}
                maxlength={150}
              />
              <TextArea
                {...field('emailText')}
                label="Email"
                hint="The question, the link and the footer are added for you."
                required={false}
                rows={9}
                value={value('emailText')}
              />
            </Section>
            <QuestionFields form={form} errors={errors} earlier={choices.alert ?? []} />
            <Section title="When" id="when" aside={showZone(frame.zone)}>
              <p class="hint">Nothing more is sent after the deadline. An action alert needs one.</p>
              <div class="pair">
                <DateField
                  {...field('deadlineOn')}
                  label="Deadline, day"
                  required={false}
                  value={value('deadlineOn')}
                />
                <TimeField
                  {...field('deadlineTime')}
                  label="Deadline, time"
                  required={false}
                  value={value('deadlineTime')}
                />
              </div>
            </Section>
            <Acts>
              <Button kind="main" name="next" value="preview">
                Save and preview
              </Button>
              <Button name="next" value="edit">
                Save
              </Button>
              <LinkButton href={props.previewHref ?? '/alerts'} kind="quiet">
                Leave without saving
              </LinkButton>
            </Acts>
          </Form>
        }
        aside={
          <>
            <Section title="On the phone" id="phone" aside="as last saved">
              {bubble ? (
                <PhonePreview
                  from={frame.network}
                  messages={[{ text: bubble.text }]}
                  segments={bubble.segments}
                  characters={bubble.characters}
                  note={bubble.note}
                />
              ) : (
                <p class="soft">
                  Write the text and save; it is shown here as a member’s phone will show it, at its longest.
                </p>
              )}
              <LaterBubbles from={frame.network} bubbles={props.later} />
            </Section>
            {props.findings.length > 0 && <Findings findings={props.findings} aside="as last saved" />}
          </>
        }
      />
    </ConsoleLayout>
  );
};
