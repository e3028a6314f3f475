/** The time. Fixed in tests. */
export interface Clock {
  /** ms UTC */
  now(): number;
}

/** The machine's clock, moved by an offset in ms. */
export const systemClock = (offsetMs: number): Clock => ({ now: () => Date.now() + offsetMs });
