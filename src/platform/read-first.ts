import { readToken, signToken } from './tokens.ts';
import type { World } from './world.ts';

/** Nobody reads a page and taps sooner; programs that check links in mail post what they find at once. */
const READS_MS = 3_000;
/** Somebody who is asked once more has read it before. */
const AGAIN_MS = 1_500;

/** What a person is told who was quicker than that. */
export const ONCE_MORE =
  'Press once more to confirm. Programs that check mail press buttons too, so nothing was done yet.';

/**
 * The hidden value of a form behind a link: for which link it was shown, and when.
 * @param again it is shown to ask once more
 */
export const signShown = (world: World, link: string, again = false): Promise<string> =>
  signToken(world.settings.linkSecrets[0], 'form.shown', `${world.clock.now()} ${again ? 1 : 0} ${link}`);

/** Whether a form was shown by us for this link, and long enough ago for a person to have read it. */
export const wasRead = async (world: World, link: string, value: string | undefined): Promise<boolean> => {
  const payload = value ? await readToken(world.settings.linkSecrets, 'form.shown', value) : null;
  const [at, again, of] = payload?.split(' ') ?? [];
  return of === link && world.clock.now() - Number(at) >= (again === '1' ? AGAIN_MS : READS_MS);
};
