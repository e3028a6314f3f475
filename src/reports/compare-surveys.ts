import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { changeOf, summaryOf } from './survey-change.ts';
import { numberQuestions, numbersGiven } from './survey-queries.ts';

/** So many questions are offered, the latest. */
const MOST = 100;
/** More steps than these are not shown one by one. */
const MOST_STEPS = 20;

type Question = RowOf<typeof numberQuestions>;

/** Two questions measure alike: both are steps of one scale, or both are numbers of one unit. */
const alike = (a: Question, b: Question) =>
  a.kind === b.kind && (a.kind === 'scale' ? a.most === b.most : a.unit === b.unit);

const READERS = ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'board'] as const;

/** Questions answered by a number or a step of a scale, of alerts that went out, the latest first: what can be compared. */
export const listSurveys = view({
  name: 'report.list_surveys',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => ok({ data: await world.db.all(numberQuestions, { limit: MOST }) }),
});

/**
 * The same survey before and after, a training for one: the numbers given to two questions side by side, and of those who
 * answered both how they moved. Counts and means only, no names; a regional president sees those of their region.
 */
export const compareSurveys = view({
  name: 'report.compare_surveys',
  by: READERS,
  input: z.strictObject({ before: z.string(), after: z.string() }),
  async run(world, who, input) {
    const questions = await world.db.all(numberQuestions, { limit: MOST });
    const find = (id: string) => questions.find((one) => one.id === id);
    const [before, after] = [find(input.before), find(input.after)];
    if (!before || !after)
      return invalid([
        {
          field: before ? 'after' : 'before',
          message: 'That question is not there any more. Choose another.',
        },
      ]);
    if (before.id === after.id)
      return invalid([{ field: 'after', message: 'Choose another survey than the one before.' }]);
    if (!alike(before, after))
      return invalid([
        {
          field: 'after',
          message:
            'These two are not measured alike. Choose two with the same scale, or numbers of one unit.',
        },
      ]);
    const rows = await world.db.all(numbersGiven, {
      before: before.id,
      after: after.id,
      regionId: regionOf(who),
    });
    const given = (part: 'before' | 'after') =>
      rows.flatMap((row) =>
        row.part === part && row[part] !== null ? [{ value: row[part], count: row.count }] : [],
      );
    const [first, second] = [given('before'), given('after')];
    const values =
      before.kind === 'scale'
        ? Array.from({ length: before.most ?? 0 }, (_, at) => at + 1)
        : [...new Set([...first, ...second].map(({ value }) => value))].toSorted((a, b) => a - b);
    const times = (list: typeof first, value: number) => list.find((one) => one.value === value)?.count ?? 0;
    return ok({
      before: { ...before, ...summaryOf(first) },
      after: { ...after, ...summaryOf(second) },
      /** Each number with how many gave it; empty where there are too many to show. */
      steps:
        values.length > MOST_STEPS
          ? []
          : values.map((value) => ({ value, before: times(first, value), after: times(second, value) })),
      both: changeOf(
        rows.flatMap(({ part, before: from, after: to, count }) =>
          part === 'pair' && from !== null && to !== null ? [{ before: from, after: to, count }] : [],
        ),
      ),
    });
  },
});
