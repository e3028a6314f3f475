import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { receiptsOf } from './receipt-queries.ts';

/** Where the file of an office's answer lies. */
export const receiptKey = (filingId: string, hash: string) => `filings/${filingId}/receipt-${hash}`;

/** What the office answered to a filing. */
export const listReceipts = view({
  name: 'filing.receipts',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ filingId: z.string() }),
  run: async (world, _who, { filingId }) => ok(await world.db.all(receiptsOf, { filingId })),
});

/** The file of what the office answered, byte for byte. */
export const receiptFile = view({
  name: 'filing.receipt_file',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ filingId: z.string(), id: z.string() }),
  run: async (world, _who, { filingId, id }) => {
    const one = (await world.db.all(receiptsOf, { filingId })).find((row) => row.id === id);
    const bytes = one?.sha256 ? await world.files.get(receiptKey(filingId, one.sha256)) : null;
    return one?.type && bytes ? ok({ bytes, type: one.type }) : missing('That file');
  },
});
