import { SECRETS } from './secrets.ts';

/** The form of one text as the Worker posts it: same fields, same length. */
export const form = (to: string, callbackUrl: string): string =>
  new URLSearchParams({
    To: to,
    MessagingServiceSid: SECRETS.TWILIO_MESSAGING_SERVICE_SID,
    Body: 'ASSN: HB 203 is heard Tuesday. Please call. 1 Will 2 Did 127.0.0.1:8787/a/abcdefghij',
    StatusCallback: `${callbackUrl}/1234.1.0123456789abcdef0123456789abcdef`,
    ValidityPeriod: '36000',
  }).toString();
