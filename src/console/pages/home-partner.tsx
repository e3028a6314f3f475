import { showDay, showMoment, showWhen } from '../../platform/days.ts';
import {
  Columns,
  ConsoleLayout,
  Empty,
  PageHead,
  Progress,
  Row,
  Rows,
  Section,
  type Frame,
} from '../../ui/index.ts';
import type { PartnerHome } from '../home.ts';

const sentWhen = (at: number | null, now: number, zone: string) =>
  at === null ? '' : `Sent ${showMoment(at, now, zone)}.`;

/** Home of a coalition partner: what is shared with them, and how open alerts are going, in totals. */
export const PartnerHomePage = ({ frame, home }: { frame: Frame; home: PartnerHome }) => (
  <ConsoleLayout {...frame} title="Home" current="home">
    <PageHead title={showDay(home.today)} sub="What is shared with your organization." />
    <Columns
      main={
        <Section title="Talking points" id="points" more={{ href: '/talking-points', label: 'All of them' }}>
          {home.points.length > 0 ? (
            <Rows>
              {home.points.map((one) => (
                <Row
                  href={`/talking-points/${one.id}`}
                  title={one.title}
                  beside={one.billNumber ?? one.issueName}
                  end={one.publishedAt !== null && showWhen(one.publishedAt, home.now, frame.zone)}
                >
                  <span class="soft">
                    Version {one.no}
                    {one.changeNote ? `: ${one.changeNote}` : ''}
                  </span>
                  {one.billId && (
                    <>
                      {' '}
                      <a href={`/agenda/bills/${one.billId}/board`}>Where the votes stand</a>
                    </>
                  )}
                </Row>
              ))}
            </Rows>
          ) : (
            <Empty
              title="Nothing is shared yet"
              text="When the association shares talking points with you, their newest version stands here."
            />
          )}
        </Section>
      }
      aside={
        <Section title="Out now" id="out">
          {home.out.length > 0 ? (
            <Rows>
              {home.out.map((one) => (
                <Row title={one.title}>
                  {one.asks ? (
                    <Progress
                      label={`${one.title}: answered`}
                      value={one.answered}
                      max={one.asked}
                      text={`${one.answered} of ${one.asked} have answered. ${sentWhen(one.launchedAt, home.now, frame.zone)}`}
                    />
                  ) : (
                    <span class="soft">{sentWhen(one.launchedAt, home.now, frame.zone)}</span>
                  )}
                </Row>
              ))}
            </Rows>
          ) : (
            <Empty
              title="Nothing is out"
              text="Alerts that are out stand here with how many have answered."
            />
          )}
        </Section>
      }
    />
  </ConsoleLayout>
);
