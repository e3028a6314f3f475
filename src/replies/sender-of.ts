import type { RowOf } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { peopleAt, type replyById } from './queries.ts';

export type Reply = RowOf<typeof replyById>;

/** The member who wrote a reply. */
export interface Sender {
  memberId: string;
  contactPointId: string;
  /** False for a number that was stopped: it gets no text, and its YES asks for texts again and is no answer. */
  mayHear: boolean;
}

/** Whose reply it is, or the word for why only a person can say. */
export const senderOf = async (world: World, reply: Reply): Promise<Sender | string> => {
  const people = await world.db.all(peopleAt, { addressHash: reply.addressHash, at: reply.receivedAt });
  if (reply.channel === 'email') {
    const own = people.find(({ memberId }) => memberId === reply.memberId);
    // A probable one is new only where the network counts those.
    return own && (reply.trust === 'verified' || reply.trust === 'probable')
      ? { ...own, mayHear: true }
      : reply.trust;
  }
  if (people.length === 0) return 'unknown';
  const asked = people.filter((one) => one.asked === 1);
  const one = people.length === 1 ? people[0] : asked.length === 1 ? asked[0] : undefined;
  return one ? { ...one, mayHear: one.state !== 'suppressed' && one.state !== 'invalid' } : 'shared_number';
};
