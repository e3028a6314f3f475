import * as z from 'zod';
import { conflict, invalid, ok, refused } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { sameText } from '../platform/tokens.ts';
import { fieldProblems, verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { manifestShape, secretCheck, tableOf, type Manifest } from './manifest.ts';
import { insertRestoration, runningRestoration } from './queries.ts';
import { countOf, emptied, filledOf, migrationOf, shapesOf } from './rows.ts';
import { EXPORTED } from './tables.ts';

/** What an empty network has anyway: who set it up, and what they did. */
const ALLOWED = ['staff', 'role', 'staff_phone', 'journal'];
/** Append-only, so its rows stay; the export has the same. */
const KEPT = ['campaign_window'];

const reading = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Why an export cannot be put in here, or null. */
const problemOf = async (world: World, manifest: Manifest) => {
  const migration = await migrationOf(world);
  if (manifest.migration !== migration)
    return refused(
      'same-version',
      `The export is of version ${manifest.migration}, this network of ${migration}. Deploy the version of the export, restore, then deploy the newer one.`,
    );
  if (!sameText(manifest.secretCheck, await secretCheck(world)))
    return refused(
      'same-secret',
      'This network has another AUTH_SECRET than the export, so it would not know who said STOP. Set the secret of the exported network first.',
    );
  const filled = await filledOf(
    world,
    EXPORTED.filter(({ name, seeded }) => !seeded && !ALLOWED.includes(name)).map(({ name }) => name),
  );
  if (filled.length > 0 || (await countOf(world, 'staff')) > 1)
    return refused(
      'empty-network',
      `This network is not empty: ${filled.length > 0 ? filled.slice(0, 5).join(', ') : 'staff'} ${filled.length === 1 ? 'has' : 'have'} rows. Restore into a new deployment with one owner and nothing else.`,
    );
  return null;
};

/**
 * Begins to put an export into this network, which must be empty: one owner, nothing else. While it runs no clock does.
 * Begun again with the same manifest it goes on.
 * @returns the restoration, the files of rows in the order to send them, which of those to send once more for the links
 *   between rows of one table, and the other files
 */
export const beginRestore = verb({
  name: 'archive.restore',
  by: ['owner'],
  input: z.strictObject({ file: z.string() }),
  async run(world, who, { file }) {
    const read = manifestShape.safeParse(reading(file));
    if (!read.success)
      return invalid(
        fieldProblems(read.error.issues).map((one) => ({ ...one, field: `manifest.${one.field}` })),
        'This is no manifest of an export. Take manifest.json from the ZIP.',
      );
    const manifest = read.data;
    const text = JSON.stringify(manifest);
    const running = await world.db.first(runningRestoration, {});
    if (running && running.manifest !== text)
      return conflict(
        'Another export is being restored here. Finish that one, or begin with a new deployment.',
      );
    const id = running?.id ?? world.ids.next();
    if (!running) {
      const problem = await problemOf(world, manifest);
      if (problem) return problem;
      const done = await world.db.commit(
        { who, action: 'archive.restore', subject: { kind: 'restoration', id } },
        [
          must(insertRestoration, { id, manifest: text, now: world.clock.now(), by: who.id }),
          ...EXPORTED.filter(({ name, seeded }) => seeded && !KEPT.includes(name))
            .toReversed()
            .map(({ name }) => emptied(name)),
        ],
      );
      if (!done) return conflict('Somebody else has just begun to restore here.');
    }
    const linking = new Set(
      (await shapesOf(world)).flatMap(({ name, self }) => (self.length > 0 ? [name] : [])),
    );
    const names = manifest.files.map(({ name }) => name);
    const rows = EXPORTED.flatMap(({ name }) => names.filter((one) => tableOf(one) === name));
    return ok({
      id,
      rows,
      links: rows.filter((one) => linking.has(tableOf(one) ?? '')),
      files: names.filter((one) => one.startsWith('files/')),
    });
  },
});
