import type { Child } from 'hono/jsx';
import type { Tone } from '../tone.ts';
import { When } from './when.tsx';

export type Moment = { when: { iso: string; text: string }; who?: string; text: Child; tone?: Tone };

/** What happened to a thing, in order. */
export const Timeline = ({ items, label }: { items: Moment[]; label?: string }) => (
  <ol class="timeline" aria-label={label}>
    {items.map(({ when, who, text, tone }) => (
      <li class={tone ? `tone-${tone}` : undefined}>
        <p class="small soft">
          <When {...when} />
          {who && <>, {who}</>}
        </p>
        <div>{text}</div>
      </li>
    ))}
  </ol>
);
