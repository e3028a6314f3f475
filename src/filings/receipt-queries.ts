import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** What the office answered, kept beside a report that is filed; nothing is added to one that is not. */
export const insertReceipt = statement({
  params: z.object({
    id: z.string(),
    filingId: z.string(),
    submittedOn: z.string(),
    reference: z.string(),
    type: z.string().nullable(),
    size: z.number().nullable(),
    sha256: z.string().nullable(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into filing_receipt (id, filing_id, submitted_on, reference, type, size, sha256, added_at, added_by)
        select :id, f.id, :submittedOn, :reference, :type, :size, :sha256, :at, :by
          from filing f where f.id = :filingId and f.filed_at is not null`,
});

/** What the office answered to a filing, in the order it was kept. */
export const receiptsOf = statement({
  params: z.object({ filingId: z.string() }),
  row: z.object({
    id: z.string(),
    submittedOn: z.string(),
    reference: z.string(),
    type: z.string().nullable(),
    size: z.number().nullable(),
    sha256: z.string().nullable(),
  }),
  sql: `select id, submitted_on as submittedOn, reference, type, size, sha256
          from filing_receipt where filing_id = :filingId order by id`,
});
