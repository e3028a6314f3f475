import { STANCE_LABELS, type Stance } from '../../lobbying/index.ts';
import { formatIso, showWhen } from '../../platform/days.ts';
import { Empty, Row, Rows, Section, Tag, When } from '../../ui/index.ts';
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
  return (
    <Row
      href={href}
      title={alert.title}
      tags={<Tag tone="accent">{proposed ? 'to approve' : 'approved, not sent'}</Tag>}
      end={<a href={href}>{proposed ? 'Approve' : 'Send'}</a>}
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
      {ready.length + home.waits.length === 0 ? (
        <Empty
          title="Nobody is waiting"
          text="What members write back stands here until somebody has read it, and contact reports until somebody confirms them."
        />
      ) : (
        <Rows>
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
