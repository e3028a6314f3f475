import {
  Button,
  ConsoleLayout,
  Empty,
  Filters,
  Form,
  LinkButton,
  Live,
  PageHead,
  Pager,
  Row,
  Rows,
  SearchField,
  Section,
  Select,
  Tabs,
  Tag,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { ConversationRow } from '../show-inbox.ts';
import type { Hold } from '../holds.ts';
import { HoldsDue } from './holds-due.tsx';
import { channelInWords, meaningInWords, nameOf } from './reply-words.ts';

export type Shown = 'waiting' | 'unread' | 'unbound' | 'held' | 'mine' | 'snoozed' | 'all';
export type ListProps = {
  show: Shown;
  /** Set where the list is narrowed to the replies to one alert. */
  alertId: string | null;
  option: string | null;
  labelId: string | null;
  rows: ConversationRow[];
  counts: {
    waiting: number;
    unread: number;
    unbound: number;
    held: number;
    mine: number;
    snoozed: number;
    automatic: number;
  };
  labels: { id: string; name: string }[];
  alerts: { id: string; title: string }[];
  options: { no: number; label: string; count: number }[];
  next: string | null;
  /** What the list was like when it was drawn: asked again with it, an unchanged list answers nothing. */
  seen: string;
  live: boolean;
  when: (at: number) => { iso: string; text: string };
  /** The reader sees a part and changes nothing. */
  few: boolean;
};
type InboxPageProps = ListProps & {
  frame: Frame;
  flash?: FlashMessage | null;
  /** The thread that was just put away or set aside, and what brings it back. */
  undo: string | null;
  undoAs: 'opening' | 'waking';
  /** What mail the reader wants each morning; null where there is none to choose. */
  digest: 'off' | 'mine' | 'all' | null;
  /** On hold for over a working day; before all else on the first page. */
  holds: Hold[];
};

const hrefOf = (query: Record<string, string | null>, path = '/inbox') => {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => !!pair[1] && pair[1] !== 'waiting',
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given).toString()}` : path;
};

export const InboxPage = (props: InboxPageProps) => {
  const { frame, flash, show, alertId, labelId, option, counts, labels, alerts, options, few } = props;
  const tab = (key: Shown, label: string, count?: number) => ({
    href: hrefOf({ show: key, alert: alertId, option, label: labelId }),
    label,
    current: show === key,
    count: count || null,
  });
  return (
    <ConsoleLayout {...frame} title="Inbox" current="inbox" flash={flash}>
      <PageHead
        title="Inbox"
        sub={waitingInWords(counts.waiting)}
        actions={
          !few && (
            <>
              <LinkButton href="/inbox/follow-up">Write to all who gave one answer</LinkButton>
              <LinkButton kind="quiet" href="/inbox/snippets">
                Canned replies
              </LinkButton>
            </>
          )
        }
      />
      {props.undo && !few && (
        <form class="acts" method="post" action={`/inbox/${props.undo}/${props.undoAs}`}>
          <Button kind="quiet" shortcut="z">
            Undo
          </Button>
        </form>
      )}
      <form action="/inbox/search" method="get">
        <SearchField label="People and words" />
      </form>
      <Tabs
        label="Inbox"
        items={[
          tab('waiting', 'Waiting', counts.waiting),
          tab('unread', 'Unread', counts.unread),
          tab('held', 'On hold', counts.held),
          ...(few
            ? []
            : [tab('unbound', 'Unknown senders', counts.unbound), tab('mine', 'Mine', counts.mine)]),
          tab('snoozed', 'Set aside', counts.snoozed),
          tab('all', 'All'),
        ]}
      />
      {alertId && (
        <p>
          Replies to <a href={`/alerts/${alertId}`}>one alert</a>.{' '}
          <a href={hrefOf({ show })}>Show all alerts</a>
        </p>
      )}
      {(labels.length > 0 || alerts.length > 0) && (
        <details class="confirm-in-place" open={!!(alertId || labelId)}>
          <summary class="button quiet">Narrow the list</summary>
          <Filters action="/inbox" clearHref={(option || labelId) && hrefOf({ show, alert: alertId })}>
            {show !== 'waiting' && <input type="hidden" name="show" value={show} />}
            {alerts.length > 0 && (
              <Select
                label="Alert"
                name="alert"
                required={false}
                prompt="Any alert"
                value={alertId}
                options={alerts.map(({ id, title }) => ({ value: id, label: title }))}
              />
            )}
            {options.length > 0 && (
              <Select
                label="Answer"
                name="option"
                required={false}
                prompt="Any answer"
                value={option}
                options={options.map(({ no, label, count }) => ({
                  value: String(no),
                  label: `${no} ${label} (${count})`,
                }))}
              />
            )}
            {labels.length > 0 && (
              <Select
                label="Label"
                name="label"
                required={false}
                prompt="Any label"
                value={labelId}
                options={labels.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Filters>
        </details>
      )}
      <HoldsDue holds={props.holds} when={props.when} />
      <LiveList {...props} />
      {counts.automatic > 0 && (
        <p class="small soft">
          <a href="/inbox/automatic">{automaticInWords(counts.automatic)}</a> this week. They wait for nobody.
        </p>
      )}
      {!few && <RowActs />}
      {props.digest && <Digest which={props.digest} />}
    </ConsoleLayout>
  );
};

/** The list, which keeps itself current; `news` where it answers that it changed. */
export const LiveList = (props: ListProps & { news?: boolean }) => {
  const { show, alertId, option, labelId, rows, next, when, seen, live } = props;
  const asked = { show, alert: alertId, option, label: labelId };
  const list = (
    <>
      {props.news && (
        <p class="hidden" role="status">
          {waitingInWords(props.counts.waiting)}
        </p>
      )}
      {rows.length === 0 ? (
        <Nothing show={show} />
      ) : (
        <Rows label="Conversations">
          {rows.map((row) => (
            <Conversation
              row={row}
              when={when(row.lastAt)}
              back={row.snoozedUntil ? when(row.snoozedUntil) : null}
            />
          ))}
        </Rows>
      )}
      {(next || rows.length > 0) && (
        <Pager shown={rows.length} next={next && hrefOf({ ...asked, cursor: next })} />
      )}
    </>
  );
  return live ? (
    <Live id="threads" href={hrefOf({ ...asked, seen }, '/inbox/live')} everySeconds={15}>
      {list}
    </Live>
  ) : (
    list
  );
};

/** What keys do to the row that has the focus; without script each thread has the same acts on its page. */
const RowActs = () => (
  <template id="row-acts">
    <form method="post" data-row-key="e" data-path="/closing" />
    <form method="post" data-row-key="a" data-path="/assignment">
      <input type="hidden" name="me" value="1" />
    </form>
    <form method="post" data-row-key="s" data-path="/snooze">
      <input type="hidden" name="until" value="tomorrow" />
    </form>
  </template>
);

const Digest = ({ which }: { which: 'off' | 'mine' | 'all' }) => (
  <Section title="A mail each morning" id="digest">
    <Form action="/inbox/digest" label="A mail each morning">
      <Select
        label="At 7:30, mail me"
        name="which"
        value={which}
        options={[
          { value: 'off', label: 'Nothing' },
          { value: 'mine', label: 'What waits and is mine' },
          { value: 'all', label: 'Everything that waits' },
        ]}
      />
      <div class="acts">
        <Button>Save</Button>
      </div>
    </Form>
  </Section>
);

const automaticInWords = (count: number) =>
  count === 1 ? 'One automatic reply' : `${count >= 5000 ? 'More than 5,000' : count} automatic replies`;

const waitingInWords = (count: number) =>
  count === 0
    ? 'Nobody is waiting for an answer.'
    : count === 1
      ? 'One conversation waits for you.'
      : `${count} conversations wait for you.`;

const EXCERPT = 220;

type Moment = { iso: string; text: string };
const Conversation = ({ row, when, back }: { row: ConversationRow; when: Moment; back: Moment | null }) => {
  const meaning = meaningInWords(row);
  const body = row.body ?? '';
  return (
    <Row
      title={
        row.unread > 0 ? (
          <span class="unread">
            {nameOf(row)}
            <span class="hidden"> (unread)</span>
          </span>
        ) : (
          nameOf(row)
        )
      }
      href={`/inbox/${row.id}`}
      id={`thread-${row.id}`}
      beside={[row.district, channelInWords(row.channel)].filter(Boolean).join(', ')}
      tags={
        <>
          {row.held === 1 && <Tag tone="warn">texts on hold</Tag>}
          {meaning && <Tag>{meaning}</Tag>}
          {row.labels && <Tag>{row.labels}</Tag>}
          {back && (
            <Tag>
              back <When {...back} />
            </Tag>
          )}
          {row.assignedName && <Tag tone="accent">{row.assignedName}</Tag>}
          {row.state === 'done' && <Tag>done</Tag>}
        </>
      }
      end={<When {...when} />}
    >
      {row.alertTitle && <p class="small soft">{row.alertTitle}</p>}
      <p>{body.length > EXCERPT ? `${body.slice(0, EXCERPT)}…` : body || 'No words'}</p>
    </Row>
  );
};

const EMPTY: Record<Shown, { title: string; text: string }> = {
  waiting: {
    title: 'Nothing waits',
    text: 'A number that answers an alert is counted by itself. What people write beside it, and what cannot be understood, comes here.',
  },
  unread: {
    title: 'Everything has been read',
    text: 'New words from members stand here until somebody has answered or put them away.',
  },
  held: {
    title: 'Nothing is on hold',
    text: 'When a reply may mean stop, all texts to that number wait here until you say what was meant.',
  },
  unbound: {
    title: 'No unknown senders',
    text: 'Texts and mails from people who are not on the list stand here, and are never counted as answers.',
  },
  mine: {
    title: 'Nothing is yours',
    text: 'Open a conversation and give it to yourself, and it stands here until it is done.',
  },
  snoozed: {
    title: 'Nothing is set aside',
    text: 'Open a conversation and set it aside until tomorrow, Monday or a day: it comes back by itself, and when they write.',
  },
  all: {
    title: 'Nobody has written yet',
    text: 'Send an alert that asks something, and the replies come here.',
  },
};

const Nothing = ({ show }: { show: Shown }) => (
  <Empty
    {...EMPTY[show]}
    action={
      show === 'all' ? (
        <LinkButton href="/alerts">Alerts</LinkButton>
      ) : show !== 'waiting' ? (
        <LinkButton href="/inbox">What waits</LinkButton>
      ) : undefined
    }
  />
);
