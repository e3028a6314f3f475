// Keeps the page live: on each change the same page is fetched again and its parts are put in place.
// Without it everything works by reload.
const toEnd = () => {
  const thread = document.getElementById('thread');
  if (thread) thread.scrollTop = thread.scrollHeight;
};

const fit = (frame) => {
  const measure = () => {
    const body = frame.contentDocument?.body;
    if (body) frame.style.height = `${Math.min(Math.max(body.scrollHeight + 2, 80), 900)}px`;
  };
  frame.addEventListener('load', measure);
  frame.closest('details')?.addEventListener('toggle', () => setTimeout(measure, 50));
  measure();
};

const replace = (id, fresh) => {
  const old = document.getElementById(id);
  const next = fresh.getElementById(id);
  if (!old || !next || old.innerHTML === next.innerHTML) return;
  old.innerHTML = next.innerHTML;
};

// Letters are put in one by one, so that a reply being written is not lost.
const newLetters = (fresh) => {
  const list = document.getElementById('letters');
  const next = fresh.getElementById('letters');
  if (!list || !next) return;
  for (const item of [...next.children].toReversed()) {
    const id = item.querySelector('details')?.id;
    if (!id || document.getElementById(id)) continue;
    list.querySelector(':scope > .empty')?.remove();
    list.prepend(item);
    item.querySelectorAll('iframe').forEach(fit);
  }
};

let busy = false;
let again = false;
const refresh = async () => {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    const answer = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const id of ['list', 'foot', 'thread']) replace(id, fresh);
    newLetters(fresh);
    toEnd();
  } finally {
    busy = false;
  }
  if (again) {
    again = false;
    setTimeout(() => void refresh(), 200);
  }
};

// A form is sent in place; the page it would have led to is the one already shown.
const sendInPlace = async (form) => {
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    form.reset();
  } finally {
    button.disabled = false;
  }
  await refresh();
  form.querySelector('input:not([type=hidden]), textarea')?.focus();
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('.reply')) return;
  event.preventDefault();
  sendInPlace(form).catch(() => form.submit());
});

document.querySelector('.search input')?.addEventListener('input', (event) => {
  const address = new URL(location.href);
  address.searchParams.set('q', event.target.value);
  history.replaceState(null, '', address);
  clearTimeout(window.searching);
  window.searching = setTimeout(() => void refresh(), 150);
});

document.querySelectorAll('iframe').forEach(fit);
toEnd();
new EventSource('/_exchange/events').addEventListener('message', () => void refresh());
