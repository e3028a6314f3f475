import { classes, type Tone } from '../tone.ts';

export type SeatMark = {
  /** Two or three characters: the district's number. */
  label: string;
  tone: Tone;
  href?: string;
  /** Who sits there and where they stand: "HD 12, Rep. Ada Kestrelman: support". */
  title: string;
  /** A family name under the label, where there is room for one. */
  name?: string;
  /** Nobody sits there. */
  vacant?: boolean;
};

type SeatsProps = {
  seats: SeatMark[];
  /** The count in a sentence: "14 seats: 3 support, 2 lean support …". */
  label: string;
  /** Names the colours in use, in the order of the key. */
  legend?: { tone: Tone; label: string }[];
  /** Small seats without labels: a whole chamber on a phone. */
  small?: boolean;
};

/** A chamber or committee seat by seat. Each seat carries a sign besides its colour, so it prints and is told apart. */
export const Seats = ({ seats, label, legend = [], small }: SeatsProps) => (
  <figure class={classes('seats', small && 'small-seats', seats.some((seat) => seat.name) && 'named-seats')}>
    <ul aria-label={label}>
      {seats.map((seat) => (
        <li>
          {seat.href ? (
            <a
              class={classes('seat', `tone-${seat.tone}`, seat.vacant && 'vacant')}
              href={seat.href}
              title={seat.title}
              aria-label={seat.title}
            >
              {seat.label}
              {seat.name && <b>{seat.name}</b>}
            </a>
          ) : (
            <span class={`seat tone-${seat.tone}`} title={seat.title}>
              <span aria-hidden="true">{seat.label}</span>
              <span class="hidden">{seat.title}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
    {legend.length > 0 && (
      <figcaption>
        <ul class="key">
          {legend.map((entry) => (
            <li class={`tone-${entry.tone}`}>{entry.label}</li>
          ))}
        </ul>
      </figcaption>
    )}
  </figure>
);
