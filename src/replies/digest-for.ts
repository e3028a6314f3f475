import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { digestOf } from './queries.ts';

/** What mail of the inbox a person wants each morning. */
export const digestFor = async (world: World, who: Who): Promise<'off' | 'mine' | 'all'> =>
  (await world.db.first(digestOf, { staffId: who.id }))?.which ?? 'off';
