import { showClock } from '../../platform/days.ts';
import type { AlertTally } from '../../replies/index.ts';
import { LineOverTime, Section } from '../../ui/index.ts';

/** First answers are counted by the quarter of an hour; the line rises at its end. */
const QUARTER_HOUR_MS = 15 * 60_000;

/** How answers rose from the launch on. @param now while answers still come in; null once they do not */
export const AnswersOverTime = ({
  tally,
  launchedAt,
  now,
  zone,
}: {
  tally: AlertTally;
  launchedAt: number;
  now: number | null;
  zone: string;
}) => {
  let answered = 0;
  const rising = tally.overTime.map((one) => ({
    at: Math.min(one.at + QUARTER_HOUR_MS, now ?? Infinity),
    value: (answered += one.count),
  }));
  const last = rising.at(-1);
  if (!last) return null;
  return (
    <Section title="Answers over time" id="time">
      <LineOverTime
        label={`Answers rose to ${tally.answered} of ${tally.asked}.`}
        points={[{ at: launchedAt, value: 0 }, ...rising]}
        ticks={[
          { at: launchedAt, label: showClock(launchedAt, zone) },
          now === null ? { at: last.at, label: showClock(last.at, zone) } : { at: now, label: 'now' },
        ]}
        table={{
          columns: [
            { key: 'at', label: 'Time' },
            { key: 'count', label: 'Answered', align: 'end' },
          ],
          rows: rising.map((one) => ({ at: showClock(one.at, zone), count: one.value })),
        }}
      />
    </Section>
  );
};
