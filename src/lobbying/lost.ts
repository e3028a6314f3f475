import { conflict, missing } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import { activityById, expenseById } from './queries.ts';

/** Why a change of a line found no row: it was never there, or somebody was first. */
export const activityLost = async (world: World, id: string, first: string) =>
  (await world.db.first(activityById, { id })) ? conflict(first) : missing('That line of the log');

/** As `activityLost`, for an expense. */
export const expenseLost = async (world: World, id: string, first: string) =>
  (await world.db.first(expenseById, { id })) ? conflict(first) : missing('That expense');
