import * as z from 'zod';
import { isDate, localDate } from '../platform/days.ts';
import { invalid, missing, ok, refused } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { filingById } from './queries.ts';
import { insertReceipt } from './receipt-queries.ts';
import { receiptKey } from './receipts.ts';

const MOST_BYTES = 8 * 1024 * 1024;
/** What the bytes themselves show: the name and the sender are not asked. */
const STARTS: [string, number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
];

/** Keeps what the office answered to a filed report: the day, its number, and a PDF or picture of it. */
export const keepReceipt = verb({
  name: 'filing.receipt',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    filingId: z.string(),
    submittedOn: z.string().refine(isDate, 'Write the date as 2027-02-09.'),
    reference: z.string().trim().max(200, 'At most 200 characters.').default(''),
    file: z.instanceof(Uint8Array).nullish(),
  }),
  run: async (world, who, { filingId, submittedOn, reference, file }) => {
    const filing = await world.db.first(filingById, { id: filingId });
    if (!filing) return missing('That filing');
    if (filing.filedAt === null)
      return refused(
        'not_filed',
        'This report is not filed here yet. File it first, then keep what the office answered.',
      );
    const { zone } = await networkSettings(world);
    if (submittedOn > localDate(world.clock.now(), zone))
      return invalid([{ field: 'submittedOn', message: 'This day is still to come.' }]);
    if (!file && reference === '')
      return invalid([{ field: 'reference', message: 'Give the office’s number, or choose its file.' }]);
    if (file && file.byteLength > MOST_BYTES)
      return invalid([{ field: 'file', message: 'This file is larger than 8 MB.' }]);
    const type = file ? STARTS.find(([, start]) => start.every((byte, at) => file[at] === byte))?.[0] : null;
    if (type === undefined)
      return invalid([{ field: 'file', message: 'Only PDF, JPEG and PNG files are kept.' }]);
    const bytes = file ? new Uint8Array(file) : null;
    const hash = bytes && (await sha256(bytes));
    if (bytes && hash && type) await world.files.put(receiptKey(filingId, hash), bytes, type);
    const id = world.ids.next();
    const done = await world.db.commit(
      { who, action: 'filing.receipt', subject: { kind: 'filing', id: filingId }, detail: { receiptId: id } },
      [
        must(insertReceipt, {
          id,
          filingId,
          submittedOn,
          reference,
          type,
          size: bytes?.byteLength ?? null,
          sha256: hash,
          at: world.clock.now(),
          by: who.id,
        }),
      ],
    );
    return done ? ok({ id, obligationId: filing.obligationId }) : missing('That filing');
  },
});
