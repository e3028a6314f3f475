import { showDay, showMoment } from '../../platform/days.ts';
import {
  Bars,
  Columns,
  ConsoleLayout,
  DefinitionList,
  Empty,
  Figure,
  Lead,
  PageHead,
  Row,
  Rows,
  Section,
  Tag,
  type Frame,
} from '../../ui/index.ts';
import type { BoardHome } from '../home.ts';
import { grouped } from './home-words.ts';

type Priority = NonNullable<BoardHome['agenda']>['priorities'][number];

const BillLine = ({ bill, now, zone }: { bill: Priority['bills'][number]; now: number; zone: string }) => (
  <p>
    <strong>{bill.number}</strong> {bill.title}
    {bill.position && (
      <>
        {' '}
        <Tag>{bill.position}</Tag>
      </>
    )}
    {bill.hearingAt !== null && <span class="soft"> Hearing {showMoment(bill.hearingAt, now, zone)}</span>}
  </p>
);

/** Home of a board member: how the month went in counts, and what the network works for. */
export const BoardHomePage = ({ frame, home }: { frame: Frame; home: BoardHome }) => {
  const { report, agenda } = home;
  return (
    <ConsoleLayout {...frame} title="Home" current="home">
      <PageHead title={showDay(home.today)} sub={`The last ${home.days} days, and what we work for.`} />
      <Columns
        main={
          report && (
            <>
              <Section
                title="Contacts with officials"
                id="contacts"
                more={{ href: '/reports', label: 'The report' }}
              >
                <Lead>
                  <Figure
                    value={grouped(report.totals.contacts)}
                    of={`${report.totals.contacts === 1 ? 'contact' : 'contacts'} reported in ${home.days} days`}
                  />
                </Lead>
                <DefinitionList
                  figures
                  items={[
                    { term: 'Alerts sent', value: grouped(report.alerts.length) },
                    { term: 'Texts', value: grouped(report.totals.texts) },
                    { term: 'Emails', value: grouped(report.totals.mails) },
                    { term: 'Answers from members', value: grouped(report.totals.answered) },
                  ]}
                />
              </Section>
              {report.regions.length > 0 && (
                <Section title="Members who took part" id="regions">
                  <Bars
                    label="Members who answered at least one alert, by region"
                    heads={['Region', 'Share', 'Took part']}
                    rows={report.regions.map((one) => ({
                      label: one.region,
                      value: one.answered,
                      of: one.members,
                      text: `${one.answered} of ${one.members}`,
                    }))}
                  />
                </Section>
              )}
            </>
          )
        }
        aside={
          <Section title="Priorities" id="priorities">
            {agenda && agenda.priorities.length > 0 ? (
              <Rows>
                {agenda.priorities.map((issue) => (
                  <Row title={`${issue.rank}. ${issue.name}`}>
                    {issue.bills.map((bill) => (
                      <BillLine bill={bill} now={home.now} zone={frame.zone} />
                    ))}
                  </Row>
                ))}
              </Rows>
            ) : (
              <Empty
                title="No priorities yet"
                text="Once the director has ranked the issues of this session, they stand here with their bills."
              />
            )}
          </Section>
        }
      />
    </ConsoleLayout>
  );
};
