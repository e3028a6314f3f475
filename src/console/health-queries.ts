import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Alerts on their way, with how many messages are ahead, and until when the next of those that wait must wait. */
export const sendingNow = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['sending', 'paused', 'halted']),
    ahead: z.number(),
    waiting: z.number(),
    nextAt: z.number().nullable(),
  }),
  sql: `select a.id, a.title, a.state, coalesce(sum(r.count) filter (where r.state in ('planned', 'waiting')), 0) as ahead,
          coalesce(sum(r.count) filter (where r.state = 'waiting'), 0) as waiting,
          (select min(d.due_at) from delivery d indexed by delivery_open
             where d.state in ('planned', 'waiting') and d.state = 'waiting'
               and d.source_kind in ('alert', 'nudge') and d.source_id = a.id) as nextAt
        from alert a left join rollup r on r.source_kind in ('alert', 'nudge') and r.source_id = a.id
        where a.state in ('sending', 'paused', 'halted')
        group by a.id order by a.launched_at desc, a.id desc limit 20`,
  scans: { delivery: 'the partial index of what is open' },
});

/** What waits: the oldest due message of what is not held up by a person, jobs, replies, and given-up messages. */
export const waitingNow = statement({
  params: z.object({ now: z.number() }),
  row: z.object({
    oldestDueAt: z.number().nullable(),
    jobs: z.number(),
    oldestJobAt: z.number().nullable(),
    replies: z.number(),
    oldestReplyAt: z.number().nullable(),
    deadLetters: z.number(),
  }),
  sql: `select (select min(due_at) from delivery where state in ('planned', 'waiting') and due_at <= :now) as oldestDueAt,
          (select count(*) from outbox) as jobs, (select min(created_at) from outbox) as oldestJobAt,
          (select count(*) from reply where state = 'new') as replies,
          (select min(received_at) from reply where state = 'new') as oldestReplyAt,
          (select count(*) from dead_letter where settled_at is null) as deadLetters`,
  scans: {
    delivery: 'the partial index of what is open',
    outbox: 'jobs not done yet',
    reply: 'the partial index of new replies',
    dead_letter: 'the partial index of open ones',
  },
});

/** When each clock last ran, and what it counted. */
export const clockRuns = statement({
  params: z.object({}),
  row: z.object({
    name: z.string(),
    ranAt: z.number(),
    tookMs: z.number(),
    counts: z.string(),
    problem: z.string().nullable(),
  }),
  sql: `select name, ran_at as ranAt, took_ms as tookMs, counts, problem from clock_run order by name`,
  scans: { clock_run: 'one row for each clock' },
});

/** What we send from. */
export const senders = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), channel: z.enum(['sms', 'email']), profile: z.string() }),
  sql: `select id, channel, profile from sender order by channel desc, id`,
  scans: { sender: 'a handful of rows' },
});

/** How old the imported data is. */
export const dataAges = statement({
  params: z.object({}),
  row: z.object({ jurisdiction: z.string(), kind: z.string(), asOf: z.string() }),
  sql: `select jurisdiction, kind, as_of as asOf from feed order by jurisdiction, kind`,
  scans: { feed: 'a handful of rows for each state' },
});
