import type { NetworkSettings } from './network-settings.ts';

/** What staff asks of the slice above it: the places that a regional president or a partner belongs to. */
export interface Places {
  regions(): Promise<{ id: string; name: string }[]>;
  organizations(): Promise<{ id: string; name: string }[]>;
}

declare module '../platform/world.ts' {
  interface World {
    places: Places;
    /** The settings of the network, where the look-up of who is signed in has read them for this request. */
    network?: NetworkSettings;
  }
}
