import {
  ConsoleLayout,
  Empty,
  LinkButton,
  PageHead,
  Pager,
  Row,
  Rows,
  Tabs,
  Tag,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { ConversationRow } from '../show-inbox.ts';
import { channelInWords, meaningInWords, nameOf } from './reply-words.ts';

export type Shown = 'waiting' | 'unread' | 'unbound' | 'held' | 'mine' | 'all';
type InboxPageProps = {
  frame: Frame;
  flash?: FlashMessage | null;
  show: Shown;
  /** Set where the list is narrowed to the replies to one alert. */
  alertId: string | null;
  rows: ConversationRow[];
  counts: { waiting: number; unread: number; unbound: number; held: number };
  next: string | null;
  when: (at: number) => { iso: string; text: string };
  /** The reader sees a part and changes nothing. */
  few: boolean;
};

const hrefOf = (query: Record<string, string | null>) => {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => !!pair[1] && pair[1] !== 'waiting',
  );
  return given.length > 0 ? `/inbox?${new URLSearchParams(given).toString()}` : '/inbox';
};

export const InboxPage = ({ frame, flash, show, alertId, rows, counts, next, when, few }: InboxPageProps) => {
  const tab = (key: Shown, label: string, count?: number) => ({
    href: hrefOf({ show: key, alert: alertId }),
    label,
    current: show === key,
    count: count || null,
  });
  return (
    <ConsoleLayout {...frame} title="Inbox" current="inbox" flash={flash}>
      <PageHead title="Inbox" sub={waitingInWords(counts.waiting)} />
      <Tabs
        label="Inbox"
        items={[
          tab('waiting', 'Waiting', counts.waiting),
          tab('unread', 'Unread', counts.unread),
          tab('held', 'On hold', counts.held),
          ...(few ? [] : [tab('unbound', 'Unknown senders', counts.unbound), tab('mine', 'Mine')]),
          tab('all', 'All'),
        ]}
      />
      {alertId && (
        <p>
          Replies to <a href={`/alerts/${alertId}`}>one alert</a>.{' '}
          <a href={hrefOf({ show })}>Show all alerts</a>
        </p>
      )}
      {rows.length === 0 ? (
        <Nothing show={show} />
      ) : (
        <Rows label="Conversations">
          {rows.map((row) => (
            <Conversation row={row} when={when(row.lastAt)} />
          ))}
        </Rows>
      )}
      {(next || rows.length > 0) && (
        <Pager shown={rows.length} next={next && hrefOf({ show, alert: alertId, cursor: next })} />
      )}
    </ConsoleLayout>
  );
};

const waitingInWords = (count: number) =>
  count === 0
    ? 'Nobody is waiting for an answer.'
    : count === 1
      ? 'One conversation waits for you.'
      : `${count} conversations wait for you.`;

const EXCERPT = 220;

const Conversation = ({ row, when }: { row: ConversationRow; when: { iso: string; text: string } }) => {
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
      beside={[row.district, channelInWords(row.channel)].filter(Boolean).join(', ')}
      tags={
        <>
          {row.held === 1 && <Tag tone="warn">texts on hold</Tag>}
          {meaning && <Tag>{meaning}</Tag>}
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
