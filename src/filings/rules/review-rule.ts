import * as z from 'zod';
import { missing, ok } from '../../platform/problem.ts';
import { must } from '../../platform/statement.ts';
import { verb } from '../../platform/verb.ts';
import { reviewRow } from './rule-queries.ts';

/** Notes that a named person held a rule against its source. The reviewer may be counsel who never signs in. */
export const reviewRule = verb({
  name: 'rule.review',
  by: ['owner', 'director'],
  input: z.strictObject({
    id: z.string(),
    reviewer: z
      .string()
      .trim()
      .min(3, 'Name the person who looked it over.')
      .max(120, 'At most 120 characters.'),
  }),
  run: async (world, who, { id, reviewer }) => {
    const at = world.clock.now();
    const done = await world.db.commit({ who, action: 'rule.review', subject: { kind: 'rule', id } }, [
      must(reviewRow, { id, by: reviewer, at }),
    ]);
    return done ? ok({ id }) : missing('That rule');
  },
});
