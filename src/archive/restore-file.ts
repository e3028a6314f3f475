import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, type Change } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { manifestShape, tableOf } from './manifest.ts';
import { runningRestoration, stepAside } from './queries.ts';
import { inserted, linked, shapesOf, type AnyRow } from './rows.ts';

/** D1 takes two million bytes in one value. */
const MOST_BYTES = 1_000_000;

/** Messages that were on their way when the export was made may be out by now: a person decides, as of any unclear one. */
const OPEN = ['planned', 'waiting', 'submitting'];
const asRestored = (table: string, row: AnyRow): AnyRow =>
  table === 'delivery' && OPEN.includes(String(row.state))
    ? { ...row, state: 'unconfirmed', reason: 'restored', claim_id: null }
    : row;

/** Lines in lots that fit into one value. */
const lotsOf = (text: string): AnyRow[][] => {
  const lots: AnyRow[][] = [[]];
  let bytes = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    // A character has at most three bytes here per unit.
    if (bytes + line.length * 3 > MOST_BYTES && bytes > 0) {
      lots.push([]);
      bytes = 0;
    }
    lots.at(-1)?.push(JSON.parse(line) as AnyRow);
    bytes += line.length * 3;
  }
  return lots;
};

const rowChanges = async (world: World, by: string, table: string, text: string, links: boolean) => {
  const shape = (await shapesOf(world)).find(({ name }) => name === table);
  if (!shape) return [];
  return lotsOf(text).flatMap((lot): Change[] => {
    if (links) return linked(shape, lot);
    const aside = table === 'staff' ? [change(stepAside, { staffId: by, rows: lot })] : [];
    return [
      ...aside,
      inserted(
        shape,
        lot.map((row) => asRestored(table, row)),
      ),
    ];
  });
};

/**
 * Puts one file of an export back: its rows, or with `links` what they say of each other, or an object beside them.
 * Refused where a byte differs from the manifest. The same file again changes nothing.
 */
export const restoreFile = verb({
  name: 'archive.restore_file',
  by: ['owner'],
  input: z.strictObject({
    id: z.string(),
    name: z.string(),
    links: z.boolean().default(false),
    content: z.instanceof(Uint8Array),
  }),
  async run(world, who, { id, name, links, content }) {
    const running = await world.db.first(runningRestoration, {});
    if (running?.id !== id)
      return conflict('Nothing is being restored here under this id. Begin with the manifest.');
    const manifest = manifestShape.parse(JSON.parse(running.manifest));
    const listed = manifest.files.find((file) => file.name === name);
    if (!listed) return missing('This file in the manifest');
    if ((await sha256(content as Uint8Array<ArrayBuffer>)) !== listed.sha256)
      return invalid([
        {
          field: 'content',
          message: `${name} is not as it was exported: its SHA-256 differs. Unpack the ZIP again.`,
        },
      ]);
    const table = tableOf(name);
    if (table) {
      const changes = await rowChanges(world, who.id, table, new TextDecoder().decode(content), links);
      if (changes.length > 0) await world.db.record(changes);
    } else await world.files.put(name.replace(/^files\//, ''), content, 'application/octet-stream');
    return ok({ id, rows: listed.rows });
  },
});
