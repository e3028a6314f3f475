import type { Child } from 'hono/jsx';

type EmptyProps = {
  title: string;
  /** What will stand here, and what brings it here. */
  text: Child;
  /** The next step, a <LinkButton> or a <Button>. */
  action?: Child;
};

/** An empty place that teaches the next step. */
export const Empty = ({ title, text, action }: EmptyProps) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    <p class="soft">{text}</p>
    {action && <div class="acts">{action}</div>}
  </div>
);
