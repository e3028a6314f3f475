import {
  Button,
  Checkbox,
  Columns,
  ConsoleLayout,
  DefinitionList,
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
import { addressInWords, nameOf } from './reply-words.ts';
import { ThreadMessages, type WhenText } from './thread-messages.tsx';

type ConversationPageProps = Thread & {
  frame: Frame;
  flash?: FlashMessage | null;
  me: string;
  /** The id that a new answer gets, so that a double click is one answer. */
  answerId: string;
  errors: Record<string, string>;
  problem: string | null;
  channel: string | null;
  body: string;
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
        tags={!open && <Tag>done</Tag>}
        actions={
          mayWrite && (
            <form method="post" action={`/inbox/${conversation.id}/${open ? 'closing' : 'opening'}`}>
              <Button>{open ? 'Put away' : 'Bring back'}</Button>
            </form>
          )
        }
      />
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
                    value: [addressInWords(point.address), STATES[point.state]].filter(Boolean).join(', '),
                  }))}
                />
              )}
              {conversation.memberId && (
                <p>
                  <a href={`/members/${conversation.memberId}`}>The member’s page</a>
                </p>
              )}
            </Section>
            {mayWrite && <Assign {...props} />}
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
        <div class="acts">
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

const Answer = ({ conversation, points, answerId, errors, channel, body }: ConversationPageProps) => {
  const usable = (one: 'sms' | 'email') =>
    points.some(
      (point) => point.channel === one && (point.state === 'active' || point.state === 'unconsented'),
    );
  const choices = [
    { value: 'sms', label: 'Text', disabled: !usable('sms') },
    { value: 'email', label: 'Email', disabled: !usable('email') },
  ];
  if (choices.every(({ disabled }) => disabled)) return null;
  return (
    <Section title="Answer" id="answer">
      <Form action={`/inbox/${conversation.id}/answers`} label="Answer">
        <input type="hidden" name="id" value={answerId} />
        <Radios
          label="Send it by"
          name="channel"
          options={choices}
          value={channel ?? choices.find(({ disabled }) => !disabled)?.value}
          error={errors.channel}
        />
        <TextArea
          label="Your answer"
          name="body"
          value={body}
          rows={4}
          error={errors.body}
          hint="It goes out now, at any hour: they are waiting for it."
        />
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
