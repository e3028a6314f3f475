import { showClass, showKind } from '../../people/index.ts';
import { showMoment, showZone } from '../../platform/days.ts';
import { Acts, Bars, Figure, Lead, LinkButton, Live, Progress, Section, StackedBar } from '../../ui/index.ts';
import type { AlertView } from '../alert-view.ts';
import { AlertQuestions } from './alert-questions.tsx';
import { OUTCOME_TONES } from './alert-words.ts';
import { AnswersOverTime } from './answers-over-time.tsx';

const LIVE_SECONDS = 5;

/** "128 texts wait for texting hours": what is not out, why, and until when. */
const Waits = ({ view, zone, now }: { view: AlertView; zone: string; now: number }) => {
  const { sent, nextAt } = view;
  const waiting = (sent.sms.states.waiting ?? 0) + (sent.nudges.sms.states.waiting ?? 0);
  if (waiting === 0 || nextAt === null) return null;
  return (
    <p class="soft">
      {waiting === 1 ? '1 text waits' : `${waiting} texts wait`} for texting hours where the member is. The
      next {waiting === 1 ? 'goes' : 'go'} out {showMoment(nextAt, now, zone)}, {showZone(zone)}.
    </p>
  );
};

const Shares = ({
  label,
  head,
  rows,
}: {
  label: string;
  head: string;
  rows: { label: string; asked: number; answered: number }[];
}) => (
  <Bars
    label={label}
    heads={[head, 'Answered', 'Not yet']}
    rows={rows.map((one) => ({
      label: one.label,
      value: one.answered,
      of: one.asked,
      text: `${one.asked - one.answered} of ${one.asked}`,
    }))}
  />
);

/** The live part of an alert's page: the number, its picture, the act it asks for, answers over time, who has not. */
export const AlertTally = ({
  view,
  zone,
  now,
  mayAct,
}: {
  view: AlertView;
  zone: string;
  now: number;
  mayAct: boolean;
}) => {
  const { alert, tally, sent } = view;
  const open = alert.state === 'sending' || alert.state === 'open' || alert.state === 'paused';
  const unanswered = tally.asked - tally.answered;
  const nudges = mayAct && open && unanswered > 0;
  const contacted = tally.byOption
    .filter((one) => one.outcome === 'contacted')
    .reduce((sum, one) => sum + one.count, 0);
  const ahead = sent.sms.ahead + sent.email.ahead;
  const total = sent.sms.out + sent.email.out + ahead;
  const body = (
    <>
      <Lead>
        {alert.question ? (
          <>
            <Figure
              value={tally.answered}
              of={`of ${tally.asked} have answered${contacted > 0 ? `, ${contacted} have contacted` : ''}`}
            />
            <StackedBar
              label="Answers"
              total={tally.asked}
              parts={[
                // What several choices at once add up to is more than the people: they stand below, each for itself.
                ...(alert.question.kind === 'choice' ? tally.byOption : []).map((one) => ({
                  label: one.label,
                  value: one.count,
                  tone: OUTCOME_TONES[one.outcome] ?? 'accent',
                  href: `/alerts/${alert.id}/responses?option=${one.no}`,
                })),
                ...(alert.question.kind === 'choice'
                  ? []
                  : [{ label: 'Answered', value: tally.answered, tone: 'accent' as const }]),
                {
                  label: 'No answer',
                  value: unanswered,
                  tone: 'undecided' as const,
                  href: `/alerts/${alert.id}/responses?option=none`,
                },
              ]}
            />
          </>
        ) : (
          <Figure value={sent.sms.delivered + sent.email.delivered} of={`of ${total} messages delivered`} />
        )}
        {alert.state === 'sending' && ahead > 0 && (
          <Progress label="Sending" value={total - ahead} max={total} />
        )}
        {view.nextAt !== null && <Waits view={view} zone={zone} now={now} />}
        {mayAct && (
          <Acts>
            {nudges && alert.question && (
              <LinkButton kind="main" href={`/alerts/${alert.id}/nudge`}>
                Nudge the {unanswered}
              </LinkButton>
            )}
            <LinkButton href={`/alerts/${alert.id}/responses.csv`}>Export</LinkButton>
            <LinkButton href={`/alerts/${alert.id}/report`}>Report</LinkButton>
          </Acts>
        )}
      </Lead>
      <AlertQuestions alertId={alert.id} questions={tally.byQuestion} />
      {alert.question && alert.launchedAt && (
        <AnswersOverTime tally={tally} launchedAt={alert.launchedAt} now={open ? now : null} zone={zone} />
      )}
      {alert.question && (
        <Section
          title="By region"
          id="who"
          more={{ href: `/alerts/${alert.id}/responses?option=none`, label: 'Not yet, as a list' }}
        >
          <Bars
            label="Members who have answered, by region"
            heads={nudges ? ['Region', 'Answered', 'Not yet', 'Nudge'] : ['Region', 'Answered', 'Not yet']}
            rows={tally.byRegion.map((one) => ({
              label: one.region,
              href: one.regionId
                ? `/alerts/${alert.id}/responses?option=none&region=${one.regionId}`
                : undefined,
              value: one.answered,
              of: one.asked,
              text: `${one.asked - one.answered} of ${one.asked}`,
              beside:
                nudges && one.regionId && one.asked > one.answered ? (
                  <a
                    href={`/alerts/${alert.id}/nudge?region=${one.regionId}`}
                    aria-label={`Nudge ${one.region}`}
                  >
                    Nudge
                  </a>
                ) : undefined,
            }))}
          />
          {open && unanswered > 0 && (
            <p>
              <a href="/members/to-ring">People to ring, by region</a>
            </p>
          )}
        </Section>
      )}
      {alert.question && tally.byKind.length > 1 && (
        <Section title="By kind" id="kind">
          <Shares
            label="Members who have answered, by kind of member"
            head="Kind"
            rows={tally.byKind.map((one) => ({ ...one, label: showKind(one.kind) }))}
          />
        </Section>
      )}
      {alert.question && tally.byClass.length > 1 && (
        <Section title="By class of district" id="class">
          <Shares
            label="Members who have answered, by class of district"
            head="Class"
            rows={tally.byClass.map((one) => ({ ...one, label: showClass(one.class) || 'No district' }))}
          />
        </Section>
      )}
    </>
  );
  return open ? (
    <Live id="tally" href={`/alerts/${alert.id}/live`} everySeconds={LIVE_SECONDS}>
      {body}
    </Live>
  ) : (
    <div id="tally" class="stack">
      {body}
    </div>
  );
};
