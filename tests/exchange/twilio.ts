import { Hono } from 'hono';
import type { Carrier } from './carrier.ts';
import { now } from './clock.ts';
import type { Faults } from './faults.ts';
import { step, type Ledger } from './ledger.ts';
import type { Settings } from './options.ts';
import { after, before, type Env } from './suffering.ts';
import { listMessages } from './twilio-list.ts';
import { messageResource, twilioError } from './twilio-resource.ts';
import { refusal } from './twilio-rules.ts';

const failed = (status: 429 | 500): Response => twilioError(status === 429 ? 20429 : 20500);

/** Twilio's Messages resource, mounted at `/2010-04-01/Accounts`. */
export function twilioRoutes(
  settings: Settings,
  ledger: Ledger,
  faults: Faults,
  carrier: Carrier,
): Hono<Env> {
  const app = new Hono<Env>();
  const key = `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`;
  let recent: number[] = [];
  let concurrent = 0;

  function tooFast(): boolean {
    if (settings.ratePerSecond === undefined) return false;
    const since = now() - 1000;
    recent = recent.filter((at) => at > since);
    if (recent.length >= settings.ratePerSecond) return true;
    recent.push(now());
    return false;
  }

  app.use('/:account/*', async (c, next) => {
    const known = c.req.header('authorization') === key && c.req.param('account') === settings.accountSid;
    concurrent += 1;
    try {
      if (known) await next();
      else c.res = twilioError(20003);
      c.res.headers.set('twilio-concurrent-requests', String(concurrent));
    } finally {
      concurrent -= 1;
    }
  });

  app.post('/:account/Messages.json', async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
      return twilioError(20001, 'the body must be form-encoded');
    }
    const form = new URLSearchParams(await c.req.text());
    const to = form.get('To') ?? '';
    const fault = faults.strike('sms', to);
    const spoiled = await before(c, fault, failed);
    if (spoiled) return spoiled;
    if (tooFast()) return twilioError(20429);
    if (fault?.kind === 'error' && fault.code < 30000) return twilioError(fault.code);
    const refused = refusal(settings, ledger, form);
    if (refused) return twilioError(...refused);

    const service = form.get('MessagingServiceSid') || null;
    const text = carrier.accept({
      direction: 'outbound-api',
      by: 'network',
      from: form.get('From') || settings.senderNumber,
      to,
      body: form.get('Body') ?? '',
      media: form.getAll('MediaUrl').map((url) => ({ url, type: 'image/jpeg' })),
      status: service ? 'accepted' : 'queued',
      service,
      statusCallback: form.get('StatusCallback') || null,
      validitySeconds: Number(form.get('ValidityPeriod') ?? 36_000),
    });
    const accepted = Response.json(messageResource(settings, text), { status: 201 });
    carrier.carry(text, fault);
    return after(c, fault, accepted, failed);
  });

  app.get('/:account/Messages.json', (c) =>
    c.json(listMessages(settings, ledger, new URL(c.req.url).searchParams)),
  );

  app.get('/:account/Messages/:file{.+\\.json}', (c) => {
    const text = ledger.texts.get(c.req.param('file').replace(/\.json$/, ''));
    return text ? c.json(messageResource(settings, text)) : twilioError(20404);
  });

  // An empty Body redacts, Status=canceled stops what was not yet sent.
  app.post('/:account/Messages/:file{.+\\.json}', async (c) => {
    const text = ledger.texts.get(c.req.param('file').replace(/\.json$/, ''));
    if (!text) return twilioError(20404);
    const form = new URLSearchParams(await c.req.text());
    if (form.get('Body') === '') text.body = '';
    if (form.get('Status') === 'canceled') {
      if (text.status !== 'accepted' && text.status !== 'queued') {
        return twilioError(20001, 'only a message that was not yet sent can be canceled');
      }
      text.status = 'canceled';
      step(text, 'canceled');
    }
    text.updatedAt = now();
    ledger.changed();
    return c.json(messageResource(settings, text));
  });

  return app;
}
