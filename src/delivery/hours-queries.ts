import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { stateOf, zonesOf } from './conditions.ts';
import { DAYS } from './hours.ts';

const scans = { send_window: 'a few rows for each state that has hours of its own' };
const days = z.enum(DAYS);

/** All hours, past and coming ones too: the day of the reader picks. */
export const hoursRows = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    state: z.string(),
    days,
    opens: z.string().nullable(),
    closes: z.string().nullable(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
    source: z.string(),
    setBy: z.string().nullable(),
    reason: z.string().nullable(),
    setByName: z.string().nullable(),
  }),
  sql: `select w.id, w.state, w.days, w.opens, w.closes, w.from_on as fromOn, w.to_on as toOn, w.source,
          w.set_by as setBy, w.reason, (select s.name from staff s where s.id = w.set_by) as setByName
        from send_window w order by w.state, w.days, w.from_on, w.id`,
  scans,
});

/** A person's hours; no row where other ones hold for the same state and days in that time. */
export const insertOverride = statement({
  params: z.object({
    id: z.string(),
    state: z.string(),
    days,
    opens: z.string().nullable(),
    closes: z.string().nullable(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
    by: z.string(),
    reason: z.string(),
  }),
  row: z.object({ id: z.string() }),
  sql: `insert into send_window (id, state, days, opens, closes, from_on, to_on, source, set_by, reason)
        select :id, :state, :days, :opens, :closes, :fromOn, :toOn, 'Set by a person', :by, :reason
        where not exists (
          select 1 from send_window w where w.set_by is not null and w.state = :state and w.days = :days
            and (:toOn is null or w.from_on <= :toOn) and (w.to_on is null or w.to_on >= :fromOn)
            and (w.to_on is null or w.to_on >= w.from_on))
        returning id`,
  scans,
});

/** A person's hours end with a day that is over; no row where they ended before. */
export const endOverrideOn = statement({
  params: z.object({ id: z.string(), lastOn: z.string() }),
  row: z.object({ state: z.string(), days }),
  sql: `update send_window set to_on = :lastOn
        where id = :id and set_by is not null and (to_on is null or to_on > :lastOn)
        returning state, days`,
});

const firstNumber = `(select p.id from contact_point p where p.member_id = m.id and p.channel = 'sms'
          order by p.is_primary desc, p.id limit 1)`;

/** Hours of a member's own, and where they are by the roster and their first number; a region narrows it. */
export const ownHoursRow = statement({
  params: z.object({ id: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    opens: z.string().nullable(),
    closes: z.string().nullable(),
    state: z.string().nullable(),
    zones: z.string(),
  }),
  sql: `select m.texts_from as opens, m.texts_to as closes, ${stateOf('m.id')} as state, ${zonesOf('m.id', firstNumber)} as zones
        from member m where m.id = :id and m.erased_at is null and (:regionId is null or m.region_id = :regionId)`,
});

/** Between which hours a member wants texts; both null: the network's. */
export const setOwnHoursOf = statement({
  params: z.object({
    id: z.string(),
    opens: z.string().nullable(),
    closes: z.string().nullable(),
    now: z.number(),
  }),
  row: z.object({ id: z.string() }),
  sql: `update member set texts_from = :opens, texts_to = :closes, updated_at = :now
        where id = :id and erased_at is null returning id`,
});
