import { isLate } from '../../delivery/index.ts';
import { STANCE_LABELS, type Stance } from '../../lobbying/index.ts';
import { formatIso, showMoment, showWhen } from '../../platform/days.ts';
import { Empty, Row, Rows, Section, Tag, When, type Tone } from '../../ui/index.ts';
import type { FieldHome } from '../home.ts';
import { shortened } from './home-words.ts';

type Waiting = FieldHome['waits'][number];
const MOST_CHARACTERS = 220;
const CHANNELS: Record<string, string> = { sms: 'by text', email: 'by email', web: 'on their page' };

const draftWords = (one: Waiting): string =>
  [
    'draft report',
    [
      one.officialFamily ? [one.officialTitle, one.officialFamily].filter(Boolean).join(' ') : null,
      one.stance ? STANCE_LABELS[one.stance as Stance].toLowerCase() : null,
    ]
      .filter(Boolean)
      .join(', '),
  ]
    .filter(Boolean)
    .join(': ');

const Waits = ({ one, when }: { one: Waiting; when: { iso: string; text: string } }) => (
  <Row
    href={one.kind === 'draft' ? `/log/contacts/${one.id}` : `/inbox/${one.id}`}
    title={one.lastName ? `${one.firstName} ${one.lastName}` : 'Somebody we do not know'}
    beside={one.district ?? CHANNELS[one.channel ?? '']}
    tags={
      <>
        {one.held === 1 && <Tag tone="warn">texts on hold</Tag>}
        {one.draftId && (
          <Tag tone="accent" href={`/log/contacts/${one.draftId}`}>
            {draftWords(one)}
          </Tag>
        )}
      </>
    }
    end={<When {...when} />}
  >
    {shortened(one.words ?? '', MOST_CHARACTERS)}
  </Row>
);

/** A hold that nobody has decided about in a working day. */
const Held = ({ hold, when }: { hold: FieldHome['holds'][number]; when: { iso: string; text: string } }) => (
  <Row
    href={hold.conversationId ? `/inbox/${hold.conversationId}` : '/inbox?show=held'}
    title={hold.lastName ? `${hold.firstName} ${hold.lastName}` : 'Somebody we do not know'}
    tags={<Tag tone="warn">{hold.channel === 'sms' ? 'texts on hold: decide' : 'email on hold: decide'}</Tag>}
    end={<When {...when} />}
  >
    {shortened(hold.words ?? 'Put on hold by staff.', MOST_CHARACTERS)}
  </Row>
);

/** What a ready alert waits for, in a few words, and the act it asks for. */
const standingOf = (
  alert: FieldHome['ready'][number],
  now: number,
  zone: string,
): { tone: Tone; tag: string; act: string } => {
  if (alert.state === 'proposed') return { tone: 'accent', tag: 'to approve', act: 'Approve' };
  if (alert.notStarted === 1) return { tone: 'warn', tag: 'did not go out by itself', act: 'See why' };
  if (alert.state !== 'scheduled' || alert.scheduledAt === null)
    return { tone: 'accent', tag: 'approved, not sent', act: 'Send' };
  const when = showMoment(alert.scheduledAt, now, zone);
  return isLate(alert, now)
    ? { tone: 'warn', tag: `it was to go out ${when}`, act: 'Send it now?' }
    : { tone: 'accent', tag: `goes out ${when}`, act: 'Look at it' };
};

const Ready = ({
  alert,
  home,
  zone,
}: {
  alert: FieldHome['ready'][number];
  home: FieldHome;
  zone: string;
}) => {
  const proposed = alert.state === 'proposed';
  const href = proposed ? `/alerts/${alert.id}/preview` : `/alerts/${alert.id}`;
  const stands = standingOf(alert, home.now, zone);
  return (
    <Row
      href={href}
      title={alert.title}
      tags={<Tag tone={stands.tone}>{stands.tag}</Tag>}
      end={<a href={href}>{stands.act}</a>}
    >
      <span class="soft">
        {[
          alert.proposedByName && `Proposed by ${alert.proposedByName}`,
          alert.deadlineAt && `deadline ${showWhen(alert.deadlineAt, home.now, zone)}`,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
    </Row>
  );
};

const APPROVERS = ['owner', 'director'];
const SENDERS = [...APPROVERS, 'staff'];

/** Who waits for the person: alerts to approve or send, members who wrote, contact reports to confirm. */
export const WaitingForYou = ({ home, zone, inbox }: { home: FieldHome; zone: string; inbox: string }) => {
  const ready = home.ready.filter((alert) =>
    (alert.state === 'proposed' ? APPROVERS : SENDERS).includes(home.role),
  );
  return (
    <Section title="Waiting for you" id="waiting" more={{ href: '/inbox', label: inbox }}>
      {home.holds.length + ready.length + home.waits.length === 0 ? (
        <Empty
          title="Nobody is waiting"
          text="What members write back stands here until somebody has read it, and contact reports until somebody confirms them."
        />
      ) : (
        <Rows>
          {home.holds.map((hold) => (
            <Held hold={hold} when={{ iso: formatIso(hold.at), text: showWhen(hold.at, home.now, zone) }} />
          ))}
          {ready.map((alert) => (
            <Ready alert={alert} home={home} zone={zone} />
          ))}
          {home.waits.map((one) => (
            <Waits one={one} when={{ iso: formatIso(one.at), text: showWhen(one.at, home.now, zone) }} />
          ))}
        </Rows>
      )}
    </Section>
  );
};
