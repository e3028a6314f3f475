import { PointsTabs } from '../../alerts/index.ts';
import {
  ConsoleLayout,
  Empty,
  Figure,
  kept,
  Lead,
  LinkButton,
  PageHead,
  Pager,
  Section,
  Table,
  Tag,
  type Frame,
} from '../../ui/index.ts';

type Meeting = {
  when: string;
  state: string;
  memberId: string;
  memberName: string;
  district: string | null;
  officialId: string;
  officialName: string;
  method: string;
  stance: string;
  had: { no: number; how: 'read' | 'sent'; when: string } | null;
  newestNo: number | null;
};
type PointsFieldProps = {
  frame: Frame;
  id: string;
  title: string;
  newestNo: number | null;
  versions: { no: number; members: number; readers: number }[];
  members: number;
  older: number;
  meetings: Meeting[];
  nextHref: string | null;
};

const Had = ({ had, newestNo }: Pick<Meeting, 'had' | 'newestNo'>) => {
  if (!had) return <span class="soft">None known</span>;
  return (
    <>
      Version {had.no}, {kept(had.how === 'read' ? `read ${had.when}` : `sent ${had.when}, not opened`)}{' '}
      {newestNo !== null && had.no < newestNo && <Tag tone="warn">Version {newestNo} was out</Tag>}
    </>
  );
};

/** Who has which version of talking points, and which they had when they met an official. */
export const PointsFieldPage = (props: PointsFieldProps) => {
  const { frame, id, newestNo, versions, members, older, meetings } = props;
  return (
    <ConsoleLayout
      {...frame}
      current="talking-points"
      title={`${props.title}: in the field`}
      back={{ href: '/talking-points', label: 'Talking points' }}
    >
      <PageHead
        title={props.title}
        sub="Who has which version, and which they had when they met an official."
        actions={
          <>
            {older > 0 && (
              <LinkButton href={`/alerts/new?talking-points=${id}`} kind="main">
                Send version {newestNo}
              </LinkButton>
            )}
            {meetings.length > 0 && (
              <LinkButton href={`/talking-points/${id}/meetings.csv`} download>
                Download the meetings
              </LinkButton>
            )}
          </>
        }
      />
      <PointsTabs id={id} current="field" />
      {members === 0 ? (
        <Empty
          title="Sent to nobody yet"
          text="Once an alert goes out with these talking points, it stands here who has which version."
          action={
            newestNo !== null && (
              <LinkButton href={`/alerts/new?talking-points=${id}`} kind="main">
                Send as an update
              </LinkButton>
            )
          }
        />
      ) : (
        <>
          <Lead>
            <Figure
              value={members - older}
              of={`of ${members} ${members === 1 ? 'member has' : 'members have'} version ${newestNo}`}
            />
          </Lead>
          <Section title="By version" id="versions" aside="every link shows the newest, whatever they had">
            <Table
              caption="Members by the newest version that they have"
              quietCaption
              columns={[
                { key: 'version', label: 'Version' },
                { key: 'members', label: 'Members', align: 'end' },
                { key: 'readers', label: 'Read it', align: 'end' },
              ]}
              rows={versions.map(({ no, members: count, readers }) => ({
                version: (
                  <a
                    href={no === newestNo ? `/talking-points/${id}` : `/talking-points/${id}/versions/${no}`}
                  >
                    Version {no}
                  </a>
                ),
                members: count,
                readers,
              }))}
            />
          </Section>
        </>
      )}
      <Section title="At meetings" id="meetings" aside="what was read on the day of the meeting counts">
        <Table
          caption="Meetings with officials, and the version that the member had"
          quietCaption
          columns={[
            { key: 'member', label: 'Member' },
            { key: 'official', label: 'Official' },
            { key: 'when', label: 'When', nowrap: true },
            { key: 'had', label: 'Had' },
            { key: 'heard', label: 'Heard' },
          ]}
          rows={meetings.map((one) => ({
            member: (
              <>
                <a href={`/members/${one.memberId}`}>{one.memberName}</a>
                {one.district && <span class="soft"> {one.district}</span>}
              </>
            ),
            official: <a href={`/officials/${one.officialId}`}>{one.officialName}</a>,
            when: one.when,
            had: <Had {...one} />,
            heard: (
              <>
                {[one.method, one.stance].filter(Boolean).join(': ')}{' '}
                {one.state === 'draft' && <Tag>Not confirmed</Tag>}
              </>
            ),
          }))}
          empty={
            <Empty
              title="No meeting yet"
              text="When a member tells what an official said, it stands here with the version that they had that day."
            />
          }
        />
        {props.nextHref && <Pager next={props.nextHref} shown={meetings.length} />}
      </Section>
    </ConsoleLayout>
  );
};
