import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { districtRow } from './district.ts';

const columns = `d.nces, d.name, d.county, d.state, d.state_id as stateId, d.class, d.zip, d.zone, d.source, d.as_of as asOf`;

/** Every district with its name, to match the rows of a file. */
export const districtNames = statement({
  params: z.object({}),
  row: z.object({ nces: z.string(), name: z.string() }),
  sql: `select nces, name from district`,
  scans: { district: 'an import compares its rows with the few hundred districts of a state' },
});

/** The districts of a list of NCES ids, as stored. */
export const districtsByNces = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: districtRow,
  sql: `select ${columns} from json_each(:ids) one join district d on d.nces = one.value`,
});

/** A page of districts by name after a key, narrowed by words, class, a figure they lack and having active members, each with its active members and how many figures are known. */
export const districtsPage = statement({
  params: z.object({
    afterName: z.string(),
    afterNces: z.string(),
    q: z.string().nullable(),
    class: z.string().nullable(),
    lacks: z.string().nullable(),
    withMembers: z.boolean(),
    limit: z.number(),
  }),
  row: districtRow.extend({ members: z.number(), figures: z.number() }),
  sql: `select ${columns},
          (select count(*) from member m where m.district_nces = d.nces and m.state = 'active') as members,
          (select count(*) from district_fact f where f.district_nces = d.nces) as figures
        from district d
        where (d.name, d.nces) > (:afterName, :afterNces)
          and (:q is null or instr(lower(d.name), lower(:q)) > 0 or instr(lower(d.county), lower(:q)) > 0 or d.nces = :q)
          and (:class is null or d.class = :class)
          and (:lacks is null or not exists (select 1 from district_fact f where f.district_nces = d.nces and f.key = :lacks))
          and (:withMembers = 0 or exists (select 1 from member m where m.district_nces = d.nces and m.state = 'active'))
        order by d.name, d.nces limit :limit`,
  scans: { district: 'narrowed by words in a name: a few hundred districts of a state' },
});

/** The classes of districts that occur, with how many districts each has. */
export const districtClasses = statement({
  params: z.object({}),
  row: z.object({ class: z.string().nullable(), districts: z.number() }),
  sql: `select class, count(*) as districts from district where class is not null group by class order by class`,
  scans: { district: 'the few hundred districts of a state' },
});

/** Districts of an import, new or with what the file says in place of what was there. */
export const upsertDistricts = statement({
  params: z.object({ rows: z.array(districtRow), importId: z.string().nullable() }),
  row: z.object({ nces: z.string() }),
  sql: `insert into district (nces, name, county, state, state_id, class, zip, zone, source, as_of, import_id)
        select r.value ->> 'nces', r.value ->> 'name', r.value ->> 'county', r.value ->> 'state',
          r.value ->> 'stateId', r.value ->> 'class', r.value ->> 'zip', r.value ->> 'zone', r.value ->> 'source',
          r.value ->> 'asOf', :importId
        from json_each(:rows) r where true
        on conflict (nces) do update set name = excluded.name, county = excluded.county, state = excluded.state,
          state_id = excluded.state_id, class = excluded.class, zip = excluded.zip, zone = excluded.zone,
          source = excluded.source, as_of = excluded.as_of, import_id = excluded.import_id
        returning nces`,
});

/** Which of a list of districts have a member or a figure. */
export const districtsInUse = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ nces: z.string() }),
  sql: `select d.nces from json_each(:ids) one join district d on d.nces = one.value
        where exists (select 1 from member m where m.district_nces = d.nces)
          or exists (select 1 from district_fact f where f.district_nces = d.nces)`,
});

/** Takes away districts that no member belongs to and no figure is about. */
export const deleteDistricts = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ nces: z.string() }),
  sql: `delete from district
        where nces in (select value from json_each(:ids))
          and not exists (select 1 from member m where m.district_nces = district.nces)
          and not exists (select 1 from district_fact f where f.district_nces = district.nces)
        returning nces`,
});
