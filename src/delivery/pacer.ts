import { DurableObject } from 'cloudflare:workers';
import { systemClock } from '../platform/clock.ts';
import { addDays, instantOf, localDate } from '../platform/days.ts';
import { openDb } from '../platform/db.ts';
import { randomIds } from '../platform/ids.ts';
import type { SenderUsage, Told } from '../platform/world.ts';
import {
  bulkPerSecond,
  EMPTY_LEDGER,
  giveBack,
  holdUntil,
  LONGEST_LINE_MS,
  pace,
  usageAt,
  type Hold,
  type Instant,
  type Ledger,
  type Limit,
} from './pace.ts';
import { CARRIER_ZONE, limitsOf } from './sender-limits.ts';

const LIMITS_KEPT_MS = 60_000;
const CLAIM_KEPT_MS = 24 * 3_600_000;
/** The line is called up a little faster than it can be served, so that no second passes with nobody there. */
const CALLED_UP = 1.25;
/** On a slow sender a page takes long; somebody is at hand soon after it is done. */
const LONGEST_GAP_MS = 5_000;

interface Claim {
  /** About to be posted, and nothing heard of them yet. */
  ids: number[];
  told: Told[];
  /** Somebody took the claim for dead: nothing more may be posted under it. */
  closed: boolean;
  at: number;
}

/** Paces one sender: a shell around `pace`, with its storage. One object for each sender. */
export class Pacer extends DurableObject<Env> {
  #limits: { value: Limit[]; until: number } | null = null;
  /** When the last of those in line is due to ask again. A hint, so it need not outlive this object. */
  #lineEndsAt = 0;
  readonly #kv = this.ctx.storage.kv;
  // Real seconds, whatever the demo makes of the day.
  readonly #clock = systemClock(0);
  readonly #db = openDb(this.env.DB, {
    now: this.#clock.now,
    ids: randomIds(this.#clock.now),
    enqueue: () => Promise.resolve(),
  });

  /**
   * Leases segments. The ledger is kept before the answer leaves: the platform holds it back until then. Bulk
   * that gets nothing is put in line, so that a thousand pages do not ask again every second.
   */
  async lease(senderId: string, ask: { segments: number; urgent: boolean }) {
    const limits = await this.#limitsOf(senderId);
    const instant = this.#instant();
    const { ledger, ...answer } = pace(limits, this.#ledger(), { ...ask, ...instant });
    this.#kv.put('ledger', ledger);
    if (ask.urgent || answer.granted > 0 || answer.againInMs === 0) return answer;
    const turn = Math.max(instant.now + answer.againInMs, this.#lineEndsAt);
    if (turn - instant.now <= LONGEST_LINE_MS)
      this.#lineEndsAt =
        turn + Math.min(LONGEST_GAP_MS, (ask.segments * 1_000) / (bulkPerSecond(limits) * CALLED_UP));
    return { ...answer, againInMs: Math.ceil(turn - instant.now) };
  }

  /** Takes back what a lease had nobody for. @param lease.at as `lease` told it */
  async giveBack(lease: { at: number; segments: number }): Promise<void> {
    const ledger = giveBack(this.#ledger(), { ...lease, day: localDate(lease.at, CARRIER_ZONE) });
    this.#kv.put('ledger', ledger);
  }

  async hold(hold: Hold): Promise<void> {
    this.#kv.put('ledger', holdUntil(this.#ledger(), hold));
  }

  async releaseHold(): Promise<void> {
    this.#kv.put('ledger', { ...this.#ledger(), holds: [] });
    this.#lineEndsAt = 0;
  }

  async usage(senderId: string): Promise<SenderUsage> {
    const limits = await this.#limitsOf(senderId);
    const instant = this.#instant();
    const ledger = this.#ledger();
    const { againInMs } = pace(limits, ledger, { segments: 1, urgent: false, ...instant });
    return {
      ...usageAt(limits, ledger, instant),
      bulkInMs: Math.max(againInMs, Math.ceil(this.#lineEndsAt - instant.now), 0),
    };
  }

  /**
   * Notes what is about to be posted, and what was said of those before; false, and nothing noted, when the
   * claim was taken for dead meanwhile.
   */
  async release(claimId: string, deliveryIds: number[], told: Told[]): Promise<boolean> {
    const key = `claim:${claimId}`;
    const known = this.#kv.get<Claim>(key);
    if (known?.closed) return false;
    const at = this.#clock.now();
    const clear = new Set(told.map((one) => one.id));
    this.#kv.put<Claim>(key, {
      ids: [...(known?.ids ?? []).filter((id) => !clear.has(id)), ...deliveryIds],
      told: [...(known?.told ?? []), ...told],
      closed: false,
      at,
    });
    if (!known && (await this.ctx.storage.getAlarm()) === null)
      await this.ctx.storage.setAlarm(at + CLAIM_KEPT_MS);
    return true;
  }

  /** What may have been posted under a claim without an answer; closes it. */
  async released(claimId: string): Promise<number[]> {
    const key = `claim:${claimId}`;
    const known = this.#kv.get<Claim>(key);
    const { ids = [], told = [], at = this.#clock.now() } = known ?? {};
    this.#kv.put<Claim>(key, { ids, told, closed: true, at });
    return ids;
  }

  /** What the provider said of messages of a claim, as far as it was noted. */
  async told(claimId: string): Promise<Told[]> {
    return this.#kv.get<Claim>(`claim:${claimId}`)?.told ?? [];
  }

  /** Forgets a claim whose results are in the database. */
  async finish(claimId: string): Promise<void> {
    const key = `claim:${claimId}`;
    if (!this.#kv.get<Claim>(key)?.closed) this.#kv.delete(key);
  }

  /** Forgets claims of yesterday. */
  override async alarm(): Promise<void> {
    const before = this.#clock.now() - CLAIM_KEPT_MS;
    const claims = [...this.#kv.list<Claim>({ prefix: 'claim:' })];
    const old = claims.filter(([, claim]) => claim.at <= before);
    for (const [key] of old) this.#kv.delete(key);
    if (claims.length > old.length) await this.ctx.storage.setAlarm(this.#clock.now() + CLAIM_KEPT_MS);
  }

  #ledger(): Ledger {
    return { ...EMPTY_LEDGER, ...this.#kv.get<Partial<Ledger>>('ledger') };
  }

  #instant(): Instant {
    const now = this.#clock.now();
    const day = localDate(now, CARRIER_ZONE);
    return { now, day, nextDayInMs: instantOf(addDays(day, 1), '00:00', CARRIER_ZONE) - now };
  }

  async #limitsOf(senderId: string): Promise<Limit[]> {
    const now = this.#clock.now();
    if (!this.#limits || this.#limits.until < now)
      this.#limits = { value: await limitsOf(this.#db, senderId, now), until: now + LIMITS_KEPT_MS };
    return this.#limits.value;
  }
}
