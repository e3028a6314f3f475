import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { EXPORT_DAYS } from './discard-export.ts';
import { volumesOf } from './download-export.ts';
import { exportRows, piecesOf } from './queries.ts';

/** The last exports, newest first: how far each is, the bytes of each of its ZIPs, and until when it can be fetched. */
export const listExports = view({
  name: 'archive.list',
  by: ['owner'],
  input: z.strictObject({}),
  async run(world) {
    const rows = await world.db.all(exportRows, {});
    return ok(
      await Promise.all(
        rows.map(async (row) => {
          const pieces = row.state === 'ready' ? await world.db.all(piecesOf, { id: row.id }) : [];
          return {
            ...row,
            until: row.askedAt + EXPORT_DAYS * 86_400_000,
            zips: pieces.length === 0 ? [] : volumesOf(pieces).map(bytesOf),
          };
        }),
      ),
    );
  },
});

const bytesOf = (files: { packed: number }[]) => files.reduce((sum, { packed }) => sum + packed, 0);
