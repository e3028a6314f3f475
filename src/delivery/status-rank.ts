/** States of a delivery that a provider's word can bring about. */
export type ReportedState = 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed';
interface Ranked {
  rank: number;
  state: ReportedState;
}

// The order in which a later word wins, whenever it comes: reports arrive twice, late and out of order.
const TEXT: Record<string, Ranked> = {
  scheduled: { rank: 10, state: 'accepted' },
  accepted: { rank: 20, state: 'accepted' },
  queued: { rank: 30, state: 'accepted' },
  sending: { rank: 40, state: 'accepted' },
  sent: { rank: 50, state: 'sent' },
  canceled: { rank: 60, state: 'failed' },
  failed: { rank: 70, state: 'failed' },
  undelivered: { rank: 80, state: 'undelivered' },
  delivered: { rank: 90, state: 'delivered' },
  read: { rank: 100, state: 'delivered' },
};
/** A mail can bounce after a server said it was delivered, so there a bounce outranks it. */
const MAIL: Record<string, Ranked> = {
  'email.sent': { rank: 50, state: 'sent' },
  'email.failed': { rank: 70, state: 'failed' },
  'email.suppressed': { rank: 70, state: 'failed' },
  'email.delivered': { rank: 90, state: 'delivered' },
  'email.bounced': { rank: 95, state: 'undelivered' },
  'email.complained': { rank: 97, state: 'delivered' },
};

/** Rank of what a create's answer says; every later report outranks it. */
export const ACCEPTED_RANK = 20;
export const FAILED_RANK = 70;

/** What a carrier's status means; one we do not know counts as `sent`, with `known` false for the log. */
export const textStatus = (status: string): Ranked & { known: boolean } =>
  TEXT[status] ? { ...TEXT[status], known: true } : { rank: 50, state: 'sent', known: false };

/** What a mail event means, or null where it says nothing about where the mail is (opened, delayed). */
export const mailStatus = (type: string): Ranked | null => MAIL[type] ?? null;

/** Of several words about one attempt, the one that outranks the others. */
export const outranking = <T extends { id: number; attempt: number; rank: number }>(words: T[]): T[] => {
  const best = new Map<string, T>();
  for (const word of words) {
    const key = `${word.id}.${word.attempt}`;
    const known = best.get(key);
    if (!known || word.rank > known.rank) best.set(key, word);
  }
  return [...best.values()];
};
