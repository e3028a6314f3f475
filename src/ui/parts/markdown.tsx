import { raw } from 'hono/html';

/** Prose that was made from Markdown and already cleaned: only HTML that passed the allow list may come here. */
export const Markdown = ({ html }: { html: string }) => <div class="prose">{raw(html)}</div>;
