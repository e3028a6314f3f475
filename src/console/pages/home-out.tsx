import { showMoment, showWhen } from '../../platform/days.ts';
import {
  Acts,
  Empty,
  Figure,
  Lead,
  LinkButton,
  Live,
  Progress,
  Row,
  Rows,
  Section,
  StackedBar,
  Tag,
} from '../../ui/index.ts';
import type { OutAlert } from '../home.ts';
import { OUTCOME_TONES, STATE_TAGS } from './alert-words.ts';

const LIVE_SECONDS = 10;
const NUDGERS = ['owner', 'director', 'staff'];
const WRITERS = [...NUDGERS, 'coordinator'];

interface Props {
  out: OutAlert[];
  role: string;
  now: number;
  zone: string;
}

const partsOf = (alert: OutAlert) => [
  ...alert.options.map((one) => ({
    label: one.label,
    value: one.people,
    tone: OUTCOME_TONES[one.outcome] ?? ('accent' as const),
    href: `/alerts/${alert.id}/responses?option=${one.no}`,
  })),
  {
    label: 'No answer',
    value: alert.asked - alert.answered,
    tone: 'undecided' as const,
    href: `/alerts/${alert.id}/responses?option=none`,
  },
];

const momentsOf = (alert: OutAlert, now: number, zone: string): string => {
  const until = alert.hearingAt ?? alert.deadlineAt;
  const ahead =
    until === null
      ? ''
      : `${alert.hearingAt ? 'Hearing' : 'Open until'} ${showMoment(until, now, zone)}${
          until > now && showWhen(until, now, zone).startsWith('in ') ? `, ${showWhen(until, now, zone)}` : ''
        }. `;
  return `${ahead}${alert.launchedAt ? `Sent ${showMoment(alert.launchedAt, now, zone)}.` : ''}`;
};
const tagOf = (alert: OutAlert) => {
  const tag = alert.state === 'open' ? undefined : STATE_TAGS[alert.state];
  return (
    <>
      {alert.rank !== null && <Tag tone="accent">priority {alert.rank}</Tag>}{' '}
      {tag && <Tag tone={tag.tone}>{tag.label}</Tag>}
    </>
  );
};

/** Messages that nobody could confirm wait for those who may decide about them. */
const Unconfirmed = ({ alert, role }: { alert: OutAlert; role: string }) =>
  alert.unconfirmed > 0 && NUDGERS.includes(role) ? (
    <p>
      <Tag tone="warn">{alert.unconfirmed} not confirmed</Tag>{' '}
      <a href={`/alerts/${alert.id}/unconfirmed`}>Decide about what may or may not have arrived</a>
    </p>
  ) : null;

const Foremost = ({ alert, role, now, zone }: Omit<Props, 'out'> & { alert: OutAlert }) => {
  const silent = alert.asked - alert.answered;
  const asks = alert.options.length > 0;
  const mayNudge = asks && silent > 0 && NUDGERS.includes(role) && ['open', 'sending'].includes(alert.state);
  return (
    <Lead>
      <div>
        <strong>
          <a href={`/alerts/${alert.id}`}>{alert.title}</a>
        </strong>{' '}
        {tagOf(alert)}
        <br />
        <span class="soft">{momentsOf(alert, now, zone)}</span>
      </div>
      {asks ? (
        <>
          <Figure value={alert.answered} of={`of ${alert.asked} have answered`} />
          <StackedBar label="Answers" total={alert.asked} parts={partsOf(alert)} />
        </>
      ) : (
        <>
          <Figure value={alert.delivered} of={`of ${alert.messages} messages delivered`} />
          <Progress label="Delivered" value={alert.delivered} max={alert.messages} />
        </>
      )}
      <Unconfirmed alert={alert} role={role} />
      {asks && silent > 0 && (
        <Acts>
          {mayNudge && (
            <LinkButton kind="main" href={`/alerts/${alert.id}/nudge`}>
              Nudge the {silent}
            </LinkButton>
          )}
          <LinkButton href={`/alerts/${alert.id}#who`}>See who, by region</LinkButton>
          {role === 'regional_president' && <LinkButton href="/members/to-ring">People to ring</LinkButton>}
        </Acts>
      )}
    </Lead>
  );
};

const Further = ({ alert, role, now, zone }: Omit<Props, 'out'> & { alert: OutAlert }) => {
  const asks = alert.options.length > 0;
  return (
    <Row
      href={`/alerts/${alert.id}`}
      title={alert.title}
      tags={tagOf(alert)}
      end={asks ? `${alert.answered} of ${alert.asked}` : `${alert.delivered} of ${alert.messages} delivered`}
    >
      <Lead>
        <span class="soft">{momentsOf(alert, now, zone)}</span>
        <Unconfirmed alert={alert} role={role} />
        {asks && <StackedBar bare label={alert.title} total={alert.asked} parts={partsOf(alert)} />}
      </Lead>
    </Row>
  );
};

/** What is out now and how it is going: the one of the highest priority at large, the others in a line each. Live while anything is out. */
export const OutNow = ({ out, role, now, zone }: Props) => {
  const [foremost, ...others] = out;
  const section = (
    <Section title="Out now" id="out" more={{ href: '/alerts', label: 'All alerts' }}>
      {foremost ? (
        <Foremost alert={foremost} role={role} now={now} zone={zone} />
      ) : (
        <Empty
          title="Nothing is out"
          text="An alert that is sent stands here with its answers as they come in."
          action={WRITERS.includes(role) && <LinkButton href="/alerts/new">Draft an alert</LinkButton>}
        />
      )}
      {others.length > 0 && (
        <Rows label="Also out">
          {others.map((alert) => (
            <Further alert={alert} role={role} now={now} zone={zone} />
          ))}
        </Rows>
      )}
    </Section>
  );
  return foremost ? (
    <Live id="out-now" href="/home/live" everySeconds={LIVE_SECONDS}>
      {section}
    </Live>
  ) : (
    <div id="out-now">{section}</div>
  );
};
