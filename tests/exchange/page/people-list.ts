import { html } from 'hono/html';
import type { Known } from '../people.ts';
import { moment, phoneWords } from './words.ts';

const SHOWN = 250;

function row(person: Known, chosen: boolean, query: string, today: number) {
  const unread = person.unreadTexts + person.unreadMails;
  const name = person.name === person.phone ? phoneWords(person.phone) : person.name;
  const under = [person.phone ? phoneWords(person.phone) : null, person.email]
    .filter((line) => line && line !== name)
    .join(' · ');
  const known = person.phone ?? person.email;
  const href = `/?${new URLSearchParams({ person: person.id, ...(query ? { q: query } : {}) })}`;
  return html`<li>
    <a href="${href}" ${chosen ? html`aria-current="true"` : ''}>
      <span class="who"
        ><b>${name}</b
        ><span class="soft small"
          >${under || (known ? 'Not in the book' : 'No phone or email on file')}</span
        ></span
      >
      <span class="last small soft"
        >${person.lastAt ? moment(person.lastAt, today) : ''}
        ${unread ? html`<span class="count" aria-label="${unread} unread">${unread}</span>` : ''}</span
      >
    </a>
  </li>`;
}

/** The list at the left: who has a phone or a mailbox, the newest messages first. */
export function peopleList(people: Known[], chosen: string | undefined, query: string, today: number) {
  const wanted = query.trim().toLowerCase();
  const digits = wanted.replace(/\D/g, '');
  const found = people.filter(
    ({ name, phone, email }) =>
      name.toLowerCase().includes(wanted) ||
      email?.includes(wanted) ||
      (digits.length > 2 && phone?.includes(digits)),
  );
  const shown = found.slice(0, SHOWN);
  return html`<form class="search" role="search" action="/">
      <label class="small soft" for="q">Find a person</label>
      <input
        id="q"
        name="q"
        type="search"
        value="${query}"
        placeholder="Name, number or address"
        autocomplete="off"
      />
    </form>
    <ul id="list" class="people">
      ${shown.map((person) => row(person, person.id === chosen, query, today))}
    </ul>
    ${
      people.length === 0
        ? html`<p class="empty soft">
            Nobody has a phone here yet. People appear when a message is sent to them.
          </p>`
        : found.length === 0
          ? html`<p class="empty soft">Nobody matches “${query}”. <a href="/">Show everyone</a></p>`
          : found.length > SHOWN
            ? html`<p class="empty soft small">
                The first ${SHOWN} of ${found.length}. Search to find the others.
              </p>`
            : ''
    }`;
}
