import { microsToCents } from '../platform/money.ts';

/** What the deliveries of a closed alert cost and whom they reached, from the rows themselves. */
export interface Measured {
  priceMicros: number;
  priced: number;
  unpriced: number;
  members: number;
  nonMembers: number;
}
export interface AlertCost {
  amountCents: number;
  /** True until the carrier has told the price of every message that it took. */
  estimated: boolean;
}

/**
 * The expense of a closed alert: the carrier's fractions of a cent summed and rounded once. Where prices are
 * missing, the known average stands for them, and the amount says that it is an estimate.
 * @param rateMicros price of one message where nothing is known yet
 */
export const alertCost = (measured: Measured, rateMicros: number): AlertCost => {
  const each = measured.priced > 0 ? measured.priceMicros / measured.priced : rateMicros;
  return {
    amountCents: microsToCents(Math.round(measured.priceMicros + measured.unpriced * each)),
    estimated: measured.unpriced > 0,
  };
};
