import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { upsertFact } from './district-queries.ts';

const words = (most: number) =>
  z.string().trim().min(1, 'Write something here.').max(most, `At most ${most} characters.`);

/** Keeps a figure about a district (enrollment, dollars at stake) with its day and source, in place of the one before. */
export const setDistrictFact = verb({
  name: 'district.fact',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    nces: z.string(),
    key: words(60),
    value: words(200),
    asOf: z.string().refine(isDate, 'Write the day as 2027-02-09.'),
    source: words(200),
  }),
  async run(world, who, input) {
    const done = await world.db.commit(
      {
        who,
        action: 'district.fact',
        subject: { kind: 'district', id: input.nces },
        detail: { key: input.key },
      },
      [must(upsertFact, input)],
    );
    return done ? ok({ nces: input.nces }) : missing('This district');
  },
});
