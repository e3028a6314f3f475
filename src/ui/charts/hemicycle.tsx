import { scaleLinear } from 'd3-scale';
import type { Tone } from '../tone.ts';
import type { SeatMark } from './seats.tsx';

type HemicycleProps = {
  /** From the left to the right of the house. */
  seats: SeatMark[];
  /** The counts in a sentence. */
  label: string;
  /** The number in the middle, and the words under it. */
  count: number;
  of: string;
  /** Written over the line through the middle: "51 to pass". */
  middle?: string;
};

const WIDE = 1000;
const OUTER = 462;
const INNER = 190;
const BASE = 512;

/** A sign in each seat besides its colour, so that it prints and is told apart. */
const SIGNS: Record<Tone, string> = {
  'support-2': '++',
  'support-1': '+',
  undecided: '?',
  'oppose-1': '–',
  'oppose-2': '––',
  warn: '',
  accent: '',
  none: '',
};

export interface Place {
  x: number;
  y: number;
}

/**
 * Where seats stand in a half circle: rows of evenly spaced seats, taken row by row from the left so that a block of the
 * list is a wedge of the house.
 * @returns as many places as asked for, from left to right, and the radius that keeps them apart
 */
export const halfCircle = (count: number): { places: Place[]; radius: number } => {
  const rows = Math.max(2, Math.min(12, Math.round(Math.sqrt(count / 2.6))));
  const out = scaleLinear()
    .domain([0, rows - 1])
    .range([INNER, OUTER]);
  const radii = Array.from({ length: rows }, (_, row) => out(row));
  const whole = radii.reduce((sum, radius) => sum + radius, 0);
  let placed = 0;
  let along = 0;
  const places = radii.flatMap((radius) => {
    along += radius;
    const upTo = Math.round((along / whole) * count);
    const many = upTo - placed;
    placed = upTo;
    const angle = scaleLinear()
      .domain([0, Math.max(1, many - 1)])
      .range([Math.PI, 0]);
    return Array.from({ length: many }, (_, n) => {
      const turn = many === 1 ? Math.PI / 2 : angle(n);
      return { turn, radius, x: WIDE / 2 + radius * Math.cos(turn), y: BASE - radius * Math.sin(turn) };
    });
  });
  const gap = Math.min((OUTER - INNER) / (rows - 1), (Math.PI * whole) / Math.max(1, count));
  return {
    places: places.toSorted((a, b) => b.turn - a.turn || b.radius - a.radius).map(({ x, y }) => ({ x, y })),
    radius: Math.min(26, gap * 0.44),
  };
};

const at = (value: number) => Math.round(value * 10) / 10;

/** A chamber as a half circle, each seat a link to what is known of it. */
export const Hemicycle = ({ seats, label, count, of, middle }: HemicycleProps) => {
  const { places, radius } = halfCircle(seats.length);
  return (
    <svg class="hemicycle" viewBox={`0 0 ${WIDE} 545`} role="group" aria-label={label}>
      {middle && (
        <g aria-hidden="true">
          <text class="middle" x={WIDE / 2} y="8">
            {middle}
          </text>
          <line class="moment" x1={WIDE / 2} x2={WIDE / 2} y1="18" y2={BASE - INNER + 24} />
        </g>
      )}
      {seats.map((seat, n) => {
        const { x, y } = places[n] ?? { x: 0, y: 0 };
        return (
          <a class={`dot tone-${seat.tone}`} href={seat.href} aria-label={seat.title}>
            <title>{seat.title}</title>
            <circle class="reach" cx={at(x)} cy={at(y)} r={at(radius * 1.12)} />
            <circle class="mark" cx={at(x)} cy={at(y)} r={at(radius)} />
            {seat.vacant ? (
              <path
                d={`M${at(x - radius / 2)} ${at(y - radius / 2)}l${at(radius)} ${at(radius)}m0 ${at(-radius)}l${at(-radius)} ${at(radius)}`}
              />
            ) : (
              <text x={at(x)} y={at(y)} dy="0.36em" font-size={at(radius)} aria-hidden="true">
                {SIGNS[seat.tone]}
              </text>
            )}
          </a>
        );
      })}
      <g aria-hidden="true">
        <text class="count" x={WIDE / 2} y={BASE - 46}>
          {count}
        </text>
        <text class="count-of" x={WIDE / 2} y={BASE + 8}>
          {of}
        </text>
      </g>
    </svg>
  );
};
