import { alertHref, HearingPrompts, asksForMore } from '../../legislature/index.ts';
import { showShortDay } from '../../platform/days.ts';
import {
  Columns,
  ConsoleLayout,
  DateField,
  Empty,
  Figure,
  Filters,
  Hemicycle,
  kept,
  Lead,
  LinkButton,
  PageHead,
  Row,
  Rows,
  Seats,
  Section,
  Select,
  StackedBar,
  Table,
  Tag,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { narrowed, type BoardSeat } from '../board.ts';
import { askerWords, boardHref, marksOf, positionInWords, sentenceOf, standing } from '../seat-words.ts';
import type { Board } from '../show-board.ts';
import { SeatPanel, type SentStance } from './board-seat.tsx';

type BoardPageProps = {
  frame: Frame;
  board: Board;
  /** The filters as they are in the address. */
  asked: Record<string, string>;
  now: number;
  mayDraft: boolean;
  /** Whether the reader may note a stance, and whether a member must have said it. */
  mayNote: boolean;
  ofMember: boolean;
  mayName: boolean;
  reportId: string;
  sent: SentStance | null;
  flash: FlashMessage | null;
};

/** Where the votes on a bill stand, seat by seat: the picture, one seat, what moved, and who should ask next. */
export const BoardPage = (props: BoardPageProps) => {
  const { frame, board, asked, flash } = props;
  const { bill, body } = board;
  const title = `${bill.number}: where the votes stand`;
  const query = new URLSearchParams(asked).toString();
  const chosen = board.seats.find((seat) => seat.officialId !== null && seat.officialId === asked.seat);
  const file = (path: string) => `/agenda/bills/${bill.id}/board${path}${query && `?${query}`}`;
  return (
    <ConsoleLayout {...frame} current="agenda" title={title} flash={flash} wide board>
      <PageHead
        title={title}
        back={
          props.mayName
            ? { href: `/agenda/bills/${bill.id}`, label: `${bill.number}, ${bill.title}` }
            : { href: '/', label: 'Home' }
        }
        sub={[bill.status, positionInWords(bill.position)].join('. ')}
        actions={
          board.total > 0 && (
            <>
              <LinkButton href={file('/print')}>Print for the pocket</LinkButton>
              <LinkButton href={file('.csv')} kind="quiet">
                Export as CSV
              </LinkButton>
            </>
          )
        }
      />
      {body?.kind === 'committee' && board.on === board.today && (
        <HearingPrompts
          hearings={board.hearings.filter((one) => one.committeeId === body.id && asksForMore(one))}
          now={props.now}
          zone={frame.zone}
          mayDraft={props.mayDraft}
          bare
        />
      )}
      <BoardFilters {...props} />
      {!body || board.total === 0 ? (
        <Empty
          title={body ? 'Nobody sits here yet' : 'No chamber yet'}
          text="A board shows who holds each seat. Import officials and committees first, then report what they say."
          action={<LinkButton href="/officials/imports">Import officials</LinkButton>}
        />
      ) : (
        <>
          <Columns
            main={
              <>
                <Picture {...props} body={body} />
                <OverTime {...props} />
              </>
            }
            aside={chosen ? <SeatPanel {...props} seat={chosen} /> : <Moved {...props} />}
          />
          <SeatTable {...props} />
        </>
      )}
    </ConsoleLayout>
  );
};

const BoardFilters = ({ board, asked }: BoardPageProps) => (
  <Filters
    action={`/agenda/bills/${board.bill.id}/board`}
    label="Choose the board"
    clearHref={
      asked.party || asked.group || asked.on
        ? boardHref(board, asked, { party: '', group: '', on: '', seat: '' })
        : null
    }
  >
    <Select
      label="Chamber or committee"
      name="in"
      required={false}
      options={board.bodies.map(({ id, name }) => ({ value: id, label: name }))}
      value={board.body?.id}
    />
    <details class="fold">
      <summary>Narrow it, or see an earlier day</summary>
      <div class="fold-fields">
        <NarrowBoard board={board} asked={asked} />
      </div>
    </details>
  </Filters>
);

const partiesIn = ({ seats }: Board) => [...new Set(seats.flatMap((seat) => seat.party ?? []))].toSorted();

const NarrowBoard = ({ board, asked }: Pick<BoardPageProps, 'board' | 'asked'>) => (
  <>
    {partiesIn(board).length > 1 && (
      <Select
        label="Party"
        name="party"
        required={false}
        prompt="Every party"
        options={partiesIn(board).map((party) => ({ value: party, label: party }))}
        value={asked.party}
      />
    )}
    <Select
      label="Where they stand"
      name="group"
      required={false}
      prompt="Anywhere"
      options={board.counts.map(({ key, label }) => ({ value: key, label }))}
      value={asked.group}
    />
    <DateField label="As of" name="on" required={false} value={board.on} max={board.today} />
  </>
);

const Picture = ({ board, asked, body, mayDraft }: BoardPageProps & { body: NonNullable<Board['body']> }) => {
  const { withUs, majority } = standing(board);
  const hrefOf = (seat: BoardSeat) =>
    seat.officialId
      ? `${boardHref(board, asked, { in: body.id, seat: seat.officialId })}#seat`
      : `#row-${seat.seatId}`;
  const chamber = body.kind === 'chamber';
  const label = `${body.name}, ${sentenceOf(board)}`;
  const open = board.seats.filter((seat) => seat.officialId && !seat.spoken);
  const of = `with us of ${board.total}; ${majority} make a majority`;
  return (
    <Section
      title={body.name}
      id="picture"
      aside={board.on === board.today ? null : `As of ${showShortDay(board.on, { year: true })}`}
    >
      <Lead>
        {chamber ? (
          <div class="house">
            <Hemicycle
              seats={marksOf(board, hrefOf, false)}
              label={label}
              count={withUs}
              of={`with us of ${board.total}`}
              middle={`${majority} make a majority`}
            />
            <div class="house-rows">
              <Figure value={withUs} of={of} />
              <Seats seats={marksOf(board, hrefOf, false)} label={label} small />
            </div>
          </div>
        ) : (
          <>
            <Figure value={withUs} of={of} />
            <Seats seats={marksOf(board, hrefOf, true)} label={label} />
          </>
        )}
        <ul class="key" aria-label="How many stand where">
          {board.counts.map((group) => (
            <li class={`tone-${group.tone} ${group.key}`}>
              <a href={boardHref(board, asked, { in: body.id, group: group.key, seat: '' })}>{group.label}</a>{' '}
              <b>{group.count}</b>
            </li>
          ))}
        </ul>
        {open.length > 0 && mayDraft && chamber && (
          <p class="small">
            Nobody has spoken with {open.length === 1 ? 'one of them' : `${open.length} of them`} yet.{' '}
            <a
              href={alertHref(
                board.bill.id,
                open.flatMap((seat) => seat.officialId ?? []),
              )}
            >
              Draft an alert to the members who reach them
            </a>
          </p>
        )}
      </Lead>
    </Section>
  );
};

const Moved = ({ board, asked }: BoardPageProps) => {
  const moved = board.seats.filter((seat) => seat.was !== null);
  const fresh = board.seats.filter((seat) => seat.isNew);
  const hrefOf = (seat: BoardSeat) => `${boardHref(board, asked, { seat: seat.officialId ?? '' })}#seat`;
  return (
    <Section title="Moved in seven days" id="moved">
      {moved.length === 0 && fresh.length === 0 && (
        <p class="soft">Nothing moved. What members hear stands here as soon as it is confirmed.</p>
      )}
      {moved.length > 0 && (
        <Rows>
          {moved.map((seat) => (
            <Row
              title={seat.name}
              href={hrefOf(seat)}
              beside={seat.seat}
              end={seat.onDate && showShortDay(seat.onDate)}
            >
              <span class="soft">{seat.was?.label}, now</span>{' '}
              <Tag tone={seat.group.tone}>{seat.group.label}</Tag>
            </Row>
          ))}
        </Rows>
      )}
      {fresh.length > 0 && <h3>Heard for the first time</h3>}
      {board.counts
        .map((group) => ({ ...group, seats: fresh.filter((seat) => seat.group.key === group.key) }))
        .filter((group) => group.seats.length > 0)
        .map((group) => (
          <p>
            <Tag tone={group.tone}>{group.label}</Tag>{' '}
            {group.seats.map((seat, n) => (
              <>
                {n > 0 && ', '}
                <a href={hrefOf(seat)}>{seat.family}</a>
              </>
            ))}
          </p>
        ))}
    </Section>
  );
};

/** The same counts four weeks back, each day a link to the board as it stood. */
const OverTime = ({ board, asked }: BoardPageProps) => (
  <Section title="Over four weeks" id="over">
    <ol class="over-time">
      {board.over.map(({ day, parts, notHeard }) => (
        <li>
          <a href={boardHref(board, asked, { on: day === board.today ? '' : day, seat: '' })}>
            {day === board.today ? 'Today' : showShortDay(day)}
          </a>
          <StackedBar
            bare
            label={showShortDay(day)}
            total={board.over[0] ? parts.reduce((sum, part) => sum + part.count, notHeard) : 0}
            parts={[
              ...parts.slice(0, 3).map(partOf),
              { label: 'Not heard yet', value: notHeard, tone: 'none' },
              ...parts.slice(3).map(partOf),
            ]}
          />
        </li>
      ))}
    </ol>
  </Section>
);
const partOf = (part: Board['over'][number]['parts'][number]) => ({
  label: part.label,
  value: part.count,
  tone: part.tone,
});

const SeatTable = ({ board, asked, mayName }: BoardPageProps) => (
  <Section title={mayName ? 'Seat by seat, and who should ask next' : 'Seat by seat'} id="seats">
    <Table
      caption={`${board.body?.name ?? ''} on ${board.bill.number}`}
      quietCaption
      columns={[
        { key: 'name', label: 'Official' },
        { key: 'stands', label: 'Stands' },
        ...(mayName
          ? [
              { key: 'heard', label: 'Reported by' },
              { key: 'ask', label: 'Ask next' },
            ]
          : []),
      ]}
      rows={narrowed(board.seats, asked).map((seat) => {
        const [first] = seat.askers;
        return {
          name: (
            <span id={seat.seatId ? `row-${seat.seatId}` : undefined}>
              {seat.officialId ? (
                <a href={`${boardHref(board, asked, { seat: seat.officialId })}#seat`}>{kept(seat.name)}</a>
              ) : (
                <span class="soft">Vacant</span>
              )}
              <span class="under-name">{[seat.seat, seat.party, seat.role].filter(Boolean).join(', ')}</span>
            </span>
          ),
          stands: seat.officialId && (
            <>
              <Tag tone={seat.group.tone}>{seat.group.label}</Tag>
              {seat.was && <span class="beneath">{seat.was.label} a week before</span>}
            </>
          ),
          heard: seat.by && (
            <>
              {seat.by}
              {seat.onDate && <span class="beneath">{showShortDay(seat.onDate)}</span>}
            </>
          ),
          ask: seat.officialId && (
            <>
              {first && (
                <>
                  <a href={`/members/${first.memberId}`}>{first.name}</a>
                  <span class="beneath">{askerWords(first)}</span>
                </>
              )}
              {!first && seat.group.key !== 'with-us' && (
                <span class="soft">No member reaches this seat</span>
              )}
            </>
          ),
        };
      })}
      empty={<Empty title="No seat fits" text="Choose another party or another stand, or show all." />}
    />
  </Section>
);
