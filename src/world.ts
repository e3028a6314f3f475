import { waitUntil } from 'cloudflare:workers';
import { forecast, pacerPort, priceList, weekLoad } from './delivery/index.ts';
import { asks, filedRows, shareMet } from './filings/index.ts';
import { systemClock } from './platform/clock.ts';
import {
  campaignGuard,
  hearingsAhead,
  memberTraces,
  officialTraces,
  pendingConfirmation,
  replyDrafts,
  staffText,
  wordingChecklist,
} from './lobbying/index.ts';
import { undoRefresh } from './legislature/index.ts';
import { placesOf } from './people/index.ts';
import { openDb } from './platform/db.ts';
import { gathered } from './platform/gather.ts';
import { randomIds } from './platform/ids.ts';
import { jsonLog } from './platform/log.ts';
import type { SentJob } from './platform/outbox.ts';
import type { Files, MailPort, Settings, World } from './platform/world.ts';
import { bindingMail } from './providers/mail/binding.ts';
import { resendMail } from './providers/mail/resend.ts';
import { legiScanBills } from './providers/legiscan/index.ts';
import { openStatesBills, openStatesRoster } from './providers/openstates/index.ts';
import { turnstile } from './providers/turnstile/index.ts';
import { twilioSms } from './providers/twilio/sms.ts';
import { audienceByAnswer, inboundSms, unansweredOf } from './replies/index.ts';
import { parseSettings } from './settings.ts';

const parsed = new WeakMap<object, Settings>();
const settingsOf = (env: Env): Settings => {
  const known = parsed.get(env);
  if (known) return known;
  const settings = parseSettings(env as unknown as Record<string, unknown>);
  parsed.set(env, settings);
  return settings;
};

const r2Files = (bucket: R2Bucket): Files => ({
  put: async (key, content, type) => {
    await bucket.put(key, content, { httpMetadata: { contentType: type } });
  },
  get: async (key) => {
    const object = await bucket.get(key);
    return object ? new Uint8Array(await object.arrayBuffer()) : null;
  },
  list: async (prefix) =>
    (await bucket.list({ prefix })).objects.map(({ key, uploaded }) => ({ key, at: uploaded.getTime() })),
  remove: (key) => bucket.delete(key),
});

const QUEUE_BATCH = 100;

/** Hands jobs to the events queue. A failure costs a minute, not the job: the outbox still holds it. */
export const enqueueJobs = (env: Env) => async (jobs: SentJob[]) => {
  try {
    for (let at = 0; at < jobs.length; at += QUEUE_BATCH) {
      await env.EVENTS.sendBatch(
        jobs
          .slice(at, at + QUEUE_BATCH)
          .map(({ delaySeconds, ...body }) => ({ body, ...(delaySeconds ? { delaySeconds } : {}) })),
      );
    }
  } catch (error) {
    jsonLog.fault('outbox.not_sent', error, { jobs: jobs.length });
  }
};

const mailPort = (env: Env, settings: Settings): MailPort =>
  settings.mail.apiKey === 'binding' ? bindingMail(env.EMAIL, settings) : resendMail(settings);

interface Report {
  kind: string;
  body: unknown;
}
const reports = new WeakMap<object, (report: Report) => Promise<void>>();
/** Hands reports of providers to the events queue, those that come at once in one send. */
const reportsOf = (env: Env) => {
  const known = reports.get(env);
  if (known) return known;
  const { now } = systemClock(0);
  const made = gathered<Report>(
    async (list) => {
      await env.EVENTS.sendBatch(list.map((body) => ({ body })));
    },
    QUEUE_BATCH,
    now,
    waitUntil,
  );
  reports.set(env, made);
  return made;
};

/** Builds the World of one event from the bindings: the one place that picks real providers and binds the slices' ports. */
export const buildWorld = (env: Env): World => {
  const settings = settingsOf(env);
  const clock = systemClock(settings.clockOffsetMs);
  const ids = randomIds(clock.now);
  const db = openDb(env.DB, { now: clock.now, ids, enqueue: enqueueJobs(env) });
  return {
    db,
    clock,
    ids,
    log: jsonLog,
    sms: twilioSms(settings),
    mail: mailPort(env, settings),
    files: r2Files(env.FILES),
    pacer: pacerPort(env.PACER),
    deliveries: {
      send: async (pages, delaySeconds = 0) => {
        for (let at = 0; at < pages.length; at += QUEUE_BATCH) {
          await env.DELIVERIES.sendBatch(
            pages.slice(at, at + QUEUE_BATCH).map((body) => ({ body, delaySeconds })),
          );
        }
      },
    },
    humanCheck: turnstile(settings),
    rosterFeed: openStatesRoster(settings),
    billFeed: legiScanBills(settings) ?? openStatesBills(settings),
    settings,
    priceList,
    weekLoad,
    forecast,
    audienceSource: audienceByAnswer,
    launchGuard: campaignGuard,
    wordingChecklist,
    memberTraces,
    officialTraces,
    undoOfImport: undoRefresh,
    filedRows,
    shareMet,
    asks,
    hearingsAhead,
    places: placesOf(db),
    events: {
      send: async (events) => {
        await Promise.all(events.map(reportsOf(env)));
      },
    },
    inboundSms,
    pendingConfirmation,
    staffText,
    replyDrafts,
    unanswered: unansweredOf,
  };
};
