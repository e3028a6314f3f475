/** Someone who has a phone, a mailbox or both. */
export interface Person {
  name: string;
  /** E.164, as `+14065550123`. */
  phone?: string | null;
  email?: string | null;
}

/** What the exchange must know of the network it serves, and how it behaves. */
export interface ExchangeOptions {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** Where the Worker really listens. */
  workerUrl: string;
  /** The address the Worker believes it has; webhooks are signed for it. Default: `workerUrl`. */
  publicUrl?: string;
  accountSid: string;
  authToken: string;
  messagingServiceSid: string;
  /** The one number in the messaging service's pool, E.164. */
  senderNumber: string;
  /** Bearer key of the mail API. */
  mailApiKey: string;
  /** `whsec_` and base64, as Svix writes it. */
  mailWebhookSecret: string;
  /** The name that stamps Authentication-Results. */
  authservId: string;
  /** Mail to this domain reaches the Worker's email(). */
  replyDomain: string;
  networkName?: string;
  /** Create requests per second above which the carrier answers 429; none when absent. */
  ratePerSecond?: number;
  /** Milliseconds between two statuses of one message. Default 15. */
  statusDelayMs?: number;
  /** Statuses that are called back; all but the initial one when absent. */
  callbackStatuses?: string[];
  /** The book of people shown on the page, asked anew as the page is opened. */
  people?: () => Promise<Person[]>;
  /** How far the network's clock runs ahead of the machine's, in ms; signatures carry the time. */
  clockOffsetMs?: number;
  /** Where messages are kept between two starts; nothing is kept when absent. */
  stateFile?: string;
}

/** The options with every default filled in. */
export type Settings = ExchangeOptions & {
  publicUrl: string;
  statusDelayMs: number;
  networkName: string;
};

/** Fills in the defaults and drops trailing slashes. */
export function settle(options: ExchangeOptions): Settings {
  const workerUrl = options.workerUrl.replace(/\/+$/, '');
  return {
    ...options,
    workerUrl,
    publicUrl: (options.publicUrl ?? workerUrl).replace(/\/+$/, ''),
    statusDelayMs: options.statusDelayMs ?? 15,
    networkName: options.networkName ?? 'Your association',
  };
}
