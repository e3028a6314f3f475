/** A number that was given, and how often. */
export interface Given {
  value: number;
  count: number;
}

/** What numbers given come to. @property spread the standard deviation of a sample; null of fewer than two */
export interface Summary {
  n: number;
  mean: number | null;
  spread: number | null;
}

/** How many gave a number, their mean, and how far they lie around it. */
export const summaryOf = (given: readonly Given[]): Summary => {
  const n = given.reduce((sum, one) => sum + one.count, 0);
  if (n === 0) return { n, mean: null, spread: null };
  const mean = given.reduce((sum, one) => sum + one.value * one.count, 0) / n;
  const squares = given.reduce((sum, one) => sum + (one.value - mean) ** 2 * one.count, 0);
  return { n, mean, spread: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
};

/** A pair of numbers of one person, and of how many. */
export interface Pair {
  before: number;
  after: number;
  count: number;
}

/** Those who answered both: their means, the mean of how far each moved, and how many went up, stayed and went down. */
export const changeOf = (pairs: readonly Pair[]) => {
  const counted = (fits: (one: Pair) => boolean) =>
    pairs.filter(fits).reduce((sum, one) => sum + one.count, 0);
  const of = (value: (one: Pair) => number) =>
    summaryOf(pairs.map((one) => ({ value: value(one), count: one.count })));
  return {
    n: counted(() => true),
    before: of((one) => one.before),
    after: of((one) => one.after),
    moved: of((one) => one.after - one.before),
    up: counted((one) => one.after > one.before),
    same: counted((one) => one.after === one.before),
    down: counted((one) => one.after < one.before),
  };
};
