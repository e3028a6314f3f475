/** What the deliveries of a closed alert cost and whom they reached, from the rows themselves. */
export interface Measured {
  priceMicros: number;
  priced: number;
  unpriced: number;
}
export interface AlertCost {
  amountCents: number;
  /** True until the carrier has told the price of every message that it took. */
  estimated: boolean;
}

const MICROS_PER_CENT = 10_000n;

/**
 * The expense of a closed alert: the carrier's fractions of a cent summed and rounded once, half a cent up. Where
 * prices are missing, the known average stands for them, and the amount says that it is an estimate.
 * @param rateMicros price of one message where nothing is known yet, in whole millionths of a dollar
 */
export const alertCost = (measured: Measured, rateMicros: number): AlertCost => {
  const [known, priced, unpriced] = [measured.priceMicros, measured.priced, measured.unpriced].map(
    BigInt,
  ) as [bigint, bigint, bigint];
  // The average is kept as a fraction, since rounding it first would round twice.
  const whole = priced > 0n ? known * (priced + unpriced) : unpriced * BigInt(Math.round(rateMicros));
  const parts = (priced > 0n ? priced : 1n) * MICROS_PER_CENT;
  return { amountCents: Number((2n * whole + parts) / (2n * parts)), estimated: unpriced > 0n };
};
