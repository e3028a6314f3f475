import * as z from 'zod';
import { statement, type Statement } from '../platform/statement.ts';

const nothing = z.object({});
const old = z.object({ before: z.number() });
const lot = old.extend({ limit: z.number() });
const counted = z.object({ n: z.number() });
const theIds = z.object({ ids: z.array(z.string()) });
/** What a lot is made of: its ids, and the key of an object that goes with a row. */
const found = z.object({ id: z.string(), rawKey: z.string().nullable() });
export type Finding = Statement<typeof lot, typeof found>;
export type Counting = Statement<typeof old, typeof counted>;

const ONCE_A_NIGHT = 'at night in lots, and where a person asks how much it would be';
const SCANS = { consent_event: ONCE_A_NIGHT, contact_report: ONCE_A_NIGHT, staff_line: ONCE_A_NIGHT };

/**
 * Replies that nothing rests on: understood and dealt with, no evidence in the consent ledger, behind no contact report
 * and no line of the log. So nothing goes that a filing took, or could still take.
 */
const FREE = `r.received_at < :before and r.understood_at is not null and r.state in ('answered', 'handled')
  and r.id not in (select e.evidence_id from consent_event e where e.evidence_kind = 'reply' and e.evidence_id is not null)
  and r.id not in (select c.reply_id from contact_report c where c.reply_id is not null)
  and r.id not in (select s.reply_id from staff_line s)`;
const WITH_WORDS = `(r.body <> '' or r.from_address <> '')`;

/** Stored originals that may go. */
export const countOriginals: Counting = statement({
  params: old,
  row: counted,
  sql: `select count(*) as n from reply r where r.raw_key is not null and ${FREE}`,
  scans: SCANS,
});

/** The oldest of them, with the keys of the objects. */
export const oldOriginals = statement({
  params: lot,
  row: found,
  sql: `select r.id, r.raw_key as rawKey from reply r where r.raw_key is not null and ${FREE}
        order by r.received_at limit :limit`,
  scans: SCANS,
});

/** Originals that are gone. */
export const forgetOriginals = statement({
  params: old.extend(theIds.shape),
  row: nothing,
  sql: `update reply as r set raw_key = null where r.id in (select value from json_each(:ids)) and ${FREE}`,
  scans: SCANS,
});

/** Replies whose words may go, and messages that staff wrote back. */
export const countWords: Counting = statement({
  params: old,
  row: counted,
  sql: `select (select count(*) from reply r where ${WITH_WORDS} and ${FREE})
            + (select count(*) from outgoing o where o.body <> '' and o.at < :before) as n`,
  scans: SCANS,
});

/** The oldest of those replies, with the keys of what is stored of them. */
export const oldWords = statement({
  params: lot,
  row: found,
  sql: `select r.id, r.raw_key as rawKey from reply r where ${WITH_WORDS} and ${FREE}
        order by r.received_at limit :limit`,
  scans: SCANS,
});

/** Replies without words and addresses; when they came, whose they are and what they meant stays. */
export const emptyWords = statement({
  params: old.extend(theIds.shape),
  row: nothing,
  sql: `update reply as r set from_address = '', to_address = '', subject = null, body = '', mail_ids = null, raw_key = null,
          provider_id = iif(r.channel = 'email', 'removed ' || r.id, r.provider_id)
        where r.id in (select value from json_each(:ids)) and ${FREE}`,
  scans: SCANS,
});

/** The oldest answers of staff. */
export const oldOutgoing = statement({
  params: lot,
  row: found,
  sql: `select o.id, null as rawKey from outgoing o where o.body <> '' and o.at < :before order by o.at limit :limit`,
});

/** The words of what was sent of them. */
export const emptyAnswerWordings = statement({
  params: theIds,
  row: nothing,
  sql: `update wording set sms_text = null, email_subject = null, email_text = null, answers_mail = null
        where id in (select d.wording_id from delivery d
          where d.source_kind = 'answer' and d.source_id in (select value from json_each(:ids)))`,
});

/** Answers of staff, without words. */
export const emptyOutgoing = statement({
  params: theIds,
  row: nothing,
  sql: `update outgoing set body = '' where id in (select value from json_each(:ids))`,
});

const OLD_TRIES = `t.claimed_at < :before and (t.provider_id is not null or t.error_code is not null)`;

/** Earlier tries that still name the carrier's message, and events that closed an address. */
export const countTries: Counting = statement({
  params: old,
  row: counted,
  sql: `select (select count(*) from attempt t where ${OLD_TRIES})
            + (select count(*) from provider_event v where v.received_at < :before) as n`,
  scans: { attempt: ONCE_A_NIGHT },
});

/** The first of those tries. */
export const oldTries = statement({
  params: lot,
  row: found,
  sql: `select t.delivery_id || ' ' || t.no as id, null as rawKey from attempt t where ${OLD_TRIES} limit :limit`,
  scans: { attempt: ONCE_A_NIGHT },
});

/** Tries without what the carrier called them; what they cost stays. */
export const emptyTries = statement({
  params: theIds,
  row: nothing,
  sql: `update attempt set provider_id = null, error_code = null
        where delivery_id in (select cast(value as integer) from json_each(:ids))
          and delivery_id || ' ' || no in (select value from json_each(:ids))`,
});

/** The oldest events that have long acted. */
export const oldEvents = statement({
  params: lot,
  row: found,
  sql: `select v.event_hash as id, null as rawKey from provider_event v where v.received_at < :before
        order by v.received_at limit :limit`,
});

/** Events forgotten. */
export const deleteEvents = statement({
  params: theIds,
  row: nothing,
  sql: `delete from provider_event where event_hash in (select value from json_each(:ids))`,
});

/** Counts of page visits. */
export const countPages: Counting = statement({
  params: old,
  row: counted,
  sql: `select count(*) as n from page_hit where last_at < :before`,
  scans: { page_hit: ONCE_A_NIGHT },
});

/** The first deliveries with such counts. */
export const oldPages = statement({
  params: lot,
  row: found,
  sql: `select h.delivery_id || ' ' || h.act as id, null as rawKey from page_hit h where h.last_at < :before limit :limit`,
  scans: { page_hit: ONCE_A_NIGHT },
});

/** Counts forgotten. */
export const deletePages = statement({
  params: theIds,
  row: nothing,
  sql: `delete from page_hit where delivery_id in (select cast(value as integer) from json_each(:ids))
          and delivery_id || ' ' || act in (select value from json_each(:ids))`,
});

/** Imports that still keep how each row was before them. */
const KEEPING = `i.at < :before and exists (select 1 from import_row r where r.import_id = i.id)`;

/** How many there are. */
export const countImports: Counting = statement({
  params: old,
  row: counted,
  sql: `select count(*) as n from import i where ${KEEPING}`,
  scans: { import: 'a few dozen rows a year' },
});

/** The oldest of them; a few at a time, since each has up to some thousands of rows. */
export const oldImports = statement({
  params: lot,
  row: found,
  sql: `select i.id, null as rawKey from import i where ${KEEPING} order by i.at limit min(:limit, 10)`,
});

/** Imports without their rows; an import loses all of them at once, so it is undone whole or not at all. */
export const deleteImportRows = statement({
  params: theIds,
  row: nothing,
  sql: `delete from import_row where import_id in (select value from json_each(:ids))`,
});

/** What is switched on. */
export const retentionRows = statement({
  params: nothing,
  row: z.object({ kind: z.string(), days: z.number(), ranAt: z.number().nullable(), removed: z.number() }),
  sql: `select kind, days, ran_at as ranAt, removed from retention`,
  scans: { retention: 'one row for each kind' },
});

/** Switched on, or its days changed. */
export const saveRetention = statement({
  params: z.object({ kind: z.string(), days: z.number(), now: z.number(), by: z.string() }),
  row: nothing,
  sql: `insert into retention (kind, days, set_at, set_by) values (:kind, :days, :now, :by)
        on conflict (kind) do update set days = :days, set_at = :now, set_by = :by`,
});

/** Switched off. */
export const deleteRetention = statement({
  params: z.object({ kind: z.string() }),
  row: nothing,
  sql: `delete from retention where kind = :kind`,
});

/** A lot was removed, if it is still switched on with these days and nothing is held. */
export const noteRemoved = statement({
  params: z.object({ kind: z.string(), days: z.number(), now: z.number(), removed: z.number() }),
  row: nothing,
  sql: `update retention set ran_at = :now, removed = removed + :removed
        where kind = :kind and days = :days and not exists (select 1 from retention_hold h where h.lifted_at is null)`,
  scans: { retention_hold: 'a hold or two in a network’s life' },
});

/** The fewest days in force on a day: our own, and for words what the regimes in which somebody files ask for. */
export const floorRows = statement({
  params: z.object({ today: z.string() }),
  row: z.object({ kind: z.string(), days: z.number(), source: z.string() }),
  sql: `select kind, days, source from retention_floor where from_on <= :today and (to_on is null or to_on >= :today)
        union all
        select 'words', cast(r.value as integer) * 366, upper(substr(g.name, 1, 1)) || substr(g.name, 2) || ': ' || r.source
        from rule r join regime g on g.id = r.regime
        where r.key = 'retention_years' and r.state = 'in_force' and r.from_on <= :today
          and (r.to_on is null or r.to_on >= :today)
          and r.regime in (select f.regime from filer f)`,
  scans: {
    retention_floor: 'a row for each kind',
    filer: 'a few',
    rule: 'some hundred rows',
    regime: 'a few',
  },
});

/** The hold in force. */
export const openHold = statement({
  params: nothing,
  row: z.object({ id: z.string(), reason: z.string(), setAt: z.number(), setBy: z.string().nullable() }),
  sql: `select h.id, h.reason, h.set_at as setAt, s.name as setBy
        from retention_hold h left join staff s on s.id = h.set_by where h.lifted_at is null`,
  scans: { retention_hold: 'a hold or two in a network’s life' },
});

/** Nothing is removed from now on; nothing where that is so already. */
export const insertHold = statement({
  params: z.object({ id: z.string(), reason: z.string(), now: z.number(), by: z.string() }),
  row: nothing,
  sql: `insert into retention_hold (id, reason, set_at, set_by) values (:id, :reason, :now, :by) on conflict do nothing`,
});

/** The hold ends. */
export const liftHoldRow = statement({
  params: z.object({ id: z.string(), now: z.number(), by: z.string() }),
  row: nothing,
  sql: `update retention_hold set lifted_at = :now, lifted_by = :by where id = :id and lifted_at is null`,
});
