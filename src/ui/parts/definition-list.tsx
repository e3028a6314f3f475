import type { Child } from 'hono/jsx';
import { kept } from './kept.tsx';

export type Definition = { term: Child; value: Child };

/** Facts of one thing, each named. `figures` lines the values up at the end, for counts and money. */
export const DefinitionList = ({ items, figures }: { items: Definition[]; figures?: boolean }) => (
  <dl class={figures ? 'facts figures' : 'facts'}>
    {items.map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{kept(value)}</dd>
      </div>
    ))}
  </dl>
);
