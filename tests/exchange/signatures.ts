import { createHmac } from 'node:crypto';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';

/** X-Twilio-Signature of a form posted to `url`, made by Twilio's own code. */
export function signTwilio(authToken: string, url: string, params: Record<string, string>): string {
  return twilioWebhooks.getExpectedTwilioSignature(authToken, url, params);
}

/** The three Svix headers of an event. `secret` is `whsec_` and base64; `at` is milliseconds. */
export function signSvix(secret: string, id: string, at: number, body: string): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const timestamp = String(Math.floor(at / 1000));
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${mac}` };
}
