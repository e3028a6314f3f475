import type { Child } from 'hono/jsx';

/** The top of a page that answers one question: the figure, its picture, the act it asks for. */
export const Lead = ({ children }: { children?: Child }) => <div class="lead">{children}</div>;

type FigureProps = { value: string | number; of?: Child };

/** One large number and the words that make it a sentence: "148 of 212 have answered". */
export const Figure = ({ value, of }: FigureProps) => (
  <p class="figure">
    {value}
    {of != null && <small> {of}</small>}
  </p>
);
