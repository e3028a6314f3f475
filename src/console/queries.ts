import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** What stands beside the names of the console's places: alerts out, conversations waiting, reports falling due. */
export const badges = statement({
  params: z.object({ regionId: z.string().nullable(), soon: z.string() }),
  row: z.object({ out: z.number(), waiting: z.number(), due: z.number() }),
  sql: `select (select count(*) from alert where state in ('sending', 'paused', 'halted', 'open')) as out,
               (select count(*) from conversation c left join member m on m.id = c.member_id
                 where c.state = 'open' and c.unread > 0 and (:regionId is null or m.region_id = :regionId)) as waiting,
               (select count(*) from obligation where state in ('open', 'prepared') and internal_due_on <= :soon) as due`,
  scans: {
    conversation: 'the partial index of open conversations',
    obligation: 'some dozens of rows a year',
  },
});

/** The alerts that an alert is tied to: the one it replaces, the one that replaced it, a draft that is to. */
export const alertTies = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    tie: z.enum(['replaces', 'replaced-by', 'draft']),
    id: z.string(),
    title: z.string(),
    state: z.string(),
  }),
  sql: `select 'replaces' as tie, b.id, b.title, b.state from alert a join alert b on b.id = a.supersedes where a.id = :id
        union all
        select 'replaced-by', b.id, b.title, b.state from alert a join alert b on b.id = a.superseded_by where a.id = :id
        union all
        select 'draft', d.id, d.title, d.state from alert d indexed by alert_state
        where d.state in ('draft', 'proposed', 'approved', 'scheduled') and d.supersedes = :id`,
});

/** How the deployment is: the oldest delivery that is due, events waiting, and when clocks last ran. */
export const health = statement({
  params: z.object({ now: z.number() }),
  row: z.object({
    oldestDueAt: z.number().nullable(),
    oldestJobAt: z.number().nullable(),
    oldestReplyAt: z.number().nullable(),
    lastClockAt: z.number().nullable(),
    deadLetters: z.number(),
  }),
  sql: `select (select min(due_at) from delivery where state in ('planned', 'waiting') and due_at <= :now) as oldestDueAt,
               (select min(created_at) from outbox) as oldestJobAt,
               (select min(received_at) from reply where state = 'new') as oldestReplyAt,
               (select max(ran_at) from clock_run) as lastClockAt,
               (select count(*) from dead_letter where settled_at is null) as deadLetters`,
  scans: {
    outbox: 'jobs not done yet',
    clock_run: 'one row for each clock',
    dead_letter: 'the partial index of open ones',
    reply: 'the partial index of new replies',
    delivery: 'the partial index of what is open',
  },
});
