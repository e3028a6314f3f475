import { change, must, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { classesOfLine } from './classes-of-line.ts';
import { guardDay, insertActivity, insertClasses } from './queries.ts';

export type NewActivity = Parameters<
  typeof change<(typeof insertActivity)['params'], (typeof insertActivity)['row']>
>[1];

/**
 * The changes that write one activity and, for each regime its organization files in, what the rules make of
 * it. Written once for its id, its contact report or its alert: a second time the commit is undone, but where a
 * contact report stands for it. Undone, too, where the person's day would have more than 24 hours.
 */
export const activityChanges = async (world: World, activity: NewActivity): Promise<Change[]> => {
  const classes = await classesOfLine(world, activity);
  return [
    (activity.contactReportId ? change : must)(insertActivity, activity),
    change(insertClasses, { activityId: activity.id, classes, by: 'rule', at: activity.at }),
    ...(activity.staffId ? [change(guardDay, { staffId: activity.staffId, on: activity.onDate })] : []),
  ];
};
