import { Killed, type Process } from './process.ts';

export type QueueName = 'deliveries' | 'events';
interface Entry {
  id: string;
  body: unknown;
  attempts: number;
  visibleAt: number;
}
/** What a queue does when its consumer throws after it acknowledged: keep the word, or forget it. */
export type Manners = 'production' | 'local';

const MAX_RETRIES = 5;

/** Queues as lists: whoever drives decides what comes when, in which order and how often. */
export const openQueues = (now: () => number) => {
  let made = 0;
  const waiting: Record<QueueName, Entry[]> = { deliveries: [], events: [] };
  const dead: Record<QueueName, Entry[]> = { deliveries: [], events: [] };
  const again = (queue: QueueName, entry: Entry, delaySeconds = 0) => {
    if (entry.attempts >= MAX_RETRIES + 1) dead[queue].push(entry);
    else waiting[queue].push({ ...entry, visibleAt: now() + delaySeconds * 1000 });
  };
  return {
    waiting,
    dead,
    send(queue: QueueName, bodies: unknown[], delaySeconds = 0) {
      for (const body of bodies)
        waiting[queue].push({
          id: `m${(made += 1)}`,
          body: structuredClone(body),
          attempts: 0,
          visibleAt: now() + delaySeconds * 1000,
        });
    },
    visible: (queue: QueueName) => waiting[queue].filter((one) => one.visibleAt <= now()),
    /** When the next message comes; never: Infinity. */
    next: (): number => Math.min(...[...waiting.deliveries, ...waiting.events].map((one) => one.visibleAt)),
    /** Takes messages out and gives them to a consumer as one batch. @param copy leaves them in: a second delivery */
    async deliver(
      queue: QueueName,
      entries: Entry[],
      process: Process,
      consume: (batch: MessageBatch) => Promise<void> | void,
      how: { manners?: Manners; copy?: boolean } = {},
    ): Promise<void> {
      if (!how.copy) waiting[queue] = waiting[queue].filter((one) => !entries.includes(one));
      const said = new Map<string, { ack: true } | { retry: number }>();
      const taken = entries.map((one) => ({ ...one, attempts: one.attempts + 1 }));
      const batch = {
        queue,
        messages: taken.map((one) => ({
          id: one.id,
          body: structuredClone(one.body),
          attempts: one.attempts,
          timestamp: new Date(now()),
          ack: () => void said.set(one.id, { ack: true }),
          retry: ({ delaySeconds = 0 } = {}) => void said.set(one.id, { retry: delaySeconds }),
        })),
        ackAll: () => undefined,
        retryAll: () => undefined,
      } as unknown as MessageBatch;
      let threw = false;
      try {
        await consume(batch);
      } catch (error) {
        if (!(error instanceof Killed) && !process.dead() && how.manners === undefined) throw error;
        threw = true;
      }
      // A copy that is done changes nothing of the original: it stays, or is gone already.
      if (how.copy) return;
      for (const one of taken) {
        const word = said.get(one.id);
        // What an evicted consumer had said never reached the queue; locally neither what a throwing one said.
        if (process.dead() || (threw && (how.manners === 'local' || !word))) again(queue, one);
        else if (word && 'retry' in word) again(queue, one, word.retry);
      }
    },
  };
};
