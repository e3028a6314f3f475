import worker, { Pacer as RealPacer } from '../../src/index.ts';
import { countedDb, type Counts, type Ran } from './counted-db.ts';

/** What the Worker asked of the platform since it was last reset; answered at `/_bench/counts`. */
const counts: Counts & Record<'queueMessages' | 'queueReads' | 'pacerCalls' | 'files' | 'requests', number> =
  {
    statements: 0,
    rowsWritten: 0,
    rowsRead: 0,
    queueMessages: 0,
    queueReads: 0,
    pacerCalls: 0,
    files: 0,
    requests: 0,
  };

/** The statement that wrote the most: the plan of an alert to many. */
let largest: Ran = { sql: '', values: [], rowsWritten: 0, rowsRead: 0 };
const heard = (ran: Ran) => {
  if (ran.rowsWritten > largest.rowsWritten) largest = ran;
};

const countedQueue = (queue: Queue): Queue =>
  new Proxy(queue, {
    get(target, name) {
      if (name === 'sendBatch')
        return (messages: MessageSendRequest[], options?: QueueSendBatchOptions) => {
          counts.queueMessages += messages.length;
          return target.sendBatch(messages, options);
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const countedFiles = (files: R2Bucket): R2Bucket =>
  new Proxy(files, {
    get(target, name) {
      if (name === 'put' || name === 'list') counts.files += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const countedPacers = (pacers: Env['PACER']) =>
  ({
    idFromName: (name: string) => pacers.idFromName(name),
    get: (id: DurableObjectId) => {
      counts.pacerCalls += 1;
      return pacers.get(id);
    },
  }) as Env['PACER'];

// Settings are parsed once for each environment, so each gets one counted twin.
const twins = new WeakMap<object, Env>();
const counted = (env: Env): Env => {
  const known = twins.get(env);
  if (known) return known;
  const twin = {
    ...env,
    DB: countedDb(env.DB, counts, heard),
    DELIVERIES: countedQueue(env.DELIVERIES),
    EVENTS: countedQueue(env.EVENTS),
    FILES: countedFiles(env.FILES),
    PACER: countedPacers(env.PACER),
  };
  twins.set(env, twin);
  return twin;
};

export class Pacer extends RealPacer {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, { ...env, DB: countedDb(env.DB, counts) });
  }
}

/** The Worker as it is, over bindings that count. */
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === '/_bench/counts') return Response.json(counts);
    if (pathname === '/_bench/largest') return Response.json(largest);
    counts.requests += 1;
    return worker.fetch(request, counted(env), ctx);
  },
  async queue(batch, env) {
    counts.queueReads += batch.messages.length;
    await worker.queue(batch, counted(env));
  },
  async email(message, env) {
    await worker.email(message, counted(env));
  },
  async scheduled(event, env) {
    await worker.scheduled(event, counted(env));
  },
} satisfies ExportedHandler<Env>;
