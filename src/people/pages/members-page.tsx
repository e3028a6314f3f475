import {
  Button,
  ConsoleLayout,
  Empty,
  Filters,
  LinkButton,
  PageHead,
  Pager,
  SearchField,
  Table,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { showKind } from '../kinds.ts';
import type { Member } from '../member.ts';
import { FirstPoint, firstOf } from './contact-words.tsx';
import { MemberFilters } from './member-filters.tsx';
import { PeopleTabs } from './people-tabs.tsx';

type MembersPageProps = {
  frame: Frame;
  flash?: FlashMessage | null;
  members: Member[];
  figures: {
    members: number;
    byEmail: number;
    byText: number;
    withoutConsent: number;
    withoutNumber: number;
    byNeither: number;
    closed: number;
  };
  regions: { id: string; name: string }[];
  groups: { id: string; name: string }[];
  /** What the list is narrowed to, as the address has it. */
  asked: Record<string, string | undefined>;
  next: string | null;
  mayWrite: boolean;
  few: boolean;
};

const query = (asked: Record<string, string | undefined>) => {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
};

export const MembersPage = (props: MembersPageProps) => {
  const { frame, flash, members, figures, regions, groups, asked, next, mayWrite, few } = props;
  const narrowed = Object.values(asked).some(Boolean);
  const { cursor: _cursor, ...filters } = asked;
  return (
    <ConsoleLayout {...frame} title="Members" current="members" flash={flash} wide>
      <PageHead
        title="Members"
        sub={figures.members > 0 && <Reach figures={figures} />}
        actions={
          mayWrite && (
            <>
              <LinkButton href="/members/new" kind={figures.members > 0 ? 'main' : undefined}>
                Add a member
              </LinkButton>
              <LinkButton href="/members/imports">Import a list</LinkButton>
            </>
          )
        }
      />
      <PeopleTabs at="members" few={few} />
      {figures.members > 0 || narrowed ? (
        <>
          <Filters action="/members" clearHref={narrowed ? '/members' : null}>
            <SearchField label="Name or district" value={asked.q} button={null} />
            <MemberFilters asked={asked} regions={regions} groups={groups} />
          </Filters>
          <Table
            caption="Members"
            compact
            quietCaption
            columns={[
              { key: 'name', label: 'Name', nowrap: true },
              { key: 'district', label: 'District' },
              { key: 'text', label: 'Text' },
              { key: 'email', label: 'Email' },
            ]}
            rows={members.map((member) => ({
              name: (
                <>
                  <a href={`/members/${member.id}`}>
                    {member.firstName} {member.lastName}
                  </a>
                  <span class="under-name">{showKind(member.kind)}</span>
                </>
              ),
              district: (member.district || member.region) && (
                <>
                  {member.district}
                  {member.region && <span class="under-name">{member.region}</span>}
                </>
              ),
              text: firstOf(member.contactPoints, 'sms') && (
                <FirstPoint points={member.contactPoints} channel="sms" />
              ),
              email: firstOf(member.contactPoints, 'email') && (
                <FirstPoint points={member.contactPoints} channel="email" />
              ),
            }))}
            empty={
              <Empty
                title="Nobody fits"
                text="No member fits what you asked for. Ask for less, or show all."
                action={<LinkButton href="/members">Show all</LinkButton>}
              />
            }
          />
          <Pager
            shown={members.length}
            total={narrowed ? null : figures.members}
            next={next ? `/members${query({ ...filters, cursor: next })}` : null}
            prev={asked.cursor ? `/members${query(filters)}` : null}
          />
          <form class="acts" action="/members.csv" method="get" aria-label="Export">
            {Object.entries(filters).map(
              ([name, value]) => value && <input type="hidden" name={name} value={value} />,
            )}
            <Button kind="quiet">Export as CSV</Button>
            <Button kind="quiet" name="with" value="addresses">
              Export with personal numbers and addresses
            </Button>
          </form>
        </>
      ) : (
        <Empty
          title="No members yet"
          text="Members come from a spreadsheet: names, kinds, districts, numbers, addresses. You see what will happen before anything is written."
          action={
            mayWrite && (
              <LinkButton href="/members/imports" kind="main">
                Import a list
              </LinkButton>
            )
          }
        />
      )}
    </ConsoleLayout>
  );
};

/** The figures as one sentence, each leading to the members behind it. */
const Reach = ({ figures }: { figures: MembersPageProps['figures'] }) => (
  <>
    {figures.members} members: <a href="/members?reach=email">{figures.byEmail} by email</a>,{' '}
    <a href="/members?reach=text">{figures.byText} by text</a>,{' '}
    <a href="/members?reach=no-consent">
      {figures.withoutConsent} {figures.withoutConsent === 1 ? 'number' : 'numbers'} without consent
    </a>
    , <a href="/members?reach=no-number">{figures.withoutNumber} without a number</a>,{' '}
    <a href="/members?reach=neither">{figures.byNeither} by neither</a>
    {figures.closed > 0 && (
      <>
        , <a href="/members?reach=closed">{figures.closed} stopped or not working</a>
      </>
    )}
    .
  </>
);
