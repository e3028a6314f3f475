/** Workers open at most six connections at once in production; locally nothing enforces it, so this does. */
export const IN_FLIGHT = 6;

/** Does the work for every item, at most `most` at once; answers in the order of the items. */
export const inFlight = async <T, R>(
  most: number,
  items: T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  return results;
};

/** Lets one piece of work go on, or keeps it until another is done. */
export type Lanes = <R>(work: () => Promise<R>) => Promise<R>;

/** Lanes that several share: no more than `most` pieces of work go on at once, first come first served. */
export const lanesOf = (most: number): Lanes => {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};
