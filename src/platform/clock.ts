/** The time. Fixed in tests. */
export interface Clock {
  /** ms UTC */
  now(): number;
}
export const systemClock: Clock = { now: () => Date.now() };
