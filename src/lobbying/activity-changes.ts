import { change, must, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { classify, REGIMES, type Regime } from './classify.ts';
import { insertActivity, insertClasses, regimesOf } from './queries.ts';

export type NewActivity = Parameters<
  typeof change<(typeof insertActivity)['params'], (typeof insertActivity)['row']>
>[1];

/**
 * The changes that write one activity and, for each regime its organization files in, what the rules make of
 * it. Written once for its id, its contact report or its alert: a second time the commit is undone, but where a
 * contact report stands for it.
 */
export const activityChanges = async (world: World, activity: NewActivity): Promise<Change[]> => {
  const rows = await world.db.all(regimesOf, {
    organizationId: activity.organizationId,
    on: activity.onDate,
  });
  const regimes = rows
    .map((row) => row.regime)
    .filter((regime): regime is Regime => (REGIMES as readonly string[]).includes(regime));
  const classes = regimes.map((regime) => ({ regime, ...classify(regime, activity) }));
  return [
    (activity.contactReportId ? change : must)(insertActivity, activity),
    change(insertClasses, { activityId: activity.id, classes, by: 'rule', at: activity.at }),
  ];
};
