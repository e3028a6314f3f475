import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { endApiKey } from './queries.ts';

/** Makes a key useless at once. */
export const revokeApiKey = verb({
  name: 'api-key.revoke',
  by: ['owner'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const done = await world.db.commit({ who, action: 'api-key.revoke', subject: { kind: 'api-key', id } }, [
      must(endApiKey, { id, now: world.clock.now() }),
    ]);
    return done ? ok({ id }) : missing('That key');
  },
});
