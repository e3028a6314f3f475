import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { insertExport } from './queries.ts';
import { PARTS, START } from './position.ts';

/** Has everything written to files, in the background. One export at a time. */
export const requestExport = verb({
  name: 'archive.export',
  by: ['owner'],
  input: z.strictObject({ id: z.string().optional() }),
  async run(world, who, { id = world.ids.next() }) {
    const done = await world.db.commit(
      { who, action: 'archive.export', subject: { kind: 'export', id } },
      [must(insertExport, { id, now: world.clock.now(), by: who.id, position: START, parts: PARTS })],
      [{ kind: 'archive.write', body: { exportId: id } }],
    );
    return done
      ? ok({ id })
      : conflict('An export is being written already. Wait until it is ready, or discard it first.');
  },
});
