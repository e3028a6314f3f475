import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { deletePieces, endExport, oldExports } from './queries.ts';

/** An export is a second copy of everybody's data, so it goes by itself. */
export const EXPORT_DAYS = 7;

/** Takes an export away: nobody can fetch it from now on, and its files go by a job. */
export const discardExport = verb({
  name: 'archive.discard',
  by: ['owner', 'clock'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const done = await world.db.commit(
      { who, action: 'archive.discard', subject: { kind: 'export', id } },
      [must(endExport, { id, now: world.clock.now() }), change(deletePieces, { id })],
      [{ kind: 'archive.clear', body: { exportId: id } }],
    );
    return done ? ok({ id }) : conflict('This export is gone already.');
  },
});

/** Takes the files of an export out of storage; begun again it goes on where it stopped. */
export const clearExport = async (
  world: World,
  body: Record<string, string | number | null>,
): Promise<void> => {
  const found = await world.files.list(`exports/${String(body.exportId)}/`);
  for (const { key } of found) await world.files.remove(key);
  if (found.length > 0) await world.events.send([{ kind: 'archive.clear', body }]);
};

/** Discards exports past their time. */
export const sweepExports = async (world: World): Promise<Record<string, number>> => {
  const old = await world.db.all(oldExports, { before: world.clock.now() - EXPORT_DAYS * 86_400_000 });
  for (const { id } of old) await discardExport(world, { kind: 'clock', id: 'archive.sweep' }, { id });
  return { exports: old.length };
};
