import { showShortDay } from '../../platform/days.ts';
import {
  ConsoleLayout,
  Empty,
  Filters,
  DateField,
  Lead,
  Figure,
  LinkButton,
  Money,
  PageHead,
  Pager,
  Row,
  Rows,
  Section,
  Stack,
  Table,
  Tag,
  formatCents,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import type { Activity, Expense } from '../log-queries.ts';
import type { ContactReport } from '../report-queries.ts';
import { QuickLine } from './quick-pages.tsx';
import { KIND_LABELS, MS_LABELS, MT_LABELS, showMinutes } from './words.ts';

interface Props {
  frame: Frame;
  flash: FlashMessage | null;
  from: string;
  to: string;
  activities: Activity[];
  nextActivity: string | null;
  expenses: Expense[];
  nextExpense: string | null;
  summary: {
    activities: number;
    minutes: number;
    confirmedCents: number;
    draftCents: number;
    activityDrafts: Activity[];
    expenseDrafts: Expense[];
  };
  reports: ContactReport[];
  maySpend: boolean;
  /** A line was just logged: the next one may follow at once. */
  again: boolean;
}

/** The drafts that wait for a person, whatever their day: one confirmation each. */
const Waiting = ({ reports, summary }: Pick<Props, 'reports' | 'summary'>) => (
  <Section
    title="Waiting for you"
    id="waiting"
    more={{ href: '/log/contacts', label: 'All contact reports' }}
  >
    {reports.length + summary.activityDrafts.length + summary.expenseDrafts.length === 0 ? (
      <p class="soft">Nothing. Drafts from replies and closed alerts appear here, one confirmation each.</p>
    ) : (
      <Rows label="Drafts">
        {reports.map((one) => (
          <Row
            href={`/log/contacts/${one.id}`}
            title={one.officialName ?? 'An official, not named'}
            beside={one.memberName ?? undefined}
            tags={<Tag tone="accent">contact report</Tag>}
            end={showShortDay(one.onDate)}
          />
        ))}
        {summary.activityDrafts.map((one) => (
          <Row
            href={`/log/activities/${one.id}`}
            title={KIND_LABELS[one.kind] ?? one.kind}
            tags={<Tag tone="accent">activity</Tag>}
            end={showShortDay(one.onDate)}
          >
            {one.note}
          </Row>
        ))}
        {summary.expenseDrafts.map((one) => (
          <Row
            href={`/log/expenses/${one.id}`}
            title={one.purpose}
            tags={<Tag tone="accent">expense</Tag>}
            end={<Money cents={one.amountCents} />}
          />
        ))}
      </Rows>
    )}
  </Section>
);

/** The lobbying log of a period: what waits for a person, what was done, what was spent. */
export const LogPage = (props: Props) => {
  const { frame, flash, from, to, activities, nextActivity, expenses, nextExpense, summary, reports } = props;
  const waits = reports.length + summary.activityDrafts.length + summary.expenseDrafts.length > 0;
  const period = `from=${from}&to=${to}`;
  return (
    <ConsoleLayout {...frame} title="Log" current="log" flash={flash}>
      <PageHead
        title="Lobbying log"
        sub="What was done and spent to influence legislation, as it happens. Filings are made from these rows."
        actions={
          <>
            <LinkButton kind="main" href="/log/activities/new">
              Log an activity
            </LinkButton>
            {props.maySpend && <LinkButton href="/log/expenses/new">Log an expense</LinkButton>}
            <LinkButton href="/log/contacts/new">Report a contact</LinkButton>
          </>
        }
      />
      <Stack>
        <QuickLine focus={props.again} />
        <p>
          <a href="/log/week">The week at a glance</a>, <a href="/log/calendar">from a calendar</a>,{' '}
          <a href="/log/recurring">entries that come back</a>
          {props.maySpend && (
            <>
              , <a href="/log/pay">pay</a>, <a href="/log/dues">dues and gifts</a>
            </>
          )}
        </p>
        {waits && <Waiting reports={reports} summary={summary} />}
        <Section title="The period" id="period">
          <Lead>
            <Figure
              value={summary.activities}
              of={`${summary.activities === 1 ? 'activity' : 'activities'}, ${showMinutes(summary.minutes)}, ${formatCents(summary.confirmedCents)} spent${summary.draftCents > 0 ? `, ${formatCents(summary.draftCents)} to confirm` : ''}`}
            />
          </Lead>
          <Filters action="/log" label="Choose the period">
            <DateField label="From" name="from" value={from} required={false} />
            <DateField label="To" name="to" value={to} required={false} />
          </Filters>
        </Section>
        <Section
          title="Activities"
          id="activities"
          more={{ href: `/log/activities.csv?${period}`, label: 'Export activities' }}
        >
          <Table
            caption="Activities of the period"
            quietCaption
            compact
            columns={[
              { key: 'what', label: 'What' },
              { key: 'on', label: 'Day', nowrap: true },
              { key: 'who', label: 'Who' },
              { key: 'matter', label: 'Matter' },
              { key: 'time', label: 'Time', align: 'end' },
            ]}
            rows={activities.map((one) => ({
              what: (
                <>
                  <a href={`/log/activities/${one.id}`}>{KIND_LABELS[one.kind] ?? one.kind}</a>{' '}
                  {one.state === 'draft' && <Tag tone="warn">draft</Tag>}
                  {one.officialName && <span class="soft"> {one.officialName}</span>}
                </>
              ),
              on: showShortDay(one.onDate),
              who: one.personName ?? 'The association',
              matter: [one.billNumber, one.position].filter(Boolean).join(', '),
              time: one.minutes === null ? '' : showMinutes(one.minutes),
            }))}
            empty={
              <Empty
                title="Nothing was logged in this period"
                text="Confirm a contact report, close an alert, or log what you did by hand. Twenty seconds now save an evening before the report falls due."
                action={<LinkButton href="/log/activities/new">Log an activity</LinkButton>}
              />
            }
          />
          {activities.length > 0 && (
            <Pager
              next={nextActivity ? `/log?${period}&after=${encodeURIComponent(nextActivity)}` : null}
              prev={null}
              shown={activities.length}
              total={summary.activities}
              of="activities"
            />
          )}
        </Section>
        <Section
          title="Expenses"
          id="expenses"
          more={{ href: `/log/expenses.csv?${period}`, label: 'Export expenses' }}
        >
          <Table
            caption="Expenses of the period"
            quietCaption
            compact
            columns={[
              { key: 'what', label: 'What for' },
              { key: 'on', label: 'Day', nowrap: true },
              { key: 'categories', label: 'Categories' },
              { key: 'amount', label: 'Amount', align: 'end' },
            ]}
            rows={expenses.map((one) => ({
              what: (
                <>
                  <a href={`/log/expenses/${one.id}`}>{one.purpose}</a>{' '}
                  {one.state === 'draft' && <Tag tone="warn">draft</Tag>}
                  <span class="soft"> {one.payee}</span>
                </>
              ),
              on: showShortDay(one.incurredOn),
              categories: [
                one.mtCategory && `Montana: ${MT_LABELS[one.mtCategory]}`,
                one.msCategory && `Mississippi: ${MS_LABELS[one.msCategory]}`,
              ]
                .filter(Boolean)
                .join('; '),
              amount: (
                <span>
                  <Money cents={one.amountCents} />
                  {one.estimated === 1 && <span class="soft"> estimated</span>}
                </span>
              ),
            }))}
            totals={
              expenses.length > 0
                ? [{ what: 'Confirmed in the period', amount: <Money cents={summary.confirmedCents} /> }]
                : []
            }
            empty={
              <p class="soft">
                No expenses in this period. Log each on its day, with a photo of the receipt: reports take it
                from here.
              </p>
            }
          />
          {expenses.length > 0 && (
            <Pager
              next={nextExpense ? `/log?${period}&afterExpense=${encodeURIComponent(nextExpense)}` : null}
              prev={null}
              shown={expenses.length}
              of="expenses"
            />
          )}
        </Section>
        {!waits && <Waiting reports={reports} summary={summary} />}
        <p>
          <a href="/log/filers">Who files and who lobbies</a>
        </p>
      </Stack>
    </ConsoleLayout>
  );
};
