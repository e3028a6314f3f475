import { change, must, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { classify, isClassed } from './classify.ts';
import { factsOf } from './facts-of.ts';
import { factsBeside, guardDay, insertActivity, insertClasses, regimesOf } from './queries.ts';

export type NewActivity = Parameters<
  typeof change<(typeof insertActivity)['params'], (typeof insertActivity)['row']>
>[1];

/**
 * The changes that write one activity and, for each regime its organization files in, what the rules make of
 * it. Written once for its id, its contact report or its alert: a second time the commit is undone, but where a
 * contact report stands for it. Undone, too, where the person's day would have more than 24 hours.
 */
export const activityChanges = async (world: World, activity: NewActivity): Promise<Change[]> => {
  const { organizationId, officialId, billId } = activity;
  const [rows, beside] = await Promise.all([
    world.db.all(regimesOf, { organizationId, on: activity.onDate }),
    world.db.first(factsBeside, { organizationId, officialId, billId }),
  ]);
  const facts = factsOf({
    ...activity,
    ...(beside ?? { taxStatus: null, officialLevel: null, billJurisdiction: null }),
  });
  const classes = rows
    .map(({ regime }) => regime)
    .filter(isClassed)
    .map((regime) => ({ regime, ...classify(regime, facts) }));
  return [
    (activity.contactReportId ? change : must)(insertActivity, activity),
    change(insertClasses, { activityId: activity.id, classes, by: 'rule', at: activity.at }),
    ...(activity.staffId ? [change(guardDay, { staffId: activity.staffId, on: activity.onDate })] : []),
  ];
};
