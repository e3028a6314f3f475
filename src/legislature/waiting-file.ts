import { sha256 } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';

const keyOf = (hash: string) => `imports/legislature/${hash}`;

/** Keeps a file that was looked at until it is confirmed. @returns the hash under which it waits */
export const keepWaiting = async (world: World, content: string): Promise<string> => {
  const hash = await sha256(content);
  await world.files.put(keyOf(hash), content, 'text/plain');
  return hash;
};

/** The file that waits under a hash, or null. */
export const waitingFile = async (world: World, hash: string): Promise<string | null> => {
  const bytes = /^[0-9a-f]{64}$/.test(hash) ? await world.files.get(keyOf(hash)) : null;
  return bytes && new TextDecoder().decode(bytes);
};
