import type { Page, World } from '../platform/world.ts';
import { LEASE_AT_MOST } from './pace.ts';

type Lease = Awaited<ReturnType<World['pacer']['lease']>>;

/** What may go of a page now: lease after lease, while the only thing that binds is how large one may be. */
export const leasesFor = async (world: World, sender: string, page: Required<Page>): Promise<Lease[]> => {
  const leases: Lease[] = [];
  for (let left = page.segments, full = true; left > 0 && full;) {
    const lease = await world.pacer.lease(sender, { segments: left, urgent: page.urgent });
    leases.push(lease);
    left -= lease.granted;
    full = lease.granted === LEASE_AT_MOST;
  }
  return leases;
};

/** Gives back what nobody was there for, the last lease first: others need not wait for that. */
export const giveBackUnused = async (
  world: World,
  sender: string,
  leases: Lease[],
  unused: number,
): Promise<void> => {
  let left = unused;
  for (const { at, granted } of leases.toReversed()) {
    const segments = Math.min(left, granted);
    if (segments > 0 && at !== undefined) await world.pacer.giveBack(sender, { at, segments });
    left -= segments;
  }
};
