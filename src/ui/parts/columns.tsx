import type { Child } from 'hono/jsx';

/** Two columns where there is room: what the page is about, and what stands beside it. */
export const Columns = ({ main, aside }: { main: Child; aside: Child }) => (
  <div class="columns">
    <div class="stack">{main}</div>
    <div class="stack">{aside}</div>
  </div>
);

/** Things under each other at the page's rhythm. */
export const Stack = ({ children }: { children?: Child }) => <div class="stack">{children}</div>;
