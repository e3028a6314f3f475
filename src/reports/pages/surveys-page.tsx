import { localDate, showShortDay } from '../../platform/days.ts';
import {
  Bars,
  Button,
  ConsoleLayout,
  Empty,
  ErrorSummary,
  Figure,
  Form,
  Lead,
  LinkButton,
  PageHead,
  Section,
  Select,
  Stack,
  Table,
  type FieldProblem,
  type Frame,
} from '../../ui/index.ts';
import type { Summary } from '../survey-change.ts';
import { REPORT_TABS, ReportTabs } from './report-tabs.tsx';

interface Question {
  id: string;
  alertId: string;
  title: string;
  launchedAt: number;
  prompt: string;
  kind: 'scale' | 'number';
  most: number | null;
  unit: string | null;
  lowLabel: string | null;
  highLabel: string | null;
}
interface Compared {
  before: Question & Summary;
  after: Question & Summary;
  steps: { value: number; before: number; after: number }[];
  both: {
    n: number;
    before: Summary;
    after: Summary;
    moved: Summary;
    up: number;
    same: number;
    down: number;
  };
}

const shown = (value: number | null) => (value === null ? 'none' : value.toFixed(2));
const signed = (value: number | null) =>
  value === null ? 'none' : `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
const counted = (count: number) => `${count} ${count === 1 ? 'answer' : 'answers'}`;

/** "The mean is 3.40 after, 0.90 more than before." */
const sentenceOf = ({ before, after }: Compared): string => {
  const by = (after.mean ?? 0) - (before.mean ?? 0);
  const how =
    Math.abs(by) < 0.005 ? 'as before' : `${Math.abs(by).toFixed(2)} ${by > 0 ? 'more' : 'less'} than before`;
  return `on average after, ${how}: ${counted(before.n)} before, ${counted(after.n)} after`;
};

const Outcome = ({ compared, day }: { compared: Compared; day: (at: number) => string }) => {
  const { before, after, steps, both } = compared;
  const line = (what: string, one: Summary, mean = shown(one.mean)) => ({
    what,
    n: one.n,
    mean,
    spread: one.spread === null ? 'none' : one.spread.toFixed(2),
  });
  return (
    <>
      <Lead>
        <Figure value={shown(after.mean)} of={sentenceOf(compared)} />
      </Lead>
      <Section title="Side by side" id="side">
        <Table
          caption="Answers before and after"
          quietCaption
          keep
          columns={[
            { key: 'what', label: 'Answers' },
            { key: 'n', label: 'Number', align: 'end' },
            { key: 'mean', label: 'Mean', align: 'end' },
            { key: 'spread', label: 'Spread', align: 'end' },
          ]}
          rows={[
            line(`Before, ${day(before.launchedAt)}`, before),
            line(`After, ${day(after.launchedAt)}`, after),
            line('Both, before', both.before),
            line('Both, after', both.after),
            line('Both, how far each moved', both.moved, signed(both.moved.mean)),
          ]}
        />
        <p class="small soft">
          {both.n === 0
            ? 'Nobody answered both.'
            : `${both.n} answered both: ${both.up} went up, ${both.same} stayed, ${both.down} went down.`}{' '}
          Spread is the standard deviation: about two in three answers lie within it of the mean.
        </p>
      </Section>
      {steps.length > 0 && (
        <Section title="How many gave each" id="steps">
          <Bars
            label="Answers before and after, by the number given"
            heads={['Answer', 'Share of the answers', 'Number']}
            rows={steps.flatMap((one) => {
              const label =
                [one.value === 1 && after.lowLabel, one.value === after.most && after.highLabel].find(
                  Boolean,
                ) ?? '';
              const name = label ? `${one.value}, ${label}` : String(one.value);
              return [
                {
                  label: `${name}: before`,
                  value: one.before,
                  of: before.n || 1,
                  text: `${one.before} of ${before.n}`,
                  tone: 'support-1' as const,
                },
                {
                  label: `${name}: after`,
                  value: one.after,
                  of: after.n || 1,
                  text: `${one.after} of ${after.n}`,
                },
              ];
            })}
          />
        </Section>
      )}
      <p class="small soft">
        Before: “{before.prompt}” in {before.title}. After: “{after.prompt}” in {after.title}.
      </p>
    </>
  );
};

/** A survey before and after, side by side: what it came to, and how those who answered both moved. */
export const SurveysPage = ({
  frame,
  questions,
  compared,
  chosen,
  problems,
  ofRegion,
}: {
  frame: Frame;
  questions: Question[];
  compared: Compared | null;
  chosen: { before: string; after: string };
  problems: FieldProblem[];
  /** True where the counts are those of one region. */
  ofRegion: boolean;
}) => {
  const day = (at: number) => showShortDay(localDate(at, frame.zone), { year: true });
  const options = questions.map((one) => ({
    value: one.id,
    label: `${day(one.launchedAt)}: ${one.title}. ${one.prompt}`,
  }));
  const error = (name: string) => problems.find((one) => one.name === name)?.message;
  const unanswered = compared && [compared.before, compared.after].find(({ n }) => n === 0);
  return (
    <ConsoleLayout {...frame} title="Before and after" current="reports">
      <PageHead
        title="Before and after"
        sub={`The same survey asked twice, a training between for one${ofRegion ? ', in your region' : ''}.`}
      />
      <ReportTabs current={REPORT_TABS.surveys} />
      <Stack>
        <ErrorSummary problems={problems} title="These two cannot be compared." />
        {questions.length < 2 ? (
          <Empty
            title="Two surveys are needed"
            text="Send an alert that asks a scale, such as how comfortable members are with calling a legislator, before a training. Send it again afterwards, and compare the two here."
            action={
              frame.nav.some(({ key }) => key === 'alerts') && (
                <LinkButton href="/alerts">Go to alerts</LinkButton>
              )
            }
          />
        ) : (
          <>
            <Form action="/reports/surveys" method="get" label="Choose two surveys">
              <Select
                label="Before"
                name="before"
                prompt="Choose the first survey"
                options={options}
                value={chosen.before}
                error={error('before')}
              />
              <Select
                label="After"
                name="after"
                prompt="Choose the later one"
                options={options}
                value={chosen.after}
                error={error('after')}
              />
              <div>
                <Button>Compare</Button>
              </div>
            </Form>
            {unanswered && (
              <Empty
                title={`Nobody has answered “${unanswered.title}” yet`}
                text="The two stand beside each other here as soon as both have an answer."
              />
            )}
            {compared && !unanswered && <Outcome compared={compared} day={day} />}
            {!compared && problems.length === 0 && (
              <p class="soft">Choose two surveys with the same scale. Nobody is named here.</p>
            )}
          </>
        )}
      </Stack>
    </ConsoleLayout>
  );
};
