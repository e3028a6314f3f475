import { localDate } from '../platform/days.ts';
import { invalid } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';

/** Older than any log kept here: a mistyped year. */
const FIRST_DAY = '2000-01-01';

/**
 * Why a row of the log cannot be of these days: null where it can. A log tells what was, so no day is still to come.
 * @param days by the name of their field; one that is not given is fine
 * @param later what to do about a day still to come, as a sentence
 */
export const dayProblem = async (
  world: World,
  days: Record<string, string | null | undefined>,
  later: string,
): Promise<ReturnType<typeof invalid> | null> => {
  const { zone } = await networkSettings(world);
  const today = localDate(world.clock.now(), zone);
  const wrong = Object.entries(days).flatMap(([field, on]) => {
    if (!on) return [];
    if (on > today) return [{ field, message: `This day is still to come. ${later}` }];
    return on < FIRST_DAY ? [{ field, message: 'This day is before the log begins. Check the year.' }] : [];
  });
  return wrong.length > 0 ? invalid(wrong) : null;
};
