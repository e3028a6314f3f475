import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { day } from './contact-report-input.ts';
import { upsertFiler } from './queries.ts';

/** Says that an organization files in a regime, from when until when. From then on its log is classed there. */
export const setFiler = verb({
  name: 'filer.set',
  by: ['owner', 'director', 'system'],
  input: z.strictObject({
    organizationId: z.string(),
    regime: z.enum(['mt', 'ms', 'ma', 'lda', 'irs']),
    fromOn: day,
    toOn: day.nullish(),
  }),
  run: async (world, who, input) => {
    if (input.toOn && input.toOn < input.fromOn)
      return invalid([{ field: 'toOn', message: 'The last day is before the first.' }]);
    try {
      await world.db.commit(
        {
          who,
          action: 'filer.set',
          subject: { kind: 'organization', id: input.organizationId },
          detail: { regime: input.regime },
        },
        [change(upsertFiler, { ...input, toOn: input.toOn ?? null })],
      );
    } catch (error) {
      if (error instanceof Error && error.message.includes('FOREIGN KEY')) {
        return invalid([{ field: 'organizationId', message: 'That organization is not known here.' }]);
      }
      throw error;
    }
    return ok({ organizationId: input.organizationId });
  },
});
