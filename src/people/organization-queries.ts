import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { organizationRow } from './organization.ts';

/** The organizations of the network, the association first. */
export const allOrganizations = statement({
  params: z.object({}),
  row: organizationRow,
  sql: `select id, name, short_name as shortName, kind, tax_status as taxStatus, tax_history as taxHistory, address, phone
        from organization
        order by kind = 'association' desc, created_at, id`,
  scans: { organization: 'the association and a handful of affiliates and partners' },
});

/** A new organization; nothing where its id is there already. */
export const insertOrganization = statement({
  params: organizationRow.extend({ now: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `insert into organization (id, name, short_name, kind, tax_status, tax_history, address, phone, created_at)
        values (:id, :name, :shortName, :kind, :taxStatus, :taxHistory, :address, :phone, :now)
        on conflict (id) do nothing returning id`,
});

/** An organization with every field as given; nothing where its tax statuses are not as they were read. */
export const updateOrganizationRow = statement({
  params: organizationRow.extend({ was: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `update organization set name = :name, short_name = :shortName, kind = :kind, tax_status = :taxStatus,
          tax_history = :taxHistory, address = :address, phone = :phone
        where id = :id and tax_history = :was returning id`,
});

/** The regions of the association by name, each with its active members. */
export const allRegions = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string(), members: z.number() }),
  sql: `select r.id, r.name,
          (select count(*) from member m where m.region_id = r.id and m.state = 'active') as members
        from region r order by r.name`,
  scans: { region: 'a dozen rows' },
});

/** The groups of members by name, each with its size. */
export const allGroups = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string(), members: z.number() }),
  sql: `select g.id, g.name, (select count(*) from group_member gm where gm.group_id = g.id) as members
        from member_group g order by g.name`,
  scans: { member_group: 'a few dozen rows' },
});

/** The region and the group that an id or a name means, however it is capitalized; null where none is called so. */
export const placeNamed = statement({
  params: z.object({ region: z.string().nullable(), group: z.string().nullable() }),
  row: z.object({ regionId: z.string().nullable(), groupId: z.string().nullable() }),
  sql: `select (select id from region where id = :region or name = :region collate nocase limit 1) as regionId,
          (select id from member_group where id = :group or name = :group collate nocase limit 1) as groupId`,
  scans: { region: 'a dozen rows', member_group: 'a few dozen rows' },
});

const namedRows = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) });

/** New regions; a name that is there already stays as it is. */
export const insertRegions = statement({
  params: namedRows,
  row: z.object({ id: z.string() }),
  sql: `insert into region (id, name) select r.value ->> 'id', r.value ->> 'name' from json_each(:rows) r
        where true on conflict do nothing returning id`,
});

/** New groups; a name that is there already stays as it is. */
export const insertGroups = statement({
  params: namedRows,
  row: z.object({ id: z.string() }),
  sql: `insert into member_group (id, name) select r.value ->> 'id', r.value ->> 'name' from json_each(:rows) r
        where true on conflict do nothing returning id`,
});
