import { DurableObject } from 'cloudflare:workers';
import { systemClock } from '../platform/clock.ts';
import { addDays, instantOf, localDate } from '../platform/days.ts';
import { openDb } from '../platform/db.ts';
import { randomIds } from '../platform/ids.ts';
import { EMPTY_LEDGER, pace, type Limits, type PaceLedger } from './pace.ts';
import { senderLimits } from './queries.ts';

/** T-Mobile's caps begin anew at midnight Pacific time. */
const CARRIER_ZONE = 'America/Los_Angeles';
const LIMITS_KEPT_MS = 60_000;
const CLAIM_KEPT_MS = 24 * 3_600_000;
/** A sender that nobody has described yet: an unregistered long code. */
const UNKNOWN_SENDER: Limits = { perSecond: 1, perDay: null };

interface Claim {
  ids: number[];
  /** Somebody took the claim for dead: nothing more may be posted under it. */
  closed: boolean;
  at: number;
}

/** Paces one sender: a shell around `pace`, with its storage. One object for each sender. */
export class Pacer extends DurableObject<Env> {
  #limits: { value: Limits; until: number } | null = null;
  // Real seconds, whatever the demo makes of the day.
  readonly #clock = systemClock(0);
  readonly #db = openDb(this.env.DB, {
    now: this.#clock.now,
    ids: randomIds(this.#clock.now),
    enqueue: () => Promise.resolve(),
  });

  /** Leases segments. The ledger is kept before the answer leaves: the platform holds it back until then. */
  async lease(senderId: string, ask: { segments: number; urgent: boolean }) {
    const limits = await this.#limitsOf(senderId);
    const now = this.#clock.now();
    const day = localDate(now, CARRIER_ZONE);
    const ledger = (await this.ctx.storage.get<PaceLedger>('ledger')) ?? EMPTY_LEDGER;
    const nextDayInMs = instantOf(addDays(day, 1), '00:00', CARRIER_ZONE) - now;
    const { ledger: next, ...answer } = pace(limits, ledger, { ...ask, now, day, nextDayInMs });
    await this.ctx.storage.put('ledger', next);
    return answer;
  }

  /** Notes what is about to be posted; false, and nothing noted, when the claim was taken for dead meanwhile. */
  async release(claimId: string, deliveryIds: number[]): Promise<boolean> {
    const key = `claim:${claimId}`;
    const known = await this.ctx.storage.get<Claim>(key);
    if (known?.closed) return false;
    const at = this.#clock.now();
    await this.ctx.storage.put<Claim>(key, {
      ids: [...(known?.ids ?? []), ...deliveryIds],
      closed: false,
      at,
    });
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(at + CLAIM_KEPT_MS);
    return true;
  }

  /** What may have been posted under a claim; closes it. */
  async released(claimId: string): Promise<number[]> {
    const key = `claim:${claimId}`;
    const known = await this.ctx.storage.get<Claim>(key);
    const ids = known?.ids ?? [];
    await this.ctx.storage.put<Claim>(key, { ids, closed: true, at: known?.at ?? this.#clock.now() });
    return ids;
  }

  /** Forgets claims of yesterday. */
  override async alarm(): Promise<void> {
    const before = this.#clock.now() - CLAIM_KEPT_MS;
    const claims = await this.ctx.storage.list<Claim>({ prefix: 'claim:' });
    const old = [...claims].filter(([, claim]) => claim.at <= before).map(([key]) => key);
    for (let at = 0; at < old.length; at += 128) await this.ctx.storage.delete(old.slice(at, at + 128));
    if (claims.size > old.length) await this.ctx.storage.setAlarm(this.#clock.now() + CLAIM_KEPT_MS);
  }

  async #limitsOf(senderId: string): Promise<Limits> {
    const now = this.#clock.now();
    if (!this.#limits || this.#limits.until < now) {
      const row = await this.#db.first(senderLimits, { id: senderId });
      this.#limits = { value: row ?? UNKNOWN_SENDER, until: now + LIMITS_KEPT_MS };
    }
    return this.#limits.value;
  }
}
