import type { CommitteePicture } from '../../whip/index.ts';
import { howSoon } from '../../legislature/index.ts';
import { formatIso, localDate, showDay, showMoment, showShortDay } from '../../platform/days.ts';
import { Empty, kept, Row, Rows, Seats, Section, Tag, When } from '../../ui/index.ts';
import type { FieldHome, NearThreshold } from '../home.ts';
import { counted, daysLeft, shortened } from './home-words.ts';

const SOON_DAYS = 14;
/** The nearest few; the page of the year has the others. */
const MOST_DUE = 4;
const MOST_NAMED = 8;
const MOST_TITLE = 44;

const reportRow = (report: FieldHome['reports'][number]) => ({
  on: report.dueOn,
  row: (
    <Row
      href={`/filings/${report.id}`}
      title={report.name}
      beside={
        report.lobbyist && report.name.includes(report.lobbyist)
          ? null
          : (report.lobbyist ?? report.organization)
      }
      end={<Tag tone={report.daysLeft <= SOON_DAYS ? 'warn' : 'none'}>{daysLeft(report.daysLeft)}</Tag>}
    >
      <span class="soft">
        Due {kept(showDay(report.dueOn))}
        {report.state === 'prepared' && ', prepared'}
      </span>
    </Row>
  ),
});
const hearingRow = (hearing: FieldHome['hearings'][number], now: number, zone: string) => ({
  on: localDate(hearing.at, zone),
  row: (
    <Row
      href={`/agenda/bills/${hearing.billId}`}
      title={`${hearing.billNumber} hearing`}
      beside={shortened(hearing.billTitle, MOST_TITLE)}
      tags={hearing.rank !== null && <Tag tone="accent">priority {hearing.rank}</Tag>}
      end={<When iso={formatIso(hearing.at)} text={howSoon(hearing.at, now, zone)} />}
    >
      <span class="soft">
        {kept([showMoment(hearing.at, now, zone), hearing.committee].filter(Boolean).join(', '))}
      </span>
    </Row>
  ),
});

/** A line of the law, by name alone: the page of filings has the figures. */
const thresholdRow = ({ name, regime, organization, state, on }: NearThreshold) => (
  <Row
    href="/filings#lines"
    title={name}
    beside={`${organization}, ${regime}`}
    end={<Tag tone="warn">{state === 'crossed' ? 'crossed' : 'near'}</Tag>}
  >
    <span class="soft">
      {kept(
        state === 'crossed'
          ? `Past a line of the law${on === null ? '' : ` since ${showShortDay(on)}`}`
          : `Near a line of the law${on === null ? '' : `; at this pace crossed on ${showShortDay(on)}`}`,
      )}
    </span>
  </Row>
);

/** What falls due: reports to file with the days left, and the hearings of the next seven days, in their order. */
export const FallsDue = ({ home, zone }: { home: FieldHome; zone: string }) => {
  const regional = home.role === 'regional_president';
  const rows = [
    ...home.reports.map(reportRow),
    ...home.hearings.map((one) => hearingRow(one, home.now, zone)),
  ]
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .slice(0, MOST_DUE);
  const lines = home.thresholds.map(thresholdRow);
  return (
    <Section
      title="Falls due"
      id="due"
      more={regional ? { href: '/agenda', label: 'The agenda' } : { href: '/filings', label: 'The year' }}
    >
      {rows.length + lines.length > 0 ? (
        <Rows>
          {rows.map(({ row }) => row)}
          {lines}
        </Rows>
      ) : (
        <Empty
          title="Nothing falls due"
          text={
            regional
              ? 'Hearings of the next seven days stand here.'
              : 'Reports to file stand here with the days that are left, and the hearings of the next seven days.'
          }
        />
      )}
    </Section>
  );
};

const unaskedWords = ({ unasked, seats }: CommitteePicture) =>
  unasked.length > MOST_NAMED
    ? `Nobody has asked ${unasked.length} of the ${seats.length} yet.`
    : `Nobody has asked: ${unasked.join(', ')}.`;

/** The next committee seat by seat: where each stands, whom nobody has asked, and how many members could. */
export const CommitteeCoverage = ({
  coverage,
  now,
  zone,
}: {
  coverage: CommitteePicture;
  now: number;
  zone: string;
}) => (
  <Section
    title={coverage.title}
    id="coverage"
    more={{ href: `/agenda/bills/${coverage.billId}/board?in=${coverage.committeeId}`, label: 'The board' }}
  >
    <Seats label={coverage.sentence} seats={coverage.seats} legend={coverage.legend} />
    <p class="small soft">Hearing {kept(showMoment(coverage.hearingAt, now, zone))}.</p>
    {coverage.unasked.length > 0 && (
      <p>
        {unaskedWords(coverage)}{' '}
        <a href={`/officials/committees/${coverage.committeeId}`}>
          {counted(coverage.reachers, 'member')} can reach{' '}
          {coverage.unasked.length === 1 ? 'this seat' : 'these seats'}
        </a>
      </p>
    )}
  </Section>
);
