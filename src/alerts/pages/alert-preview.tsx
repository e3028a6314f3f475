import {
  Acts,
  Button,
  Checkbox,
  Columns,
  ConfirmInPlace,
  ConfirmPanel,
  ConsoleLayout,
  DefinitionList,
  Figure,
  Form,
  Lead,
  LinkButton,
  Notice,
  PageHead,
  PhonePreview,
  Section,
  Tag,
  TextArea,
  type Frame,
} from '../../ui/index.ts';
import { acceptInWords } from '../forecast-words.ts';
import type { Bubble } from '../question-bubbles.ts';
import type { Finding } from '../ports.ts';
import { STATE_WORDS } from './alert-words.ts';
import { Findings } from './findings.tsx';
import { LaterBubbles } from './question-fields.tsx';

export type AlertPreviewProps = {
  frame: Frame;
  id: string;
  title: string;
  state: string;
  /** What it is, about what, by whom and until when, in one line. */
  sub: string;
  revision: number;
  hash: string;
  people: number;
  reachable: number;
  channels: { label: string; planned: number }[];
  exclusions: { words: string; count: number }[];
  sms: {
    text: string;
    segments: number;
    characters: number;
    encoding?: string;
    cost?: string;
    note: string;
  } | null;
  /** The texts of the questions behind the first. */
  later: Bubble[];
  email: { subject: string; text: string } | null;
  /** When it would be out, were it sent now. */
  foretold: { term: string; value: string }[];
  /** What the week says of it, sentence by sentence; empty without a budget. */
  week: string[];
  /** People who have had the messages of their week, while nobody has let it past. */
  overBudget: number;
  /** Messages that would not go out before the deadline. */
  missingDeadline: number;
  points: { href: string; title: string } | null;
  findings: Finding[];
  missing: string[];
  acts: {
    edit: boolean;
    propose: boolean;
    discard: boolean;
    return: boolean;
    /** How this person may approve: as a second person, their own, their own with a reason, or not and why not. */
    approve: 'yes' | 'own' | 'reason' | { no: string } | null;
  };
  /** The alert that ends when this one goes out. */
  takesPlace: { href: string; title: string } | null;
  approval: {
    by: string;
    when: string;
    people: number;
    reason: string | null;
    overBudget: string | null;
  } | null;
  errors: Record<string, string>;
  problem: string | null;
  reason: string | null;
  flash: { kind: 'done'; text: string } | null;
};

/** All that a second person needs to approve an alert, at the size of a phone: words, people, and the act. */
export const AlertPreviewPage = (props: AlertPreviewProps) => {
  const { frame, id, state, acts, sms, email, approval } = props;
  return (
    <ConsoleLayout
      {...frame}
      current="alerts"
      title={props.title}
      flash={props.flash}
      back={{ href: '/alerts', label: 'Alerts' }}
    >
      <PageHead
        title={props.title}
        sub={props.sub}
        tags={<Tag tone={STATE_WORDS[state]?.tone}>{STATE_WORDS[state]?.label ?? state}</Tag>}
        actions={acts.edit && <LinkButton href={`/alerts/${id}/edit`}>Edit</LinkButton>}
      />
      {props.problem && (
        <Notice tone="problem" title="Nothing was changed">
          {props.problem}
        </Notice>
      )}
      {props.takesPlace && (
        <Notice title="This takes the place of an alert that is out">
          <a href={props.takesPlace.href}>{props.takesPlace.title}</a> ends when this one is sent: what is not
          out of it is called off. Discard this one, and the other stays as it is.
        </Notice>
      )}
      {props.missing.length > 0 && (
        <Notice tone="warn" title="Before anybody can approve it">
          <ul>
            {props.missing.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Columns
        main={
          <>
            <Lead>
              <Figure
                value={props.reachable}
                of={`of ${props.people} ${props.people === 1 ? 'person' : 'people'} will get it`}
              />
            </Lead>
            {sms && (
              <Section title="Text" id="text" aside="at its longest">
                <PhonePreview
                  from={frame.network}
                  messages={[{ text: sms.text }]}
                  segments={sms.segments}
                  characters={sms.characters}
                  encoding={sms.encoding}
                  cost={sms.cost}
                  note={sms.note}
                />
              </Section>
            )}
            {props.later.length > 0 && (
              <Section title="Asked after it" id="later" aside="one by one, by the same way">
                <LaterBubbles from={frame.network} bubbles={props.later} />
              </Section>
            )}
            {email && (
              <Section title="Email" id="email">
                <p>
                  <strong>{email.subject}</strong>
                </p>
                {email.text.split(/\n{2,}/).map((paragraph) => (
                  <p>{paragraph.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))}</p>
                ))}
              </Section>
            )}
          </>
        }
        aside={
          <>
            <Section
              title="Who gets it"
              id="people"
              more={
                props.exclusions.length > 0
                  ? { href: `/alerts/${id}/excluded`, label: 'Names left out' }
                  : undefined
              }
            >
              <DefinitionList
                figures
                items={[
                  ...props.channels.map(({ label, planned }) => ({ term: label, value: planned })),
                  ...props.exclusions.map(({ words, count }) => ({ term: words, value: count })),
                ]}
              />
            </Section>
            {props.week.length > 0 && (
              <Section title="Their week" id="week">
                {props.week.map((sentence) => (
                  <p>{sentence}</p>
                ))}
              </Section>
            )}
            {props.reachable > 0 && (
              <Section title="If it were sent now" id="forecast">
                <DefinitionList items={props.foretold} />
              </Section>
            )}
            <Findings findings={props.findings} />
            {props.points && (
              <Section title="Talking points" id="points">
                <p>
                  <a href={props.points.href}>{props.points.title}</a>
                </p>
              </Section>
            )}
            <NextStep {...props} />
            {approval && (
              <Notice tone="done" title={`Approved by ${approval.by} ${approval.when}`}>
                <p>
                  For {approval.people} people.{' '}
                  {approval.reason && `Their own alert, because: ${approval.reason}`}{' '}
                  {approval.overBudget && `Past the weekly budget, because: ${approval.overBudget}`}
                </p>
                <Acts>
                  <LinkButton href={`/alerts/${id}`} kind="main">
                    Go to sending
                  </LinkButton>
                </Acts>
              </Notice>
            )}
            {acts.return && (
              <ConfirmInPlace
                opens="Send back with a note"
                consequence="The alert becomes a draft again, and an approval is void."
                action={`/alerts/${id}/return`}
                label="Send back"
              >
                <TextArea
                  name="note"
                  label="What should change"
                  rows={3}
                  maxlength={500}
                  error={props.errors.note}
                />
              </ConfirmInPlace>
            )}
            {acts.discard && (
              <ConfirmInPlace
                opens="Discard"
                kind="danger"
                consequence="Nobody was sent this alert, and nobody will be. It stays on record as discarded."
                action={`/alerts/${id}/discard`}
                label="Discard this alert"
              />
            )}
          </>
        }
      />
    </ConsoleLayout>
  );
};

/** The one act that the state asks of this person. */
const NextStep = ({
  id,
  state,
  acts,
  revision,
  hash,
  people,
  reachable,
  missing,
  missingDeadline,
  overBudget,
  errors,
  reason,
}: AlertPreviewProps) => {
  if (state === 'draft' && acts.propose && missing.length === 0)
    return (
      <Section title="Next" id="next">
        <p>A second person reads these words and approves them. The approvers get a text and an email.</p>
        <Form action={`/alerts/${id}/proposal`}>
          <input type="hidden" name="revision" value={String(revision)} />
          <Acts>
            <Button kind="main">Ask for approval</Button>
          </Acts>
        </Form>
      </Section>
    );
  if (state !== 'proposed' || acts.approve === null) return null;
  if (typeof acts.approve === 'object')
    return (
      <Notice title="Waiting for a second person">
        <p>{acts.approve.no}</p>
      </Notice>
    );
  return (
    <ConfirmPanel
      question="Approve this alert?"
      consequence={`Staff can then send these words to ${reachable} of ${people} people. Any edit voids the approval.`}
      action={`/alerts/${id}/approval`}
      label="Approve this alert"
      cancelHref="/alerts"
    >
      <input type="hidden" name="hash" value={hash} />
      <input type="hidden" name="audienceCount" value={String(people)} />
      {missingDeadline > 0 && (
        <Checkbox
          name="acceptMissing"
          value={String(missingDeadline)}
          label={acceptInWords(missingDeadline)}
          error={errors.acceptMissing}
        />
      )}
      {overBudget > 0 && (
        <TextArea
          name="overBudget"
          label={`Why the ${overBudget} past their budget get it all the same`}
          hint="For what cannot wait. Left empty, they are left out; the reason is kept in the journal."
          rows={2}
          maxlength={500}
          required={false}
          error={errors.overBudget}
        />
      )}
      {acts.approve === 'reason' && (
        <TextArea
          name="reason"
          label="Why this cannot wait for a second person"
          hint="You proposed this alert. The reason is kept in the journal."
          rows={2}
          maxlength={500}
          value={reason}
          error={errors.reason}
        />
      )}
    </ConfirmPanel>
  );
};
