import type { Child } from 'hono/jsx';
import { classes } from '../tone.ts';

const LINK =
  /((?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\/[^\s<>"]*[^\s<>".,;:!?)]|https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/gi;

type BubbleProps = {
  text: string;
  /** in: we received it. out: we sent it. */
  side?: 'in' | 'out';
  /** Who said it, for listeners and above the bubble. */
  from?: string;
  when?: Child;
};

/** One message as a phone shows it; links are marked as the phone would, and lead nowhere. */
export const Bubble = ({ text, side = 'in', from, when }: BubbleProps) => (
  <div class={classes('message', side === 'out' && 'out')}>
    {from && <p class="small soft">{from}</p>}
    <p class="bubble">
      {text.split(LINK).map((piece, place) => (place % 2 ? <span class="linked">{piece}</span> : piece))}
    </p>
    {when && <p class="small soft">{when}</p>}
  </div>
);

type PhonePreviewProps = {
  /** Whose phone the message comes from: the sender's number or name. */
  from: string;
  messages: BubbleProps[];
  /** How many text segments the message takes. */
  segments?: number;
  characters?: number;
  /** Why it takes that many, when a character forces the shorter alphabet. */
  encoding?: string;
  /** What it costs, in words: "1.6 ¢ each, $3.47 in all". */
  cost?: string;
  /** How long the sending takes, in words. */
  duration?: string;
  note?: Child;
};

/** The text as it will look in a member's hand, and what it takes to send. */
export const PhonePreview = (props: PhonePreviewProps) => {
  const { from, messages, segments, characters, encoding, cost, duration, note } = props;
  const facts = [
    segments != null && `${segments} ${segments === 1 ? 'segment' : 'segments'}`,
    characters != null && `${characters} characters`,
    encoding,
    cost,
    duration,
  ].filter(Boolean);
  return (
    <figure class="phone">
      <div class="phone-screen">
        <p class="phone-from">{from}</p>
        {messages.map((message) => (
          <Bubble {...message} />
        ))}
      </div>
      {(facts.length > 0 || note) && (
        <figcaption class="small soft">
          {facts.length > 0 && <p>{facts.join(', ')}</p>}
          {note && <div>{note}</div>}
        </figcaption>
      )}
    </figure>
  );
};
