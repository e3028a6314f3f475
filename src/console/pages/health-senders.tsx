import { senderKindInWords } from '../../delivery/index.ts';
import { showMoment } from '../../platform/days.ts';
import { Empty, Lead, Progress, Row, Rows, Section, Tag } from '../../ui/index.ts';
import type { Health } from '../show-health.ts';

const PERIODS: Record<string, string> = { second: 'this second', minute: 'this minute', day: 'today' };
const BY: Record<string, string> = {
  own: 'our own limit',
  all: 'every carrier',
  att: 'AT&T',
  tmobile: 'T-Mobile',
  verizon: 'Verizon',
};
const units = (channel: string, count: number) =>
  `${count.toLocaleString('en-US')} ${channel === 'sms' ? 'segment' : 'mail'}${count === 1 ? '' : 's'}`;

type Sender = Health['senders'][number];

const Caps = ({ sender, usage }: { sender: Sender; usage: NonNullable<Sender['usage']> }) => (
  <>
    {usage.limits
      .filter(({ period }) => period !== 'second')
      .map(({ by, period, limit, used }) => (
        <Progress
          label={`Used of ${BY[by] ?? by}, ${PERIODS[period]}`}
          value={used}
          max={limit}
          text={`${units(sender.channel, used)} of ${limit.toLocaleString('en-US')} ${PERIODS[period]}, by ${BY[by] ?? by}${
            used >= limit ? ': used up' : ''
          }`}
        />
      ))}
  </>
);

/** What each sender used of what it may today, and what holds it. */
export const HealthSenders = ({ health: { senders, now }, zone }: { health: Health; zone: string }) => (
  <Section title="Senders" id="senders" more={{ href: '/settings/senders', label: 'Limits and holds' }}>
    {senders.length === 0 ? (
      <Empty title="Nothing to send from" text="The table of senders is empty; see the operating guide." />
    ) : (
      <Rows label="Senders">
        {senders.map((sender) => (
          <Row
            title={sender.channel === 'sms' ? 'Texts' : 'Mail'}
            beside={[
              senderKindInWords(sender.profile),
              sender.usage && `${units(sender.channel, sender.usage.segments)} today`,
            ]
              .filter(Boolean)
              .join(', ')}
            tags={
              (sender.usage === null || sender.usage.holds.length > 0) && (
                <Tag tone="warn">{sender.usage === null ? 'no answer' : 'on hold'}</Tag>
              )
            }
          >
            {sender.usage === null ? (
              'The part that paces this sender does not answer. Nothing is posted without it; it is asked again by itself.'
            ) : (
              <Lead>
                {sender.usage.holds.map(({ until, reason, bulkOnly }) => (
                  <p>
                    Holds until {showMoment(until, now, zone)}: {reason}.{' '}
                    {bulkOnly && 'Answers to people still go.'}
                  </p>
                ))}
                <Caps sender={sender} usage={sender.usage} />
              </Lead>
            )}
          </Row>
        ))}
      </Rows>
    )}
  </Section>
);
