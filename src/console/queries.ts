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

/**
 * What stands beside the answers to an alert. `ties`: alerts it is tied to, as `[{tie, id, title, state}]`: the one it
 * replaces, the one that replaced it, a draft that is to. Contact reports that name it, in one region where one is given,
 * and how many officials the confirmed are about. Of its pages: how often they were opened by anything, and how often
 * their forms were sent by people and by programs.
 */
export const besideAlert = statement({
  params: z.object({ id: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    ties: z.string(),
    confirmed: z.number(),
    drafts: z.number(),
    officials: z.number(),
    opened: z.number(),
    byPeople: z.number(),
    byPrograms: z.number(),
  }),
  sql: `with tied(tie, id) as (
          select 'replaces', a.supersedes from alert a where a.id = :id
          union all
          select 'replaced-by', a.superseded_by from alert a where a.id = :id
          union all
          select 'draft', d.id from alert d indexed by alert_state
          where d.state in ('draft', 'proposed', 'approved', 'scheduled') and d.supersedes = :id
        )
        select (select json_group_array(json_object('tie', t.tie, 'id', b.id, 'title', b.title, 'state', b.state))
            from tied t join alert b on b.id = t.id) as ties,
          c.confirmed, c.drafts, c.officials, h.opened, h.byPeople, h.byPrograms
        from (select coalesce(sum(r.state = 'confirmed'), 0) as confirmed, coalesce(sum(r.state = 'draft'), 0) as drafts,
            count(distinct iif(r.state = 'confirmed', r.official_id, null)) as officials
          from contact_report r left join member m on m.id = r.member_id
          where r.alert_id = :id and (:regionId is null or m.region_id = :regionId)) c
        cross join (select coalesce(sum(iif(p.act = 'open', p.raw, 0)), 0) as opened,
            coalesce(sum(iif(p.act = 'send', p.human, 0)), 0) as byPeople,
            coalesce(sum(iif(p.act = 'send', p.suspect, 0)), 0) as byPrograms
          from delivery d join page_hit p on p.delivery_id = d.id
          where d.source_kind = 'alert' and d.source_id = :id) h`,
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
