import type { World } from '../platform/world.ts';
import { questionsOf, type Question } from '../alerts/index.ts';
import { tallyRows } from './queries.ts';
import { tallyQuestions, type QuestionTally } from './tally-questions.ts';

/** Asked and answered among some people. */
export interface Share {
  asked: number;
  answered: number;
}
/** How an alert stands. */
export interface AlertTally extends Share {
  /** The choices of the first question; empty where it has none. */
  byOption: { optionId: string; no: number; label: string; outcome: string; count: number }[];
  byRegion: (Share & { regionId: string | null; region: string })[];
  byKind: (Share & { kind: string })[];
  byClass: (Share & { class: string })[];
  /** First answers by the quarter of an hour they came in; `at` is its start, ms UTC. */
  overTime: { at: number; count: number }[];
  /** Each question with what was answered to it, in order. */
  byQuestion: QuestionTally[];
}

/**
 * How many were asked and have answered, by option, region, kind and district class. Asked is everybody whom the alert
 * was meant for as it went out and who was not left out, and whoever answered all the same.
 * @param regionId one region only, for a regional president
 * @param known the alert's questions, where they are read already
 */
export const alertTally = async (
  world: World,
  alertId: string,
  regionId: string | null = null,
  known?: Question[],
): Promise<AlertTally> => {
  const [rows, questions] = await Promise.all([
    world.db.all(tallyRows, { alertId, regionId }),
    known ?? questionsOf(world, alertId),
  ]);
  const of = (group: (typeof rows)[number]['group']) => rows.filter((row) => row.group === group);
  const { asked = 0, answered = 0 } = of('all')[0] ?? {};
  const byOption = (questions[0]?.options ?? []).map(({ id: optionId, no, label, outcome }) => ({
    optionId,
    no,
    label,
    outcome,
    count: of('option').find(({ key }) => key === optionId)?.answered ?? 0,
  }));
  return {
    asked,
    answered,
    byOption,
    byRegion: of('region').map((row) => ({ ...share(row), regionId: row.key || null, region: row.name })),
    byKind: of('kind').map((row) => ({ ...share(row), kind: row.key })),
    byClass: of('class').map((row) => ({ ...share(row), class: row.name })),
    overTime: of('time')
      .map((row) => ({ at: Number(row.key), count: row.answered }))
      .toSorted((a, b) => a.at - b.at),
    byQuestion: await tallyQuestions(world, { alertId, regionId, questions, asked, answered, byOption }),
  };
};

const share = (row: Share): Share => ({ asked: row.asked, answered: row.answered });
