import { showWhen } from '../../platform/days.ts';
import type { Alert } from '../../alerts/index.ts';
import {
  ConsoleLayout,
  Empty,
  LinkButton,
  PageHead,
  Pager,
  Table,
  Tabs,
  type Frame,
} from '../../ui/index.ts';
import { DELIVERY_WORDS } from './alert-words.ts';

const backTo = (alert: Alert) => ({ href: `/alerts/${alert.id}`, label: alert.title });

interface DeliveriesProps {
  frame: Frame;
  alert: Alert;
  /** What the list is narrowed to. */
  channel: string | null;
  state: string | null;
  deliveries: {
    id: number;
    memberId: string;
    name: string | null;
    channel: string;
    state: string;
    words: string | null;
    insteadOf: number | null;
    tries: number;
    updatedAt: number;
  }[];
  next: string | null;
  now: number;
}

/** Every message of an alert, with its state and reason. */
export const AlertDeliveriesPage = (props: DeliveriesProps) => {
  const { frame, alert, channel, state, deliveries, next, now } = props;
  const href = (query: Record<string, string | null>) => {
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);
    const base = `/alerts/${alert.id}/deliveries`;
    return given.length > 0 ? `${base}?${new URLSearchParams(given).toString()}` : base;
  };
  const tab = (label: string, to: { channel: string | null; state: string | null }) => ({
    label,
    href: href(to),
    current: channel === to.channel && state === to.state,
  });
  return (
    <ConsoleLayout {...frame} title={`Messages of ${alert.title}`} current="alerts" back={backTo(alert)}>
      <PageHead title="Each message" sub="Where it stands, and why where it did not go." />
      <Tabs
        label="Messages"
        items={[
          tab('All', { channel: null, state: null }),
          tab('Texts', { channel: 'sms', state: null }),
          tab('Emails', { channel: 'email', state: null }),
          tab('Delivered', { channel: null, state: 'delivered' }),
          tab('Left out', { channel: null, state: 'skipped' }),
          ...(state && channel
            ? [
                tab(
                  `${channel === 'sms' ? 'Texts' : 'Emails'}: ${(DELIVERY_WORDS[state] ?? state).toLowerCase()}`,
                  { channel, state },
                ),
              ]
            : []),
        ]}
      />
      <Table
        caption="Messages"
        compact
        quietCaption
        columns={[
          { key: 'who', label: 'Member' },
          { key: 'how', label: 'How' },
          { key: 'state', label: 'State' },
          { key: 'why', label: 'Why' },
          { key: 'when', label: 'When', nowrap: true },
        ]}
        rows={deliveries.map((one) => ({
          who: one.name ? <a href={`/members/${one.memberId}`}>{one.name}</a> : 'Erased',
          how: one.channel === 'sms' ? 'Text' : 'Email',
          state: DELIVERY_WORDS[one.state] ?? one.state,
          why: [
            one.words,
            one.insteadOf === null ? null : 'By email instead of the text',
            one.tries > 1 ? `Try ${one.tries}` : null,
          ]
            .filter(Boolean)
            .join('. '),
          when: showWhen(one.updatedAt, now, frame.zone),
        }))}
        empty={<Empty title="No messages" text="Nothing of this alert is in this list." />}
      />
      <Pager
        next={next ? href({ channel, state, cursor: next }) : null}
        prev={null}
        shown={deliveries.length}
      />
    </ConsoleLayout>
  );
};

interface ResponsesProps {
  frame: Frame;
  alert: Alert;
  option: string;
  rows: {
    memberId: string;
    firstName: string;
    lastName: string;
    district: string | null;
    region: string | null;
    label: string | null;
    at: number | null;
    answers: { questionNo: number; words: string }[];
  }[];
  /** The question by number that the list is narrowed by. */
  question: number;
  next: string | null;
  now: number;
  region: string;
}

/** Who answered what, or who has not. */
export const AlertResponsesPage = (props: ResponsesProps) => {
  const { frame, alert, option, rows, next, now, region, question } = props;
  const href = (value: string) =>
    `/alerts/${alert.id}/responses?option=${value}${question > 1 ? `&question=${question}` : ''}${region ? `&region=${region}` : ''}`;
  /** The whole list as a file: those without an answer where they are shown, else everybody. */
  const file = (type: 'csv' | 'xlsx') => {
    const query = new URLSearchParams({
      ...(option === 'none' ? { option, question: String(question) } : {}),
      ...(region ? { region } : {}),
    }).toString();
    return `/alerts/${alert.id}/responses.${type}${query && `?${query}`}`;
  };
  const narrowed = alert.questions.find(({ no }) => no === question);
  return (
    <ConsoleLayout {...frame} title={`Answers to ${alert.title}`} current="alerts" back={backTo(alert)}>
      <PageHead
        title={option === 'none' ? 'Not yet' : 'Answers'}
        sub={narrowed?.prompt}
        actions={
          <>
            <LinkButton href={file('csv')}>Export CSV</LinkButton>
            <LinkButton href={file('xlsx')}>Export XLSX</LinkButton>
          </>
        }
      />
      <Tabs
        label="Answers"
        items={[
          { href: href('all'), label: 'All', current: option === 'all' },
          ...(narrowed?.options ?? []).map((one) => ({
            href: href(String(one.no)),
            label: `${one.no} ${one.label}`,
            current: option === String(one.no),
          })),
          { href: href('none'), label: 'No answer', current: option === 'none' },
        ]}
      />
      <Table
        caption="Members"
        compact
        quietCaption
        columns={[
          { key: 'who', label: 'Member' },
          { key: 'district', label: 'District' },
          { key: 'region', label: 'Region', nowrap: true },
          ...alert.questions.map(({ no, prompt }) => ({
            key: `answer${no}`,
            label: alert.questions.length === 1 ? 'Answer' : prompt,
          })),
          { key: 'when', label: 'When', nowrap: true },
        ]}
        rows={rows.map((one) => ({
          who: <a href={`/members/${one.memberId}`}>{`${one.firstName} ${one.lastName}`}</a>,
          district: one.district ?? '',
          region: one.region ?? '',
          ...Object.fromEntries(
            alert.questions.map(({ no }) => [
              `answer${no}`,
              one.answers.find(({ questionNo }) => questionNo === no)?.words ??
                (no === question ? <span class="soft">not yet</span> : ''),
            ]),
          ),
          when: one.at ? showWhen(one.at, now, frame.zone) : '',
        }))}
        empty={
          <Empty
            title={option === 'none' ? 'Everybody has answered' : 'No answers here yet'}
            text="The tally moves as answers come in by text, email and the member’s page."
          />
        }
      />
      <Pager next={next ? `${href(option)}&cursor=${next}` : null} prev={null} shown={rows.length} />
    </ConsoleLayout>
  );
};
