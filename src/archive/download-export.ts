import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { zipOf, type Packed } from '../platform/zip.ts';
import { exportById, piecesOf } from './queries.ts';
import { objectKey } from './write-export.ts';

/** One request of a Worker may read a thousand objects, and a ZIP of the plain kind has at most 4 GB. */
const MOST_FILES = 800;
const MOST_BYTES = 2_000_000_000;

interface Sized {
  name: string;
  size: number;
}
/** Files cut into as many ZIPs as they need; what a person reads first is in the first. */
export const volumesOf = <T extends Sized>(files: readonly T[]): T[][] => {
  const first = files.filter(({ name }) => !name.includes('/'));
  const volumes: T[][] = [[]];
  let bytes = 0;
  for (const file of [...first, ...files.filter((one) => !first.includes(one))]) {
    const volume = volumes.at(-1) ?? [];
    if (volume.length >= MOST_FILES || bytes + file.size > MOST_BYTES) {
      volumes.push([file]);
      bytes = file.size;
    } else {
      volume.push(file);
      bytes += file.size;
    }
  }
  return volumes;
};

/**
 * One ZIP of a finished export, read as it is fetched. Each fetch stands in the journal: everybody's data leaves here.
 * @param input.part from 1
 */
export const downloadExport = verb({
  name: 'archive.download',
  by: ['owner'],
  input: z.strictObject({ id: z.string(), part: z.int().min(1).default(1) }),
  async run(world, who, { id, part }) {
    const row = await world.db.first(exportById, { id });
    const volumes = row?.state === 'ready' ? volumesOf(await world.db.all(piecesOf, { id })) : [];
    const volume = volumes[part - 1];
    if (!row || !volume) return missing('This export');
    await world.db.commit(
      { who, action: 'archive.download', subject: { kind: 'export', id }, detail: { part } },
      [],
    );
    const files = volume.map(({ name, size, packed, crc32, sha256 }): Packed => ({
      name,
      size,
      packed,
      crc32,
      bytes: async () => {
        const bytes = await world.files.get(objectKey(id, sha256));
        if (!bytes) throw new Error('A file of this export is gone.');
        return bytes;
      },
    }));
    return ok({ ...zipOf(files), parts: volumes.length, madeAt: row.askedAt });
  },
});
