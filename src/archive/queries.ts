import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const id = z.object({ id: z.string() });
const nothing = z.object({});
const FEW = 'one row for each export a person asked for';

/** A new export; nothing where one is being written. */
export const insertExport = statement({
  params: id.extend({ now: z.number(), by: z.string(), position: z.unknown(), parts: z.number() }),
  row: nothing,
  sql: `insert into archive_export (id, state, asked_at, asked_by, position, parts)
        values (:id, 'writing', :now, :by, :position, :parts) on conflict do nothing`,
});

const exportRow = z.object({
  id: z.string(),
  state: z.enum(['writing', 'ready', 'failed', 'gone']),
  askedAt: z.number(),
  partsDone: z.number(),
  parts: z.number(),
  missing: z.number(),
  readyAt: z.number().nullable(),
  goneAt: z.number().nullable(),
  askedBy: z.string().nullable(),
  files: z.number(),
  rows: z.number(),
  size: z.number(),
  packed: z.number(),
});
const selected = `select e.id, e.state, e.asked_at as askedAt, e.parts_done as partsDone, e.parts, e.missing,
    e.ready_at as readyAt, e.gone_at as goneAt, s.name as askedBy, count(p.name) as files,
    coalesce(sum(p.rows) filter (where p.name like 'data/%'), 0) as rows,
    coalesce(sum(p.size), 0) as size, coalesce(sum(p.packed), 0) as packed
  from archive_export e left join staff s on s.id = e.asked_by left join archive_piece p on p.export_id = e.id`;

/** The last exports, newest first, each with what it holds. */
export const exportRows = statement({
  params: nothing,
  row: exportRow,
  sql: `${selected} where e.id in (select id from archive_export order by id desc limit 12)
        group by e.id order by e.id desc`,
  scans: { archive_export: FEW },
});

/** One export with what it holds. */
export const exportById = statement({
  params: id,
  row: exportRow,
  sql: `${selected} where e.id = :id group by e.id`,
});

/** Where the writing of an export stands. */
export const writingById = statement({
  params: id,
  row: z.object({ position: z.string() }),
  sql: `select position from archive_export where id = :id and state = 'writing'`,
});

/** Exports that are being written. */
export const writingNow = statement({
  params: nothing,
  row: id,
  sql: `select id from archive_export where state = 'writing'`,
});

const step = id.extend({ was: z.unknown() });

/** One more file of an export, while it stands where the writer found it. */
export const insertPiece = statement({
  params: step.extend({
    name: z.string(),
    rows: z.number(),
    size: z.number(),
    packed: z.number(),
    crc: z.number(),
    sha256: z.string(),
  }),
  row: nothing,
  sql: `insert into archive_piece (export_id, name, rows, size, packed, crc32, sha256)
        select id, :name, :rows, :size, :packed, :crc, :sha256 from archive_export
        where id = :id and state = 'writing' and position = :was
        on conflict do nothing`,
});

/** The writing goes on from a further place; nothing where another writer was faster. */
export const movePosition = statement({
  params: step.extend({ position: z.unknown(), partsDone: z.number(), missing: z.number() }),
  row: id,
  sql: `update archive_export set position = :position, parts_done = :partsDone, missing = missing + :missing
        where id = :id and state = 'writing' and position = :was returning id`,
});

/** All files of the export are there. */
export const finishExport = statement({
  params: id.extend({ now: z.number() }),
  row: id,
  sql: `update archive_export set state = 'ready', parts_done = parts, ready_at = :now
        where id = :id and state = 'writing' returning id`,
});

/** The files of an export, by name. */
export const piecesOf = statement({
  params: id,
  row: z.object({
    name: z.string(),
    rows: z.number(),
    size: z.number(),
    packed: z.number(),
    crc32: z.number(),
    sha256: z.string(),
  }),
  sql: `select name, rows, size, packed, crc32, sha256 from archive_piece where export_id = :id order by name`,
});

/** An export that nobody can fetch any more. */
export const endExport = statement({
  params: id.extend({ now: z.number() }),
  row: id,
  sql: `update archive_export set state = 'gone', gone_at = :now where id = :id and state <> 'gone' returning id`,
});

/** The list of its files. */
export const deletePieces = statement({
  params: id,
  row: nothing,
  sql: `delete from archive_piece where export_id = :id`,
});

/** Exports made before an instant that can still be fetched. */
export const oldExports = statement({
  params: z.object({ before: z.number() }),
  row: id,
  sql: `select id from archive_export where asked_at < :before and state <> 'gone'`,
  scans: { archive_export: FEW },
});

/** The restoration that runs, if any. */
export const runningRestoration = statement({
  params: nothing,
  row: z.object({ id: z.string(), manifest: z.string() }),
  sql: `select id, manifest from restoration where state = 'running'`,
});

/** A restoration begins; nothing where one runs. */
export const insertRestoration = statement({
  params: id.extend({ manifest: z.string(), now: z.number(), by: z.string() }),
  row: nothing,
  sql: `insert into restoration (id, state, manifest, begun_at, begun_by)
        values (:id, 'running', :manifest, :now, :by) on conflict do nothing`,
});

/** A restoration has put everything back. */
export const finishRestoration = statement({
  params: id.extend({ now: z.number() }),
  row: id,
  sql: `update restoration set state = 'done', done_at = :now where id = :id and state = 'running' returning id`,
});

/** The person who restores steps aside where the export has somebody with the same address: those are them. */
export const stepAside = statement({
  params: z.object({ staffId: z.string(), rows: z.array(z.unknown()) }),
  row: nothing,
  sql: `update staff set email = id || '@restoring.invalid'
        where id = :staffId and email in (select r.value ->> 'email' from json_each(:rows) r)
          and id not in (select r.value ->> 'id' from json_each(:rows) r)`,
});

/** Who stepped aside is gone: they are on the staff as the export has them. Their key and sign-ins go with it. */
export const deleteAside = statement({
  params: z.object({ staffId: z.string() }),
  row: nothing,
  sql: `delete from staff where id = :staffId and email = :staffId || '@restoring.invalid'`,
});

/** The tally of each source that had messages open when it was exported, counted anew. */
export const recountTally = statement({
  params: nothing,
  row: nothing,
  sql: `insert into rollup (source_kind, source_id, channel, state, count, segments)
        select d.source_kind, d.source_id, d.channel, d.state, count(*), 0
        from (select distinct source_kind, source_id from delivery where state = 'unconfirmed' and reason = 'restored') t
        join delivery d on d.source_kind = t.source_kind and d.source_id = t.source_id
        where true
        group by d.source_kind, d.source_id, d.channel, d.state
        on conflict (source_kind, source_id, channel, state) do update set count = excluded.count`,
  scans: { delivery: 'once, when everything was put back' },
});

/** The same for states that none of its messages is in any more. */
export const emptyTally = statement({
  params: nothing,
  row: nothing,
  sql: `update rollup set count = 0
        where state in ('planned', 'waiting', 'submitting') and count > 0
          and exists (select 1 from delivery d where d.source_kind = rollup.source_kind and d.source_id = rollup.source_id
            and d.state = 'unconfirmed' and d.reason = 'restored')`,
  scans: { rollup: 'once, when everything was put back' },
});
