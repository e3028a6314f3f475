import * as z from 'zod';

/**
 * Where a fault strikes:
 * `sms` and `mail` are requests to send; `status` and `inbound` are webhooks of the carrier;
 * `event` are webhooks of the mail provider.
 *
 * | kind | on sms, mail | on status, inbound, event |
 * |---|---|---|
 * | hang | never answered, not accepted | never posted |
 * | refuse | connection cut, not accepted | never posted |
 * | accept-then-hang | accepted, never answered | posted, then taken for failed |
 * | 5xx | 500, not accepted | never posted |
 * | 5xx-after-accept | accepted, answered 500 | posted, then taken for failed |
 * | 429 | 429, not accepted | never posted |
 * | error | refused with `code` (2xxxx), or accepted and undelivered with it (3xxxx) | never posted |
 * | duplicate | accepted once, each status or event posted twice | posted twice |
 * | reorder | accepted, its statuses or events posted last first | posted after the next one of the same message |
 * | delay | accepted, answered after `ms` | posted after `ms`; later ones overtake it |
 */
export const faultInput = z.strictObject({
  on: z.enum(['sms', 'mail', 'status', 'inbound', 'event']),
  kind: z.enum([
    'hang',
    'refuse',
    'accept-then-hang',
    '5xx',
    '5xx-after-accept',
    '429',
    'error',
    'duplicate',
    'reorder',
    'delay',
  ]),
  /** Which requests, counted from 1 since the fault was set. */
  nth: z.union([z.int().min(1), z.array(z.int().min(1)).min(1)]).optional(),
  /** Which share of requests, drawn from `seed`. */
  share: z.number().min(0).max(1).optional(),
  seed: z.int().default(1),
  ms: z.int().min(0).max(600_000).default(1000),
  /** At most this many strikes. */
  times: z.int().min(1).optional(),
  /** Only this number or address. */
  to: z.string().optional(),
  code: z.int().min(10000).max(99999).default(30008),
  /** Seconds named in Retry-After of a 429; no such header when absent. */
  retryAfter: z.int().min(0).optional(),
});

export type FaultInput = z.infer<typeof faultInput>;
export type Fault = FaultInput & { id: number; seen: number; struck: number };
export type Line = Fault['on'];

// mulberry32: the same seed strikes the same requests in every run.
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Faults {
  add(inputs: FaultInput[]): Fault[];
  clear(): void;
  list(): Fault[];
  /** Counts one request on a line and answers the fault that strikes it, if any. */
  strike(line: Line, to: string): Fault | null;
}

/** The faults in force. The first that strikes wins; all of them count. */
export function openFaults(): Faults {
  let inForce: { fault: Fault; draw: () => number }[] = [];
  let lastId = 0;

  return {
    add(inputs) {
      const added = inputs.map((input) => ({
        fault: { ...input, id: ++lastId, seen: 0, struck: 0 },
        draw: draws(input.seed),
      }));
      inForce.push(...added);
      return added.map(({ fault }) => fault);
    },
    clear: () => void (inForce = []),
    list: () => inForce.map(({ fault }) => fault),
    strike(line, to) {
      let hit: Fault | null = null;
      for (const { fault, draw } of inForce) {
        if (fault.on !== line || (fault.to !== undefined && fault.to !== to)) continue;
        fault.seen += 1;
        const chosen = fault.nth === undefined || [fault.nth].flat().includes(fault.seen);
        const drawn = fault.share === undefined || draw() < fault.share;
        const left = fault.times === undefined || fault.struck < fault.times;
        if (chosen && drawn && left && !hit) {
          fault.struck += 1;
          hit = fault;
        }
      }
      return hit;
    },
  };
}
