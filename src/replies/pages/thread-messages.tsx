import { reasonInWords } from '../../delivery/index.ts';
import { Bubble, Button, Notice, Select, Tag, When } from '../../ui/index.ts';
import type { Thread, ThreadMessage } from '../show-conversation.ts';
import { DraftBeside } from './draft-beside.tsx';
import {
  addressInWords,
  awayOf,
  channelInWords,
  kindInWords,
  meaningInWords,
  usedLinkOf,
} from './reply-words.ts';

export type WhenText = (at: number) => { iso: string; text: string };
type ThreadMessagesProps = Thread & { when: WhenText; mayWrite: boolean; errors: Record<string, string> };

/** What went to and fro, oldest first. */
export const ThreadMessages = (props: ThreadMessagesProps) => (
  <div class="stack">
    {props.messages.map((message) =>
      message.side === 'in' ? (
        <Received {...props} reply={message.reply} />
      ) : message.side === 'note' ? (
        <Note {...props} note={message} />
      ) : message.side === 'answer' ? (
        <Answered message={message} when={props.when} />
      ) : (
        <Sent message={message} when={props.when} />
      ),
    )}
  </div>
);

/** A note of staff, told apart from what was sent. */
const Note = ({
  note,
  conversation,
  when,
}: ThreadMessagesProps & { note: Extract<ThreadMessage, { side: 'note' }> }) => (
  <Notice title={`Note by ${note.by ?? 'staff'}`}>
    <p class="pre-line">{note.body}</p>
    <form class="acts" method="post" action={`/inbox/${conversation.id}/notes/${note.id}/removal`}>
      <span class="small soft">
        <When {...when(note.at)} />, for staff only
      </span>
      <Button kind="quiet" label={`Take out the note by ${note.by ?? 'staff'}`}>
        Take it out
      </Button>
    </form>
  </Notice>
);

/** An answer that came without words. */
const Answered = ({
  message,
  when,
}: {
  message: Extract<ThreadMessage, { side: 'answer' }>;
  when: WhenText;
}) => (
  <p class="tags">
    <Tag tone="accent">{message.words}</Tag>
    <span class="small soft">
      <When {...when(message.at)} />, {message.door === 'web' ? 'on their page' : 'written down by staff'},
      about <a href={`/alerts/${message.alertId}`}>{message.alertTitle}</a>
    </span>
  </p>
);

type Reply = Extract<ThreadMessage, { side: 'in' }>['reply'];

const Received = ({ reply, ...props }: ThreadMessagesProps & { reply: Reply }) => {
  const { firstName, lastName } = props.conversation;
  const meaning = usedLinkOf(reply, `${firstName ?? ''} ${lastName ?? ''}`.trim()) ?? meaningInWords(reply);
  const away = awayOf(reply);
  const others = reply.trust === 'needs_review' || reply.trust === 'unknown';
  return (
    <div>
      <Bubble
        side="in"
        from={
          [reply.subject, others && reply.fromAddress && addressInWords(reply.fromAddress)]
            .filter(Boolean)
            .join(', ') || undefined
        }
        text={reply.body || (reply.rawKey && reply.channel === 'sms' ? '(a picture)' : '(no words)')}
        when={
          <>
            <When {...props.when(reply.receivedAt)} />, {channelInWords(reply.channel)}
            {reply.alertTitle && (
              <>
                {', about '}
                <a href={`/alerts/${reply.alertId ?? ''}`}>{reply.alertTitle}</a>
              </>
            )}
          </>
        }
      />
      <p class="tags">
        {reply.answerLabel && (
          <Tag tone="accent">
            {reply.answerNo} {reply.answerLabel}
          </Tag>
        )}
        {meaning && <Tag>{meaning}</Tag>}
        {away && <Tag tone="accent">{away}</Tag>}
      </p>
      {props.drafts
        .filter(({ replyId }) => replyId === reply.id)
        .map((draft) => (
          <DraftBeside draft={draft} conversationId={props.conversation.id} mayWrite={props.mayWrite} />
        ))}
      {props.mayWrite && mayCount(reply) && <CountIt {...props} reply={reply} />}
    </div>
  );
};

const NO_ANSWER = ['unclear_opt_out', 'wrong_number', 'join_unknown'];
const mayCount = (reply: Reply) => reply.state === 'waiting' && !NO_ANSWER.includes(reply.meaning ?? '');

/** Staff say which option a reply chose. Closed until opened: most replies need no such thing. */
const CountIt = ({ reply, conversation, questions, points }: ThreadMessagesProps & { reply: Reply }) => {
  if (questions.length === 0) return null;
  const people = [
    ...new Map(points.map((point) => [point.memberId, `${point.firstName} ${point.lastName}`])),
  ];
  return (
    <details class="confirm-in-place">
      <summary class="button quiet">Count it as an answer</summary>
      <form class="form" method="post" action={`/inbox/${conversation.id}/replies/${reply.id}/answer`}>
        {people.length > 1 && (
          <Select
            label="Who wrote it"
            name={`member.${reply.id}`}
            options={people.map(([value, label]) => ({ value, label }))}
            prompt="Choose the member"
          />
        )}
        <div data-key="o">
          <Select
            label="Answer"
            name={`option.${reply.id}`}
            prompt="Choose an answer"
            options={questions.map((one) => ({
              label: one.isOut === 1 ? one.title : `${one.title} (closed: kept, not counted)`,
              options: one.options.map((option) => ({
                value: `${one.alertId} ${option.id}`,
                label: `${option.no} ${option.label}`,
              })),
            }))}
          />
        </div>
        <div class="acts">
          <Button>Count it</Button>
        </div>
      </form>
    </details>
  );
};

/** Letters beyond which an alert is told by its beginning: the thread is about what was said back. */
const LONG = 280;

const Sent = ({ message, when }: { message: Extract<ThreadMessage, { side: 'out' }>; when: WhenText }) =>
  message.by === null && message.text.length > LONG ? (
    <details class="folded">
      <summary>
        {kindInWords(message.kind)}, <When {...when(message.at)} /> {channelInWords(message.channel)}:{' '}
        <span class="soft">{beginning(message.text)}</span>
      </summary>
      <SentBubble message={message} when={when} />
    </details>
  ) : (
    <SentBubble message={message} when={when} />
  );

/** The first words after a greeting. */
const beginning = (text: string): string => {
  const words = text.replace(/^Dear[^\n]*\n+/, '').replaceAll(/\s+/g, ' ');
  return words.length > 90 ? `${words.slice(0, 90).replace(/\s+\S*$/, '')}…` : words;
};

const SentBubble = ({
  message,
  when,
}: {
  message: Extract<ThreadMessage, { side: 'out' }>;
  when: WhenText;
}) => (
  <Bubble
    side="out"
    text={message.text}
    when={
      <>
        {message.by ?? kindInWords(message.kind)}, <When {...when(message.at)} />{' '}
        {channelInWords(message.channel)}
        {message.state && `, ${stateInWords(message.state)}`}
        {message.reason &&
          message.state !== 'on-hold' &&
          `: ${reasonInWords(message.channel, message.reason)}`}
      </>
    }
  />
);

const STATES: Record<string, string> = {
  planned: 'on its way',
  submitting: 'on its way',
  accepted: 'on its way',
  waiting: 'waits for their hours',
  undelivered: 'not delivered',
  failed: 'not delivered',
  skipped: 'not sent',
  expired: 'not sent',
  cancelled: 'not sent',
  unknown: 'no clear answer yet',
  unconfirmed: 'never confirmed',
  'on-hold': 'on hold',
};
const stateInWords = (state: string): string => STATES[state] ?? state;
