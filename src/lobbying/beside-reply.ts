import { officialsOfMember } from '../legislature/index.ts';
import { localDate } from '../platform/days.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { association, currentPosition, officialsInOffice } from './queries.ts';
import type { Beside } from './read-contact.ts';

interface Written {
  memberId: string;
  billId: string | null;
  billNumber: string | null;
  zone: string | null;
  contacted: number;
  receivedAt: number;
}

/** What is known beside the words of a member's reply: their officials, everybody in office, our position, their day. */
export const besideReply = async (world: World, reply: Written): Promise<Beside> => {
  const [mine, inOffice, settings, network] = await Promise.all([
    officialsOfMember(world, reply.memberId),
    world.db.all(officialsInOffice, {}),
    networkSettings(world),
    world.db.first(association, {}),
  ]);
  const stands =
    reply.billId && network
      ? await world.db.first(currentPosition, { billId: reply.billId, organizationId: network.id })
      : null;
  const own = new Set(mine.map(({ officialId }) => officialId));
  return {
    own: inOffice.filter(({ officialId }) => own.has(officialId)),
    others: inOffice.filter(({ officialId }) => !own.has(officialId)),
    position: stands?.position ?? null,
    bill: reply.billNumber,
    today: localDate(reply.receivedAt, reply.zone ?? settings.zone),
    contacted: reply.contacted === 1,
  };
};
