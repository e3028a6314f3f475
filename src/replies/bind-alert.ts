/** An alert that went to the member before the reply came. */
export interface SentAlert {
  alertId: string;
  isOut: boolean;
  sentAt: number;
  /** It went over the channel that the reply came by. */
  sameThread: boolean;
  /** The member has answered it before. */
  answered: boolean;
  /** The reply reads as one of its options. */
  reads: boolean;
}
/** What a reply belongs to: an answer to one, an answer that comes too late, one of several, or just talk about one. */
export type Bound =
  | { kind: 'answer' | 'late' | 'talk'; alertId: string }
  | { kind: 'ask'; alertIds: string[] }
  | { kind: 'none' };

const CLOSE_TOGETHER_MS = 15 * 60_000;
const TALK_MS = 7 * 24 * 3_600_000;

/**
 * Which alert a reply means: by its thread and its time, and never by a guess. Two that were sent within a
 * quarter of an hour, or one answered and one not, cannot be told apart.
 * @param sent the alerts that went to the member, in any order
 * @param thread the alert whose own reply address or page was used, where there is one
 */
export const bindAlert = (sent: readonly SentAlert[], thread: string | null, receivedAt: number): Bound => {
  const own = sent.find(({ alertId }) => alertId === thread);
  if (thread !== null) return { kind: !own?.reads ? 'talk' : own.isOut ? 'answer' : 'late', alertId: thread };
  const latestFirst = sent.toSorted((a, b) => b.sentAt - a.sentAt);
  const readers = latestFirst.filter(({ reads }) => reads);
  const out = readers.filter(({ isOut }) => isOut);
  const here = out.some(({ sameThread }) => sameThread) ? out.filter(({ sameThread }) => sameThread) : out;
  const [latest, ...others] = here;
  if (latest) {
    const unclear = others.filter(
      (other) => latest.sentAt - other.sentAt < CLOSE_TOGETHER_MS || (latest.answered && !other.answered),
    );
    return unclear.length > 0
      ? { kind: 'ask', alertIds: [latest, ...unclear].slice(0, 4).map(({ alertId }) => alertId) }
      : { kind: 'answer', alertId: latest.alertId };
  }
  const closed = readers[0];
  const recent = latestFirst.find(({ sentAt }) => receivedAt - sentAt < TALK_MS);
  // A number that the alert now out does not offer is no answer to an older one.
  if (closed && !(recent?.isOut && recent.sentAt > closed.sentAt))
    return { kind: 'late', alertId: closed.alertId };
  return recent ? { kind: 'talk', alertId: recent.alertId } : { kind: 'none' };
};
