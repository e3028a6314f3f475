import * as z from 'zod';
import { deliveryBatches, deliveryJobs, pageShape, sendPage } from '../delivery/index.ts';
import { lobbyingJobs } from '../lobbying/index.ts';
import { change } from '../platform/statement.ts';
import { deleteOutbox } from '../platform/outbox.ts';
import type { World } from '../platform/world.ts';
import { repliesJobs } from '../replies/index.ts';

/** Every job one at a time: its kind and the verb that does it. Each is safe to run twice, late and out of order. */
const JOBS: Record<string, (world: World, body: Record<string, string | number | null>) => Promise<unknown>> =
  {
    ...deliveryJobs,
    ...repliesJobs,
    ...lobbyingJobs,
  };

/** Events that are applied many at once: kind → what applies a list of their bodies. */
const BATCHES: Record<string, (world: World, bodies: unknown[]) => Promise<unknown>> = deliveryBatches;

const jobShape = z.object({ kind: z.string(), id: z.string().optional(), body: z.unknown() });

/**
 * Takes a batch of the events queue. Never throws: locally a thrown batch comes again whole, also what was
 * acknowledged. Each message is acknowledged or retried on its own.
 */
export const takeEvents = async (world: World, batch: MessageBatch): Promise<void> => {
  const done: string[] = [];
  const lists = new Map<string, { message: Message; body: unknown }[]>();
  for (const message of batch.messages) {
    const job = jobShape.safeParse(message.body);
    const kind = job.success ? job.data.kind : '';
    if (!job.success || (!JOBS[kind] && !BATCHES[kind])) {
      world.log.info('job.unknown', { kind, attempts: message.attempts });
      message.retry();
    } else if (BATCHES[kind]) {
      lists.set(kind, [...(lists.get(kind) ?? []), { message, body: job.data.body }]);
    } else {
      try {
        await JOBS[kind]?.(world, job.data.body as Record<string, string | number | null>);
        if (job.data.id) done.push(job.data.id);
        message.ack();
      } catch (error) {
        world.log.fault('job.failed', error, { kind, attempts: message.attempts });
        message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });
      }
    }
  }
  for (const [kind, items] of lists) {
    try {
      await BATCHES[kind]?.(
        world,
        items.map((item) => item.body),
      );
      for (const { message } of items) message.ack();
    } catch (error) {
      world.log.fault('job.failed', error, { kind, messages: items.length });
      for (const { message } of items) message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });
    }
  }
  if (done.length > 0) {
    try {
      await world.db.record([change(deleteOutbox, { ids: done })]);
    } catch (error) {
      world.log.fault('outbox.not_cleared', error, { jobs: done.length });
    }
  }
};

/** Takes pages of deliveries to send: ranges of ids, nothing personal. */
export const takePages = async (world: World, batch: MessageBatch): Promise<void> => {
  for (const message of batch.messages) {
    const page = pageShape.safeParse(message.body);
    if (!page.success) {
      world.log.info('page.unknown', { attempts: message.attempts });
      message.retry();
      continue;
    }
    try {
      await sendPage(world, page.data);
      message.ack();
    } catch (error) {
      world.log.fault('page.failed', error, { fromId: page.data.fromId, toId: page.data.toId });
      message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });
    }
  }
};

/** What came too often: kept in the log as a fault, so that an alarm can be set on it. */
export const takeDead = (world: World, batch: MessageBatch): void => {
  for (const message of batch.messages) {
    const job = jobShape.safeParse(message.body);
    world.log.fault('job.dead', new Error(`A message of ${batch.queue} was given up.`), {
      kind: job.success ? job.data.kind : 'page',
    });
    message.ack();
  }
};
