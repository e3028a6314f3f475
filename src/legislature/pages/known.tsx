import {
  Checkbox,
  ConsoleLayout,
  Empty,
  Filters,
  LinkButton,
  PageHead,
  Pager,
  Select,
  Table,
  Tag,
  type Frame,
} from '../../ui/index.ts';
import { STRENGTH_WORDS } from '../relationship-kinds.ts';

type KnownPageProps = {
  frame: Frame;
  chambers: { id: string; name: string }[];
  chamberId: string | null;
  unknownOnly: boolean;
  officials: {
    officialId: string;
    name: string;
    title: string;
    seatName: string;
    best: number;
    knownBy: { memberId: string; name: string; strength: number }[];
  }[];
  nextHref: string | null;
  /** Where a survey that asks members begins; null for those who may not draft one. */
  askHref: string | null;
};
const MOST_NAMES = 3;

/** Every official with the members who know them: where the association has a way in, and where it has none. */
export const KnownPage = (props: KnownPageProps) => {
  const { frame, chambers, chamberId, unknownOnly, officials, nextHref, askHref } = props;
  return (
    <ConsoleLayout {...frame} current="officials" title="Who knows whom">
      <PageHead
        title="Who knows whom"
        back={{ href: '/officials', label: 'Officials' }}
        sub="The members who know an official, best first. Add one on the page of the official or of the member."
        actions={askHref && <LinkButton href={askHref}>Ask members by text</LinkButton>}
      />
      <Filters
        action="/officials/relationships"
        clearHref={chamberId || unknownOnly ? '/officials/relationships' : null}
      >
        <Select
          label="Chamber"
          name="chamber"
          options={chambers.map(({ id, name }) => ({ value: id, label: name }))}
          prompt="All chambers"
          required={false}
          value={chamberId}
        />
        <Checkbox label="Only those whom nobody knows" name="unknown" checked={unknownOnly} />
      </Filters>
      <Table
        caption="Officials and the members who know them"
        quietCaption
        columns={[
          { key: 'official', label: 'Official' },
          { key: 'seat', label: 'Seat', nowrap: true },
          { key: 'best', label: 'Best known' },
          { key: 'members', label: 'By' },
        ]}
        rows={officials.map((one) => ({
          official: (
            <a href={`/officials/${one.officialId}#knows`}>
              {one.title} {one.name}
            </a>
          ),
          seat: one.seatName,
          best:
            one.best === 0 ? (
              <span class="soft">Nobody yet</span>
            ) : (
              <Tag tone={one.best === 3 ? 'accent' : 'none'}>{STRENGTH_WORDS[one.best]}</Tag>
            ),
          members: (
            <>
              {one.knownBy.slice(0, MOST_NAMES).map(({ memberId, name }, at) => (
                <>
                  {at > 0 && ', '}
                  <a href={`/members/${memberId}#knows`}>{name}</a>
                </>
              ))}
              {one.knownBy.length > MOST_NAMES && ` and ${one.knownBy.length - MOST_NAMES} more`}
            </>
          ),
        }))}
        empty={
          unknownOnly ? (
            <Empty
              title="Somebody knows every one of them"
              text="Show all to see who, and how well."
              action={<LinkButton href="/officials/relationships">Show all</LinkButton>}
            />
          ) : (
            <Empty
              title="No officials yet"
              text="Import the officials of the state first."
              action={<LinkButton href="/officials">Officials</LinkButton>}
            />
          )
        }
      />
      {officials.length > 0 && <Pager shown={officials.length} next={nextHref} />}
    </ConsoleLayout>
  );
};
