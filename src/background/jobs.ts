import * as z from 'zod';
import { archiveJobs } from '../archive/index.ts';
import { consoleJobs, keepDead, type DeadLetter } from '../console/index.ts';
import {
  deliveryBatches,
  deliveryJobs,
  IN_FLIGHT,
  inFlight,
  lanesOf,
  pageShape,
  sendPage,
} from '../delivery/index.ts';
import { legislatureJobs } from '../legislature/index.ts';
import { lobbyingJobs } from '../lobbying/index.ts';
import { change } from '../platform/statement.ts';
import { deleteOutbox, noteProblem } from '../platform/outbox.ts';
import { withheld } from '../platform/personal.ts';
import type { World } from '../platform/world.ts';
import { repliesJobs } from '../replies/index.ts';
import { keepRaw } from './keep-raw.ts';

/** Every job one at a time: its kind and the verb that does it. Each is safe to run twice, late and out of order. */
const JOBS: Record<string, (world: World, body: Record<string, string | number | null>) => Promise<unknown>> =
  {
    ...deliveryJobs,
    ...repliesJobs,
    ...legislatureJobs,
    ...lobbyingJobs,
    ...consoleJobs,
    ...archiveJobs,
  };

/** Events that are applied many at once: kind → what applies a list of their bodies. */
const BATCHES: Record<string, (world: World, bodies: unknown[]) => Promise<unknown>> = deliveryBatches;

const jobShape = z.object({ kind: z.string(), id: z.string().optional(), body: z.unknown() });
type SomeJob = z.output<typeof jobShape>;
interface Item {
  message: Message;
  job: SomeJob;
}

/** `max_retries` of both queues in wrangler.toml is 5, and the first try is none of them. */
const LAST_TRY = 6;
/** Pages sent side by side. */
const AT_ONCE = 2;
/** From this try on a batch that failed whole is applied one by one, so that one bad message holds up no neighbour. */
const ALONE_FROM_TRY = 3;

const because = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');
const later = (message: Message) => message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });

/** What is known of a message that cannot be done, for those who look at it later. */
const letterOf = (queue: string, message: Message, problem: string | null): DeadLetter => {
  const { id, attempts } = message;
  const job = jobShape.safeParse(message.body).data;
  const page = pageShape.safeParse(message.body).data;
  if (job) return { id, attempts, problem, queue: 'events', kind: job.kind, body: job.body };
  if (page) return { id, attempts, problem, queue: 'deliveries', kind: 'page', body: page };
  const size = JSON.stringify(message.body)?.length ?? 0;
  const note = `It cannot be read: ${size} characters.`;
  return {
    id,
    attempts,
    problem: note,
    queue: queue.startsWith('deliveries') ? 'deliveries' : 'events',
    kind: 'unreadable',
    body: {},
  };
};

/**
 * What failed is tried again. After its last try it is kept for a person; where the database refuses that too, the
 * queue moves it to its dead-letter queue. Jobs of the outbox are not kept here: a clock hands them out for a day.
 */
const failed = async (world: World, queue: string, message: Message, error: unknown): Promise<void> => {
  const outboxId = jobShape.safeParse(message.body).data?.id;
  try {
    if (outboxId) {
      await world.db.record([change(noteProblem, { id: outboxId, problem: withheld(because(error)) })]);
    } else if (message.attempts >= LAST_TRY) {
      await keepDead(world, [letterOf(queue, message, because(error))]);
      world.log.fault('job.dead', error, { queue, attempts: message.attempts });
      message.ack();
      return;
    }
  } catch (second) {
    world.log.fault('job.not_kept', second, { queue });
  }
  later(message);
};

/** Applies events of one kind together; a bad one among them only by itself. */
const applyBatch = async (world: World, queue: string, kind: string, items: Item[], done: string[]) => {
  const apply = BATCHES[kind];
  const settled = ({ message, job }: Item) => {
    if (job.id) done.push(job.id);
    message.ack();
  };
  try {
    await apply?.(
      world,
      items.map(({ job }) => job.body),
    );
    items.forEach(settled);
  } catch (error) {
    world.log.fault('job.failed', error, { kind, messages: items.length });
    for (const item of items) {
      if (items.length === 1 || item.message.attempts < ALONE_FROM_TRY) {
        await failed(world, queue, item.message, error);
        continue;
      }
      try {
        await apply?.(world, [item.job.body]);
        settled(item);
      } catch (own) {
        await failed(world, queue, item.message, own);
      }
    }
  }
};

/**
 * Takes a batch of the events queue. Never throws: locally a thrown batch comes again whole, also what was
 * acknowledged. Each message is acknowledged or retried on its own.
 */
export const takeEvents = async (world: World, batch: MessageBatch): Promise<void> => {
  const done: string[] = [];
  const lists = new Map<string, Item[]>();
  for (const message of batch.messages) {
    const job = jobShape.safeParse(message.body).data;
    const kind = job?.kind ?? '';
    if (!job || (!Object.hasOwn(JOBS, kind) && !Object.hasOwn(BATCHES, kind))) {
      world.log.info('job.unknown', { kind, attempts: message.attempts });
      await failed(world, batch.queue, message, new Error('This version knows no such job.'));
    } else if (Object.hasOwn(BATCHES, kind)) {
      const list = lists.get(kind);
      if (list) list.push({ message, job });
      else lists.set(kind, [{ message, job }]);
    } else {
      try {
        await JOBS[kind]?.(world, job.body as Record<string, string | number | null>);
        if (job.id) done.push(job.id);
        message.ack();
      } catch (error) {
        world.log.fault('job.failed', error, { kind, attempts: message.attempts });
        await failed(world, batch.queue, message, error);
      }
    }
  }
  await keepRaw(
    world,
    [...lists.values()].flat().map(({ job: { kind, body } }) => ({ kind, body })),
  );
  for (const [kind, items] of lists) await applyBatch(world, batch.queue, kind, items, done);
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
  // Side by side over the same lanes: while one page claims or records, another posts.
  const lanes = lanesOf(IN_FLIGHT);
  const take = async (message: Message) => {
    const page = pageShape.safeParse(message.body);
    if (!page.success) {
      world.log.info('page.unknown', { attempts: message.attempts });
      await failed(world, batch.queue, message, new Error('This is no page of deliveries.'));
      return;
    }
    try {
      await sendPage(world, page.data, lanes);
      message.ack();
    } catch (error) {
      world.log.fault('page.failed', error, { fromId: page.data.fromId, toId: page.data.toId });
      await failed(world, batch.queue, message, error);
    }
  };
  await inFlight(AT_ONCE, [...batch.messages], take);
};

/**
 * Takes what came too often and could not be kept then: stored for a person, and only then acknowledged. Jobs of the
 * outbox are let go: a clock hands them out again.
 */
export const takeDead = async (world: World, batch: MessageBatch): Promise<void> => {
  const letters: { message: Message; letter: DeadLetter }[] = [];
  for (const message of batch.messages) {
    const letter = letterOf(batch.queue, message, null);
    world.log.fault('job.dead', new Error(`A message of ${batch.queue} was given up.`), {
      kind: letter.kind,
    });
    if (jobShape.safeParse(message.body).data?.id) message.ack();
    else letters.push({ message, letter: { ...letter, attempts: LAST_TRY } });
  }
  try {
    await keepDead(
      world,
      letters.map(({ letter }) => letter),
    );
    for (const { message } of letters) message.ack();
  } catch (error) {
    world.log.fault('job.not_kept', error, { queue: batch.queue, messages: letters.length });
    for (const { message } of letters) message.retry({ delaySeconds: 300 });
  }
};
