import type { Child } from 'hono/jsx';
import type { Tone } from '../tone.ts';

type TagProps = { tone?: Tone; href?: string; children?: Child };

/** A short state or kind beside a name; with `href` it leads to the rows behind it. */
export const Tag = ({ tone = 'none', href, children }: TagProps) =>
  href ? (
    <a class={`tag tone-${tone}`} href={href}>
      {children}
    </a>
  ) : (
    <span class={`tag tone-${tone}`}>{children}</span>
  );
