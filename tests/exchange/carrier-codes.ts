/** Refusals at creation: HTTP status and Twilio's wording, shortened. */
export const REFUSALS: Record<number, { status: number; message: string }> = {
  20001: { status: 400, message: 'The request is not understood' },
  20003: { status: 401, message: 'Authenticate' },
  20404: { status: 404, message: 'The requested resource was not found' },
  20429: { status: 429, message: 'Too Many Requests' },
  20500: { status: 500, message: 'An internal server error has occurred' },
  21211: { status: 400, message: "Invalid 'To' Phone Number" },
  21212: { status: 400, message: "Invalid 'From' Number" },
  21408: {
    status: 400,
    message: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number",
  },
  21602: { status: 400, message: 'Message body is required' },
  21603: { status: 400, message: "A 'From' phone number is required" },
  21604: { status: 400, message: "A 'To' phone number is required" },
  21606: {
    status: 400,
    message: "The 'From' number is not a valid, SMS-capable inbound number or short code for your account",
  },
  21609: { status: 400, message: "The 'StatusCallback' URL is not a valid URL" },
  21610: { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  21611: { status: 400, message: "This 'From' number has exceeded the maximum number of queued messages" },
  21612: {
    status: 400,
    message: "Message cannot be sent with the current combination of 'To' and 'From' parameters",
  },
  21614: { status: 400, message: "'To' number is not a valid mobile number" },
  21617: { status: 400, message: 'The concatenated message body exceeds the 1600 character limit' },
  21624: { status: 400, message: 'Invalid validity period value: whole seconds from 1 to 36000' },
  21701: { status: 404, message: 'The Messaging Service does not exist' },
  21705: { status: 400, message: 'The Messaging Service Sid is invalid' },
};

/** Published codes of messages accepted and then not delivered; `failed` never left the carrier's queue. */
export const FAILURES: Record<number, { status: 'undelivered' | 'failed'; message: string }> = {
  30001: { status: 'failed', message: 'Queue overflow' },
  30002: { status: 'failed', message: 'Account suspended' },
  30003: { status: 'undelivered', message: 'Unreachable destination handset' },
  30004: { status: 'undelivered', message: 'Message blocked' },
  30005: { status: 'undelivered', message: 'Unknown destination handset' },
  30006: { status: 'undelivered', message: 'Landline or unreachable carrier' },
  30007: { status: 'undelivered', message: 'Message filtered' },
  30008: { status: 'undelivered', message: 'Unknown error' },
  30022: { status: 'failed', message: 'Carrier rate limit exceeded' },
  30023: { status: 'failed', message: 'Daily message cap reached' },
  30027: { status: 'failed', message: 'T-Mobile daily message limit reached' },
  30032: { status: 'failed', message: 'Toll-free number has not been verified' },
  30034: { status: 'failed', message: 'Message from an unregistered number' },
  30036: { status: 'failed', message: 'Validity period expired' },
};

/** Twilio's own test numbers: a code at creation for each. */
const MAGIC_TO: Record<string, number> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
};
const MAGIC_FROM: Record<string, number> = {
  '+15005550001': 21212,
  '+15005550007': 21606,
  '+15005550008': 21611,
};
export const MAGIC_FROM_OK = '+15005550006';

/** The code with which a message to this number is refused, if it is one of Twilio's test numbers. */
export const refusalOfTo = (to: string): number | null => MAGIC_TO[to] ?? null;
/** The code with which a message from this number is refused, if it is one of Twilio's test numbers. */
export const refusalOfFrom = (from: string): number | null => MAGIC_FROM[from] ?? null;

/**
 * Our own test numbers: a message to `+150055` and a five-digit code is accepted and then ends with it.
 *
 * | number | ends |
 * |---|---|
 * | +15005530003 | undelivered, 30003 (so for every 3xxxx code, 30008 where none is published) |
 * | +15005530000 | sent: this carrier gives no receipt |
 */
export function endOf(
  to: string,
): { status: 'delivered' | 'sent' } | { status: 'undelivered' | 'failed'; code: number } {
  const code = Number(/^\+150055(3\d{4})$/.exec(to)?.[1] ?? 0);
  if (code === 0) return { status: 'delivered' };
  return code === 30000 ? { status: 'sent' } : failureOf(code);
}

/** How a message ends that has this delivery code. */
export function failureOf(code: number): { status: 'undelivered' | 'failed'; code: number } {
  return { status: FAILURES[code]?.status ?? 'undelivered', code };
}
