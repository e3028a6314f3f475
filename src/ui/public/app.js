// Makes easier what already works without it. Nothing here is needed to use a page.
const page = document;
const first = (selector, from = page) => from.querySelector(selector);
page.documentElement.classList.add('has-script');

// After a refused form, the summary of what is wrong is where the reader goes on.
first('[data-focus]')?.focus();

// An act is sent once, however often it is pressed; "back" makes the form usable again.
page.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-disabled', 'true');
});
window.addEventListener('pageshow', () => {
  for (const form of page.forms) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
  }
});

// Copying, printing, opening the list of keys, closing what was opened.
page.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy], [data-print], [data-opens]');
  if (!button) return closeMenus(event.target);
  if (button.dataset.opens) return page.getElementById(button.dataset.opens)?.showModal();
  if ('print' in button.dataset) return window.print();
  await navigator.clipboard.writeText(button.dataset.copy);
  const said = button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = said), 1500);
});

function closeMenus(target) {
  for (const open of page.querySelectorAll('.more details[open]')) {
    if (!open.contains(target)) open.open = false;
  }
}

// The sentence about a text ("143 characters, 1 segment"), asked anew a moment after the last keystroke.
let counting;
page.addEventListener('input', (event) => {
  const href = event.target.dataset?.counter;
  if (!href) return;
  clearTimeout(counting);
  counting = setTimeout(async () => {
    const said = first(`output[for="${event.target.id}"]`);
    const answer = await fetch(href, {
      method: 'POST',
      body: new URLSearchParams(new FormData(event.target.form)),
    });
    if (answer.ok && said) said.textContent = await answer.text();
  }, 250);
});

// A canned reply, put where the cursor stands; without script the server puts it at the end.
page.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-inserts]');
  if (!button) return;
  event.preventDefault();
  const [list, area] = button.dataset.inserts.split(' ').map((id) => page.getElementById(id));
  const words = list?.selectedOptions[0]?.dataset.words;
  if (!words || !area) return;
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
  area.focus();
  area.dispatchEvent(new Event('input', { bubbles: true }));
});

// j and k go through a list; other keys act on the row that has the focus, or on what the page names for them.
function walk(step) {
  const links = [...page.querySelectorAll('.rows .row-title a')];
  const at = links.findIndex((link) => link.closest('li').contains(page.activeElement));
  const next = links[at === -1 ? (step > 0 ? 0 : links.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
function act(key) {
  const row = page.activeElement?.closest('.rows li');
  const link = row && first('.row-title a', row);
  const acts = link && page.getElementById('row-acts')?.content;
  const form = acts?.querySelector(`[data-row-key="${CSS.escape(key)}"]`)?.cloneNode(true);
  if (form) {
    form.action = link.pathname + form.dataset.path;
    form.hidden = true;
    page.body.append(form);
    return form.requestSubmit();
  }
  const target = first(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return;
  if (target.matches('a, button')) return target.click();
  const folded = target.closest('details');
  if (folded) folded.open = true;
  (target.matches('input, textarea, select, summary')
    ? target
    : first('textarea, select, input:not([type="hidden"]), button', target)
  )?.focus();
}

// Keys: ? lists them, / goes to the search, g and a letter go to a place, j and k go through a list.
const switchBox = page.getElementById('keys-on');
const OFF = 'keys-off';
if (switchBox) {
  switchBox.checked = localStorage.getItem(OFF) === null;
  switchBox.addEventListener('change', () =>
    switchBox.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'),
  );
}
let going = false;
page.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    closeMenus(null);
    if (event.target.matches?.('main input, main textarea, main select')) event.target.blur();
    return;
  }
  const typing = event.target.closest?.('input, textarea, select, [contenteditable], dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
  if (going) {
    going = false;
    const link = first(`.nav [data-go="${CSS.escape(event.key)}"]`);
    if (link) link.click();
    return;
  }
  if (event.key === 'g') {
    going = true;
    setTimeout(() => (going = false), 1200);
  } else if (event.key === '?') {
    page.getElementById('keys')?.showModal();
  } else if (event.key === '/') {
    const search = first('input[type="search"]');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (event.key === 'j' || event.key === 'k') {
    walk(event.key === 'j' ? 1 : -1);
  } else if (/^[a-z]$/.test(event.key)) {
    event.preventDefault();
    act(event.key);
  }
});
