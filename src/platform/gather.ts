/** How long what has gathered waits for what is on its way; past this it no longer trusts that it ends. */
const LONGEST_MS = 50;

interface Gathering<T> {
  items: T[];
  since: number;
  sent: Promise<void>;
}

/**
 * Sends items of many requests together: while one lot is on its way the next gathers, so that a flood takes few
 * sends and a single item waits for nobody. Each caller is told how the send went that held its item.
 * @param most items in one send
 * @param keepGoing holds the request alive that sends for others, though its own caller may have gone
 */
export const gathered = <T>(
  send: (items: T[]) => Promise<void>,
  most: number,
  now: () => number,
  keepGoing: (work: Promise<void>) => void,
): ((item: T) => Promise<void>) => {
  let onItsWay: Promise<void> | null = null;
  let open: Gathering<T> | null = null;

  /** Sends the items once what went before has ended, well or not. */
  const sendAfter = (before: Promise<void> | null, items: T[], closed: () => void): Promise<void> => {
    const sent = (async () => {
      if (before) await Promise.race([before, new Promise((done) => setTimeout(done, LONGEST_MS))]);
      closed();
      await send(items);
    })();
    const ended = sent
      .catch(() => undefined)
      .finally(() => {
        if (onItsWay === ended) onItsWay = null;
      });
    onItsWay = ended;
    keepGoing(ended);
    return sent;
  };

  return (item) => {
    // A gathering whose request was cut off never leaves, so nobody joins one that is old.
    if (open && open.items.length < most && now() - open.since < 2 * LONGEST_MS) {
      open.items.push(item);
      return open.sent;
    }
    const items = [item];
    if (!onItsWay) return sendAfter(null, items, () => undefined);
    const mine: Gathering<T> = { items, since: now(), sent: Promise.resolve() };
    mine.sent = sendAfter(onItsWay, items, () => {
      if (open === mine) open = null;
    });
    open = mine;
    return mine.sent;
  };
};
