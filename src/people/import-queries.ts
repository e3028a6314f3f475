import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { channelShape } from './consent-queries.ts';
import { memberRow, pointSnapshot } from './snapshot.ts';

const ids = z.object({ ids: z.array(z.string()) });
const addresses = z.array(z.object({ channel: channelShape, address: z.string() }));

/** The members whom the rows of a file may mean: they have one of its addresses, are of one of its districts, or bear one of its last names without a district. */
export const candidateIds = statement({
  params: z.object({ addresses, districts: z.array(z.string()), lastNames: z.array(z.string()) }),
  row: z.object({ id: z.string() }),
  sql: `select p.member_id as id from json_each(:addresses) a
          join contact_point p on p.channel = a.value ->> 'channel' and p.address = a.value ->> 'address'
        union
        select m.id from json_each(:districts) d join member m on m.district_nces = d.value
        union
        select m.id from json_each(:lastNames) n join member m on m.last_name = n.value
        where m.district_nces is null`,
});

/** Members as stored, with the ids of their groups and organizations as JSON lists. */
export const membersByIds = statement({
  params: ids,
  row: memberRow.extend({ groupIds: z.string(), organizationIds: z.string() }),
  sql: `select m.id, m.first_name as firstName, m.last_name as lastName, m.kind, m.title,
          m.organization_id as organizationId, m.region_id as regionId, m.district_nces as districtNces, m.zone,
          m.state, m.updated_at as updatedAt,
          (select json_group_array(group_id) from group_member where member_id = m.id) as groupIds,
          (select json_group_array(organization_id) from membership where member_id = m.id) as organizationIds
        from json_each(:ids) one join member m on m.id = one.value`,
});

/** What suppression list and consent ledger say of a list of hashes. */
export const wordsOnHashes = statement({
  params: z.object({ hashes: z.array(z.string()) }),
  row: z.object({ hash: z.string(), suppressed: z.string().nullable(), lastWord: z.string().nullable() }),
  sql: `select h.value as hash, s.reason as suppressed,
          (select c.kind from consent_event c
           where c.address_hash = h.value and c.kind in ('granted', 'revoked', 'invalidated')
           order by c.id desc limit 1) as lastWord
        from json_each(:hashes) h left join suppression s on s.address_hash = h.value`,
});

/** The newest import: what the next one must still find as the newest when it writes. */
export const newestImport = statement({
  params: z.object({}),
  row: z.object({ id: z.string().nullable() }),
  sql: `select max(id) as id from import`,
});

/** What a file is about. */
export const IMPORT_KINDS = [
  'members',
  'districts',
  'figures',
  'reach',
  'officials',
  'committees',
  'congress',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const importRow = z.object({
  id: z.string(),
  kind: z.string(),
  fileName: z.string(),
  state: z.enum(['done', 'undone']),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  at: z.number(),
  by: z.string(),
  undoneAt: z.number().nullable(),
});
export type ImportRow = z.infer<typeof importRow>;
const importColumns = `id, kind, file_name as fileName, state, rows_created as created, rows_updated as updated,
  rows_unchanged as unchanged, rows_rejected as rejected, at, by, undone_at as undoneAt`;

/** An import, unless another has finished since its file was compared. */
export const insertImport = statement({
  params: z.object({
    id: z.string(),
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string(),
    fileHash: z.string(),
    mapping: z.record(z.string(), z.string()),
    created: z.number(),
    updated: z.number(),
    unchanged: z.number(),
    rejected: z.number(),
    at: z.number(),
    by: z.string(),
    newest: z.string().nullable(),
  }),
  row: z.object({ id: z.string() }),
  sql: `insert into import (id, kind, file_name, file_hash, mapping, state, rows_created, rows_updated, rows_unchanged, rows_rejected, at, by)
        select :id, :kind, :fileName, :fileHash, :mapping, 'done', :created, :updated, :unchanged, :rejected, :at, :by
        where (select max(id) from import) is :newest
        returning id`,
});

/** What an import did with the lines of its file. */
export const insertImportRows = statement({
  params: z.object({
    importId: z.string(),
    rows: z.array(
      z.object({
        line: z.number(),
        outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']),
        subjectId: z.string().nullable(),
        before: z.unknown(),
        problems: z.array(z.unknown()),
      }),
    ),
  }),
  row: z.object({}),
  sql: `insert into import_row (import_id, line, outcome, subject_id, before, problems)
        select :importId, r.value ->> 'line', r.value ->> 'outcome', r.value ->> 'subjectId', nullif(r.value -> 'before', 'null'),
          r.value -> 'problems'
        from json_each(:rows) r`,
});

/** The import that took exactly this file and was not undone, if one did. */
export const importOfFile = statement({
  params: z.object({ kind: z.string(), fileHash: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from import where kind = :kind and file_hash = :fileHash and state = 'done' order by id desc limit 1`,
  scans: { import: 'a few dozen rows a year' },
});

/** A page of imports of some kinds, the newest first. */
export const importsPage = statement({
  params: z.object({ before: z.string(), limit: z.number(), kinds: z.array(z.string()) }),
  row: importRow,
  sql: `select ${importColumns} from import
        where id < :before and kind in (select value from json_each(:kinds)) order by id desc limit :limit`,
});

/** One import. */
export const importById = statement({
  params: z.object({ id: z.string() }),
  row: importRow,
  sql: `select ${importColumns} from import where id = :id`,
});

/**
 * The lines of an import that created, changed or refused something, or that its undo needs; with whom or what, while
 * that is there; line 0 stands for the file as a whole.
 */
export const importRows = statement({
  params: z.object({ importId: z.string() }),
  row: z.object({
    line: z.number(),
    outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']),
    subjectId: z.string().nullable(),
    before: z.string().nullable(),
    problems: z.string(),
    name: z.string().nullable(),
  }),
  sql: `select i.line, i.outcome, i.subject_id as subjectId, i.before, i.problems,
          coalesce(m.first_name || ' ' || m.last_name, d.name) as name
        from import_row i
        left join member m on m.id = i.subject_id
        left join district d on d.nces = i.subject_id
        where i.import_id = :importId and (i.outcome <> 'unchanged' or i.before is not null) order by i.line`,
});

/** Marks an import as undone, once. */
export const markUndone = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `update import set state = 'undone', undone_at = :now where id = :id and state = 'done' returning id`,
});

/** Forgets how rows looked before an import that is undone: nothing needs it any more. */
export const forgetBefore = statement({
  params: z.object({ importId: z.string() }),
  row: z.object({}),
  sql: `update import_row set before = null where import_id = :importId and before is not null`,
});

/** Takes members away who have not been changed since an instant; their contact points and groups go with them. */
export const deleteMembers = statement({
  params: z.object({ ids: z.array(z.string()), at: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `delete from member where id in (select value from json_each(:ids)) and updated_at = :at returning id`,
});

/** Takes away the contact points of some members except those of a list, and all first places: what is restored next has its own. */
export const deletePointsExcept = statement({
  params: z.object({ memberIds: z.array(z.string()), keep: z.array(z.string()) }),
  row: z.object({ id: z.string() }),
  sql: `delete from contact_point
        where member_id in (select value from json_each(:memberIds))
          and id not in (select value from json_each(:keep))
        returning id`,
});

/** No contact point of some members is the first of its channel. */
export const clearPrimaries = statement({
  params: z.object({ memberIds: z.array(z.string()) }),
  row: z.object({}),
  sql: `update contact_point set is_primary = 0
        where member_id in (select value from json_each(:memberIds)) and is_primary = 1`,
});

/** Contact points as they were; one that is gone comes back. */
export const restorePoints = statement({
  params: z.object({ rows: z.array(pointSnapshot.extend({ memberId: z.string() })) }),
  row: z.object({}),
  sql: `insert into contact_point (id, member_id, channel, address, address_hash, is_public, is_primary, state, state_reason, created_at, updated_at)
        select r.value ->> 'id', r.value ->> 'memberId', r.value ->> 'channel', r.value ->> 'address',
          r.value ->> 'addressHash', r.value ->> 'isPublic', r.value ->> 'isPrimary', r.value ->> 'state',
          r.value ->> 'stateReason', r.value ->> 'createdAt', r.value ->> 'updatedAt'
        from json_each(:rows) r where true
        on conflict (id) do update set is_public = excluded.is_public, is_primary = excluded.is_primary,
          state = excluded.state, state_reason = excluded.state_reason, updated_at = excluded.updated_at`,
});

const pairs = z.array(z.string());

/** Takes some members out of the groups they were not in before. Pairs are "group member". */
export const leaveGroupsExcept = statement({
  params: z.object({ memberIds: z.array(z.string()), keep: pairs }),
  row: z.object({}),
  sql: `delete from group_member
        where member_id in (select value from json_each(:memberIds))
          and group_id || ' ' || member_id not in (select value from json_each(:keep))`,
});

/** Takes away memberships that some members did not have before. Pairs are "organization member". */
export const leaveOrganizationsExcept = statement({
  params: z.object({ memberIds: z.array(z.string()), keep: pairs }),
  row: z.object({}),
  sql: `delete from membership
        where member_id in (select value from json_each(:memberIds))
          and organization_id || ' ' || member_id not in (select value from json_each(:keep))`,
});

/** Takes away regions in which there is nobody. */
export const deleteEmptyRegions = statement({
  params: ids,
  row: z.object({ id: z.string() }),
  sql: `delete from region where id in (select value from json_each(:ids))
          and not exists (select 1 from member m where m.region_id = region.id)
        returning id`,
});

/** Takes away groups in which there is nobody. */
export const deleteEmptyGroups = statement({
  params: ids,
  row: z.object({ id: z.string() }),
  sql: `delete from member_group where id in (select value from json_each(:ids))
          and not exists (select 1 from group_member gm where gm.group_id = member_group.id)
        returning id`,
});

/** Consent that came with an import and is still the last word about its number. */
export const grantsOfImport = statement({
  params: z.object({ importId: z.string(), memberIds: z.array(z.string()) }),
  row: z.object({
    memberId: z.string().nullable(),
    contactPointId: z.string().nullable(),
    addressHash: z.string(),
  }),
  sql: `select c.member_id as memberId, c.contact_point_id as contactPointId, c.address_hash as addressHash
        from json_each(:memberIds) one
        join consent_event c on c.member_id = one.value
        where c.evidence_kind = 'import' and c.evidence_id = :importId and c.kind = 'granted'
          and c.id = (select max(id) from consent_event last
            where last.address_hash = c.address_hash and last.kind in ('granted', 'revoked', 'invalidated'))`,
});
