import type { World } from '../platform/world.ts';
import { questionsOf } from '../alerts/index.ts';
import { tallyByOption, tallyByPeople, tallyOverTime } from './queries.ts';
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
 * How many were asked and have answered, by option, region, kind and district class. Asked is everybody to whom
 * the alert was not skipped, and whoever answered all the same.
 * @param regionId one region only, for a regional president
 */
export const alertTally = async (
  world: World,
  alertId: string,
  regionId: string | null = null,
): Promise<AlertTally> => {
  const [people, byOption, overTime, questions] = await Promise.all([
    world.db.all(tallyByPeople, { alertId, regionId }),
    world.db.all(tallyByOption, { alertId, regionId }),
    world.db.all(tallyOverTime, { alertId, regionId }),
    questionsOf(world, alertId),
  ]);
  const shares = (group: string) => people.filter((row) => row.group === group);
  const { asked = 0, answered = 0 } = shares('all')[0] ?? {};
  return {
    asked,
    answered,
    byOption,
    byRegion: shares('region').map((row) => ({ ...share(row), regionId: row.key || null, region: row.name })),
    byKind: shares('kind').map((row) => ({ ...share(row), kind: row.key })),
    byClass: shares('class').map((row) => ({ ...share(row), class: row.name })),
    overTime,
    byQuestion: await tallyQuestions(world, { alertId, regionId, questions, asked, answered, byOption }),
  };
};

const share = (row: Share): Share => ({ asked: row.asked, answered: row.answered });
