import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

type SparkProps = {
  values: number[];
  /** What it shows, in one sentence. */
  label: string;
};

const WIDE = 96;
const HIGH = 24;
const drawn = line<[number, number]>()
  .x((point) => point[0])
  .y((point) => point[1]);

/** A small line without axes, for the course of a number beside it. */
export const Spark = ({ values, label }: SparkProps) => {
  const x = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([2, WIDE - 3]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...values)])
    .range([HIGH - 3, 3]);
  const last = values.length - 1;
  return (
    <svg
      class="spark"
      width={WIDE}
      height={HIGH}
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      role="img"
      aria-label={label}
    >
      <path class="over" d={drawn(values.map((value, place) => [x(place), y(value)])) ?? ''} />
      {last >= 0 && <circle class="end-dot" cx={x(last)} cy={y(values[last] ?? 0)} r="2.5" />}
    </svg>
  );
};
