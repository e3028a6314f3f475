import type { Counts } from './worker.ts';

/** Published prices of the Workers Paid plan beyond what it includes, in US dollars. */
export const PRICES = {
  asOf: '2026-11',
  sources: [
    'https://developers.cloudflare.com/workers/platform/pricing/',
    'https://developers.cloudflare.com/durable-objects/platform/pricing/',
  ],
  perMillion: {
    workerRequests: 0.3,
    workerCpuMs: 0.02,
    d1RowsRead: 0.001,
    d1RowsWritten: 1,
    queueOperations: 0.4,
    durableObjectRequests: 0.15,
    durableObjectRowsWritten: 1,
    r2ClassA: 4.5,
  },
  /** A message of up to 64 KB is written, read and deleted. */
  operationsPerQueueMessage: 3,
} as const;

/** Assumed, since Miniflare does not tell: measured on one core as 1.2 ms for each text with its callback, at most. */
const CPU_MS_EACH = 1.5;

/**
 * The clock that asks what texts cost reads all rows of an alert, by the index and the table: every quarter of an
 * hour for six hours, every hour for a week, every day until two months are over. A price is written once.
 */
const PRICE_RUNS = 6 * 4 + (7 * 24 - 6) + (60 - 7);
const ROWS_READ_A_RUN = 2;

/** What the counted operations cost at the published prices, nothing of it included in a plan; carriers left out. */
export const costOf = (launch: Counts, send: Counts, recipients: number) => {
  const sum = (key: keyof Counts) => launch[key] + send[key];
  const { perMillion, operationsPerQueueMessage } = PRICES;
  const operations = {
    workerRequests: sum('requests') + sum('queueMessages'),
    workerCpuMs: recipients * CPU_MS_EACH,
    d1RowsRead: sum('rowsRead') + recipients * PRICE_RUNS * ROWS_READ_A_RUN,
    d1RowsWritten: sum('rowsWritten') + recipients,
    queueOperations: sum('queueMessages') * operationsPerQueueMessage,
    durableObjectRequests: sum('pacerCalls'),
    // A lease writes its ledger, a release its note, and a claim's end takes it away.
    durableObjectRowsWritten: sum('pacerCalls') * 2,
    r2ClassA: sum('files'),
  };
  const usd = Object.fromEntries(
    Object.entries(operations).map(([key, count]) => [
      key,
      (count * perMillion[key as keyof typeof perMillion] * 10_000) / recipients / 1_000_000,
    ]),
  );
  const total = Object.values(usd).reduce((all, one) => all + one, 0);
  return {
    usdPer10000: Number(total.toFixed(4)),
    byKind: Object.fromEntries(Object.entries(usd).map(([key, value]) => [key, Number(value.toFixed(5))])),
    assumed: {
      cpuMsPerRecipient: CPU_MS_EACH,
      clocks: `prices asked for ${PRICE_RUNS} times; the others run whether or not an alert is out`,
    },
    prices: PRICES,
  };
};

const CONNECTIONS = 6;
/** Cloudflare: a database works on one query at a time; at 1 ms each that is about a thousand a second. */
const D1_QUERIES_A_SECOND = 1_000;
const STATEMENTS_EACH = { send: 0.03, withTwoCallbacks: 0.06 };
/** Segments a second over all carriers. */
const CARRIERS = { tollFree: 3, '10dlcLow': 12, '10dlcHigh': 225, shortCode: 100 };

/** What production allows: consumers × 6 ÷ latency, unless D1 or the carriers allow less. */
export const capacity = () => ({
  model:
    'min(consumers × 6 ÷ latency, D1 statements a second ÷ statements each, the carriers’ segments a second)',
  d1PerSecond: {
    statementsASecond: D1_QUERIES_A_SECOND,
    sending: D1_QUERIES_A_SECOND / STATEMENTS_EACH.send,
    withTwoCallbacks: D1_QUERIES_A_SECOND / STATEMENTS_EACH.withTwoCallbacks,
  },
  carriersSegmentsPerSecond: CARRIERS,
  bySenders: [50, 100, 250].flatMap((latencyMs) =>
    [1, 2, 4, 8].map((consumers) => {
      const perSecond = Math.floor((consumers * CONNECTIONS * 1000) / latencyMs);
      return {
        latencyMs,
        consumers,
        perSecond,
        serves: Object.entries(CARRIERS)
          .filter(([, segments]) => segments <= perSecond)
          .map(([name]) => name),
      };
    }),
  ),
});
