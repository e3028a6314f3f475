import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { takeOffFacts } from './fact-changes.ts';
import { factsOf } from './figure-queries.ts';
import { figureKey } from './figure.ts';

/** Takes a figure off a district. It stays in the district's history, from where it can be put back. */
export const removeDistrictFact = verb({
  name: 'district.remove_fact',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ nces: z.string(), key: figureKey }),
  async run(world, who, { nces, key }) {
    const fact = (await world.db.all(factsOf, { ids: [nces] })).find((one) => one.key === key);
    if (!fact) return missing('This figure');
    const done = await world.db.commit(
      { who, action: 'district.remove_fact', subject: { kind: 'district', id: nces }, detail: { key } },
      takeOffFacts(world, who, [fact], must),
    );
    return done
      ? ok({ nces })
      : conflict('Somebody has just changed this figure. Look at it again before you take it off.');
  },
});
