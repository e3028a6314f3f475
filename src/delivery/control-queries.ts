import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const idOnly = z.object({ id: z.string() });

/** An approved alert that the clock is to start; no row when it changed since, or is not approved any more. */
export const scheduleStart = statement({
  params: z.object({
    id: z.string(),
    revision: z.number(),
    states: z.array(z.string()),
    at: z.number(),
    by: z.string(),
  }),
  row: idOnly,
  sql: `update alert set state = 'scheduled', scheduled_at = :at, scheduled_by = :by
        where id = :id and revision = :revision and state in (select value from json_each(:states))
        returning id`,
});

/** A scheduled alert that only waits to be sent again; no row when it was sent, or scheduled for another time. */
export const unscheduleStart = statement({
  params: z.object({ id: z.string(), at: z.number() }),
  row: idOnly,
  sql: `update alert set state = 'approved', scheduled_at = null, scheduled_by = null
        where id = :id and state = 'scheduled' and scheduled_at = :at
        returning id`,
});

/** Alerts whose time has come, the longest due first. */
export const dueStarts = statement({
  params: z.object({ now: z.number() }),
  row: z.object({
    id: z.string(),
    revision: z.number(),
    scheduledAt: z.number(),
    scheduledBy: z.string().nullable(),
  }),
  sql: `select id, revision, coalesce(scheduled_at, 0) as scheduledAt, scheduled_by as scheduledBy
        from alert where state = 'scheduled' and scheduled_at is not null and scheduled_at <= :now
        order by scheduled_at, id`,
});

/** What last happened to an alert that was to be started by the clock, from the journal. */
export const lastStart = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ at: z.number(), action: z.string(), detail: z.string() }),
  sql: `select j.at, j.action, j.detail from journal j
        where j.subject_kind = 'alert' and j.subject_id = :id
          and j.action in ('alert.approve', 'alert.schedule', 'alert.unschedule', 'alert.launch', 'alert.not_started')
        order by j.id desc limit 1`,
});

/**
 * The alert that a new one takes the place of: closed where all of it was out, cancelled where some of it was
 * not, as it was where it had ended before. Runs before what is left of it is called off.
 */
export const endSuperseded = statement({
  params: z.object({ id: z.string(), by: z.string(), states: z.array(z.string()), now: z.number() }),
  row: idOnly,
  sql: `update alert set superseded_by = :by, halted_reason = null,
          closed_at = iif(state in (select value from json_each(:states)), :now, closed_at),
          state = case
            when state not in (select value from json_each(:states)) then state
            when exists (select 1 from rollup r where r.source_kind in ('alert', 'nudge') and r.source_id = :id
              and r.state in ('planned', 'waiting') and r.count > 0) then 'cancelled'
            else 'closed' end
        where id = :id
        returning id`,
  scans: { alert: 'planned for the reference to itself, not run' },
});

/** An alert that is out and has had no nudge of this round; no row when it ended, or somebody nudged first. */
export const takeRound = statement({
  params: z.object({ id: z.string(), round: z.number() }),
  row: idOnly,
  sql: `update alert set revision = revision
        where id = :id and state in ('open', 'sending')
          and not exists (select 1 from delivery d
            where d.source_kind = 'nudge' and d.source_id = :id and d.round = :round)
        returning id`,
});
