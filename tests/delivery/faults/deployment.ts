import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { encodeTime } from 'ulid';
import { vi } from 'vitest';
import { takeDead, takeEvents, takePages } from '../../../src/background/jobs.ts';
import { upsertClockRun } from '../../../src/background/queries.ts';
import { ringClock, SCHEDULE } from '../../../src/background/schedule.ts';
import { memberPageRoutes } from '../../../src/console/index.ts';
import { CLAIM_CONDITIONS, SUPPRESSION, type ClaimCondition } from '../../../src/delivery/conditions.ts';
import { claimPage, claimStatement } from '../../../src/delivery/claim-queries.ts';
import { deliveryRoutes, hookRoutes, pacerPort } from '../../../src/delivery/index.ts';
import { openDb } from '../../../src/platform/db.ts';
import { spell } from '../../../src/platform/ids.ts';
import type { SentJob } from '../../../src/platform/outbox.ts';
import type { World } from '../../../src/platform/world.ts';
import { resendMail } from '../../../src/providers/mail/index.ts';
import { twilioSms } from '../../../src/providers/twilio/index.ts';
import { parseSettings } from '../../../src/settings.ts';
import type { AppEnv } from '../../../src/ui/index.ts';
import { buildWorld } from '../../../src/world.ts';
import { TUESDAY } from '../../support/world.ts';
import { openFakeCarrier, type Post } from './carrier.ts';
import { chanceOf } from './chance.ts';
import { openFakeMail } from './mail.ts';
import { openProcess, openTurns, type Process, type Script } from './process.ts';
import { openQueues, type Manners, type QueueName } from './queues.ts';
import { struckDb, type Memory, type Sent } from './struck-db.ts';

/** How one claimed row stood in the very moment after its claim. */
export interface ClaimSeen {
  deliveryId: number;
  attempt: number;
  at: number;
  suppressed: number;
  alertState: string | null;
  pointState: string | null;
}
interface How {
  script?: Script;
  before?: (name: string, no: number) => Promise<void>;
  /** This machine's clock is off by so many ms. */
  skewMs?: number;
}
export interface Faults {
  seed?: number;
  start?: number;
  /** Leaves one condition out of every claim. */
  without?: ClaimCondition;
  manners?: Manners;
}

const app = new Hono<AppEnv & { Bindings: { world: World } }>();
app.use(async (c, next) => {
  c.set('world', (c.env as unknown as { world: World }).world);
  await next();
});
app.route('/', hookRoutes);
app.route('/', deliveryRoutes);
app.route('/', memberPageRoutes);

// One for all, as an isolate has it: what is remembered by its settings is remembered here too.
const ownSettings = parseSettings(env as unknown as Record<string, unknown>);
let deployments = 0;
const SEEN = `select d.id as deliveryId, d.attempt_no as attempt,
    exists (select 1 ${SUPPRESSION.replaceAll(':now', '?2')}) as suppressed,
    (select a.state from alert a where a.id = d.source_id) as alertState,
    (select p.state from contact_point p where p.id = d.contact_point_id) as pointState
  from delivery d where d.id in (select value from json_each(?1))`;

/** The clocks that have a hand in sending and in what comes back. */
const SENDING = Object.fromEntries(
  Object.entries(SCHEDULE).map(([cron, clocks]) => [
    cron,
    Object.fromEntries(Object.entries(clocks).filter(([name]) => /^(?:delivery|replies)\./.test(name))),
  ]),
);

/**
 * A whole deployment under one hand: the real verbs, consumers, clocks, routes, D1, R2 and Pacer; a carrier, a
 * mail provider and queues that do as they are told; time that passes only when somebody says so.
 */
export const openDeployment = (faults: Faults = {}) => {
  const no = (deployments += 1);
  const mark = faults.seed === undefined ? `f${no}x` : `5eed${faults.seed}x`;
  const chance = chanceOf(faults.seed ?? no);
  let now = faults.start ?? TUESDAY + no * 14 * 24 * 3_600_000;
  vi.setSystemTime(now);
  let made = 0;
  let settings = ownSettings;
  let firstId: number | null = null;
  const beforeFirst = async (): Promise<number> =>
    (
      await env.DB.prepare(`select min(id) - 1 as id from delivery where recipient_id glob ?`)
        .bind(`${mark}m*`)
        .first<{ id: number | null }>()
    )?.id ?? 0;
  const turns = openTurns();
  const queues = openQueues(() => now);
  const carrier = openFakeCarrier(() => now, mark);
  const mail = openFakeMail(() => now, mark);
  const claims: ClaimSeen[] = [];
  const logged: { event: string; values: unknown }[] = [];
  // Pacers of its own, so that nobody inherits a pause.
  const ownPacers = {
    idFromName: (name: string) => env.PACER.idFromName(`${mark}.${name}`),
    get: (id: DurableObjectId) => env.PACER.get(id),
  } as typeof env.PACER;
  const mutant = faults.without === undefined ? null : claimStatement(faults.without);

  const ids = {
    next: () =>
      `${encodeTime(now, 10)}${mark.toUpperCase().replaceAll(/[ILOU]/g, 'Z')}${String((made += 1)).padStart(16 - mark.length, '0')}`,
    token: (length: number) =>
      spell(
        Array.from({ length: length * 4 }, () => chance.below(256)),
        length,
      ),
  };
  const instead = (sent: Sent): Sent =>
    mutant && sent.sql === claimPage.numbered
      ? {
          sql: mutant.numbered,
          values: mutant.names.map((name) => sent.values[claimPage.names.indexOf(name)]),
        }
      : sent;
  // When each clock ran is written more often than all the rest together, and read by nobody here.
  const skips = (sent: Sent) => faults.seed !== undefined && sent.sql === upsertClockRun.numbered;
  // Many seeds are worth more than each statement read anew, and than clocks of other trades.
  const remembers: Memory | undefined = faults.seed === undefined ? undefined : new Map();
  const schedule = faults.seed === undefined ? SCHEDULE : SENDING;
  const claimText = (mutant ?? claimPage).numbered;
  const after = async (sent: Sent[], answers: D1Result[]) => {
    for (const [at, one] of sent.entries()) {
      const rows = one.sql === claimText ? ((answers[at]?.results ?? []) as { id: number }[]) : [];
      if (rows.length === 0) continue;
      const seen = await env.DB.prepare(SEEN)
        .bind(JSON.stringify(rows.map((row) => row.id)), now)
        .all<Omit<ClaimSeen, 'at'>>();
      claims.push(...seen.results.map((row) => ({ ...row, at: now })));
    }
  };

  /** One run of the Worker, with the World as its bindings make it. */
  const start = (how: How = {}): { process: Process; world: World } => {
    const process = openProcess(turns, how.script, how.before);
    const clock = { now: () => now + (how.skewMs ?? 0) };
    const d1 = struckDb(process, { instead, after, skips, remembers });
    const queue = (name: QueueName) => ({
      sendBatch: (list: { body: unknown; delaySeconds?: number }[]) =>
        process.stored(`queue.${name}`, async () => {
          for (const { body, delaySeconds } of list) queues.send(name, [body], delaySeconds);
          await Promise.resolve();
        }),
    });
    const enqueue = async (jobs: SentJob[]) => {
      try {
        await queue('events').sendBatch(jobs.map((body) => ({ body })));
      } catch (error) {
        logged.push({ event: 'outbox.not_sent', values: String(error) });
      }
    };
    const bindings = { ...env, DB: d1, EVENTS: queue('events'), DELIVERIES: queue('deliveries') };
    const base = buildWorld(bindings as unknown as Env);
    const world: World = {
      ...base,
      db: openDb(d1, { now: clock.now, ids, enqueue }),
      clock,
      ids,
      settings,
      log: {
        info: (event, values) => void logged.push({ event, values }),
        fault: (event, error) => void logged.push({ event, values: String(error) }),
      },
      sms: twilioSms(settings, carrier.fetcher(process)),
      mail: resendMail(settings, mail.fetcher(process)),
      files: each(base.files, (name, run) => process.stored(`files.${name}`, run)),
      pacer: each(pacerPort(ownPacers), (name, run) => process.stored(`pacer.${name}`, run)),
    };
    return { process, world };
  };

  const consumers = { deliveries: takePages, events: takeEvents };
  const deployment = {
    mark,
    chance,
    queues,
    carrier,
    mail,
    claims,
    logged,
    start,
    now: () => now,
    /** A new secret signs from now on; what the old one signed still counts. */
    rotateSecrets() {
      const [current] = settings.linkSecrets;
      settings = { ...settings, linkSecrets: [`${current}-turned`, current] };
    },
    goTo(ms: number) {
      now = Math.max(now, ms);
      vi.setSystemTime(now);
    },
    pass: (ms: number) => deployment.goTo(now + ms),
    world: (how?: How) => start(how).world,

    /** A consumer takes one batch of a queue. @param count messages at most */
    async consume(
      queue: QueueName,
      how: How & { count?: number; copy?: boolean; order?: 'first' | 'last' } = {},
    ): Promise<Process> {
      const { process, world } = start(how);
      const most = how.count ?? (queue === 'events' ? 100 : 1);
      const visible = queues.visible(queue);
      const entries = (how.order === 'last' ? visible.toReversed() : visible).slice(0, most);
      if (entries.length > 0)
        await queues.deliver(queue, entries, process, (batch) => consumers[queue](world, batch), {
          copy: how.copy,
          manners: faults.manners,
        });
      return process;
    },
    /** Consumers take all that is visible, until nothing is. */
    async pump(): Promise<void> {
      for (let turn = 0; turn < 200; turn += 1) {
        if (queues.visible('deliveries').length > 0) await deployment.consume('deliveries');
        else if (queues.visible('events').length > 0) await deployment.consume('events');
        else break;
      }
      for (const queue of ['deliveries', 'events'] as const) {
        const lost = queues.dead[queue].splice(0);
        if (lost.length > 0) {
          const { process, world } = start();
          await queues.deliver(queue, lost, process, (batch) =>
            takeDead(world, { ...batch, queue: `${queue}-dead` }),
          );
        }
      }
    },
    /** A clock rings once. */
    async ring(cron = '* * * * *', how: How = {}): Promise<Process> {
      const { process, world } = start(how);
      try {
        const enqueue = async (jobs: unknown[]) => {
          await process.stored('queue.events', async () => {
            queues.send('events', jobs);
            await Promise.resolve();
          });
        };
        await ringClock(world, cron, enqueue, schedule);
      } catch (error) {
        if (!process.dead()) logged.push({ event: 'clock.threw', values: String(error) });
      }
      return process;
    },
    /** A signed request reaches us. @returns the status it was answered with; 500 where that run died */
    async post(post: Post, how: How = {}): Promise<number> {
      const { world } = start(how);
      const response = await app.request(
        `https://worker.internal${post.path}`,
        { method: 'POST', headers: post.headers, body: post.body },
        { world } as never,
      );
      return response.status;
    },
    /** A member's browser. */
    async browse(path: string, form?: Record<string, string>, how: How = {}) {
      const { world } = start(how);
      const init = form
        ? {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams(form).toString(),
          }
        : {};
      const response = await app.request(`https://network.example${path}`, init, { world } as never);
      return { status: response.status, to: response.headers.get('location'), page: await response.text() };
    },
    /** Posts what waits at the carrier and the mail provider, in order. */
    async tell(): Promise<void> {
      carrier.run();
      mail.run();
      for (const post of [...carrier.callbacks.splice(0), ...mail.events.splice(0)])
        if ((await deployment.post(post)) >= 500) carrier.callbacks.push(post);
    },
    /** Runs clocks and consumers through hours and days until nothing is left to do; what is held for a day asks every five minutes. */
    async quiet(): Promise<void> {
      let calm = 0;
      let quarterAt = 0;
      // Where something waits for what no table tells of, the looks at it get rarer.
      let patience = 61_000;
      for (let turn = 0; turn < 240 && calm < 2; turn += 1) {
        await deployment.pump();
        await deployment.tell();
        await deployment.pump();
        await deployment.ring();
        if (now - quarterAt >= 15 * 60_000) {
          quarterAt = now;
          await deployment.ring('*/15 * * * *');
        }
        await deployment.pump();
        const next = await nextDue();
        calm = next === null ? calm + 1 : 0;
        if (next === null) deployment.pass(35 * 60_000);
        else {
          patience = next > now + 61_000 ? 61_000 : Math.min(patience * 1.5, 30 * 60_000);
          deployment.goTo(Math.max(Math.floor(now + patience), next));
        }
      }
    },
  };

  /** When something has to be done next, or null. */
  const nextDue = async (): Promise<number | null> => {
    firstId ??= await beforeFirst();
    const row = await env.DB.prepare(
      `select
         (select min(case when a.state in ('paused', 'halted') and d.due_at <= ?1 then d.deadline_at + 1 else d.due_at end)
           from delivery d left join alert a on a.id = d.source_id
           where d.id > ?2 and d.state in ('planned', 'waiting')) as due,
         (select min(case when state = 'submitting' then claimed_at + 301000
             when state = 'unknown' then claimed_at + iif(claimed_at + 61000 > ?1, 61000, 1801000)
             else claimed_at + 1801000 end)
           from delivery
           where id > ?2 and state in ('submitting', 'unknown', 'accepted') and (state <> 'accepted' or channel = 'sms')) as unsettled,
         (select min(tried_at) + 61000 from outbox) as job,
         (select min(received_at) + 61000 from reply where state = 'new') as reply`,
    )
      .bind(now, firstId ?? 0)
      .first<Record<'due' | 'unsettled' | 'job' | 'reply', number | null>>();
    const at = Math.min(...Object.values(row ?? {}).map((one) => one ?? Infinity), queues.next());
    return at === Infinity ? null : at;
  };
  return deployment;
};
export type Deployment = ReturnType<typeof openDeployment>;

/** Every method of a port as a call that can fail. */
const each = <T extends object>(
  port: T,
  through: <R>(name: string, run: () => Promise<R>) => Promise<R>,
): T =>
  new Proxy(port, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as unknown;
      return typeof method === 'function'
        ? (...args: unknown[]) =>
            through(String(name), () => Promise.resolve(method.apply(target, args) as unknown))
        : method;
    },
  });

export const CONDITION_NAMES = Object.keys(CLAIM_CONDITIONS) as ClaimCondition[];
