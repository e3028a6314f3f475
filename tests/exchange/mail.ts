import { Hono, type Context } from 'hono';
import { newUuid, now } from './clock.ts';
import type { Faults } from './faults.ts';
import { step, type Ledger, type Mail } from './ledger.ts';
import type { openMailEvents } from './mail-events.ts';
import { addressOf, mailError, readMail, type MailPayload } from './mail-rules.ts';
import type { Settings } from './options.ts';
import { after, before, type Env } from './suffering.ts';

const KEY_LIFETIME_MS = 24 * 3_600_000;

const failed = (status: 429 | 500): Response =>
  status === 429
    ? mailError(
        429,
        'rate_limit_exceeded',
        'Too many requests. Please limit the number of requests per second.',
      )
    : mailError(500, 'internal_server_error', 'An unexpected error occurred.');

/** The mail provider's sending API, in Resend's shape, mounted at `/emails`. */
export function mailRoutes(
  settings: Settings,
  ledger: Ledger,
  faults: Faults,
  events: ReturnType<typeof openMailEvents>,
): Hono<Env> {
  const app = new Hono<Env>();
  const underWay = new Set<string>();

  app.use('*', async (c, next) => {
    const given = c.req.header('authorization');
    if (!given) c.res = mailError(401, 'missing_api_key', 'Missing API key in the authorization header');
    else if (given !== `Bearer ${settings.mailApiKey}`)
      c.res = mailError(403, 'invalid_api_key', 'API key is invalid');
    else await next();
  });

  function accept(mail: MailPayload, key: string | null): Mail {
    const id = newUuid();
    const headers = mail.headers ?? {};
    const own = Object.entries(headers).find(([name]) => name.toLowerCase() === 'message-id')?.[1];
    const written: Mail = {
      id,
      direction: 'outbound',
      from: mail.from,
      to: mail.to,
      cc: mail.cc ?? [],
      bcc: mail.bcc ?? [],
      replyTo: mail.reply_to ?? [],
      subject: mail.subject,
      text: mail.text ?? null,
      html: mail.html ?? null,
      headers,
      tags: mail.tags ?? [],
      messageId: own ?? `<${id}@mail.exchange.example>`,
      createdAt: now(),
      lastEvent: 'queued',
      steps: [],
      idempotencyKey: key,
      raw: null,
    };
    step(written, 'queued');
    ledger.addMail(written);
    return written;
  }

  async function send(
    c: Context<Env>,
    read: (input: unknown) => { mails: MailPayload[] } | { error: Response },
    answer: (ids: string[]) => object,
  ) {
    const key = c.req.header('idempotency-key') ?? null;
    if (key !== null && (key.length < 1 || key.length > 256)) {
      return mailError(
        400,
        'invalid_idempotency_key',
        'The idempotency key must be between 1 and 256 characters.',
      );
    }
    const payload = await c.req.text();
    let input: unknown;
    try {
      input = JSON.parse(payload);
    } catch {
      return mailError(400, 'validation_error', 'The request body is not valid JSON.');
    }
    const got = read(input);
    const to = 'mails' in got ? addressOf(got.mails[0]!.to[0]!)! : '';
    const fault = faults.strike('mail', to);

    // A second request with a key waits for nothing: it is told that the first is still under way.
    if (key !== null && underWay.has(key)) {
      return mailError(
        409,
        'concurrent_idempotent_requests',
        'Another request with the same idempotency key is in progress.',
      );
    }
    if (key !== null) underWay.add(key);
    try {
      const spoiled = await before(c, fault, failed);
      if (spoiled) return spoiled;
      if ('error' in got) return got.error;
      if (fault?.kind === 'error')
        return mailError(422, 'validation_error', 'The mail is refused by a fault in force.');
      const known = key === null ? undefined : ledger.mailKeys.get(key);
      if (known && known.at > now() - KEY_LIFETIME_MS) {
        return known.payload === payload
          ? c.json(known.answer)
          : mailError(
              409,
              'invalid_idempotent_request',
              'Same idempotency key used with a different request payload.',
            );
      }
      const mails = got.mails.map((mail) => accept(mail, key));
      const body = answer(mails.map(({ id }) => id));
      if (key !== null) ledger.mailKeys.set(key, { payload, at: now(), answer: body });
      for (const mail of mails) events.run(mail, fault);
      return await after(c, fault, c.json(body), failed);
    } finally {
      if (key !== null) underWay.delete(key);
    }
  }

  app.post('/', (c) =>
    send(
      c,
      (input) => {
        const one = readMail(input);
        return 'error' in one ? one : { mails: [one.mail] };
      },
      ([id]) => ({ id }),
    ),
  );

  app.post('/batch', (c) =>
    send(
      c,
      (input) => {
        if (!Array.isArray(input) || input.length < 1 || input.length > 100) {
          return { error: mailError(422, 'validation_error', 'A batch is an array of 1 to 100 emails.') };
        }
        const mails: MailPayload[] = [];
        for (const item of input) {
          const one = readMail(item);
          if ('error' in one) return one;
          mails.push(one.mail);
        }
        return { mails };
      },
      (ids) => ({ data: ids.map((id) => ({ id })) }),
    ),
  );

  app.get('/:id', (c) => {
    const mail = ledger.mails.get(c.req.param('id'));
    if (!mail || mail.direction !== 'outbound') return mailError(404, 'not_found', 'Email not found');
    return c.json({
      object: 'email',
      id: mail.id,
      to: mail.to,
      from: mail.from,
      created_at: new Date(mail.createdAt).toISOString(),
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      bcc: mail.bcc,
      cc: mail.cc,
      reply_to: mail.replyTo,
      last_event: mail.lastEvent,
      scheduled_at: null,
      tags: mail.tags,
    });
  });

  return app;
}
