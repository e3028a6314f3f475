import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb, view } from '../platform/verb.ts';
import { BRANCHES, LEVELS } from './classes/facts.ts';
import { questionsFor, type Question } from './classes/questions.ts';
import { classesOfLine, knownOfLine } from './classes-of-line.ts';
import { lockedUnless } from './filed.ts';
import { keptLine, said } from './kept-row.ts';
import { activityById, renewClasses, updateActivity } from './queries.ts';

/** The questions about a line whose answer would change what it is in a regime where its organization files. */
export const openQuestions = view({
  name: 'activity.questions',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const line = await world.db.first(activityById, { id });
    if (!line) return missing('That line of the log');
    const { facts, regimes } = await knownOfLine(world, line);
    const decided = (JSON.parse(line.classes) as { regime: string; by: string }[])
      .filter((one) => one.by !== 'rule')
      .map((one) => one.regime);
    return ok(
      questionsFor(
        regimes.filter((one) => !decided.includes(one)),
        facts,
      ) satisfies Question[],
    );
  },
});

const yes = z.boolean().nullish();
/** Answers what a regime asks of a line, or takes an answer back with null, and classes it anew by rule; what a person decided stands. */
export const answerActivity = verb({
  name: 'activity.answer',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    level: z.enum(LEVELS).nullish(),
    branch: z.enum(BRANCHES).nullish(),
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
  run: async (world, who, { id, amends, ...input }) => {
    const row = await world.db.first(activityById, { id });
    if (!row || row.state === 'removed') return missing('That line of the log');
    const locked = await lockedUnless(world, { kind: 'activity', id, amends });
    if (locked) return locked;
    const answers = said(input);
    const next = { ...keptLine(row), ...answers, at: world.clock.now() };
    const classes = await classesOfLine(world, next);
    const done = await world.db.commit(
      {
        who,
        action: 'activity.answer',
        subject: { kind: 'activity', id },
        detail: { answered: Object.keys(answers), amends },
      },
      [must(updateActivity, next), change(renewClasses, { activityId: id, classes, at: next.at })],
    );
    return done
      ? ok({ id })
      : conflict('Somebody else changed this line just now. Reload it to see what it says.');
  },
});
