import { Hono, type Context } from 'hono';
import { formOf, text } from '../platform/form.ts';
import { withoutPersonal } from '../platform/personal.ts';
import { signShown, wasRead } from '../platform/read-first.ts';
import { readToken } from '../platform/tokens.ts';
import { isFromMailProvider, readMailEvent } from '../providers/mail/index.ts';
import {
  EMPTY_REPLY,
  isFromTwilio,
  readForm,
  readInbound,
  readStatus,
  type SignedForm,
} from '../providers/twilio/index.ts';
import { networkSettings } from '../staff/index.ts';
import type { AppEnv } from '../ui/index.ts';
import { deliveryBatches } from './background.ts';
import { Unsubscribe } from './pages/unsubscribe.tsx';
import { readUnsubscribeToken, unsubscribe } from './unsubscribe.ts';

/** One-click unsubscribe. */
export const deliveryRoutes = new Hono<AppEnv>();
/** Webhooks of the carrier and the mail provider, each checked by its signature. */
export const hookRoutes = new Hono<AppEnv>();

const decoder = new TextDecoder();
/** The body as it was signed. Read as bytes, since the runtime warns of forms that are read as text. */
const bodyOf = async (c: Context<AppEnv>) => decoder.decode(await c.req.arrayBuffer());

const REFUSED = 'This request is not signed as it should be.';

/**
 * The form of a request that Twilio signed for our account, or null. The configured address is what was
 * signed, whatever host the request came by.
 */
const signedForm = async (c: Context<AppEnv>): Promise<SignedForm | null> => {
  const { twilio, publicUrl } = c.var.world.settings;
  const { url } = c.req;
  const path = url.slice(url.indexOf('/', url.indexOf('//') + 2));
  const form = readForm(await bodyOf(c));
  const signature = c.req.header('x-twilio-signature');
  const signed = isFromTwilio(twilio.authTokens, signature, `${publicUrl}${path}`, form);
  return signed && form.AccountSid === twilio.accountSid ? form : null;
};

const twiml = (c: Context<AppEnv>) => c.body(EMPTY_REPLY, 200, { 'content-type': 'text/xml; charset=utf-8' });

const takeText = async (c: Context<AppEnv>) => {
  const form = await signedForm(c);
  if (!form) return c.text(REFUSED, 403);
  const inbound = readInbound(form);
  if (!inbound) return c.text('This is not an inbound message.', 400);
  const { accountSid: _account, ...message } = inbound;
  const { world } = c.var;
  try {
    // Stored when this returns: only then may the carrier forget it.
    await world.inboundSms.receive(world, { ...message, at: world.clock.now() });
    return twiml(c);
  } catch (error) {
    world.log.fault('text.not_taken', error, { providerId: message.providerId });
    return c.text('Not stored yet. Please send it again.', 503);
  }
};
hookRoutes.post('/hooks/twilio/inbound', takeText);
// The carrier comes here when the first address failed; what both of them bring is stored once.
hookRoutes.post('/hooks/twilio/inbound/fallback', takeText);

/**
 * Hands a report to the queue; where that refuses, applies it at once. A carrier does not repeat a status report, so
 * only when both fail is it told that we could not take it.
 */
const takeReport = async (c: Context<AppEnv>, kind: keyof typeof deliveryBatches, body: unknown) => {
  const { world } = c.var;
  try {
    await world.events.send([{ kind, body }]);
  } catch (error) {
    world.log.fault('report.not_queued', error, { kind });
    try {
      await deliveryBatches[kind](world, [body]);
    } catch (second) {
      world.log.fault('report.not_taken', second, { kind });
      return c.text('Not taken yet. Please send it again.', 503);
    }
  }
  return c.body(null, 204);
};

hookRoutes.post('/hooks/twilio/status/:token', async (c) => {
  const { world } = c.var;
  const form = await signedForm(c);
  const named = await readToken(world.settings.linkSecrets, 'status', c.req.param('token'));
  const [, deliveryId, attempt] = /^(\d{1,15})\.(\d{1,6})$/.exec(named ?? '') ?? [];
  if (!form || !deliveryId || !attempt) return c.text(REFUSED, 403);
  const report = readStatus(form);
  if (!report) return c.text('This is not a status report.', 400);
  const { accountSid: _account, ...read } = report;
  return takeReport(c, 'sms.status', {
    deliveryId: Number(deliveryId),
    attempt: Number(attempt),
    ...read,
    said: withoutPersonal(form),
  });
});

hookRoutes.post('/hooks/mail', async (c) => {
  const { world } = c.var;
  const body = await bodyOf(c);
  const headers = {
    id: c.req.header('svix-id'),
    timestamp: c.req.header('svix-timestamp'),
    signature: c.req.header('svix-signature'),
  };
  const signed = await isFromMailProvider(
    world.settings.mail.webhookSecret,
    headers,
    body,
    world.clock.now(),
  );
  if (!signed) return c.text(REFUSED, 403);
  const event = readMailEvent(body);
  if (!event) return c.body(null, 204);
  return takeReport(c, 'mail.event', {
    eventId: headers.id ?? '',
    ...event,
    said: withoutPersonal(JSON.parse(body)),
  });
});

const unsubscribePage = async (c: Context<AppEnv>, step: 'ask' | 'again' | 'done' | 'unknown') => {
  const { networkName } = await networkSettings(c.var.world);
  const shown = await signShown(c.var.world, c.req.path, step === 'again');
  const page = <Unsubscribe network={networkName} action={c.req.path} step={step} shown={shown} />;
  return c.html(page, step === 'unknown' ? 404 : 200);
};

deliveryRoutes.get('/u/:token', async (c) => {
  const ours = (await readUnsubscribeToken(c.var.world, c.req.param('token'))) !== null;
  return unsubscribePage(c, ours ? 'ask' : 'unknown');
});

deliveryRoutes.post('/u/:token', async (c) => {
  const { world } = c.var;
  const form = await c.req.formData().then(formOf, () => ({}));
  // A mail program's one click (RFC 8058) acts at once; our own page's button may have been pressed by a scanner.
  const shown = text(form, 'shown');
  if (shown && !(await wasRead(world, c.req.path, shown))) return unsubscribePage(c, 'again');
  const done = await unsubscribe(world, c.req.param('token'));
  if (!done) world.log.info('unsubscribe.unknown');
  return unsubscribePage(c, done ? 'done' : 'unknown');
});
