import { showClass, showKind } from '../../people/index.ts';
import { localDate, showDay } from '../../platform/days.ts';
import { microsToCents } from '../../platform/money.ts';
import { Bars, formatCents, PrintLayout, Section, Table } from '../../ui/index.ts';
import type { AlertReport } from '../alert-report.ts';
import { AlertQuestions } from './alert-questions.tsx';
import { AnswersOverTime } from './answers-over-time.tsx';

type Share = { label: string; asked: number; answered: number };

const Shares = ({ title, id, head, rows }: { title: string; id: string; head: string; rows: Share[] }) =>
  rows.length > 0 ? (
    <Section title={title} id={id}>
      <Bars
        label={`Members who have answered, ${title.toLowerCase()}`}
        heads={[head, 'Answered', 'Number']}
        rows={rows.map((one) => ({
          label: one.label,
          value: one.answered,
          of: one.asked,
          text: `${one.answered} of ${one.asked}`,
        }))}
      />
    </Section>
  ) : null;

/** An alert on paper: what was asked, who answered where and when, what came of it and what it cost. No names. */
export const AlertReportPage = ({
  network,
  zone,
  now,
  report,
  back,
  ofRegion,
}: {
  network: string;
  zone: string;
  now: number;
  report: AlertReport;
  /** Where a reader comes from: the alert, or the reports. */
  back: { href: string; label: string };
  /** True where the counts are those of one region. */
  ofRegion: boolean;
}) => {
  const { tally, sending, contacts } = report;
  const day = (at: number) => showDay(localDate(at, zone));
  return (
    <PrintLayout
      title={report.title}
      network={network}
      back={back}
      sub={[
        report.about && `About ${report.about}.`,
        `Sent by ${report.organization}${report.launchedAt ? ` on ${day(report.launchedAt)}` : ''}.`,
        report.closedAt ? `Closed on ${day(report.closedAt)}.` : 'Still open for answers.',
        ofRegion && 'Members of one region.',
        `As of ${showDay(localDate(now, zone), { year: true })}.`,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <Section title="In numbers" id="numbers">
        <Table
          caption="The alert in numbers"
          quietCaption
          keep
          columns={[
            { key: 'what', label: 'What' },
            { key: 'count', label: 'Number', align: 'end' },
          ]}
          rows={[
            { what: 'Members asked', count: tally.asked },
            { what: 'Members who answered', count: tally.answered },
            { what: 'Contacts with officials confirmed', count: contacts.confirmed },
            { what: 'Officials heard from', count: contacts.officials },
            ...(sending
              ? [
                  { what: 'Texts sent', count: sending.sent.sms.out },
                  { what: 'Texts delivered', count: sending.sent.sms.delivered },
                  { what: 'Emails sent', count: sending.sent.email.out },
                  { what: 'Emails delivered', count: sending.sent.email.delivered },
                  {
                    what: 'Reminders by text and email',
                    count: sending.sent.nudges.sms.out + sending.sent.nudges.email.out,
                  },
                  {
                    what:
                      sending.cost.unpriced > 0
                        ? `Cost of texts so far; ${sending.cost.unpriced} have no price yet`
                        : 'Cost of texts',
                    count: formatCents(microsToCents(sending.cost.priceMicros)),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {report.words && (
        <Section title="What members got" id="words">
          <p class="prose">{report.words}</p>
        </Section>
      )}
      {tally.byOption.length > 0 && (
        <Section title="Answers" id="answers">
          <Bars
            label="Answers to the first question"
            heads={['Answer', 'Share of those asked', 'Number']}
            rows={tally.byOption.map((one) => ({
              label: one.label,
              value: one.count,
              of: tally.asked || 1,
              text: `${one.count} of ${tally.asked}`,
            }))}
          />
        </Section>
      )}
      <AlertQuestions alertId={null} questions={tally.byQuestion} />
      {report.launchedAt && (
        <AnswersOverTime
          tally={tally}
          launchedAt={report.launchedAt}
          now={report.closedAt ? null : now}
          zone={zone}
        />
      )}
      <Shares
        title="By region"
        id="regions"
        head="Region"
        rows={tally.byRegion.map((one) => ({ ...one, label: one.region }))}
      />
      <Shares
        title="By kind of member"
        id="kinds"
        head="Kind"
        rows={tally.byKind.map((one) => ({ ...one, label: showKind(one.kind) }))}
      />
      <Shares
        title="By class of district"
        id="classes"
        head="Class"
        rows={tally.byClass.map((one) => ({ ...one, label: showClass(one.class) || 'No district' }))}
      />
    </PrintLayout>
  );
};
