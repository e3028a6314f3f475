import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import { classify, isClassed } from './classify.ts';
import { day } from './contact-report-input.ts';
import { factsOf } from './facts-of.ts';
import { mainlyMembers } from './mainly-members.ts';
import { insertClassesOfMany, regimes, unclassedActivities, upsertFiler } from './queries.ts';

/**
 * Says that an organization files in a regime, from when until when. From its first day on the log is classed
 * there: what is logged later as it is written, what is in the log already in the same commit.
 */
export const setFiler = verb({
  name: 'filer.set',
  by: ['owner', 'director', 'system'],
  input: z.strictObject({
    organizationId: z.string(),
    regime: z.string().min(1, 'Choose where it files.').max(20),
    fromOn: day,
    toOn: day.nullish(),
  }),
  run: async (world, who, input) => {
    if (input.toOn && input.toOn < input.fromOn)
      return invalid([{ field: 'toOn', message: 'The last day is before the first.' }]);
    const { organizationId, regime, fromOn } = input;
    if (!(await world.db.all(regimes, {})).some((one) => one.id === regime))
      return invalid([{ field: 'regime', message: 'Choose where it files.' }]);
    const earlier = isClassed(regime)
      ? await Promise.all(
          (await world.db.all(unclassedActivities, { organizationId, regime, fromOn })).map(async (row) => {
            const reached = { members: row.reachMembers ?? 0, nonMembers: row.reachNonMembers ?? 0 };
            const facts = { ...factsOf(row), mainlyMembers: await mainlyMembers(world, reached, fromOn) };
            return { activityId: row.id, ...classify(regime, facts) };
          }),
        )
      : [];
    const done = await unlessUnknown(
      world.db.commit(
        {
          who,
          action: 'filer.set',
          subject: { kind: 'organization', id: input.organizationId },
          detail: { regime, classed: earlier.length },
        },
        [
          change(upsertFiler, { ...input, toOn: input.toOn ?? null }),
          change(insertClassesOfMany, { regime, classes: earlier, by: 'rule', at: world.clock.now() }),
        ],
      ),
    );
    if (done === 'unknown')
      return invalid([{ field: 'organizationId', message: 'That organization is not known here.' }]);
    return ok({ organizationId: input.organizationId });
  },
});
