import type { Child } from 'hono/jsx';

type SectionProps = {
  title: string;
  /** Unique on the page; the heading gets it. */
  id: string;
  /** A link to the whole of what this section shows a part of. */
  more?: { href: string; label: string };
  /** A few quiet words beside the title, where there is no link. */
  aside?: Child;
  children?: Child;
};

/** A named part of a page under a thin rule. */
export const Section = ({ title, id, more, aside, children }: SectionProps) => (
  <section class="section" aria-labelledby={id}>
    <header>
      <h2 id={id}>{title}</h2>
      {more ? <a href={more.href}>{more.label}</a> : aside && <span class="small soft">{aside}</span>}
    </header>
    {children}
  </section>
);
