import { alertHref, asksForMore, HearingPrompts, OldData, type DataAge } from '../../legislature/index.ts';
import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  ConsoleLayout,
  Empty,
  Figure,
  Lead,
  LinkButton,
  PageHead,
  Seats,
  Section,
  Table,
  Tag,
  type Frame,
  type SeatMark,
  type Tone,
  kept,
} from '../../ui/index.ts';
import type { CommitteeCoverage } from '../coverage.ts';
import { askerWords, counted } from '../seat-words.ts';

type Seat = CommitteeCoverage['seats'][number];
type CoveragePageProps = {
  frame: Frame;
  committee: CommitteeCoverage;
  age: DataAge | null;
  mayImport: boolean;
  now: number;
  mayDraft: boolean;
};

/** Spoken with, could be, or reached by nobody. */
const stateOf = (seat: Seat): { key: string; tone: Tone; label: string } => {
  if (seat.speakers > 0) return { key: 'spoken', tone: 'accent', label: 'Spoken with' };
  return seat.reach > 0
    ? { key: 'gap', tone: 'none', label: 'Nobody has spoken with them' }
    : { key: 'unreached', tone: 'warn', label: 'No member reaches the seat' };
};
const ORDER = ['spoken', 'gap', 'unreached'];

const markOf = (seat: Seat): SeatMark => ({
  label: seat.seat ?? 'no seat',
  name: seat.family,
  tone: stateOf(seat).tone,
  href: `#seat-${seat.officialId}`,
  title: `${[seat.seat, seat.name].filter(Boolean).join(', ')}: ${stateOf(seat).label.toLowerCase()}, ${counted(seat.reach, 'member')} can reach`,
});

/** A committee seat by seat: who can reach whom, who has spoken, what they heard, and the gaps. */
export const CoveragePage = (props: CoveragePageProps) => {
  const { frame, committee, age, mayImport, now, mayDraft } = props;
  const { seats } = committee;
  const spoken = seats.filter((seat) => seat.speakers > 0).length;
  const gaps = seats.filter((seat) => seat.speakers === 0 && seat.reach > 0);
  const states = ORDER.flatMap((key) => {
    const all = seats.filter((seat) => stateOf(seat).key === key);
    return all[0] ? [{ ...stateOf(all[0]), count: all.length }] : [];
  });
  return (
    <ConsoleLayout {...frame} current="officials" title={committee.name} board>
      <PageHead
        title={committee.name}
        back={{ href: '/officials/committees', label: 'Committees' }}
        sub={`${committee.chamber ?? 'Joint'}. Data of ${showShortDay(committee.asOf, { year: true })}.`}
      />
      <OldData age={age} mayImport={mayImport} />
      <HearingPrompts
        hearings={committee.hearings.filter(asksForMore)}
        now={now}
        zone={frame.zone}
        mayDraft={mayDraft}
      />
      {seats.length === 0 ? (
        <Empty title="Nobody sits here" text="The last file names no members of this committee." />
      ) : (
        <>
          <Lead>
            <Figure
              value={spoken}
              of={`of ${counted(seats.length, 'seat')} spoken with since ${showShortDay(committee.since)}`}
            />
            <Seats
              label={`${committee.name}: ${states.map(({ label, count }) => `${count} ${label.toLowerCase()}`).join(', ')}`}
              seats={seats.toSorted((a, b) => rank(a) - rank(b)).map(markOf)}
              legend={states}
            />
            {gaps.length > 0 && mayDraft && (
              <Acts>
                <LinkButton
                  href={alertHref(
                    null,
                    gaps.map((seat) => seat.officialId),
                  )}
                  kind={committee.hearings.some(asksForMore) ? undefined : 'main'}
                >
                  Draft an alert to the members who reach the{' '}
                  {gaps.length === 1 ? 'gap' : `${gaps.length} gaps`}
                </LinkButton>
              </Acts>
            )}
          </Lead>
          <Section title="Seat by seat" id="seats">
            <Table
              caption="Who sits on this committee"
              quietCaption
              columns={[
                { key: 'name', label: 'Official' },
                { key: 'reach', label: 'Who can reach' },
                { key: 'spoken', label: 'Who has spoken' },
                { key: 'heard', label: 'What they heard' },
              ]}
              rows={seats.map(rowOf)}
            />
          </Section>
        </>
      )}
    </ConsoleLayout>
  );
};
const rank = (seat: Seat) => ORDER.indexOf(stateOf(seat).key);

const rowOf = (seat: Seat) => {
  const { heard } = seat;
  const [first] = seat.askers;
  return {
    name: (
      <>
        <a id={`seat-${seat.officialId}`} href={`/officials/${seat.officialId}`}>
          {seat.name}
        </a>
        <span class="under-name">
          {[seat.seat ?? 'no seat now', seat.party, seat.role].filter(Boolean).join(', ')}
        </span>
      </>
    ),
    reach: first ? (
      <>
        <a href={`/members/${first.memberId}`}>{first.name}</a>
        <span class="beneath">{kept(askerWords(first))}</span>
      </>
    ) : (
      <span class="soft">No member</span>
    ),
    spoken: heard ? (
      <>
        {heard.by ?? 'Staff'}
        <span class="beneath">
          {showShortDay(heard.onDate)}
          {seat.speakers > 1 && `, and ${seat.speakers - 1} more before`}
        </span>
      </>
    ) : (
      <span class="soft">Nobody yet</span>
    ),
    heard: heard && (
      <>
        {heard.stands && <Tag tone={heard.stands.tone}>{heard.stands.label}</Tag>}{' '}
        {heard.billId && (
          <a href={`/agenda/bills/${heard.billId}/board?seat=${seat.officialId}#seat`}>
            {kept(heard.billNumber)}
          </a>
        )}
        {heard.note && <span class="beneath">{heard.note}</span>}
      </>
    ),
  };
};
