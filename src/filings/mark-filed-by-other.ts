import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { markFiledByOther as mark, obligationById } from './queries.ts';

/** A report is filed by somebody else (an umbrella organization files for all): nothing is owed here for it. */
export const markFiledByOther = verb({
  name: 'obligation.file_by_other',
  by: ['owner', 'director'],
  input: z.strictObject({
    obligationId: z.string(),
    by: z.string().trim().min(2, 'Say who files it.').max(200, 'At most 200 characters.'),
  }),
  run: async (world, who, { obligationId, by }) => {
    if (!(await world.db.first(obligationById, { id: obligationId }))) return missing('That report');
    const done = await world.db.commit(
      { who, action: 'obligation.file_by_other', subject: { kind: 'obligation', id: obligationId } },
      [must(mark, { id: obligationId, note: `Filed by ${by}.`, at: world.clock.now() })],
    );
    return done
      ? ok({ obligationId })
      : conflict('This report is prepared or filed here already. Reload the page to see it.');
  },
});
