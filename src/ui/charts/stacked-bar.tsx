import type { Tone } from '../tone.ts';
import { share } from './share.ts';

export type BarPart = {
  label: string;
  value: number;
  tone: Tone;
  /** Leads to the rows behind this part. */
  href?: string;
};

type StackedBarProps = {
  parts: BarPart[];
  /** The whole; what the parts leave over is drawn empty. */
  total: number;
  /** What the bar is about: "Answers to HB 203". */
  label: string;
  /** Leaves the key away, where another one on the page explains the colours. */
  bare?: boolean;
};

/** One bar of parts, and the key that names each with its number. */
export const StackedBar = ({ parts, total, label, bare }: StackedBarProps) => (
  <figure class="stacked">
    <svg class="bar" width="100%" height="16" role="img" aria-label={sentence(label, parts, total)}>
      {starts(parts).map(({ part, from }) => (
        <>
          <rect
            class={`tone-${part.tone}`}
            x={share(from, total)}
            width={share(part.value, total)}
            height="16"
          />
          {from > 0 && part.value > 0 && <rect class="cut" x={share(from, total)} width="2" height="16" />}
        </>
      ))}
    </svg>
    {!bare && (
      <figcaption>
        <ul class="key">
          {parts.map((part) => (
            <li class={`tone-${part.tone}`}>
              {part.href ? <a href={part.href}>{part.label}</a> : part.label} <b>{part.value}</b>
            </li>
          ))}
        </ul>
      </figcaption>
    )}
  </figure>
);

const starts = (parts: BarPart[]): { part: BarPart; from: number }[] => {
  let from = 0;
  return parts.map((part) => {
    const placed = { part, from };
    from += part.value;
    return placed;
  });
};

const sentence = (label: string, parts: BarPart[], total: number): string =>
  `${label}. Of ${total}: ${parts.map((part) => `${part.label} ${part.value}`).join(', ')}.`;
