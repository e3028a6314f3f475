import { localDate, showShortDay } from '../../platform/days.ts';
import {
  Bars,
  Columns,
  ConsoleLayout,
  DateField,
  Empty,
  Figure,
  Filters,
  Lead,
  LinkButton,
  Money,
  PageHead,
  Section,
  Stack,
  Table,
  Tabs,
  type Frame,
} from '../../ui/index.ts';
import { showClass, showKind } from '../../people/index.ts';
import { compared } from '../period.ts';
import { REPORT_TABS, ReportTabs } from './report-tabs.tsx';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Members of one sort, and how many of them answered. */
interface Part {
  name: string;
  members: number;
  answered: number;
}

interface Report {
  from: string;
  to: string;
  alerts: {
    id: string;
    title: string;
    launchedAt: number | null;
    texts: number;
    mails: number;
    asked: number;
    answered: number;
    contacts: number;
    cents: number | null;
  }[];
  contacts: { method: string; count: number; officials: number }[];
  regions: { region: string; members: number; answered: number }[];
  kinds: Part[];
  classes: Part[];
  organizations: Part[];
  totals: { texts: number; mails: number; answered: number; contacts: number };
  /** The period just before, as long. */
  before: { from: string; to: string; totals: Report['totals']; sent: number };
}

/** A class of district as people say it; members without a district have none. */
export const classNamed = (name: string) => (name === '' ? 'No district' : showClass(name));

const TookPart = ({ title, id, head, rows }: { title: string; id: string; head: string; rows: Part[] }) => (
  <Section title={title} id={id}>
    <Bars
      label={`Members who answered at least one alert, ${title.toLowerCase()}`}
      heads={[head, 'Answered', 'Members']}
      rows={rows.map((one) => ({
        label: one.name,
        value: one.answered,
        of: one.members,
        text: `${one.answered} of ${one.members}`,
      }))}
    />
  </Section>
);

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What went out, who took part and what came of it, in one page for the board. */
export const CommunicationsPage = ({
  frame,
  report,
  periods,
  methods,
  ofRegion,
}: {
  frame: Frame;
  report: Report;
  periods: { label: string; from: string; to: string }[];
  methods: Record<string, string>;
  /** True where the counts are those of one region. */
  ofRegion: boolean;
}) => (
  <ConsoleLayout {...frame} title="Reports" current="reports">
    <PageHead
      title="Communications"
      sub={`${showShortDay(report.from, { year: true })} to ${showShortDay(report.to, { year: true })}${ofRegion ? ', your region' : ''}`}
      actions={
        <>
          <LinkButton href={`/reports/communications.csv?from=${report.from}&to=${report.to}`}>
            Export CSV
          </LinkButton>
          <LinkButton href={`/reports/communications.xlsx?from=${report.from}&to=${report.to}`}>
            Export XLSX
          </LinkButton>
        </>
      }
    />
    <ReportTabs current={REPORT_TABS.communications} />
    <Stack>
      <Lead>
        <Figure
          value={report.totals.texts + report.totals.mails}
          of={`${report.totals.texts + report.totals.mails === 1 ? 'message' : 'messages'} sent: ${counted(report.totals.texts, 'text')}, ${counted(report.totals.mails, 'email')}; ${counted(report.totals.answered, 'answer')}, ${counted(report.totals.contacts, 'contact')} with officials`}
        />
      </Lead>
      <Tabs
        label="Periods"
        items={periods.map(({ label, from, to }) => ({
          label,
          href: `/reports?from=${from}&to=${to}`,
          current: from === report.from && to === report.to,
        }))}
      />
      <Filters action="/reports" label="Choose the period">
        <DateField label="From" name="from" value={report.from} required={false} />
        <DateField label="To" name="to" value={report.to} required={false} />
      </Filters>
      <Section title="By method, beside the period before" id="methods">
        <Table
          caption="What went out and came back, beside the period before"
          quietCaption
          keep
          columns={[
            { key: 'what', label: 'Method' },
            { key: 'now', label: 'Number', align: 'end' },
            { key: 'earlier', label: 'Before', align: 'end' },
          ]}
          rows={[
            { what: 'Alerts sent', now: report.alerts.length, earlier: report.before.sent },
            { what: 'Texts', now: report.totals.texts, earlier: report.before.totals.texts },
            { what: 'Emails', now: report.totals.mails, earlier: report.before.totals.mails },
            {
              what: 'Answers from members',
              now: report.totals.answered,
              earlier: report.before.totals.answered,
            },
            {
              what: 'Contacts with officials',
              now: report.totals.contacts,
              earlier: report.before.totals.contacts,
            },
          ]}
        />
        <p class="small soft">
          {capital(
            compared(
              report.totals.texts + report.totals.mails,
              report.before.totals.texts + report.before.totals.mails,
            ),
          )}{' '}
          the messages of{' '}
          <a href={`/reports?from=${report.before.from}&to=${report.before.to}`}>
            {showShortDay(report.before.from, { year: true })} to{' '}
            {showShortDay(report.before.to, { year: true })}
          </a>
          .
        </p>
      </Section>
      <Section title="Alerts" id="alerts">
        <Table
          caption="Alerts of the period"
          quietCaption
          columns={[
            { key: 'title', label: 'Alert' },
            { key: 'on', label: 'Sent', nowrap: true },
            { key: 'texts', label: 'Texts', align: 'end' },
            { key: 'mails', label: 'Emails', align: 'end' },
            { key: 'answered', label: 'Answered', align: 'end' },
            { key: 'contacts', label: 'Contacts', align: 'end' },
            ...(ofRegion ? [] : [{ key: 'cost', label: 'Cost', align: 'end' as const }]),
          ]}
          rows={report.alerts.map((one) => ({
            title: <a href={`/alerts/${one.id}/report`}>{one.title}</a>,
            on: one.launchedAt ? showShortDay(localDate(one.launchedAt, frame.zone)) : '',
            texts: one.texts,
            mails: one.mails,
            answered: `${one.answered} of ${one.asked}`,
            contacts: one.contacts,
            cost: one.cents === null ? '' : <Money cents={one.cents} />,
          }))}
          empty={
            <Empty
              title="No alert went out in this period"
              text="Choose a longer period, or send the first alert under Alerts."
            />
          }
        />
      </Section>
      <Columns
        main={
          <>
            <Section title="Contacts with officials" id="contacts">
              <Table
                caption="Contacts by method"
                quietCaption
                columns={[
                  { key: 'method', label: 'How' },
                  { key: 'count', label: 'Contacts', align: 'end' },
                  { key: 'officials', label: 'Officials', align: 'end' },
                ]}
                keep
                rows={report.contacts.map((one) => ({
                  method: methods[one.method] ?? 'Not said',
                  count: one.count,
                  officials: one.officials,
                }))}
                empty={<p class="soft">None confirmed in this period.</p>}
              />
            </Section>
            {report.regions.length === 0 ? (
              <Section title="Who took part" id="regions">
                <p class="soft">Members have no regions yet.</p>
              </Section>
            ) : (
              <TookPart
                title="By region"
                id="regions"
                head="Region"
                rows={report.regions.map(({ region, ...one }) => ({ name: region, ...one }))}
              />
            )}
            {report.organizations.length > 1 && (
              <TookPart
                title="By organization"
                id="organizations"
                head="Organization"
                rows={report.organizations}
              />
            )}
          </>
        }
        aside={
          <>
            {report.kinds.length > 0 && (
              <TookPart
                title="By kind of member"
                id="kinds"
                head="Kind"
                rows={report.kinds.map((one) => ({ ...one, name: showKind(one.name) }))}
              />
            )}
            {report.classes.length > 1 && (
              <TookPart
                title="By class of district"
                id="classes"
                head="Class"
                rows={report.classes.map((one) => ({ ...one, name: classNamed(one.name) }))}
              />
            )}
          </>
        }
      />
    </Stack>
  </ConsoleLayout>
);
