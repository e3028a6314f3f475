import { REFUSALS } from './carrier-codes.ts';
import type { Text } from './ledger.ts';
import type { Settings } from './options.ts';

const rfc2822 = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');

/** Where the resource of one message lives. */
export const messageUri = (settings: Settings, sid: string): string =>
  `/2010-04-01/Accounts/${settings.accountSid}/Messages/${sid}.json`;

/** A message as Twilio's API shows it. Through a service the segments are not known until it is queued. */
export function messageResource(settings: Settings, text: Text) {
  const uri = messageUri(settings, text.sid);
  const at = uri.replace(/\.json$/, '');
  return {
    body: text.body,
    num_segments: text.status === 'accepted' ? '0' : String(text.segments),
    direction: text.direction,
    from: text.from,
    to: text.to,
    date_updated: rfc2822(text.updatedAt),
    price: text.priceMicros === null ? null : (-text.priceMicros / 1_000_000).toFixed(5),
    error_message: text.errorMessage,
    uri,
    account_sid: settings.accountSid,
    num_media: String(text.media.length),
    status: text.status,
    messaging_service_sid: text.service,
    sid: text.sid,
    date_sent: text.sentAt === null ? null : rfc2822(text.sentAt),
    date_created: rfc2822(text.createdAt),
    error_code: text.errorCode,
    price_unit: 'USD',
    api_version: '2010-04-01',
    subresource_uris: { media: `${at}/Media.json`, feedback: `${at}/Feedback.json` },
  };
}

/** An error as Twilio's API words it. */
export function twilioError(code: number, detail?: string): Response {
  const { status, message } = REFUSALS[code] ?? { status: 400, message: 'The message is refused' };
  const body = {
    code,
    message: detail ? `${message}: ${detail}` : message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  };
  const headers = code === 20003 ? { 'www-authenticate': 'Basic realm="Twilio API"' } : undefined;
  return Response.json(body, { status, headers });
}
