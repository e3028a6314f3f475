import type { Child } from 'hono/jsx';

type MoreFieldsProps = {
  title: string;
  /** Why these are asked. */
  hint?: Child;
  open: boolean;
  children?: Child;
};

/** Fields of a form that most answers need not: a line that opens to them. Open where one is filled or wrong. */
export const MoreFields = ({ title, hint, open, children }: MoreFieldsProps) => (
  <details class="more-fields" open={open}>
    <summary>{title}</summary>
    {hint && <p class="hint">{hint}</p>}
    {children}
  </details>
);
