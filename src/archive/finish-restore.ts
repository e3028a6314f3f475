import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { manifestShape } from './manifest.ts';
import { deleteAside, emptyTally, finishRestoration, recountTally, runningRestoration } from './queries.ts';
import { countOf } from './rows.ts';

/** Tables to which the restoring itself adds. */
const GROWS = ['staff', 'role', 'staff_phone', 'journal'];

/**
 * Ends a restoration, where every table has all its rows. Who restored is from now on the person that the export has
 * under their address, signs in anew, and their key of this network stops; where the export has nobody, they stay.
 */
export const finishRestore = verb({
  name: 'archive.finish_restore',
  by: ['owner'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const running = await world.db.first(runningRestoration, {});
    if (running?.id !== id)
      return conflict('Nothing is being restored here under this id. Begin with the manifest.');
    const manifest = manifestShape.parse(JSON.parse(running.manifest));
    const wrong: string[] = [];
    for (const { name, rows } of manifest.tables) {
      const count = await countOf(world, name);
      if (GROWS.includes(name) ? count < rows : count !== rows)
        wrong.push(`${name} has ${count} of ${rows} rows`);
    }
    if (wrong.length > 0)
      return conflict(
        `Not everything is here: ${wrong.slice(0, 5).join(', ')}. Send the files again, then finish.`,
      );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const done = await world.db.commit(
      {
        who,
        action: 'archive.finish_restore',
        subject: { kind: 'restoration', id },
        detail: { tables: manifest.tables.length, rows },
      },
      [
        must(finishRestoration, { id, now: world.clock.now() }),
        change(emptyTally, {}),
        change(recountTally, {}),
        change(deleteAside, { staffId: who.id }),
      ],
    );
    return done
      ? ok({ id, tables: manifest.tables.length, rows })
      : conflict('Somebody else has just ended this restoration.');
  },
});
