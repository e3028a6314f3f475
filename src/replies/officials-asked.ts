import { officialsOfMember } from '../legislature/index.ts';
import type { World } from '../platform/world.ts';
import { legislatureOfAlert } from './queries.ts';
import type { Own } from './officials-named.ts';

const MOST = 9;

/** One of a member's own officials as a question lists them, by number. */
export interface OfficialAsked extends Own {
  /** "Sen. Boyd Aldercott" */
  name: string;
}

/**
 * A member's own officials in the order of their numbers, for a question of an alert: of the legislature its bill is
 * in, the state's where it is about none; all of them where they have none there. The same by text, mail and page.
 */
export const officialsAsked = async (
  world: World,
  alertId: string,
  memberId: string,
): Promise<OfficialAsked[]> => {
  const [own, about] = await Promise.all([
    officialsOfMember(world, memberId),
    world.db.first(legislatureOfAlert, { alertId }),
  ]);
  const level = own.filter((one) => (one.level === 'federal') === (about?.jurisdiction === 'US'));
  return (level.length > 0 ? level : own).slice(0, MOST).map((one) => ({
    officialId: one.officialId,
    title: one.title,
    family: one.family,
    name: `${one.title} ${one.name}`,
  }));
};
