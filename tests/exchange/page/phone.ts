import { html } from 'hono/html';
import type { Text } from '../ledger.ts';
import type { Known } from '../people.ts';
import { linked, moment, phoneWords } from './words.ts';

const SHOWN = 200;

function fate(text: Text): string {
  if (text.direction === 'inbound') {
    const last = text.webhook.at(-1);
    if (!last) return 'on its way';
    return last.status === 200 ? '' : `the network did not take it: ${last.failed ?? last.status}`;
  }
  if (text.status === 'undelivered' || text.status === 'failed')
    return `not delivered, ${text.errorCode} ${text.errorMessage ?? ''}`;
  return text.by === 'carrier' ? 'from the carrier' : '';
}

function bubble(text: Text, today: number) {
  const mine = text.direction === 'inbound';
  const lost = text.status === 'undelivered' || text.status === 'failed';
  const note = fate(text);
  return html`<li
    class="${mine ? 'mine' : 'theirs'} ${lost ? 'lost' : ''} ${text.by === 'carrier' ? 'carrier' : ''}"
  >
    <p class="bubble">
      ${linked(text.body)}${text.media.map(({ url }) => html`<a href="${url}" target="_blank" rel="noopener">Attachment</a>`)}
    </p>
    <p class="small soft">${moment(text.createdAt, today)}${note ? `, ${note}` : ''}</p>
  </li>`;
}

/** One person's phone: the thread with the network's number, and a box to answer. */
export function phone(
  person: Known,
  texts: readonly Text[],
  stopped: boolean,
  sender: string,
  today: number,
) {
  if (!person.phone)
    return html`<section class="device">
      <h2>Phone</h2>
      <p class="empty soft">${person.name} has no number on file.</p>
    </section>`;
  return html`<section class="device phone" aria-labelledby="phone-title">
    <header>
      <h2 id="phone-title">Phone</h2>
      <span class="small soft">${phoneWords(person.phone)}</span>
    </header>
    ${stopped ? html`<p class="notice small">This number texted STOP. The carrier refuses texts to it until it texts START.</p>` : ''}
    <ol id="thread" class="thread" tabindex="0" aria-label="Texts with ${phoneWords(sender)}">
      ${texts.length > SHOWN ? html`<li class="soft small">Earlier texts are not shown.</li>` : ''}
      ${texts.slice(-SHOWN).map((text) => bubble(text, today))}
      ${texts.length === 0 ? html`<li class="empty soft">No texts yet. Write one to ${phoneWords(sender)} below.</li>` : ''}
    </ol>
    <form class="reply" method="post" action="/people/${person.id}/text">
      <label class="small soft" for="text">Text to ${phoneWords(sender)}</label>
      <div class="line">
        <input
          id="text"
          name="body"
          required
          maxlength="1600"
          autocomplete="off"
          placeholder="1, STOP, or any words"
        /><button class="button main">Send</button>
      </div>
    </form>
  </section>`;
}
