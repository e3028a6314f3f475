import type { PacerPort } from '../platform/world.ts';
import type { Pacer } from './pacer.ts';

/** The Pacers as the World has them. @param namespace the `PACER` binding */
export const pacerPort = (namespace: DurableObjectNamespace<Pacer>): PacerPort => {
  const of = (senderId: string) => namespace.get(namespace.idFromName(senderId));
  return {
    lease: (senderId, ask) => of(senderId).lease(senderId, ask),
    release: async (senderId, claimId, ids, told = []) => {
      if (!(await of(senderId).release(claimId, ids, told)))
        throw new Error('This claim was given up as dead; nothing may be posted under it.');
    },
    released: (senderId, claimId) => of(senderId).released(claimId),
    told: (senderId, claimId) => of(senderId).told(claimId),
    finish: (senderId, claimId) => of(senderId).finish(claimId),
    giveBack: (senderId, lease) => of(senderId).giveBack(lease),
    hold: (senderId, hold) => of(senderId).hold(hold),
    releaseHold: (senderId) => of(senderId).releaseHold(),
    usage: (senderId) => of(senderId).usage(senderId),
  };
};
