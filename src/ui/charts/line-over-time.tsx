import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { Child } from 'hono/jsx';
import { Table, type Column } from '../parts/table.tsx';

export type Point = { at: number; value: number };
/** A moment on the time axis, in ms, with the words for it in the network's zone. */
export type TimeLabel = { at: number; label: string };

type LineOverTimeProps = {
  /** In order of time. */
  points: Point[];
  /** Words along the time axis; the first and last are kept where it is narrow. */
  ticks: TimeLabel[];
  /** Moments worth a dashed line: a nudge, a hearing. */
  marks?: TimeLabel[];
  /** What the picture shows, in one sentence. */
  label: string;
  /** What stands at the line's end; the last value without it. */
  endLabel?: string;
  /** The same figures, opened below the picture. */
  table?: { columns: Column[]; rows: Record<string, Child>[] };
};

const WIDE = 1000;
const TOP = 24;
const FOOT = 150;
const HIGH = 172;

/**
 * A value over time. Words keep their size on a phone because only the inner drawing stretches;
 * they are placed by percentages.
 */
export const LineOverTime = ({ points, ticks, marks = [], label, endLabel, table }: LineOverTimeProps) => {
  const times = [...points, ...ticks, ...marks].map((one) => one.at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last] : [first, last])
    .range([0, WIDE]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...points.map((point) => point.value))])
    .range([FOOT, TOP])
    .nice(3);
  const across = (at: number) => `${Math.round(x(at)) / 10}%`;
  const end = points.at(-1);
  return (
    <figure class="line-over-time">
      <svg width="100%" height={HIGH} role="img" aria-label={label}>
        {y.ticks(3).map((value) => (
          <>
            <line class="grid" x1="0" x2="100%" y1={y(value)} y2={y(value)} />
            {value > 0 && (
              <text class="axis" x="0" y={y(value) - 4}>
                {value}
              </text>
            )}
          </>
        ))}
        {marks.map((mark) => (
          <>
            <line class="moment" x1={across(mark.at)} x2={across(mark.at)} y1={TOP - 6} y2={FOOT} />
            <text class="moment-label" x={across(mark.at)} y={TOP - 11} text-anchor={anchorAt(x(mark.at))}>
              {mark.label}
            </text>
          </>
        ))}
        <svg
          x="0"
          y="0"
          width="100%"
          height={HIGH}
          viewBox={`0 0 ${WIDE} ${HIGH}`}
          preserveAspectRatio="none"
        >
          <path
            class="under"
            d={
              area<Point>()
                .x((p) => x(p.at))
                .y0(FOOT)
                .y1((p) => y(p.value))
                .curve(curveMonotoneX)(points) ?? ''
            }
          />
          <path
            class="over"
            d={
              line<Point>()
                .x((p) => x(p.at))
                .y((p) => y(p.value))
                .curve(curveMonotoneX)(points) ?? ''
            }
          />
        </svg>
        {end && (
          <>
            <circle class="end-dot" cx={across(end.at)} cy={y(end.value)} r="4" />
            <text class="end-label" x={across(end.at)} y={y(end.value) - 9} text-anchor={anchorAt(x(end.at))}>
              {endLabel ?? end.value}
            </text>
          </>
        )}
        {ticks.map((tick, place) => (
          <text
            class={place === 0 || place === ticks.length - 1 ? 'axis' : 'axis between'}
            x={across(tick.at)}
            y={HIGH - 5}
            text-anchor={anchorAt(x(tick.at))}
          >
            {tick.label}
          </text>
        ))}
      </svg>
      {table && (
        <details class="as-table">
          <summary>As a table</summary>
          <Table caption={label} quietCaption {...table} keep />
        </details>
      )}
    </figure>
  );
};

const anchorAt = (x: number): string => (x < WIDE * 0.08 ? 'start' : x > WIDE * 0.8 ? 'end' : 'middle');
