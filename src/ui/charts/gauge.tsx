import type { Child } from 'hono/jsx';
import { share } from './share.ts';

type GaugeProps = {
  value: number;
  /** The threshold; a mark stands there, and the bar may pass it. */
  max: number;
  /** What it comes to at this pace, as a pale bar. */
  expected?: number;
  /** The whole in words: "$3,182.40 of $5,000". */
  label: string;
  /** What stands below; the label without it. */
  text?: Child;
};

// Room is left past the threshold, so that reaching it and passing it look different.
const ROOM = 1.08;
const MOST_AHEAD = 1.5;

/** How near a threshold is. */
export const Gauge = ({ value, max, expected = 0, label, text }: GaugeProps) => {
  // A pace far past the line would leave no room to see the rest.
  const whole = Math.max(max, value, Math.min(expected, max * MOST_AHEAD)) * ROOM;
  const passed = value >= max;
  return (
    <figure class="gauge">
      <svg width="100%" height="18" role="img" aria-label={label}>
        <rect class="track" y="5" width="100%" height="8" rx="4" />
        {expected > value && <rect class="expected" y="5" width={share(expected, whole)} height="8" rx="4" />}
        <rect
          class={passed ? 'tone-warn' : 'tone-accent'}
          y="5"
          width={share(value, whole)}
          height="8"
          rx="4"
        />
        <rect class="threshold" x={share(max, whole)} y="0" width="2" height="18" />
      </svg>
      <figcaption class="small">{text ?? label}</figcaption>
    </figure>
  );
};
