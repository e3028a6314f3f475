import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { putFacts } from './fact-changes.ts';
import { figureKey, figureValue } from './figure.ts';

/** Where a figure is from, and of which day it is. */
export const factOrigin = {
  source: z
    .string()
    .trim()
    .min(1, 'Say where the figure is from, such as the fall enrollment report.')
    .max(200, 'At most 200 characters.'),
  asOf: z.string().refine(isDate, 'Write the day as 2027-02-09.'),
};

/**
 * Keeps a figure about a district (enrollment, dollars at stake) with its day and source, in place of the one before,
 * which stays in the district's history.
 */
export const setDistrictFact = verb({
  name: 'district.fact',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({ nces: z.string(), key: figureKey, value: figureValue, ...factOrigin }),
  async run(world, who, input) {
    const done = await world.db.commit(
      {
        who,
        action: 'district.fact',
        subject: { kind: 'district', id: input.nces },
        detail: { key: input.key },
      },
      putFacts(world, who, [input]),
    );
    return done ? ok({ nces: input.nces }) : missing('This district');
  },
});
