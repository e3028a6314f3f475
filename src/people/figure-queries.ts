import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { factRow } from './district.ts';

const facts = z.object({ rows: z.array(factRow) });
const factColumns = `f.district_nces as nces, f.key, f.value, f.as_of as asOf, f.source`;
const told = `r.value ->> 'value', r.value ->> 'asOf', r.value ->> 'source'`;
const here = `f.district_nces = r.value ->> 'nces' and f.key = r.value ->> 'key'`;

/** The figures about some districts, by name. */
export const factsOf = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: factRow,
  sql: `select ${factColumns} from json_each(:ids) one join district_fact f on f.district_nces = one.value
        order by f.district_nces, f.key`,
});

/** The figures about a district that were replaced or taken off, the latest first, with who did it. */
export const pastFactsOf = statement({
  params: z.object({ nces: z.string() }),
  row: factRow.extend({ id: z.number(), untilAt: z.number(), untilBy: z.string().nullable() }),
  sql: `select f.id, ${factColumns}, f.until_at as untilAt, s.name as untilBy
        from district_fact_past f left join staff s on s.id = f.until_by
        where f.district_nces = :nces order by f.id desc limit 200`,
});

/** Keeps aside the figures that are not as some rows say and are about to become so. */
export const keepReplaced = statement({
  params: facts.extend({ at: z.number(), by: z.string() }),
  row: z.object({}),
  sql: `insert into district_fact_past (district_nces, key, value, as_of, source, until_at, until_by)
        select f.district_nces, f.key, f.value, f.as_of, f.source, :at, :by
        from json_each(:rows) r join district_fact f on ${here}
        where (f.value, f.as_of, f.source) is not (${told})`,
});

/** Keeps aside the figures that are as some rows say and are about to go. */
export const keepTakenOff = statement({
  params: facts.extend({ at: z.number(), by: z.string() }),
  row: z.object({}),
  sql: `insert into district_fact_past (district_nces, key, value, as_of, source, until_at, until_by)
        select f.district_nces, f.key, f.value, f.as_of, f.source, :at, :by
        from json_each(:rows) r join district_fact f on ${here}
        where (f.value, f.as_of, f.source) is (${told})`,
});

/** Figures about districts, each in place of the one with its name. */
export const upsertFacts = statement({
  params: facts,
  row: z.object({ nces: z.string() }),
  sql: `insert into district_fact (district_nces, key, value, as_of, source)
        select d.nces, r.value ->> 'key', ${told} from json_each(:rows) r join district d on d.nces = r.value ->> 'nces'
        where true
        on conflict (district_nces, key) do update set value = excluded.value, as_of = excluded.as_of, source = excluded.source
        returning district_nces as nces`,
});

/** Figures about districts where none of their names stand. */
export const insertFacts = statement({
  params: facts,
  row: z.object({ nces: z.string() }),
  sql: `insert into district_fact (district_nces, key, value, as_of, source)
        select d.nces, r.value ->> 'key', ${told} from json_each(:rows) r join district d on d.nces = r.value ->> 'nces'
        where true
        on conflict (district_nces, key) do nothing returning district_nces as nces`,
});

/** Takes off the figures that are as some rows say. */
export const deleteFacts = statement({
  params: facts,
  row: z.object({ nces: z.string() }),
  sql: `delete from district_fact as f
        where (f.district_nces, f.key, f.value, f.as_of, f.source) in
          (select r.value ->> 'nces', r.value ->> 'key', ${told} from json_each(:rows) r)
        returning district_nces as nces`,
});

/** How many districts have active members. */
export const homesCount = statement({
  params: z.object({}),
  row: z.object({ count: z.number() }),
  sql: `select count(*) as count from district d
        where exists (select 1 from member m where m.district_nces = d.nces and m.state = 'active')`,
  scans: { district: 'the few hundred districts of a state' },
});

/** The figures that are known of any district, by name: of how many districts, of how many that have active members, and of which days. */
export const figuresKnown = statement({
  params: z.object({}),
  row: z.object({
    key: z.string(),
    districts: z.number(),
    homes: z.number(),
    oldest: z.string(),
    newest: z.string(),
  }),
  sql: `select f.key, count(*) as districts,
          count(*) filter (where exists (select 1 from member m where m.district_nces = f.district_nces and m.state = 'active')) as homes,
          min(f.as_of) as oldest, max(f.as_of) as newest
        from district_fact f group by f.key order by f.key`,
  scans: { district_fact: 'a few figures of the few hundred districts of a state' },
});
