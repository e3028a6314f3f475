import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb, view } from '../platform/verb.ts';
import { BRANCHES, LEVELS } from './classes/facts.ts';
import { questionsFor, type Question } from './classes/questions.ts';
import { classify, isClassed } from './classify.ts';
import { factsOf } from './facts-of.ts';
import { lockedUnless } from './filed.ts';
import { activityLost } from './lost.ts';
import { activityById, answerQuestions, factsOfActivity, regimesOf, renewClasses } from './queries.ts';

/** The questions about a line whose answer would change what it is in a regime where its organization files. */
export const openQuestions = view({
  name: 'activity.questions',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const [line, row] = await Promise.all([
      world.db.first(activityById, { id }),
      world.db.first(factsOfActivity, { id }),
    ]);
    if (!line || !row) return missing('That line of the log');
    const { organizationId, onDate } = line;
    const filed = await world.db.all(regimesOf, { organizationId, on: onDate });
    const decided = (JSON.parse(line.classes) as { regime: string; by: string }[])
      .filter((one) => one.by !== 'rule')
      .map((one) => one.regime);
    const regimes = filed.map(({ regime }) => regime).filter((one) => !decided.includes(one));
    return ok(questionsFor(regimes.filter(isClassed), factsOf(row)) satisfies Question[]);
  },
});

const yes = z.boolean().optional();
/** Answers what a regime asks of a line, and classes it anew by rule; what a person decided stands. */
export const answerActivity = verb({
  name: 'activity.answer',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    level: z.enum(LEVELS).optional(),
    branch: z.enum(BRANCHES).optional(),
    officialCapacity: yes,
    onRecord: yes,
    writtenRequest: yes,
    specificLegislation: yes,
    reflectsView: yes,
    directInterest: yes,
    asksNonMembers: yes,
    coveredOfficial: yes,
    amends: z.boolean().default(false),
  }),
  run: async (world, who, { id, amends, ...answers }) => {
    const [line, row] = await Promise.all([
      world.db.first(activityById, { id }),
      world.db.first(factsOfActivity, { id }),
    ]);
    if (!line || !row || line.state === 'removed') return missing('That line of the log');
    const locked = await lockedUnless(world, { kind: 'activity', id, amends });
    if (locked) return locked;
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
    const facts = factsOf({ ...row, ...given });
    const filed = await world.db.all(regimesOf, { organizationId: line.organizationId, on: line.onDate });
    const classes = filed
      .map(({ regime }) => regime)
      .filter(isClassed)
      .map((regime) => ({ regime, ...classify(regime, facts) }));
    const at = world.clock.now();
    const done = await world.db.commit(
      {
        who,
        action: 'activity.answer',
        subject: { kind: 'activity', id },
        detail: { answered: Object.keys(given), amends },
      },
      [must(answerQuestions, { id, ...answers, at }), change(renewClasses, { activityId: id, classes, at })],
    );
    return done ? ok({ id }) : activityLost(world, id, 'This line was removed already.');
  },
});
