import {
  METHOD_LABELS,
  STANCE_LABELS,
  STANCE_TONES,
  type ContactReport,
  type Method,
  type Stance,
} from '../../lobbying/index.ts';
import {
  RelationshipRows,
  UndoRemoval,
  type MemberOfficial,
  type OfficialKnown,
} from '../../legislature/index.ts';
import { ConsentHistory, MemberCard, showKind, type MemberDetail } from '../../people/index.ts';
import { formatIso, localDate, showShortDay, showWhen } from '../../platform/days.ts';
import { showPhone } from '../../platform/phone.ts';
import type { RowOf } from '../../platform/statement.ts';
import {
  Acts,
  Columns,
  ConsoleLayout,
  Empty,
  LinkButton,
  PageHead,
  Row,
  Rows,
  Section,
  Tag,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { dialled } from '../member-officials.ts';
import type { alertsOfMember, threadOfMember } from '../member-queries.ts';
import { OUTCOME_TONES } from './alert-words.ts';
import { hoursWords, type Hours } from './own-hours.tsx';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  member: MemberDetail;
  /** The number that opens a stopped one again by START, where it is known. */
  startTo: string | null;
  /** When they get texts; null once they are erased. */
  hours: Hours | null;
  officials: MemberOfficial[];
  /** Whom they know, best first; null where the reader may not see it. */
  known: OfficialKnown[] | null;
  /** A relationship just taken off. */
  removed: string | null;
  alerts: RowOf<typeof alertsOfMember>[];
  thread: RowOf<typeof threadOfMember> | null;
  reports: ContactReport[];
  consent: Parameters<typeof ConsentHistory>[0]['lines'];
  now: number;
  mayEdit: boolean;
  mayExport: boolean;
}
type Answered = RowOf<typeof alertsOfMember>;

const DOORS: Record<string, string> = {
  sms: 'by text',
  email: 'by email',
  web: 'on their page',
  staff: 'told to staff',
};
const MOST_COMMITTEES = 3;

const committeesOf = (official: MemberOfficial): string => {
  const names = official.committees.map((one) =>
    one.role === 'member' ? one.name : `${one.name} (${one.role})`,
  );
  const more = names.length - MOST_COMMITTEES;
  return names.slice(0, MOST_COMMITTEES).join(', ') + (more > 0 ? ` and ${more} more` : '');
};

const answerOf = (alert: Answered) => {
  if (alert.label) return <Tag tone={OUTCOME_TONES[alert.outcome ?? ''] ?? 'accent'}>{alert.label}</Tag>;
  return alert.asks ? <Tag>no answer</Tag> : null;
};
const howAnswered = (alert: Answered): string =>
  [
    alert.door && DOORS[alert.door],
    alert.revised ? `changed ${alert.revised === 1 ? 'once' : `${alert.revised} times`}` : '',
  ]
    .filter(Boolean)
    .join(', ');

const OfficialRow = ({ official }: { official: MemberOfficial }) => {
  const name = `${official.title} ${official.name}`;
  const phone = dialled(official.phone);
  return (
    <Row
      href={`/officials/${official.officialId}`}
      title={name}
      beside={official.seatName}
      end={
        phone && (
          <Acts>
            <LinkButton href={`tel:${phone}`} label={`Call ${name}`}>
              Call
            </LinkButton>
          </Acts>
        )
      }
    >
      <span class="small soft">
        {[phone && showPhone(phone), committeesOf(official)].filter(Boolean).join('. ')}
      </span>
    </Row>
  );
};

const ReportRow = ({ report }: { report: ContactReport }) => (
  <Row
    href={`/log/contacts/${report.id}`}
    title={report.officialName ?? 'An official not yet named'}
    beside={report.billNumber}
    tags={
      <>
        {report.stance && (
          <Tag tone={STANCE_TONES[report.stance as Stance]}>{STANCE_LABELS[report.stance as Stance]}</Tag>
        )}
        {report.state === 'draft' && <Tag tone="warn">draft</Tag>}
      </>
    }
    end={<When iso={report.onDate} text={showShortDay(report.onDate)} />}
  >
    {report.note ||
      (report.method ? <span class="soft">{METHOD_LABELS[report.method as Method]}</span> : null)}
  </Row>
);

/** A member: how to reach them, whom they can reach, what they answered, and what came of it. */
export const MemberShowPage = (props: Props) => {
  const { frame, flash, member, officials, alerts, thread, reports, consent, now, mayEdit } = props;
  const name = `${member.firstName} ${member.lastName}`;
  const asked = alerts.filter((one) => one.asks);
  const answered = asked.filter((one) => one.label).length;
  const when = (at: number) => <When iso={formatIso(at)} text={showWhen(at, now, frame.zone)} />;
  return (
    <ConsoleLayout {...frame} title={name} current="members" flash={flash}>
      <PageHead
        back={{ href: '/members', label: 'Members' }}
        title={name}
        tags={member.state === 'left' && <Tag tone="warn">has left</Tag>}
        sub={[member.title ?? showKind(member.kind), member.district, member.region]
          .filter(Boolean)
          .join(', ')}
        actions={
          (mayEdit || thread) && (
            <>
              {thread && (
                <LinkButton kind={thread.unread > 0 ? 'main' : undefined} href={`/inbox/${thread.id}`}>
                  {thread.unread > 0 ? 'Read what they wrote' : 'Conversation'}
                </LinkButton>
              )}
              {mayEdit && <LinkButton href={`/members/${member.id}/edit`}>Edit</LinkButton>}
            </>
          )
        }
      />
      <Columns
        main={
          <>
            <Section
              title="Their officials"
              id="officials"
              aside={officials.length > 0 && `${officials.length}`}
            >
              {officials.length > 0 ? (
                <Rows>
                  {officials.map((one) => (
                    <OfficialRow official={one} />
                  ))}
                </Rows>
              ) : (
                <Empty
                  title="No officials found"
                  text={
                    member.districtNces
                      ? 'Nobody has said yet which seats this school district reaches.'
                      : 'A member’s officials follow from their school district, and this member has none.'
                  }
                  action={
                    mayEdit &&
                    (member.districtNces ? (
                      <LinkButton href={`/officials/reach/${member.districtNces}`}>Set the reach</LinkButton>
                    ) : (
                      <LinkButton href={`/members/${member.id}/edit`}>Choose a district</LinkButton>
                    ))
                  }
                />
              )}
            </Section>
            {props.known && (
              <Section
                title="Whom they know"
                id="knows"
                more={{ href: `/officials/relationships/new?member=${member.id}`, label: 'Add an official' }}
              >
                {props.removed && <UndoRemoval id={props.removed} side="member" />}
                {props.known.length > 0 ? (
                  <RelationshipRows
                    label="Officials they know"
                    side="member"
                    lines={props.known.map((one) => ({
                      ...one,
                      name: one.title ? `${one.title} ${one.name}` : one.name,
                      href: `/officials/${one.officialId}`,
                      beside: one.current === 1 ? null : 'holds no seat now',
                      onDate: localDate(one.at, frame.zone),
                    }))}
                  />
                ) : (
                  <Empty
                    title="Nobody yet"
                    text="Which of their legislators do they know well? A survey asks all members at once."
                  />
                )}
              </Section>
            )}
            <Section
              title="Answers"
              id="answers"
              aside={asked.length > 0 && `answered ${answered} of ${asked.length}`}
            >
              {alerts.length > 0 ? (
                <Rows>
                  {alerts.map((alert) => (
                    <Row
                      href={`/alerts/${alert.alertId}`}
                      title={alert.title}
                      tags={answerOf(alert)}
                      end={(alert.at ?? alert.launchedAt) && when(alert.at ?? alert.launchedAt ?? 0)}
                    >
                      {howAnswered(alert) && <span class="soft">{howAnswered(alert)}</span>}
                    </Row>
                  ))}
                </Rows>
              ) : (
                <Empty
                  title="No alerts yet"
                  text="Alerts sent to this member stand here with what they answered."
                />
              )}
            </Section>
            <Section title="Contact reports" id="reports">
              {reports.length > 0 ? (
                <Rows>
                  {reports.map((report) => (
                    <ReportRow report={report} />
                  ))}
                </Rows>
              ) : (
                <Empty
                  title="No contact reports yet"
                  text="What this member says about talks with officials stands here: from a text, their page, or written down by staff."
                />
              )}
            </Section>
          </>
        }
        aside={
          <>
            <Section title="Who and how to reach" id="who">
              <MemberCard member={member} startTo={props.startTo} />
              {props.hours && (
                <p class="small">
                  Texts go {hoursWords(props.hours)}.{' '}
                  {props.mayEdit && <a href={`/members/${member.id}/hours`}>Set their own hours</a>}
                </p>
              )}
            </Section>
            <Section title="Consent" id="consent">
              <ConsentHistory lines={consent.slice(0, 5)} />
              <p>
                <a href={`/members/${member.id}/consent`}>The whole ledger with its evidence</a>
              </p>
              {props.mayExport && (
                <p>
                  <a href={`/members/${member.id}/export`}>Everything held about them</a>
                </p>
              )}
            </Section>
          </>
        }
      />
    </ConsoleLayout>
  );
};
