import * as z from 'zod';
import { readToken, signToken } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';

const PURPOSE = 'join';
const DAYS = 60;
const payload = z.tuple([z.string(), z.string(), z.number()]);

/** The address of the page on which one member agrees to texts at one number. Good for 60 days. */
export const joinLink = async (world: World, memberId: string, contactPointId: string): Promise<string> => {
  const until = world.clock.now() + DAYS * 24 * 3_600_000;
  const token = await signToken(
    world.settings.linkSecrets[0],
    PURPOSE,
    JSON.stringify([memberId, contactPointId, until]),
  );
  return `${world.settings.publicUrl}/join/${token}`;
};

/** Whom a link is for, or null where we did not sign it or its time is over. */
export const readJoinToken = async (world: World, token: string) => {
  const text = await readToken(world.settings.linkSecrets, PURPOSE, token);
  const read = payload.safeParse(text === null ? null : parsed(text)).data;
  return read && read[2] > world.clock.now() ? { memberId: read[0], contactPointId: read[1] } : null;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
