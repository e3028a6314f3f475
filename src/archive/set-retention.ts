import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { KIND_NAMES } from './kinds.ts';
import { deleteRetention, saveRetention } from './retention-queries.ts';
import { days, enough } from './show-removal.ts';

/** From tonight on, what of a kind is older than so many days is removed. Never fewer days than must be kept. */
export const setRetention = verb({
  name: 'retention.set',
  by: ['owner'],
  input: z.strictObject({ kind: z.enum(KIND_NAMES), days }),
  async run(world, who, { kind, days: asked }) {
    const fine = await enough(world, kind, asked);
    if (!fine.ok) return fine;
    await world.db.commit(
      { who, action: 'retention.set', subject: { kind: 'retention', id: kind }, detail: { days: asked } },
      [change(saveRetention, { kind, days: asked, now: world.clock.now(), by: who.id })],
    );
    return ok({ kind, days: asked });
  },
});

/** Nothing of a kind is removed any more. */
export const keepAll = verb({
  name: 'retention.keep_all',
  by: ['owner'],
  input: z.strictObject({ kind: z.enum(KIND_NAMES) }),
  async run(world, who, { kind }) {
    const done = await world.db.commit(
      { who, action: 'retention.keep_all', subject: { kind: 'retention', id: kind } },
      [must(deleteRetention, { kind })],
    );
    return done ? ok({ kind }) : conflict('Nothing of this kind is removed already.');
  },
});
