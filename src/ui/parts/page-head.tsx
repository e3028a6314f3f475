import type { Child } from 'hono/jsx';
import { kept } from './kept.tsx';

type PageHeadProps = {
  title: Child;
  sub?: Child;
  back?: { href: string; label: string };
  /** Tags beside the title: a state, a priority. */
  tags?: Child;
  actions?: Child;
};

/** The page's name, one line about it, and what can be done to the whole of it. */
export const PageHead = ({ title, sub, back, tags, actions }: PageHeadProps) => (
  <header class="page-head">
    {back && (
      <p class="back">
        <a href={back.href}>{back.label}</a>
      </p>
    )}
    <div class="page-title">
      <h1>{title}</h1>
      {tags && <p class="tags">{tags}</p>}
    </div>
    {sub && <p class="sub">{kept(sub)}</p>}
    {actions && <div class="acts">{actions}</div>}
  </header>
);
