import { exclusionInWords } from '../../alerts/index.ts';
import {
  Button,
  Checkbox,
  Columns,
  ConsoleLayout,
  DefinitionList,
  EmailText,
  Empty,
  Form,
  Notice,
  PageHead,
  Radios,
  Section,
  Select,
  Tag,
  TextArea,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { Thread } from '../show-conversation.ts';
import { segmentsInWords } from '../segments-in-words.ts';
import { addressInWords, nameOf } from './reply-words.ts';
import { SnippetPicker } from './snippet-picker.tsx';
import { Bind, Bound, Labels, NoteForm, SetAside, type FoundMember } from './thread-aside.tsx';
import { ThreadMessages, type WhenText } from './thread-messages.tsx';

type ConversationPageProps = Thread & {
  frame: Frame;
  flash?: FlashMessage | null;
  me: string;
  /** The id that a new answer gets, so that a double click is one answer. */
  answerId: string;
  noteId: string;
  errors: Record<string, string>;
  problem: string | null;
  channel: string | null;
  body: string;
  /** What was looked for to say whose this is, and whom it found. */
  memberWords: string | null;
  membersFound: FoundMember[];
  /** A note that was just taken out and can come back. */
  takenBack: string | null;
  when: WhenText;
  mayWrite: boolean;
};

const STATES: Record<string, string> = {
  active: '',
  unconsented: 'no consent to texts yet',
  held: 'on hold',
  suppressed: 'stopped',
  invalid: 'does not work',
};

/** One thread, what went to and fro, and what can be done about it. */
export const ConversationPage = (props: ConversationPageProps) => {
  const { frame, flash, conversation, messages, points, mayWrite, problem } = props;
  const from = messages.find((one) => one.side === 'in');
  const name = nameOf({ ...conversation, fromAddress: from?.side === 'in' ? from.reply.fromAddress : null });
  const open = conversation.state === 'open';
  return (
    <ConsoleLayout {...frame} title={name} current="inbox" flash={flash}>
      <PageHead
        back={{ href: '/inbox', label: 'Inbox' }}
        title={name}
        sub={
          [conversation.title, conversation.district, conversation.region].filter(Boolean).join(', ') ||
          'Not on the list of members'
        }
        tags={
          (!open || props.ownLabels.length > 0) && (
            <>
              {!open && <Tag>done</Tag>}
              {props.ownLabels.map(({ name: label }) => (
                <Tag>{label}</Tag>
              ))}
            </>
          )
        }
        actions={
          mayWrite && (
            <form method="post" action={`/inbox/${conversation.id}/${open ? 'closing' : 'opening'}`}>
              <Button shortcut={open ? 'e' : 'z'}>{open ? 'Put away' : 'Bring back'}</Button>
            </form>
          )
        }
      />
      <a class="hidden" href="/inbox" data-key="u" aria-keyshortcuts="u" tabindex={-1}>
        Back to the list
      </a>
      {mayWrite && <Bound {...props} />}
      {props.takenBack && mayWrite && (
        <form
          class="acts"
          method="post"
          action={`/inbox/${conversation.id}/notes/${props.takenBack}/removal`}
        >
          <input type="hidden" name="back" value="1" />
          <Button kind="quiet" shortcut="z">
            Put the note back
          </Button>
        </form>
      )}
      {problem && (
        <Notice tone="problem" title="That was not done">
          <p>{problem}</p>
        </Notice>
      )}
      {mayWrite && <Hold {...props} />}
      <Columns
        main={
          <>
            <Section title="Messages" id="messages">
              {messages.length === 0 ? (
                <Empty title="No messages" text="What they write and what goes to them stands here." />
              ) : (
                <ThreadMessages {...props} />
              )}
            </Section>
            {mayWrite && <Answer {...props} />}
            {mayWrite && <NoteForm {...props} />}
          </>
        }
        aside={
          <>
            <Section title="How they are reached" id="reached">
              {points.length === 0 ? (
                <p class="soft">
                  Nobody on the list has this number or address.{' '}
                  <a href="/members/new">Add them as a member</a> to answer.
                </p>
              ) : (
                <DefinitionList
                  items={points.map((point) => ({
                    term: point.channel === 'sms' ? 'Text' : 'Email',
                    value: (
                      <>
                        {point.channel === 'sms' ? (
                          <span class="nowrap">{addressInWords(point.address)}</span>
                        ) : (
                          <EmailText address={point.address} />
                        )}
                        {STATES[point.state] && `, ${STATES[point.state]}`}
                      </>
                    ),
                  }))}
                />
              )}
              {conversation.memberId && (
                <p>
                  <a href={`/members/${conversation.memberId}`}>The member’s page</a>
                </p>
              )}
            </Section>
            {mayWrite && !conversation.memberId && <Bind {...props} />}
            {mayWrite && <Assign {...props} />}
            {mayWrite && open && <SetAside {...props} />}
            {mayWrite && <Labels {...props} />}
          </>
        }
      />
    </ConsoleLayout>
  );
};

const Hold = ({ conversation, points }: ConversationPageProps) => {
  const held = points.find(({ state }) => state === 'held');
  return held ? (
    <Notice tone="warn" title={`Nothing is sent to ${addressInWords(held.address)}`}>
      <p>A reply may have meant stop. Say what was meant, within one working day.</p>
      <Form action={`/inbox/${conversation.id}/hold`} label="Settle the hold">
        <div class="acts" data-key="h">
          <Button name="act" value="stop">
            They meant stop
          </Button>
          <Button name="act" value="release">
            They did not: go on sending
          </Button>
        </div>
      </Form>
    </Notice>
  ) : null;
};

/** Why nothing can be sent to a number or address; null where it can. */
const closedInWords = (point: Thread['points'][number]): string | null => {
  const where = addressInWords(point.address);
  if (point.state === 'held')
    return `${where} is on hold, because a reply may have meant stop. Settle that above first.`;
  if (point.state === 'suppressed') {
    const reason = exclusionInWords(point.channel, point.stateReason ?? 'stopped');
    return point.channel === 'sms'
      ? `No text goes to ${where} (${reason}). Only the member opens it again, by texting START from it. Ring them.`
      : `No email goes to ${where} (${reason}). Only the member opens it again.`;
  }
  return point.state === 'invalid' ? `${where} does not work.` : null;
};

const Answer = (props: ConversationPageProps) => {
  const { conversation, points, answerId, errors, channel, body } = props;
  const usable = (one: 'sms' | 'email') =>
    points.some(
      (point) => point.channel === one && (point.state === 'active' || point.state === 'unconsented'),
    );
  const choices = [
    { value: 'sms', label: 'Text', disabled: !usable('sms') },
    { value: 'email', label: 'Email', disabled: !usable('email') },
  ];
  const why = points.flatMap((point) => closedInWords(point) ?? []);
  if (choices.every(({ disabled }) => disabled))
    return why.length > 0 ? (
      <Section title="Answer" id="answer">
        {why.map((one) => (
          <p>{one}</p>
        ))}
      </Section>
    ) : null;
  return (
    <Section title="Answer" id="answer">
      {why.map((one) => (
        <p class="small">{one}</p>
      ))}
      <Form action={`/inbox/${conversation.id}/answers`} label="Answer">
        <input type="hidden" name="id" value={answerId} />
        <Radios
          label="Send it by"
          name="channel"
          options={choices}
          value={channel ?? choices.find(({ disabled }) => !disabled)?.value}
          error={errors.channel}
        />
        <SnippetPicker id={conversation.id} snippets={props.snippets} />
        <div data-key="r">
          <TextArea
            label="Your answer"
            name="body"
            value={body}
            rows={4}
            error={errors.body}
            hint="It goes out now, at any hour: they are waiting for it."
            counter={{ href: '/inbox/segments', text: segmentsInWords(body, props.merge) }}
          />
        </div>
        <Checkbox label="Keep this conversation waiting" name="keep_open" />
        <div class="acts">
          <Button kind="main">Send the answer</Button>
        </div>
      </Form>
    </Section>
  );
};

const Assign = ({ conversation, staff, me }: ConversationPageProps) => (
  <Section title="Who looks after it" id="assigned">
    {conversation.assignedTo !== me && staff.some(({ id }) => id === me) && (
      <form method="post" action={`/inbox/${conversation.id}/assignment`}>
        <input type="hidden" name="me" value="1" />
        <Button shortcut="a">Give it to me</Button>
      </form>
    )}
    <Form action={`/inbox/${conversation.id}/assignment`} label="Who looks after it">
      <Select
        label="Person"
        name="staff_id"
        required={false}
        prompt="Nobody in particular"
        value={conversation.assignedTo}
        options={staff.map(({ id, name }) => ({ value: id, label: id === me ? `${name} (you)` : name }))}
      />
      <div class="acts">
        <Button>Save</Button>
      </div>
    </Form>
  </Section>
);
