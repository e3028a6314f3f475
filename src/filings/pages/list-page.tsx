import { showShortDay } from '../../platform/days.ts';
import {
  Acts,
  Button,
  ConsoleLayout,
  Empty,
  Form,
  LinkButton,
  Money,
  PageHead,
  Section,
  Table,
  Tag,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { ObligationView } from '../list-obligations.ts';
import type { ThresholdView } from '../list-thresholds.ts';
import { Thresholds } from './thresholds.tsx';
import { YearPicture } from './year-picture.tsx';
import { daysLeftInWords, isOwed, STATE_TONES, STATE_WORDS } from './words.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  year: number;
  today: string;
  items: ObligationView[];
  lines: ThresholdView[];
  mayRefresh: boolean;
}

/** The reports of a year by due date: what is to file, what may still come, what is done. */
export const FilingsPage = ({ frame, flash, year, today, items, lines, mayRefresh }: Props) => {
  const likely = items.filter((one) => one.state !== 'not_triggered');
  const maybe = items.filter((one) => one.state === 'not_triggered');
  const next = items.find((one) => isOwed(one.state));
  return (
    <ConsoleLayout {...frame} title="Filings" current="filings" flash={flash}>
      <PageHead
        title={`Filings due in ${year}`}
        sub={
          next
            ? `Next: ${next.name}, due ${showShortDay(next.dueOn)}, ${daysLeftInWords(next.daysLeft)}.`
            : 'Nothing is waiting to be filed.'
        }
        actions={
          <>
            <LinkButton href={`/filings?year=${year - 1}`}>{year - 1}</LinkButton>
            <LinkButton href={`/filings?year=${year + 1}`}>{year + 1}</LinkButton>
            <LinkButton kind="quiet" href="/filings/rules">
              Rules
            </LinkButton>
            <LinkButton kind="quiet" href={`/filings/dates?year=${year}`}>
              Due dates
            </LinkButton>
            <LinkButton kind="quiet" href="/filings/what-if">
              What if
            </LinkButton>
            <LinkButton kind="quiet" href="/guidance">
              Guidance
            </LinkButton>
            <LinkButton kind="quiet" href="/filings/decisions">
              Decisions
            </LinkButton>
          </>
        }
      />
      {items.length === 0 ? (
        <Empty
          title="No report falls due"
          text="Say who files where, and since when. Due dates are then worked out from the rules once a day."
          action={<LinkButton href="/log/filers">Who files and who lobbies</LinkButton>}
        />
      ) : (
        <>
          <YearPicture year={year} today={today} items={items} />
          <Section title="To file and filed" id="owed">
            <ObligationTable
              caption="Reports to file and filed"
              items={likely}
              empty="None this year so far."
            />
          </Section>
          {lines.length > 0 && <Thresholds lines={lines} />}
          {maybe.length > 0 && (
            <Section title="Not owed so far" id="maybe" aside="They become due when the log asks for them.">
              <NotOwed items={maybe} />
            </Section>
          )}
        </>
      )}
      {mayRefresh && (
        <Form action="/filings/refresh" label="Work out the due dates">
          <Acts>
            <Button>Work out the due dates again</Button>
          </Acts>
        </Form>
      )}
    </ConsoleLayout>
  );
};

const ObligationTable = ({
  caption,
  items,
  empty,
}: {
  caption: string;
  items: ObligationView[];
  empty?: string;
}) => (
  <Table
    caption={caption}
    quietCaption
    columns={[
      { key: 'report', label: 'Report' },
      { key: 'for', label: 'For' },
      { key: 'due', label: 'Due', nowrap: true },
      { key: 'left', label: 'Left', nowrap: true },
      { key: 'state', label: 'State', nowrap: true },
      { key: 'total', label: 'Total', align: 'end' },
    ]}
    rows={items.map((one) => ({
      report: (
        <>
          <a href={`/filings/${one.id}`}>{one.name}</a>
          <br />
          <span class="small soft">{one.trace[0]}</span>
        </>
      ),
      for: `${one.organizationName}, ${one.regimeName}`,
      due: <When iso={one.dueOn} text={showShortDay(one.dueOn, { year: true })} />,
      left: isOwed(one.state) ? daysLeftInWords(one.daysLeft) : '',
      state: <Tag tone={STATE_TONES[one.state]}>{STATE_WORDS[one.state]}</Tag>,
      total: one.totalCents === null ? '' : <Money cents={one.totalCents} />,
    }))}
    empty={empty}
  />
);

const NotOwed = ({ items }: { items: ObligationView[] }) => (
  <Table
    caption="Reports not owed so far"
    quietCaption
    columns={[
      { key: 'report', label: 'Report', nowrap: true },
      { key: 'why', label: 'So far' },
      { key: 'due', label: 'Would be due', nowrap: true },
    ]}
    rows={items.map((one) => ({
      report: <a href={`/filings/${one.id}`}>{one.name}</a>,
      why: (
        <span class="small soft">
          {items.some((other) => other.organizationId !== one.organizationId) && `${one.organizationName}. `}
          {one.trace[0]}
        </span>
      ),
      due: <When iso={one.dueOn} text={showShortDay(one.dueOn, { year: true })} />,
    }))}
  />
);
