import { currentConsentText } from '../people/index.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { readJoinToken } from './join-link.ts';
import { contactPointById } from './queries.ts';

/** What the page of an invitation shows: the number's last two digits, its state, and the wording in force. */
export const joinOf = async (world: World, token: string) => {
  const whom = await readJoinToken(world, token);
  const [settings, point] = await Promise.all([
    networkSettings(world),
    whom && world.db.first(contactPointById, { id: whom.contactPointId }),
  ]);
  const own = point && point.memberId === whom?.memberId && point.memberState === 'active' ? point : null;
  const open = own?.state === 'active' || own?.state === 'unconsented' ? own.state : ('stopped' as const);
  return {
    whom: own && whom,
    network: settings.networkName,
    state: own ? open : ('dead' as const),
    ending: own?.address.slice(-2) ?? '',
    consent: await currentConsentText(world, settings.networkName),
  };
};
