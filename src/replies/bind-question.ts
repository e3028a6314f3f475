/** A question that a member was asked, as far as a reply may mean it. */
export interface Ask {
  questionId: string;
  /** Its number: the first went out with the alert. */
  no: number;
  /** The officials are named, and what was left open of them is asked: where they stand, or how well they are known. */
  detail: boolean;
  askedAt: number;
  /** It went over the channel that the reply came by. */
  sameThread: boolean;
  answered: boolean;
  /** The reply reads as an answer to it. */
  reads: boolean;
  /** It asks for free words, so that anything reads. */
  free: boolean;
}
/** Which question of one alert a reply means; several where only the member can say. */
export type Meant = { kind: 'one'; ask: Ask } | { kind: 'several'; asks: Ask[] } | { kind: 'none' };

/** A question that was asked longer ago is not answered by a number alone, nor by whatever comes next. */
export const STALE_MS = 48 * 3_600_000;

/** What was asked last of a question stands for it. @param asks the latest first */
const of = (asks: Ask[]): Meant => {
  const [only, ...others] = asks.filter(
    (one, at) => at === asks.findIndex(({ questionId }) => questionId === one.questionId),
  );
  if (!only) return { kind: 'none' };
  return others.length > 0 ? { kind: 'several', asks: [only, ...others] } : { kind: 'one', ask: only };
};

/**
 * Which question of an alert a reply means. The one asked last and not answered comes first while it is fresh; a
 * number that it does not offer is then no answer to an older one. Where it is stale, or all are answered and more
 * than one could be meant, the member is asked: it is never guessed.
 * @param bare the reply is a number and nothing else
 */
export const bindQuestion = (asks: readonly Ask[], receivedAt: number, bare: boolean): Meant => {
  const waiting = asks
    .filter((one) => (one.no > 1 || one.detail) && !one.answered)
    .toSorted((a, b) => b.askedAt - a.askedAt || b.no - a.no)[0];
  const readers = asks
    .filter((one) => one.reads && !one.free)
    .toSorted((a, b) => b.askedAt - a.askedAt || b.no - a.no)
    .slice(0, 4);
  if (!waiting) return of(readers);
  if (receivedAt - waiting.askedAt < STALE_MS) {
    if (waiting.reads) return { kind: 'one', ask: waiting };
    return bare ? { kind: 'none' } : of(readers);
  }
  return readers.includes(waiting) && bare ? { kind: 'several', asks: readers } : of(readers);
};
