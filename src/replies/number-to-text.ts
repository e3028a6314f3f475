import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { senderNumber } from './queries.ts';

/** The number that people may text JOIN or START to, E.164; null until it is known. */
export const numberToText = async (world: World): Promise<string | null> => {
  const { smsSenderId } = await networkSettings(world);
  return (await world.db.first(senderNumber, { id: smsSenderId }))?.address ?? null;
};
