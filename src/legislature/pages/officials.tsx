import {
  ConsoleLayout,
  EmailText,
  Empty,
  Form,
  LinkButton,
  PageHead,
  Pager,
  SearchField,
  Table,
  Tabs,
  Tag,
  type Frame,
} from '../../ui/index.ts';
import type { DataAge } from '../data-age.ts';
import { OldData } from './data-age.tsx';
import { ReachGapsLine } from './reach-gaps-line.tsx';
import { countOf, dialable, phoneWords } from './words.ts';

interface SeatRow {
  seatName: string;
  chamberName: string;
  officialId: string | null;
  title: string;
  name: string | null;
  party: string | null;
  phone: string | null;
  email: string | null;
}
type OfficialsPageProps = {
  frame: Frame;
  chambers: { id: string; name: string; seats: number; vacant: number }[];
  chamberId: string | null;
  q: string;
  seats: SeatRow[];
  nextHref: string | null;
  /** "State officials of August 5, 2026" and so on. */
  ages: string[];
  /** Those of the data that are old. */
  old: DataAge[];
  /** Not a region’s president, who sees the members of their region only. */
  seesAll: boolean;
  mayImport: boolean;
  /** School districts that lack officials; null for whoever cannot fill that. */
  gaps: { districts: number; members: number } | null;
};

/** Every seat with who holds it, by chamber; vacant seats are shown as such. */
export const OfficialsPage = (props: OfficialsPageProps) => {
  const { frame, chambers, chamberId, q, seats, nextHref, ages, old, seesAll, mayImport } = props;
  const all = chambers.reduce((sum, chamber) => sum + chamber.seats, 0);
  const vacant = chambers.reduce((sum, chamber) => sum + chamber.vacant, 0);
  return (
    <ConsoleLayout {...frame} current="officials" title="Officials">
      <PageHead
        title="Officials"
        sub={all > 0 ? `${countOf(all, 'seat')}, ${vacant || 'none'} vacant. ${ages.join(' ')}` : null}
        actions={
          <>
            {seesAll && <LinkButton href="/officials/delegation">Delegation</LinkButton>}
            <LinkButton href="/officials/relationships">Who knows whom</LinkButton>
            {mayImport && (
              <>
                <LinkButton href="/officials/imports">Bring up to date</LinkButton>
                <LinkButton href="/officials/reach">Gaps in reach</LinkButton>
              </>
            )}
          </>
        }
      />
      <ReachGapsLine gaps={props.gaps} />
      {old.map((age) => (
        <OldData age={age} mayImport={mayImport} />
      ))}
      {chambers.length === 0 ? (
        <Empty
          title="No officials yet"
          text="Here stands who holds each seat of the legislature and of the delegation in Congress, with committees and contact. Import a file of officials to begin."
          action={
            mayImport && (
              <LinkButton href="/officials/imports" kind="main">
                Import officials
              </LinkButton>
            )
          }
        />
      ) : (
        <>
          <OfficialTabs chambers={chambers} chamberId={chamberId} current="seats" />
          <Form action="/officials" method="get" label="Find an official">
            {chamberId && <input type="hidden" name="chamber" value={chamberId} />}
            <SearchField label="Name or seat" value={q} button="Find" />
          </Form>
          <Table
            caption="Seats and who holds them"
            compact
            quietCaption
            columns={[
              { key: 'seat', label: 'Seat' },
              { key: 'name', label: 'Official' },
              { key: 'party', label: 'Party' },
              { key: 'phone', label: 'Telephone', nowrap: true },
              { key: 'email', label: 'Email' },
            ]}
            rows={seats.map((seat) => ({
              seat: seat.seatName,
              name: seat.officialId ? (
                <a href={`/officials/${seat.officialId}`}>
                  {seat.title} {seat.name}
                </a>
              ) : (
                <Tag tone="warn">Vacant</Tag>
              ),
              party: seat.party,
              phone: seat.phone && <Phone phone={seat.phone} />,
              email: seat.email && (
                <a href={`mailto:${seat.email}`}>
                  <EmailText address={seat.email} />
                </a>
              ),
            }))}
            empty={
              <Empty
                title="Nobody found"
                text="Check the spelling, or show all seats."
                action={<LinkButton href="/officials">Show all</LinkButton>}
              />
            }
          />
          <Pager shown={seats.length} next={nextHref} />
        </>
      )}
    </ConsoleLayout>
  );
};

type OfficialTabsProps = {
  chambers: { id: string; name: string; seats: number }[];
  chamberId: string | null;
  current: 'seats' | 'committees';
};
/** Chambers and committees, each with its own address. */
export const OfficialTabs = ({ chambers, chamberId, current }: OfficialTabsProps) => (
  <Tabs
    label="Chambers"
    items={[
      { href: '/officials', label: 'All', current: current === 'seats' && chamberId === null },
      ...chambers.map((chamber) => ({
        href: `/officials?chamber=${chamber.id}`,
        label: chamber.name,
        count: chamber.seats,
        current: current === 'seats' && chamberId === chamber.id,
      })),
      { href: '/officials/committees', label: 'Committees', current: current === 'committees' },
    ]}
  />
);

const Phone = ({ phone }: { phone: string }) =>
  dialable(phone) ? <a href={`tel:${dialable(phone)}`}>{phoneWords(phone)}</a> : <>{phone}</>;
