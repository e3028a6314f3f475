import { readFileSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { html, raw } from 'hono/html';
import { now } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { openInbound } from '../inbound.ts';
import type { Ledger } from '../ledger.ts';
import type { Settings } from '../options.ts';
import type { Known, People } from '../people.ts';
import type { openPost } from '../post.ts';
import type { Env } from '../suffering.ts';
import { mailbox } from './mailbox.ts';
import { peopleList } from './people-list.ts';
import { phone } from './phone.ts';
import { phoneWords } from './words.ts';

const style = readFileSync(new URL('./page.css', import.meta.url), 'utf8');
const script = readFileSync(new URL('./page.js', import.meta.url), 'utf8');

const form = async (c: Context<Env>) => new URLSearchParams(await c.req.text());

const many = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

type Markup = ReturnType<typeof html> | '';

function shell(settings: Settings, title: string, main: Markup, foot: Markup) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js" defer></script>
      </head>
      <body>
        <header class="top">
          <a class="home" href="/"><b>The exchange</b> <span class="soft">${settings.networkName}</span></a>
          <a class="small" href="${settings.publicUrl}">Open the console</a>
        </header>
        ${main}
        <footer id="foot" class="foot small soft">${foot}</footer>
      </body>
    </html>`;
}

/** The page at `/`: a phone and a mailbox for each person. */
export function pageRoutes(parts: {
  settings: Settings;
  ledger: Ledger;
  faults: Faults;
  people: People;
  personTexts: ReturnType<typeof openInbound>;
  post: ReturnType<typeof openPost>;
}): Hono<Env> {
  const { settings, ledger, faults, people, personTexts, post } = parts;
  const app = new Hono<Env>();
  const find = async (id: string) => (await people.all()).find((person) => person.id === id);

  const foot = () => {
    const inForce = faults.list();
    return html`<p>
        ${many(ledger.texts.size, 'text')} and ${many(ledger.mails.size, 'mail')} have passed. Nothing here
        leaves this machine.
      </p>
      ${
        inForce.length
          ? html`<p>
              Faults in force:
              ${inForce.map(({ on, kind, struck }) => `${kind} on ${on} (struck ${struck})`).join('; ')}.
            </p>`
          : ''
      }
      <p><a href="/forget">Forget everything</a></p>`;
  };

  function devices(person: Known, today: number) {
    const texts = person.phone ? ledger.textsOf(person.phone) : [];
    const mails = person.email ? ledger.mailsOf(person.email) : [];
    const stopped = person.phone !== null && ledger.stopped.has(person.phone);
    return html`<a class="back" href="/">All people</a>
      <h1>${person.name === person.phone ? phoneWords(person.phone) : person.name}</h1>
      <div class="devices">
        ${phone(person, texts, stopped, settings.senderNumber, today)}${mailbox(person, mails, today)}
      </div>`;
  }

  app.get('/', async (c) => {
    const today = now();
    const { person: id, q = '' } = c.req.query();
    const chosen = id ? await find(id) : undefined;
    if (chosen) people.look(chosen, today);
    const everyone = await people.all();
    const main = html`<div class="desk ${chosen ? 'chosen' : ''}">
      <nav id="people" aria-label="People">${peopleList(everyone, chosen?.id, q, today)}</nav>
      <main id="devices">
        ${
          chosen
            ? devices(chosen, today)
            : html`<div class="teach">
                <h1>Phones and mailboxes</h1>
                <p class="soft">
                  ${
                    id
                      ? 'This person is no longer here. Choose another.'
                      : 'Every text and mail of the network arrives here instead of at a real phone. Choose a person to read theirs and to answer for them.'
                  }
                </p>
              </div>`
        }
      </main>
    </div>`;
    c.header('cache-control', 'no-store');
    return c.html(shell(settings, chosen ? `${chosen.name}: the exchange` : 'The exchange', main, foot()));
  });

  app.post('/people/:id/text', async (c) => {
    const person = await find(c.req.param('id'));
    const body = (await form(c)).get('body')?.trim();
    if (person?.phone && body) await personTexts({ from: person.phone, body });
    return c.redirect(`/?person=${c.req.param('id')}`, 303);
  });

  app.post('/people/:id/mail', async (c) => {
    const person = await find(c.req.param('id'));
    const written = await form(c);
    const original = ledger.mails.get(written.get('id') ?? '');
    const body = written.get('body')?.trim();
    if (person?.email && original && body) {
      await post.personReplies(original, body, {
        name: person.name === person.email ? '' : person.name,
        email: person.email,
      });
    }
    return c.redirect(`/?person=${c.req.param('id')}`, 303);
  });

  app.get('/mail/:id', (c) => {
    const mail = ledger.mails.get(c.req.param('id'));
    if (!mail?.html) return c.notFound();
    c.header(
      'content-security-policy',
      "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'",
    );
    return c.html(
      html`<!doctype html><base target="_blank" /><meta name="color-scheme" content="light" /><style>
          body {
            font:
              15px/1.5 system-ui,
              sans-serif;
            margin: 0;
            padding: 12px;
            display: flow-root;
            overflow-wrap: anywhere;
            background: #fff;
            color: #1b1f23;
          }</style
        >${raw(mail.html)}`,
    );
  });

  app.get('/forget', (c) =>
    c.html(
      shell(
        settings,
        'Forget everything',
        html`<main class="ask">
          <h1>Forget everything?</h1>
          <p>
            ${many(ledger.texts.size, 'text')}, ${many(ledger.mails.size, 'mail')},
            ${many(ledger.stopped.size, 'stopped number')} and ${many(faults.list().length, 'fault')} go from
            this page. The people stay, and so does what the network itself has recorded.
          </p>
          <form class="acts" method="post" action="/forget">
            <button class="button main">Forget everything</button> <a class="button" href="/">Keep it</a>
          </form>
        </main>`,
        '',
      ),
    ),
  );
  app.post('/forget', (c) => {
    faults.clear();
    ledger.forget();
    return c.redirect('/', 303);
  });

  app.get('/page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/page.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  return app;
}
