import { html } from 'hono/html';
import type { Mail } from '../ledger.ts';
import type { Known } from '../people.ts';
import { linked, moment } from './words.ts';

const SHOWN = 100;

const OUTCOME: Record<string, string> = {
  rejected: 'The network refused this mail.',
  failed: 'The network could not be reached; this mail was not delivered.',
  bounced: 'This mailbox does not exist: the mail bounced.',
  complained: 'Marked as spam by the mailbox’s owner.',
};

function reading(mail: Mail) {
  if (!mail.html) return html`<div class="letter">${linked(mail.text ?? '')}</div>`;
  // No scripts in it: the page may measure the frame, the mail may run nothing.
  return html`<iframe
      class="letter"
      title="${mail.subject}"
      src="/mail/${mail.id}"
      loading="lazy"
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    ></iframe>
    ${
      mail.text
        ? html`<details class="plain">
            <summary class="small soft">Plain text</summary>
            <div class="letter">${linked(mail.text)}</div>
          </details>`
        : ''
    }`;
}

function letter(person: Known, mail: Mail, open: boolean, today: number) {
  const mine = mail.direction === 'inbound';
  const note = OUTCOME[mail.lastEvent];
  return html`<li>
    <details id="m-${mail.id}" class="mail" ${open ? html`open` : ''}>
      <summary>
        <span class="who"
          ><b>${mail.subject || '(no subject)'}</b>
          <span class="small soft">${mine ? `To ${mail.to.join(', ')}` : mail.from}</span></span
        >
        <span class="small soft">${moment(mail.createdAt, today)}</span>
      </summary>
      ${note ? html`<p class="notice small">${note}</p>` : ''} ${reading(mail)}
      ${
        mine
          ? ''
          : html`<form class="reply" method="post" action="/people/${person.id}/mail">
              <input type="hidden" name="id" value="${mail.id}" />
              <label class="small soft" for="r-${mail.id}">Reply to ${mail.replyTo[0] ?? mail.from}</label>
              <textarea id="r-${mail.id}" name="body" rows="3" required></textarea>
              <div class="acts"><button class="button">Send reply</button></div>
            </form>`
      }
    </details>
  </li>`;
}

/** One person's mailbox: what came and what they answered, the newest on top and open. */
export function mailbox(person: Known, mails: readonly Mail[], today: number) {
  if (!person.email)
    return html`<section class="device">
      <h2>Mailbox</h2>
      <p class="empty soft">${person.name} has no email address on file.</p>
    </section>`;
  const shown = mails.slice(-SHOWN).toReversed();
  const newest = shown.find(({ direction }) => direction === 'outbound');
  return html`<section class="device" aria-labelledby="mail-title">
    <header>
      <h2 id="mail-title">Mailbox</h2>
      <span class="small soft">${person.email}</span>
    </header>
    <ol id="letters" class="letters">
      ${shown.map((mail) => letter(person, mail, mail === newest, today))}
      ${shown.length === 0 ? html`<li class="empty soft">No mail yet.</li>` : ''}
    </ol>
  </section>`;
}
