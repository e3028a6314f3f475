import { refused } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import type { FiledIn, RowKind } from './ports.ts';

/** What a change of a filed row would do, for a page to say before it is saved. */
export const amendsWhat = (filed: FiledIn[]): string =>
  `This is in a filed report: ${filed.map((one) => one.name).join('; ')}. What was filed stays as it was; a change here is for an amendment, which has to be prepared and filed.`;

/**
 * A row of a filed report is locked: it changes only where the person was told that this makes an amendment, and
 * says so. @returns the refusal, or null where the change may go on
 */
export const lockedUnless = async (
  world: World,
  { kind, id, amends }: { kind: RowKind; id: string; amends: boolean },
): Promise<ReturnType<typeof refused> | null> => {
  if (amends) return null;
  const filed = await world.filedRows(world, kind, id);
  return filed.length === 0
    ? null
    : refused('filed', `${amendsWhat(filed)} Say that you want to amend it, and save again.`);
};
