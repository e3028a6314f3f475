import { memberOfToken } from '../people/index.ts';
import { readToken, signToken } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { ownMember, ownPoints } from './code-queries.ts';

const OPEN = 'member.settings.open';
const FORM = 'member.settings.form';
/** How long a code keeps the page open in the browser that it was typed into. */
export const OPEN_SECONDS = 30 * 60;
/** Sent back faster than a person reads and taps: programs that check links press buttons too. */
const TOO_QUICK_MS = 2_000;

/** Whose settings an address leads to; null where it is not ours, or the member was erased. */
export const settingsVisit = async (world: World, token: string) => {
  const memberId = await memberOfToken(world, token);
  const member = memberId === null ? null : await world.db.first(ownMember, { memberId });
  if (memberId === null || !member || member.erasedAt !== null) return null;
  return { token, memberId, member, points: await world.db.all(ownPoints, { memberId }) };
};
export type SettingsVisit = NonNullable<Awaited<ReturnType<typeof settingsVisit>>>;

/** The cookie's value that keeps a member's settings open. */
export const openPass = (world: World, memberId: string): Promise<string> =>
  signToken(world.settings.linkSecrets[0], OPEN, `${memberId} ${world.clock.now() + OPEN_SECONDS * 1000}`);

/** Whether a browser has typed a code for this member in the last half hour. */
export const isOpen = async (world: World, memberId: string, pass: string | undefined): Promise<boolean> => {
  const payload = pass ? await readToken(world.settings.linkSecrets, OPEN, pass) : null;
  const [id, until] = payload?.split(' ') ?? [];
  return id === memberId && Number(until) > world.clock.now();
};

/** The hidden value of the form that asks for a code. */
export const signAsking = (world: World, memberId: string): Promise<string> =>
  signToken(world.settings.linkSecrets[0], FORM, `${memberId} ${world.clock.now()}`);

/** Whether a form that asks for a code was shown by us and came back as a person sends it. */
export const askedByPerson = async (
  world: World,
  memberId: string,
  value: string | undefined,
): Promise<boolean> => {
  const payload = value ? await readToken(world.settings.linkSecrets, FORM, value) : null;
  const [id, at] = payload?.split(' ') ?? [];
  return id === memberId && world.clock.now() - Number(at) >= TOO_QUICK_MS;
};
