import {
  ConsoleLayout,
  Empty,
  Filters,
  LinkButton,
  PageHead,
  Pager,
  SearchField,
  Select,
  Table,
  Tag,
  type Frame,
} from '../../ui/index.ts';
import { STANDS, type Stand } from './words.ts';

type Named = { id: string; name: string };
/** The filters as they stand in the address. */
export interface AskedBills {
  session: string | null;
  issue: string | null;
  position: string | null;
  committee: string | null;
  hearing: string | null;
  sort: string;
  q: string;
}
type BillsPageProps = {
  frame: Frame;
  asked: AskedBills;
  sessions: Named[];
  issues: Named[];
  committees: Named[];
  bills: {
    id: string;
    number: string;
    title: string;
    status: string;
    position: Stand | null;
    rank: number | null;
    issueName: string | null;
    /** "Wednesday, February 10, 3:00 pm", "in 26 hours" */
    hearing: string | null;
    soon: string | null;
    hearingCommittee: string | null;
  }[];
  nextHref: string | null;
  csvHref: string;
  mayWrite: boolean;
};

/** The agenda's bills with priority, position, status and next hearing. */
export const BillsPage = (props: BillsPageProps) => {
  const { frame, asked, bills, mayWrite } = props;
  const narrowed = [asked.q, asked.session, asked.issue, asked.position, asked.committee, asked.hearing].some(
    Boolean,
  );
  return (
    <ConsoleLayout {...frame} current="agenda" title="Bills">
      <PageHead
        title="Bills"
        back={{ href: '/agenda', label: 'Agenda' }}
        actions={
          <>
            {mayWrite && (
              <LinkButton href="/agenda/bills/new" kind="main">
                Add a bill
              </LinkButton>
            )}
            <LinkButton href={props.csvHref}>Export as CSV</LinkButton>
            <LinkButton href="/filings/calendar" kind="quiet">
              Hearings in your calendar
            </LinkButton>
          </>
        }
      />
      <BillFilters {...props} narrowed={narrowed} />
      <Table
        caption="Bills"
        quietCaption
        columns={[
          { key: 'bill', label: 'Bill' },
          { key: 'priority', label: 'Priority' },
          { key: 'position', label: 'Position' },
          { key: 'status', label: 'Status' },
          { key: 'hearing', label: 'Next hearing' },
        ]}
        rows={bills.map((bill) => ({
          bill: (
            <>
              <a href={`/agenda/bills/${bill.id}`}>{bill.number}</a>
              <span class="beneath">{bill.title}</span>
            </>
          ),
          priority:
            bill.rank === null ? (
              bill.issueName && <span class="small soft">{bill.issueName}</span>
            ) : (
              <span>
                {bill.rank}. <span class="small soft">{bill.issueName}</span>
              </span>
            ),
          position: bill.position && (
            <Tag tone={STANDS[bill.position].tone}>{STANDS[bill.position].label}</Tag>
          ),
          status: bill.status,
          hearing: bill.hearing && (
            <>
              <b>{bill.soon}</b>
              <span class="beneath">{[bill.hearing, bill.hearingCommittee].filter(Boolean).join(', ')}</span>
            </>
          ),
        }))}
        empty={
          <Empty
            title={narrowed ? 'No bill found' : 'No bills yet'}
            text={
              narrowed
                ? 'Check the number, widen the filters, or show all.'
                : 'Add the bills that the network follows: each stands here with our position and its next hearing.'
            }
          />
        }
      />
      {bills.length > 0 && <Pager shown={bills.length} next={props.nextHref} />}
    </ConsoleLayout>
  );
};

const choices = (list: Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));

const BillFilters = ({
  asked,
  sessions,
  issues,
  committees,
  narrowed,
}: BillsPageProps & { narrowed: boolean }) => (
  <Filters action="/agenda/bills" label="Find bills" clearHref={narrowed ? '/agenda/bills' : null}>
    <SearchField label="Number or title" value={asked.q} button={null} />
    <details class="fold">
      <summary>Filters{narrowed && ' (in force)'}</summary>
      <div class="fold-fields">
        <Select
          label="Issue"
          name="issue"
          required={false}
          prompt="All issues"
          options={choices(issues)}
          value={asked.issue}
        />
        <Select
          label="Position"
          name="position"
          required={false}
          prompt="Any position"
          options={[
            ...Object.entries(STANDS).map(([value, { label }]) => ({ value, label })),
            { value: 'none', label: 'None taken' },
          ]}
          value={asked.position}
        />
        {sessions.length > 1 && (
          <Select
            label="Session"
            name="session"
            required={false}
            prompt="All sessions"
            options={choices(sessions)}
            value={asked.session}
          />
        )}
        {committees.length > 0 && (
          <Select
            label="Committee"
            name="committee"
            required={false}
            prompt="Any committee"
            options={choices(committees)}
            value={asked.committee}
          />
        )}
        <Select
          label="Hearing"
          name="hearing"
          required={false}
          prompt="Any time"
          options={[
            { value: '3', label: 'Within 3 days' },
            { value: '7', label: 'Within 7 days' },
            { value: '30', label: 'Within 30 days' },
          ]}
          value={asked.hearing}
        />
      </div>
    </details>
    <Select
      label="Sort by"
      name="sort"
      required={false}
      options={[
        { value: 'priority', label: 'Priority' },
        { value: 'hearing', label: 'Next hearing' },
        { value: 'number', label: 'Number' },
        { value: 'status', label: 'Status' },
      ]}
      value={asked.sort}
    />
  </Filters>
);
