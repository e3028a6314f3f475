import { env } from 'cloudflare:workers';
import * as z from 'zod';
import { asks, filedRows, shareMet } from '../../src/filings/index.ts';
import { forecast, weekLoad } from '../../src/delivery/index.ts';
import { undoRefresh } from '../../src/legislature/index.ts';
import {
  hearingsAhead,
  officialTraces,
  pendingConfirmation,
  replyDrafts,
  staffText,
} from '../../src/lobbying/index.ts';
import { openDb } from '../../src/platform/db.ts';
import type { Ids } from '../../src/platform/ids.ts';
import type { Log } from '../../src/platform/log.ts';
import type { SentJob } from '../../src/platform/outbox.ts';
import type { Result } from '../../src/platform/problem.ts';
import { statement } from '../../src/platform/statement.ts';
import { readAs } from '../../src/platform/together.ts';
import type { Role, Who } from '../../src/platform/who.ts';
import type {
  OutgoingMail,
  Outcome,
  Page,
  SenderHold,
  Settings,
  SmsDetail,
  World,
} from '../../src/platform/world.ts';
import { parseSettings } from '../../src/settings.ts';

/** Tuesday, February 9, 2027, 9:00 am in Helena. */
export const TUESDAY = Date.UTC(2027, 1, 9, 16, 0);

const price = statement({
  params: z.object({}),
  row: z.object({ micros: z.number() }),
  sql: `select 11200 as micros`,
});

interface Named {
  id: string;
  name: string;
}

export interface TestWorld extends World {
  /** What was handed to the carrier, in order. */
  texts: { to: string; body: string; callbackUrl: string; validitySeconds: number }[];
  mails: OutgoingMail[];
  jobs: SentJob[];
  pages: Page[];
  /** What the carrier tells of a message by its id when asked. */
  carrierHas: Map<string, SmsDetail>;
  /** Verified reports of providers, handed to the events queue. */
  reports: { kind: string; body: unknown }[];
  logged: { event: string; values: unknown }[];
  /** Holds put on senders; while one is in force the Pacer grants nothing that it binds. */
  holds: (SenderHold & { senderId: string })[];
  /** Sets or moves the clock. @param ms UTC */
  setNow(ms: number): void;
  passTime(ms: number): void;
  /** What the carrier says to the next texts; `accepted` by default. */
  answerTexts(with_: (to: string) => Outcome): void;
}

/** A World on the real D1 and R2 of the test, with a fixed clock, counting ids and a carrier that records. */
export const testWorld = (start: number = TUESDAY): TestWorld => {
  let now = start;
  let count = 0;
  let textAnswer: ((to: string) => Outcome) | null = null;
  const texts: TestWorld['texts'] = [];
  const mails: OutgoingMail[] = [];
  const jobs: SentJob[] = [];
  const pages: TestWorld['pages'] = [];
  const carrierHas: TestWorld['carrierHas'] = new Map();
  const events: TestWorld['reports'] = [];
  const logged: TestWorld['logged'] = [];
  const holds: TestWorld['holds'] = [];
  const holdsOf = (senderId: string) => holds.filter((one) => one.senderId === senderId && one.until > now);
  const ids: Ids = {
    next: () => `01TEST${String((count += 1)).padStart(20, '0')}`,
    token: (length) => `T${String((count += 1))}`.padEnd(length, 'x').slice(0, length),
  };
  const log: Log = {
    info: (event, values) => void logged.push({ event, values }),
    fault: (event, error) => void logged.push({ event, values: String(error) }),
  };
  const settings: Settings = parseSettings(env as unknown as Record<string, unknown>);
  return {
    texts,
    mails,
    jobs,
    pages,
    carrierHas,
    reports: events,
    logged,
    holds,
    db: openDb(env.DB, {
      now: () => now,
      ids,
      enqueue: (sent) => {
        jobs.push(...sent);
        return Promise.resolve();
      },
    }),
    clock: { now: () => now },
    ids,
    log,
    humanCheck: null,
    rosterFeed: null,
    billFeed: null,
    settings,
    sms: {
      send: (message) => {
        texts.push(message);
        return Promise.resolve(
          textAnswer?.(message.to) ?? {
            kind: 'accepted',
            providerId: `SM${String(texts.length).padStart(32, '0')}`,
            segments: null,
          },
        );
      },
      list: () => Promise.resolve([]),
      message: (providerId) => Promise.resolve(carrierHas.get(providerId) ?? null),
    },
    mail: {
      keepsKeys: false,
      send: (mail) => {
        mails.push(mail);
        return Promise.resolve({ kind: 'accepted', providerId: `mail-${mails.length}`, segments: null });
      },
    },
    files: {
      put: async (key, content, type) => {
        await env.FILES.put(key, content, { httpMetadata: { contentType: type } });
      },
      get: async (key) => {
        const object = await env.FILES.get(key);
        return object ? new Uint8Array(await object.arrayBuffer()) : null;
      },
      list: async (prefix) =>
        (await env.FILES.list({ prefix })).objects.map(({ key, uploaded }) => ({
          key,
          at: uploaded.getTime(),
        })),
      remove: (key) => env.FILES.delete(key),
    },
    pacer: {
      lease: (sender, ask) => {
        const until = holdsOf(sender)
          .filter((one) => !one.bulkOnly || !ask.urgent)
          .reduce((latest, one) => Math.max(latest, one.until), now);
        return Promise.resolve(
          until > now ? { granted: 0, againInMs: until - now } : { granted: ask.segments, againInMs: 0 },
        );
      },
      release: () => Promise.resolve(),
      released: () => Promise.resolve([]),
      told: () => Promise.resolve([]),
      finish: () => Promise.resolve(),
      giveBack: () => Promise.resolve(),
      hold: (senderId, hold) => {
        holds.push({ senderId, ...hold });
        return Promise.resolve();
      },
      releaseHold: (senderId) => {
        holds.splice(0, holds.length, ...holds.filter((one) => one.senderId !== senderId));
        return Promise.resolve();
      },
      usage: (senderId) =>
        Promise.resolve({
          day: '2027-02-09',
          segments: texts.length,
          limits: [{ by: 'own', period: 'second', limit: 75, used: 0 }],
          holds: holdsOf(senderId).map(({ until, reason, bulkOnly }) => ({ until, reason, bulkOnly })),
          bulkInMs: holdsOf(senderId).reduce((most, one) => Math.max(most, one.until - now), 0),
        }),
    },
    deliveries: {
      send: (sent) => {
        pages.push(...sent);
        return Promise.resolve();
      },
    },
    audienceSource: { membersByAnswer: () => Promise.resolve([]) },
    forecast,
    weekLoad,
    priceList: { smsSegment: () => readAs(price, {}, (rows) => rows.map(({ micros }) => micros)) },
    launchGuard: { check: () => Promise.resolve(null) },
    wordingChecklist: { check: () => Promise.resolve([]) },
    unanswered: () => Promise.resolve([]),
    inboundSms: { receive: () => Promise.resolve() },
    pendingConfirmation,
    staffText,
    filedRows,
    shareMet,
    asks,
    hearingsAhead,
    officialTraces,
    undoOfImport: undoRefresh,
    replyDrafts,
    events: {
      send: (sent) => {
        events.push(...sent);
        return Promise.resolve();
      },
    },
    places: {
      regions: async () =>
        (await env.DB.prepare('select id, name from region order by name').all<Named>()).results,
      organizations: async () =>
        (await env.DB.prepare('select id, name from organization order by name').all<Named>()).results,
    },
    setNow: (ms) => void (now = ms),
    passTime: (ms) => void (now += ms),
    answerTexts: (with_) => void (textAnswer = with_),
  };
};

/** A staff person of a role, not stored: verbs need no more. */
export const staffAs = (
  role: Role,
  more: { id?: string; regionId?: string; organizationId?: string; scopes?: string[] } = {},
): Who => ({
  kind: 'staff',
  id: more.id ?? `staff-${role}`,
  name: `Test ${role}`,
  role,
  ...more,
});

/** The value of a result that must be good; fails the test with the problem otherwise. */
export const good = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`Expected a value, got ${JSON.stringify(result.problem)}`);
  return result.value;
};

/** The problem of a result that must be bad. */
export const bad = <T>(result: Result<T>) => {
  if (result.ok) throw new Error(`Expected a problem, got ${JSON.stringify(result.value)}`);
  return result.problem;
};
