/** What staff asks of the slice above it: the places that a regional president or a partner belongs to. */
export interface Places {
  regions(): Promise<{ id: string; name: string }[]>;
  organizations(): Promise<{ id: string; name: string }[]>;
}

declare module '../platform/world.ts' {
  interface World {
    places: Places;
  }
}
