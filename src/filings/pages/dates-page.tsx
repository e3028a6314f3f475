import { showDay, showShortDay } from '../../platform/days.ts';
import {
  ConsoleLayout,
  Empty,
  LinkButton,
  PageHead,
  PrintLayout,
  Section,
  Table,
  Tabs,
  Tag,
  When,
  type Frame,
} from '../../ui/index.ts';
import type { DueDateView } from '../list-due-dates.ts';
import { STATE_TONES, STATE_WORDS } from './words.ts';
import { YearPicture } from './year-picture.tsx';

interface Props {
  frame: Frame;
  year: number;
  today: string;
  /** The regime that is shown alone; null for all. */
  regime: string | null;
  regimes: { id: string; name: string }[];
  items: DueDateView[];
}

const addressOf = (year: number, regime: string | null, page = '/filings/dates') =>
  `${page}?year=${year}${regime === null ? '' : `&regime=${regime}`}`;

const Day = ({ iso }: { iso: string }) => <When iso={iso} text={showShortDay(iso, { year: true })} />;

const DatesTable = ({ items, linked }: { items: DueDateView[]; linked: boolean }) => (
  <Table
    caption="Reports by due date"
    quietCaption
    columns={[
      { key: 'report', label: 'Report' },
      { key: 'statutory', label: 'Law names', nowrap: true },
      { key: 'due', label: 'Due', nowrap: true },
      { key: 'ours', label: 'Our own day', nowrap: true },
      { key: 'why', label: 'Why they differ' },
      { key: 'state', label: 'State', nowrap: true },
    ]}
    rows={items.map((one) => ({
      report: (
        <>
          {linked ? <a href={`/filings/${one.id}`}>{one.name}</a> : one.name}
          <br />
          <span class="small soft">{`${one.organizationName}, ${one.regimeName}`}</span>
        </>
      ),
      statutory: <Day iso={one.statutoryDueOn} />,
      due: <Day iso={one.dueOn} />,
      ours: <Day iso={one.internalDueOn} />,
      why: one.why === null ? '' : <span class="small">{one.why}</span>,
      state: linked ? (
        <Tag tone={STATE_TONES[one.state]}>{STATE_WORDS[one.state]}</Tag>
      ) : (
        STATE_WORDS[one.state]
      ),
    }))}
  />
);

/** The year's due dates: the picture, then each report with the day the law names, the day it is met on, and our own. */
export const DatesPage = ({ frame, year, today, regime, regimes, items }: Props) => (
  <ConsoleLayout
    {...frame}
    title={`Due dates of ${year}`}
    current="filings"
    back={{ href: '/filings', label: 'Filings' }}
  >
    <PageHead
      title={`Due dates of ${year}`}
      sub="The day the law names, the day weekends and holidays move it to, and our own: the last business day on or before, safe whatever moves."
      actions={
        <>
          <LinkButton href={addressOf(year - 1, regime)}>{year - 1}</LinkButton>
          <LinkButton href={addressOf(year + 1, regime)}>{year + 1}</LinkButton>
          <LinkButton kind="quiet" href={addressOf(year, regime, '/filings/dates/print')}>
            Page to print
          </LinkButton>
          <LinkButton kind="quiet" href="/filings/calendar">
            Subscribe
          </LinkButton>
          <LinkButton kind="quiet" href="/filings/days">
            Holidays and sessions
          </LinkButton>
        </>
      }
    />
    {regimes.length > 1 && (
      <Tabs
        label="Due dates by regime"
        items={[null, ...regimes].map((one) => ({
          href: addressOf(year, one?.id ?? null),
          label: one?.name ?? 'All',
          current: (one?.id ?? null) === regime,
        }))}
      />
    )}
    {items.length === 0 ? (
      <Empty
        title={`No report is due in ${year}`}
        text="Due dates are worked out for the year before and this one, once a day and whenever somebody asks under Filings."
        action={<LinkButton href="/filings">Filings</LinkButton>}
      />
    ) : (
      <>
        <YearPicture year={year} today={today} items={items} />
        <DatesTable items={items} linked />
      </>
    )}
  </ConsoleLayout>
);

/** The same on paper. */
export const DatesPrintPage = ({ frame, year, today, regime, regimes, items }: Props) => (
  <PrintLayout
    title={`Due dates of ${year}${regime === null ? '' : `: ${regimes.find((one) => one.id === regime)?.name ?? ''}`}`}
    network={frame.network}
    back={{ href: addressOf(year, regime), label: 'Due dates' }}
    sub={`As worked out by ${showDay(today, { year: true })}.`}
  >
    <Section title="Reports by due date" id="dates">
      <DatesTable items={items} linked={false} />
    </Section>
  </PrintLayout>
);
