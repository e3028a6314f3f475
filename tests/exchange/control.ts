import { Hono } from 'hono';
import * as z from 'zod';
import { faultInput, type Faults } from './faults.ts';
import type { openInbound } from './inbound.ts';
import type { Ledger } from './ledger.ts';
import { changesOf } from './live.ts';
import { addressOf } from './mail-rules.ts';
import type { openPost } from './post.ts';
import { mailRow, postedRow, textRow } from './rows.ts';
import type { People } from './people.ts';
import type { Env } from './suffering.ts';
import { isNumber } from './twilio-rules.ts';

const medium = z.union([
  z.url().transform((url) => ({ url, type: 'image/jpeg' })),
  z.strictObject({ url: z.url(), type: z.string().default('image/jpeg') }),
]);
const number = z.string().refine(isNumber, 'must be a number as +14065550123');
const textInput = z.strictObject({
  from: number,
  body: z.string(),
  to: number.optional(),
  media: z.array(medium).optional(),
});
const replyInput = z.strictObject({
  id: z.string(),
  body: z.string().min(1),
  from: z.string().optional(),
  name: z.string().optional(),
});
const personInput = z.object({ name: z.string(), phone: z.string().nullish(), email: z.string().nullish() });

/** A number in an address bar: its plus sign, sent as it is, arrives as a space. */
const asNumber = (value: string | undefined): string | undefined => value?.replace(/^ (?=\d)/, '+');
const outbound = (direction: string): boolean => direction !== 'inbound';

async function read<T>(
  request: { json(): Promise<unknown> },
  shape: z.ZodType<T>,
): Promise<{ input: T } | { error: Response }> {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return { error: Response.json({ error: 'The body is not JSON.' }, { status: 400 }) };
  }
  const parsed = shape.safeParse(body);
  return parsed.success
    ? { input: parsed.data }
    : { error: Response.json({ error: z.prettifyError(parsed.error) }, { status: 400 }) };
}

/** What tests and `npm start` ask of the exchange, mounted at `/_exchange`. */
export function controlRoutes(parts: {
  ledger: Ledger;
  faults: Faults;
  people: People;
  personTexts: ReturnType<typeof openInbound>;
  post: ReturnType<typeof openPost>;
}): Hono<Env> {
  const { ledger, faults, people, personTexts, post } = parts;
  const app = new Hono<Env>();

  app.get('/health', (c) =>
    c.json({
      ok: true,
      texts: ledger.texts.size,
      mails: ledger.mails.size,
      stopped: ledger.stopped.size,
      faults: faults.list().length,
    }),
  );

  // Outbound unless ?direction=inbound or all; ?to= and ?from= narrow it.
  app.get('/messages', (c) => {
    const { direction = 'outbound', ...numbers } = c.req.query();
    const [to, from] = [asNumber(numbers.to), asNumber(numbers.from)];
    const pool = to ? ledger.textsOf(to) : from ? ledger.textsOf(from) : [...ledger.texts.values()];
    const shown = pool.filter(
      (text) =>
        (!to || text.to === to) &&
        (!from || text.from === from) &&
        (direction === 'all' || outbound(text.direction) === outbound(direction)),
    );
    return c.json(shown.map(textRow));
  });

  app.get('/mail', (c) => {
    const { to, from, direction = 'outbound' } = c.req.query();
    const wanted = to ? (addressOf(to) ?? to) : null;
    const pool = wanted && direction === 'outbound' ? ledger.mailsOf(wanted) : [...ledger.mails.values()];
    const shown = pool.filter(
      (mail) =>
        (!wanted || [...mail.to, ...mail.cc, ...mail.bcc].some((mailbox) => addressOf(mailbox) === wanted)) &&
        (!from || addressOf(mail.from) === addressOf(from)) &&
        (direction === 'all' || mail.direction === direction),
    );
    return c.json(shown.map(mailRow));
  });

  app.post('/sms', async (c) => {
    const got = await read(c.req, textInput);
    if ('error' in got) return got.error;
    const text = await personTexts(got.input);
    const last = text.webhook.at(-1);
    return c.json(
      { ...textRow(text), webhook_status: last?.status ?? null, webhook_failed: last?.failed ?? null },
      201,
    );
  });

  app.post('/mail', async (c) => {
    const { from, to, auth } = c.req.query();
    const outcome = z.enum(['pass', 'fail', 'none', 'missing']).default('pass').safeParse(auth);
    const raw = Buffer.from(await c.req.arrayBuffer());
    if (!outcome.success) return c.json({ error: 'auth is pass, fail, none or missing.' }, 400);
    if (raw.length === 0) return c.json({ error: 'The body is empty. Send the mail as raw MIME.' }, 400);
    return c.json(postedRow(await post.personMails(raw, { from, to, auth: outcome.data })), 201);
  });

  app.post('/mail/reply', async (c) => {
    const got = await read(c.req, replyInput);
    if ('error' in got) return got.error;
    const { id, body, from, name } = got.input;
    const original = ledger.mails.get(id);
    if (!original) return c.json({ error: `There is no mail ${id}. GET /_exchange/mail lists them.` }, 404);
    const email = from ?? addressOf(original.to[0]!)!;
    const known = (await people.all()).find((person) => person.email === email.toLowerCase());
    const author = { name: name ?? (known && known.name !== email ? known.name : ''), email };
    return c.json(postedRow(await post.personReplies(original, body, author)), 201);
  });

  app.get('/people', async (c) => c.json(await people.all()));
  app.put('/people', async (c) => {
    const got = await read(c.req, z.array(personInput));
    if ('error' in got) return got.error;
    ledger.book = got.input;
    ledger.changed();
    return c.json({ people: ledger.book.length });
  });

  app.get('/faults', (c) => c.json(faults.list()));
  app.post('/faults', async (c) => {
    const got = await read(
      c.req,
      z.preprocess((one) => [one].flat(), z.array(faultInput)),
    );
    if ('error' in got) return got.error;
    const added = faults.add(got.input);
    ledger.changed();
    return c.json(added, 201);
  });
  app.delete('/faults', (c) => {
    faults.clear();
    ledger.changed();
    return c.body(null, 204);
  });

  app.delete('/', (c) => {
    faults.clear();
    ledger.forget();
    return c.body(null, 204);
  });

  app.get('/events', () => changesOf(ledger));

  return app;
}
