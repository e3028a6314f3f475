import { html, raw } from 'hono/html';

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)'\]]/g;

const escaped = (value: string): string =>
  value.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!,
  );

/** Text with its line breaks kept and its links tappable, each opening a page of its own. */
export function linked(text: string) {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const url = escaped(match[0]);
    out += `${escaped(text.slice(at, match.index))}<a href="${url}" target="_blank" rel="noopener">${url}</a>`;
    at = match.index + match[0].length;
  }
  return raw(`<span class="words">${out}${escaped(text.slice(at))}</span>`);
}

/** `9:02 am` today, `Feb 9, 9:02 am` before. */
export function moment(at: number, today: number) {
  const date = new Date(at);
  const time = date
    .toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
    .replace('AM', 'am')
    .replace('PM', 'pm');
  const sameDay = date.toDateString() === new Date(today).toDateString();
  const day = date.toLocaleDateString('en-US', { month: 'short', day: 'numeric' });
  return html`<time datetime="${date.toISOString()}">${sameDay ? time : `${day}, ${time}`}</time>`;
}

/** `(406) 555-0123` of `+14065550123`; anything else as it is. */
export const phoneWords = (phone: string): string =>
  phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
