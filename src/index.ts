import { serve } from './app.tsx';
import { takeDead, takeEvents, takePages } from './background/jobs.ts';
import { takeMail } from './background/post.ts';
import { ringClock } from './background/schedule.ts';
import { buildWorld, enqueueJobs } from './world.ts';

export { Pacer } from './delivery/pacer.ts';

const QUEUES: Record<
  string,
  (world: ReturnType<typeof buildWorld>, batch: MessageBatch) => Promise<void> | void
> = {
  deliveries: takePages,
  events: takeEvents,
  'deliveries-dead': takeDead,
  'events-dead': takeDead,
};

export default {
  fetch: serve,
  async queue(batch, env) {
    await QUEUES[batch.queue]?.(buildWorld(env), batch);
  },
  async scheduled(event, env) {
    await ringClock(buildWorld(env), event.cron, enqueueJobs(env));
  },
  async email(message, env) {
    await takeMail(buildWorld(env), message);
  },
} satisfies ExportedHandler<Env>;
