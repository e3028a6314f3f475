import type { Child } from 'hono/jsx';

/** Words for listeners where the eye has another way to know. */
export const VisuallyHidden = ({ children }: { children?: Child }) => <span class="hidden">{children}</span>;
