import { formatIso, showMoment, showShortDay, showWhen } from '../../platform/days.ts';
import { SettingsPage } from '../../staff/index.ts';
import {
  DefinitionList,
  Empty,
  Live,
  Notice,
  Row,
  Rows,
  Section,
  Table,
  Tag,
  When,
  type Frame,
} from '../../ui/index.ts';
import { CLOCKS } from '../clock-words.ts';
import type { Health } from '../show-health.ts';
import { amount } from './home-words.ts';
import { HealthSenders } from './health-senders.tsx';

const LIVE_SECONDS = 30;
/** So long may a job or a reply wait before somebody should look. */
const LATE_MS = 10 * 60_000;

interface Props {
  health: Health;
  zone: string;
}

const STATES: Record<string, string> = { sending: 'going out', paused: 'paused', halted: 'halted' };

const since = (at: number, now: number, zone: string) => {
  const text = showWhen(at, now, zone);
  return text === 'now' ? 'just now' : /^[A-Z]/.test(text) ? `since ${text}` : `for ${text}`;
};
const isLate = (at: number | null, now: number) => at !== null && now - at > LATE_MS;

/** What is wrong, each with where to look; empty where all is well. */
const troublesOf = ({
  waiting,
  clocks,
  senders,
  sending,
  now,
}: Health): { text: string; href: string; link: string }[] => [
  ...sending
    .filter(({ state }) => state === 'halted')
    .map(({ id, title }) => ({
      text: `“${title}” is halted.`,
      href: `/alerts/${id}`,
      link: 'Open the alert',
    })),
  ...((waiting?.deadLetters ?? 0) > 0
    ? [
        {
          text: `${amount(waiting?.deadLetters ?? 0, 'message')} given up.`,
          href: '/settings/dead-letters',
          link: 'Look at them',
        },
      ]
    : []),
  ...(isLate(waiting?.oldestJobAt ?? null, now)
    ? [{ text: 'Background work is late.', href: '#waiting', link: 'What waits' }]
    : []),
  ...(isLate(waiting?.oldestReplyAt ?? null, now)
    ? [{ text: 'Replies wait to be read.', href: '#waiting', link: 'What waits' }]
    : []),
  ...(clocks.some(({ problem, late }) => problem !== null || late)
    ? [{ text: 'A clock failed or is late.', href: '#clocks', link: 'The clocks' }]
    : []),
  ...(senders.some(({ usage }) => usage === null || usage.holds.length > 0)
    ? [{ text: 'A sender is on hold.', href: '#senders', link: 'The senders' }]
    : []),
];

const Verdict = ({ health }: { health: Health }) => {
  const troubles = troublesOf(health);
  return troubles.length === 0 ? (
    <Notice tone="done" title="All is well">
      Messages go out, replies are read, and the clocks ran on time.
    </Notice>
  ) : (
    <Notice
      tone="warn"
      title={troubles.length === 1 ? 'One thing needs a look' : `${troubles.length} things need a look`}
    >
      <ul>
        {troubles.map(({ text, href, link }) => (
          <li>
            {text} <a href={href}>{link}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const SendingNow = ({ health: { sending, now }, zone }: Props) => (
  <Section title="Sending now" id="sending" more={{ href: '/alerts', label: 'All alerts' }}>
    {sending.length === 0 ? (
      <Empty
        title="Nothing is going out"
        text="Alerts on their way stand here until their last message is out."
      />
    ) : (
      <Rows label="Alerts on their way">
        {sending.map((alert) => (
          <Row
            href={`/alerts/${alert.id}`}
            title={alert.title}
            tags={<Tag tone={alert.state === 'sending' ? 'accent' : 'warn'}>{STATES[alert.state]}</Tag>}
            end={`${alert.ahead} ahead`}
          >
            {alert.waiting > 0 && alert.nextAt !== null && (
              <span class="soft">
                {amount(alert.waiting, 'text')} waiting for texting hours, the first until{' '}
                {showMoment(alert.nextAt, now, zone)}
              </span>
            )}
          </Row>
        ))}
      </Rows>
    )}
  </Section>
);

const WaitingNow = ({ health: { waiting, now }, zone }: Props) => {
  const age = (at: number | null, nothing: string) =>
    at === null ? nothing : `${since(at, now, zone)}${isLate(at, now) ? ', late' : ''}`;
  return (
    <Section title="Waiting" id="waiting">
      <DefinitionList
        items={[
          { term: 'Oldest message due', value: age(waiting?.oldestDueAt ?? null, 'Nothing is due') },
          {
            term: 'Background work',
            value: waiting?.jobs
              ? `${amount(waiting.jobs, 'job')}, the oldest ${age(waiting.oldestJobAt, '')}`
              : 'None waits',
          },
          {
            term: 'Replies not yet read by the rules',
            value: waiting?.replies
              ? `${waiting.replies}, the oldest ${age(waiting.oldestReplyAt, '')}`
              : 'None waits',
          },
          {
            term: 'Given up',
            value: waiting?.deadLetters ? (
              <a href="/settings/dead-letters">{amount(waiting.deadLetters, 'message')}, look at them</a>
            ) : (
              'Nothing'
            ),
          },
        ]}
      />
    </Section>
  );
};

const ClocksNow = ({ health: { clocks, now }, zone }: Props) => (
  <Section title="Clocks" id="clocks" aside="What runs by itself">
    <Table
      caption="Clocks and their last run"
      quietCaption
      columns={[
        { key: 'does', label: 'Does' },
        { key: 'ran', label: 'Last ran' },
        { key: 'found', label: 'Found' },
        { key: 'state', label: 'State' },
      ]}
      rows={clocks.map((clock) => ({
        does: CLOCKS[clock.name]?.label ?? clock.name,
        ran: <When iso={formatIso(clock.ranAt)} text={showWhen(clock.ranAt, now, zone)} />,
        found: clock.counted ?? <span class="soft">Nothing to do</span>,
        state: clock.problem ? (
          <span>
            <Tag tone="warn">failed</Tag> {clock.problem}
          </span>
        ) : clock.late ? (
          <Tag tone="warn">late</Tag>
        ) : (
          'on time'
        ),
      }))}
      empty={
        <Empty title="No clock has run yet" text="They begin within a minute of the first deployment." />
      }
    />
  </Section>
);

const DATA: Record<string, string> = {
  officials: 'Officials',
  committees: 'Committees',
  congress: 'The delegation in Congress',
  reach: 'Which seats districts reach',
  zip: 'ZIP codes and House districts',
};
const DataAges = ({ data }: { data: Health['data'] }) => (
  <Section
    title="Age of the data"
    id="data"
    more={{ href: '/officials/imports', label: 'Import newer data' }}
  >
    {data.length === 0 ? (
      <Empty
        title="Nothing was imported yet"
        text="Officials and committees come from files under Officials."
      />
    ) : (
      <DefinitionList
        items={data.map(({ jurisdiction, kind, asOf }) => ({
          term: `${DATA[kind] ?? kind}, ${jurisdiction}`,
          value: `as of ${showShortDay(asOf, { year: true })}`,
        }))}
      />
    )}
  </Section>
);

/** The live part: everything on the page, so that one look is one moment. */
export const HealthNow = ({ health, zone }: Props) => (
  <Live id="health" href="/settings/health/live" everySeconds={LIVE_SECONDS}>
    <Verdict health={health} />
    <p class="small soft">As of {showMoment(health.now, health.now, zone)}.</p>
    <SendingNow health={health} zone={zone} />
    <WaitingNow health={health} zone={zone} />
    <HealthSenders health={health} zone={zone} />
    <ClocksNow health={health} zone={zone} />
    <DataAges data={health.data} />
  </Live>
);

/** How sending and receiving go: what is on its way, what waits, the senders' caps, the clocks. */
export const HealthPage = ({ frame, health }: { frame: Frame; health: Health }) => (
  <SettingsPage frame={frame} title="Health" sub="How sending and receiving go right now.">
    <HealthNow health={health} zone={frame.zone} />
  </SettingsPage>
);
