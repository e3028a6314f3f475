import { setFiler } from '../lobbying/index.ts';
import { addOrganization } from '../people/index.ts';
import { SYSTEM, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import {
  addStaff,
  createApiKey,
  listApiKeys,
  listStaff,
  oneTimeSignInLink,
  revokeApiKey,
  saveNetworkSettings,
} from '../staff/index.ts';
import { localDate } from '../platform/days.ts';
import { buildDemo, filesFrom } from './build.ts';
import { members, staff, staffEmail } from './cast.ts';
import { must } from './must.ts';
import { firstStaff } from './queries.ts';
import type { Network } from './networks.ts';

const ZONE = 'America/Denver';
const KEY_NAME = 'npm start';
const owner = { name: staff[0].name, email: staffEmail(staff[0].name) };

/** What a local network tells the command that starts it. */
export interface Begun {
  signInLink: string;
  apiKey: string;
  /** Who has a phone or a mailbox, for the exchange's page. */
  people: { name: string; phone: string | null; email: string | null }[];
  /** True where the network was made just now. */
  fresh: boolean;
}

/**
 * Begins a local network: its owner where there is none, its association and the demo where they are asked for, then a
 * link to sign in once and a fresh API key. Safe at every start.
 */
export const begin = async (world: World, network: Network): Promise<Begun> => {
  const known = await world.db.first(firstStaff, {});
  const ownerId = known?.id ?? (await must(addStaff(world, SYSTEM, { ...owner, role: 'owner' }))).id;
  const who: Who = { kind: 'staff', id: ownerId, name: known?.name ?? owner.name, role: 'owner' };
  if (!known && network !== 'bare') {
    await must(
      saveNetworkSettings(world, who, {
        networkName: 'Treasure State Legislative Network',
        shortName: 'TSLN',
        zone: ZONE,
        state: 'MT',
        selfApproval: false,
        mailFromName: 'Treasure State Legislative Network',
        postalAddress: '100 Demo Street, Helena, MT 59601',
        helpText:
          'TSLN: legislative alerts for member superintendents. Call 406-555-0198. Reply STOP to end.',
      }),
    );
    const { id: associationId } = await must(
      addOrganization(world, who, {
        name: 'Treasure State Association of School Leaders',
        shortName: 'TSASL',
        kind: 'association',
        taxStatus: '501c6',
      }),
    );
    const today = localDate(world.clock.now(), ZONE);
    const fromOn = network === 'demo' ? filesFrom(today) : '2026-01-01';
    for (const regime of ['mt', 'ms'] as const)
      await must(setFiler(world, who, { organizationId: associationId, regime, fromOn }));
    if (network === 'demo') await buildDemo(world, who, associationId);
  }
  const keys = await must(listApiKeys(world, who, {}));
  for (const key of keys)
    if (key.name === KEY_NAME && key.revokedAt === null) await must(revokeApiKey(world, who, { id: key.id }));
  const { key } = await must(createApiKey(world, who, { name: KEY_NAME, scopes: ['*'] }));
  const { staff: people } = await must(listStaff(world, who, {}));
  return {
    signInLink: await must(oneTimeSignInLink(world, ownerId)),
    apiKey: key,
    people: [
      ...people.map((one) => ({ name: one.name, phone: one.phone, email: one.email })),
      ...(network === 'demo'
        ? members.map((one) => ({
            name: `${one.first} ${one.last}`,
            phone: one.phone === '' ? null : `+1${one.phone.replaceAll(/\D/g, '')}`,
            email: one.email === '' ? null : one.email,
          }))
        : []),
    ],
    fresh: !known,
  };
};
