import type { Child } from 'hono/jsx';

type LiveProps = {
  /** The address that answers this part again; it ends the polling by answering without <Live>. */
  href: string;
  everySeconds: number;
  /** Unique on the page. */
  id: string;
  /** Reads changes aloud. Only for a line or two. */
  spoken?: boolean;
  children?: Child;
};

/** What stands stays where the answer is a problem. */
export const KEEP_ON_TROUBLE = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' };

/** A part of the page that keeps itself current where there is script; without, reloading does. */
export const Live = ({ href, everySeconds, id, spoken, children }: LiveProps) => (
  <div
    id={id}
    class="stack"
    hx-get={href}
    hx-trigger={`every ${everySeconds}s`}
    hx-swap="outerHTML"
    aria-live={spoken ? 'polite' : undefined}
    {...KEEP_ON_TROUBLE}
  >
    {children}
  </div>
);
