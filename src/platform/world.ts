import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import type { BillFeed, RosterFeed } from './feeds.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';

/**
 * Everything outside, as one value: built once per event in `src/world.ts`, and by hand in tests.
 * A slice that asks a higher one for something adds its port here by declaration merging
 * (`declare module '../platform/world.ts' { interface World { launchGuard: LaunchGuard } }`).
 */
export interface World {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  sms: SmsPort;
  mail: MailPort;
  files: Files;
  pacer: PacerPort;
  deliveries: DeliveriesQueue;
  /** Tells people from programs on members' pages; null where the network does not use one. */
  humanCheck: HumanCheck | null;
  /** Live legislative data; null where the network has no key for a service. */
  rosterFeed: RosterFeed | null;
  billFeed: BillFeed | null;
  settings: Settings;
}

/** What a provider said to one try. `refused` and `retry` are proof that it was not taken; `unknown` is not. */
export type Outcome =
  | { kind: 'accepted'; providerId: string; segments: number | null }
  | { kind: 'refused'; code: string; reason: string }
  | { kind: 'retry'; code: string; afterMs: number | null }
  /** `taken`: the provider has this key already, for a message that it took. */
  | { kind: 'unknown'; reason: string; taken?: boolean };

export interface SmsPort {
  /** One POST with a hard timeout and no repeat. @param validitySeconds how long the carrier may keep trying */
  send(message: { to: string; body: string; callbackUrl: string; validitySeconds: number }): Promise<Outcome>;
  /**
   * What the provider has, newest first, between two instants (ms UTC, the later one left out); for a number where
   * one is given. Proof for an unknown outcome, missed replies, and prices: with `sentBefore`, of those already sent
   * on. Throws rather than answer with a part.
   */
  list(filter: { to?: string; sentAfter?: number; sentBefore?: number }): Promise<ListedSms[]>;
  /** What the provider says of one message now, price included; null when it knows no such message. */
  message(providerId: string): Promise<SmsDetail | null>;
}
export interface ListedSms {
  providerId: string;
  from: string;
  to: string;
  body: string;
  status: string;
  direction: string;
  createdAt: number;
  errorCode: string | null;
  /** Where the provider lists the pictures that came with it; null or absent where there were none. */
  mediaList?: string | null;
  segments?: number | null;
  priceMicros?: number | null;
}
export interface SmsDetail extends ListedSms {
  segments: number | null;
  /** What the carrier charged, in millionths of a dollar; null until it is known. */
  priceMicros: number | null;
}

export interface MailPort {
  /** Whether a second `send` with the same key within a day never sends a second mail. */
  keepsKeys: boolean;
  send(mail: OutgoingMail): Promise<Outcome>;
}
export interface OutgoingMail {
  to: string;
  /** Shown name of the sender; the address is the network's. */
  fromName: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  /** The same key never sends twice, where the provider keeps keys. */
  idempotencyKey: string;
}

/** A vendor's check, run by its script on the page and proved by a value in the form. */
export interface HumanCheck {
  /** Names this network to the vendor's script; no secret. */
  siteKey: string;
  /** Whether the value was earned by a person. A vendor that is silent proves nothing, and throws nothing. */
  passed(proof: string | undefined): Promise<boolean>;
}

export interface Files {
  put(key: string, content: string | Uint8Array, type: string): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
  /** Up to a thousand objects whose keys begin so, with when each was written (ms UTC). */
  list(prefix: string): Promise<{ key: string; at: number }[]>;
  /** Takes an object away; one that is not there is no fault. */
  remove(key: string): Promise<void>;
}

export interface PacerPort {
  /**
   * Leases up to `segments` of a sender, persisted before it answers.
   * @returns how many may go now, and in how many ms to ask again when that is fewer
   */
  lease(
    senderId: string,
    ask: { segments: number; urgent: boolean },
  ): Promise<{ granted: number; againInMs: number; at?: number }>;
  /** Takes back what a lease had nobody for. @param lease.at the instant that `lease` told */
  giveBack(senderId: string, lease: { at: number; segments: number }): Promise<void>;
  /**
   * Notes ids about to be posted, and what the provider said of those posted before, so that only what lies
   * between can be ambiguous after a crash.
   */
  release(senderId: string, claimId: string, deliveryIds: number[], told?: Told[]): Promise<void>;
  /** The ids of a claim that were released before a crash and of which nothing was told. Ends the claim. */
  released(senderId: string, claimId: string): Promise<number[]>;
  /** What a provider said, as it was noted with the last release. */
  told(senderId: string, claimId: string): Promise<Told[]>;
  /** Forgets a claim whose results are recorded. */
  finish(senderId: string, claimId: string): Promise<void>;
  /** Grants nothing (or nothing but to urgent asks) until then. A hold is never shortened by a later one. */
  hold(senderId: string, hold: SenderHold): Promise<void>;
  /** Lifts every hold of a sender. */
  releaseHold(senderId: string): Promise<void>;
  usage(senderId: string): Promise<SenderUsage>;
}

/** What a provider said of one message: its id there, or null where it provably took nothing. */
export interface Told {
  id: number;
  providerId: string | null;
}

/** Why a sender sends nothing, and until when. */
export interface SenderHold {
  /** ms UTC */
  until: number;
  /** In words for people. */
  reason: string;
  /** True: people who wait for an answer are still served. */
  bulkOnly: boolean;
}

/** What a sender used of what it may. */
export interface SenderUsage {
  /** The carrier's day: local date in Pacific time. */
  day: string;
  /** Segments leased on that day. */
  segments: number;
  /** For each limit in force: who sets it, and what is used of it in the running period. */
  limits: { by: string; period: 'second' | 'minute' | 'day'; limit: number; used: number }[];
  /** Those in force now: at most one that binds everything, and one that binds bulk only. */
  holds: SenderHold[];
  /** In how many ms bulk that is not in line yet may go; 0 for now. */
  bulkInMs: number;
}

/** A range of deliveries to send. What is known of them spares a read: their one channel, their segments together. */
export interface Page {
  fromId: number;
  toId: number;
  channel?: 'sms' | 'email';
  segments?: number;
  urgent?: boolean;
}

/** Pages of deliveries by id range; nothing personal. Losing one costs time only: a clock finds what is due. */
export interface DeliveriesQueue {
  send(pages: Page[], delaySeconds?: number): Promise<void>;
}

export interface Settings {
  publicUrl: string;
  twilio: {
    accountSid: string;
    authTokens: string[];
    messagingServiceSid: string;
    apiBase: string;
  };
  mail: { apiKey: string; apiBase: string; webhookSecret: string; fromAddress: string; authservId: string };
  replyDomain: string;
  authSecret: string;
  /** Current secret first, then the previous one while it is being rotated. */
  linkSecrets: [string, ...string[]];
  /** Of the check on members' pages; null where it is not used. */
  turnstile: { siteKey: string; secret: string } | null;
  openStatesKey: string | null;
  legiScanKey: string | null;
  /** True only under `npm start` and the tests: lets the demo build itself. */
  local: boolean;
  /** Added to the machine's clock; never but locally, where a demo at night stands in the morning. */
  clockOffsetMs: number;
}
