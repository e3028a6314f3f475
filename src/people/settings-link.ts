import { readToken, signToken } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';

const PURPOSE = 'member.settings';

/** The token of a member's settings page. Alone it shows nothing: the page asks for a code sent to the member. */
export const settingsToken = (world: World, memberId: string): Promise<string> =>
  signToken(world.settings.linkSecrets[0], PURPOSE, memberId);

/** The address of a member's settings page. */
export const settingsLink = async (world: World, memberId: string): Promise<string> =>
  `${world.settings.publicUrl}/me/${await settingsToken(world, memberId)}`;

/** Whose settings a token leads to, or null where it is not ours. */
export const memberOfToken = (world: World, token: string): Promise<string | null> =>
  readToken(world.settings.linkSecrets, PURPOSE, token);
