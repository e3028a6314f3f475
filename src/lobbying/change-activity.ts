import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { minutes, roomInDay } from './add-activity.ts';
import { CLASSES } from './classify.ts';
import { lockedUnless } from './filed.ts';
import { activityLost } from './lost.ts';
import { activityById, confirmActivity as confirm, decideClass, guardDay } from './queries.ts';

const by = ['owner', 'director', 'staff'] as const;

/** A draft line (from a closed alert) becomes a fact, with the staff minutes it took. */
export const confirmActivity = verb({
  name: 'activity.confirm',
  by,
  input: z.strictObject({
    id: z.string(),
    minutes: minutes.nullish(),
  }),
  run: async (world, who, { id, minutes: took }) => {
    const line = await world.db.first(activityById, { id });
    if (line?.staffId && took) {
      const full = await roomInDay(world, line.staffId, line.onDate, took, id);
      if (full) return full;
    }
    const done = await world.db.commit(
      { who, action: 'activity.confirm', subject: { kind: 'activity', id } },
      [
        must(confirm, { id, minutes: took ?? null, at: world.clock.now() }),
        ...(line?.staffId ? [change(guardDay, { staffId: line.staffId, on: line.onDate })] : []),
      ],
    );
    return done ? ok({ id }) : activityLost(world, id, 'This line was confirmed or removed already.');
  },
});

/** A person decides what a line is in a regime, against the rule, with a reason that stays with it. */
export const classifyActivity = verb({
  name: 'activity.classify',
  by,
  input: z.strictObject({
    id: z.string(),
    regime: z.string(),
    class: z.string().min(1),
    counts: z.boolean(),
    reason: z.string().trim().min(5, 'Say why, in a few words: it stays with the line.').max(500),
    amends: z.boolean().default(false),
  }),
  run: async (world, who, input) => {
    const classes = CLASSES[input.regime];
    if (classes && !classes[input.class])
      return invalid([{ field: 'class', message: `Choose one of: ${Object.keys(classes).join(', ')}.` }]);
    if (input.counts === (input.class === 'not_counted'))
      return invalid([
        { field: 'counts', message: 'A line counts in a class of the report, or is not_counted.' },
      ]);
    const locked = await lockedUnless(world, { kind: 'activity', id: input.id, amends: input.amends });
    if (locked) return locked;
    const done = await world.db.commit(
      {
        who,
        action: 'activity.classify',
        subject: { kind: 'activity', id: input.id },
        detail: { regime: input.regime, counts: input.counts },
      },
      [
        must(decideClass, {
          activityId: input.id,
          regime: input.regime,
          class: input.class,
          counts: input.counts,
          reason: input.reason,
          by: who.id,
          at: world.clock.now(),
        }),
      ],
    );
    return done
      ? ok({ id: input.id })
      : activityLost(
          world,
          input.id,
          'This line is not classed in that regime: the organization does not file there.',
        );
  },
});
