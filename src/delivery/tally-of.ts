import type { RowOf } from '../platform/statement.ts';
import { read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { awaited, tallyRows } from './queries.ts';

/** Deliveries of one channel by state; absent states hold none. Nudges apart from the alert itself. */
export interface ChannelTally {
  states: Record<string, number>;
  total: number;
  /** Out of our hands: taken by the carrier, whatever came of it. */
  out: number;
  delivered: number;
  /** Will still go out. */
  ahead: number;
  segments: number;
  priceMicros: number;
}
export interface Tally {
  sms: ChannelTally;
  email: ChannelTally;
  nudges: { sms: ChannelTally; email: ChannelTally };
}

const OUT = ['accepted', 'sent', 'delivered', 'undelivered', 'unknown', 'unconfirmed'];
const AHEAD = ['planned', 'waiting'];

/** How an alert's sending stands: read from the tally kept with every change, so as many rows as there are states. */
export const tallyOf = async (world: World, alertId: string): Promise<Tally> =>
  tallyFrom(await world.db.all(tallyRows, { sourceId: alertId }));

const tallyFrom = (rows: RowOf<typeof tallyRows>[]): Tally => {
  const of = (sourceKind: 'alert' | 'nudge', channel: 'sms' | 'email'): ChannelTally => {
    const own = rows.filter((row) => row.sourceKind === sourceKind && row.channel === channel);
    const sum = (pick: (row: (typeof rows)[number]) => number, states?: string[]) =>
      own.reduce((total, row) => total + (!states || states.includes(row.state) ? pick(row) : 0), 0);
    return {
      states: Object.fromEntries(own.map((row) => [row.state, row.count])),
      total: sum((row) => row.count),
      out: sum((row) => row.count, OUT),
      delivered: sum((row) => row.count, ['delivered']),
      ahead: sum((row) => row.count, AHEAD),
      segments: sum((row) => row.segments, OUT),
      priceMicros: sum((row) => row.priceMicros),
    };
  };
  return {
    sms: of('alert', 'sms'),
    email: of('alert', 'email'),
    nudges: { sms: of('nudge', 'sms'), email: of('nudge', 'email') },
  };
};

/** What an alert and its nudges cost. */
export interface AlertCost {
  texts: number;
  mails: number;
  segments: number;
  /** The exact sum of what the carrier charged so far, in millionths of a dollar; round it once. */
  priceMicros: number;
  /** Texts whose price the carrier has not told yet: while there are any, the sum is an estimate from below. */
  unpriced: number;
}

const sum = (list: ChannelTally[], pick: (one: ChannelTally) => number) =>
  list.reduce((total, one) => total + pick(one), 0);

/** How an alert's sending stands, what it and its nudges cost, and when the next message that waits may go out, in ms UTC. */
export const sendingOf = async (
  world: World,
  alertId: string,
): Promise<{ sent: Tally; cost: AlertCost; nextAt: number | null }> => {
  const [rows, [open]] = await world.db.together(
    read(tallyRows, { sourceId: alertId }),
    read(awaited, { alertId, now: world.clock.now() }),
  );
  const sent = tallyFrom(rows);
  const texts = [sent.sms, sent.nudges.sms];
  return {
    sent,
    cost: {
      texts: sum(texts, (one) => one.out),
      mails: sent.email.out + sent.nudges.email.out,
      segments: sum(texts, (one) => one.segments),
      priceMicros: sum(texts, (one) => one.priceMicros) + (open?.triesMicros ?? 0),
      unpriced: (open?.unpriced ?? 0) + (open?.triesUnpriced ?? 0),
    },
    nextAt: open?.nextDueAt ?? null,
  };
};

/** The measured cost of an alert, its nudges included. */
export const costOf = async (world: World, alertId: string): Promise<AlertCost> =>
  (await sendingOf(world, alertId)).cost;
