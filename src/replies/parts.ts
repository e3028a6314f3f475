import { change, must, type Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { keepJoined, newTextsOf, settleReply } from './queries.ts';
import type { Reply } from './sender-of.ts';

/** A carrier cuts a long text at 153 characters, and at 67 where it holds others than GSM-7: nothing shorter was cut. */
const SHORTEST_CUT = 60;
/** How long the next part may take. */
const WINDOW_MS = 10_000;
/** After this a part is read by itself: what it belongs to was not understood. */
const ALONE_AFTER_MS = 60_000;

/** Whether more of a text may follow, so that understanding it should wait. */
export const mayGoOn = (body: string): boolean => body.length >= SHORTEST_CUT;

/** How long understanding a text waits for more of it; not at all for a short one, which is most answers. */
export const waitForMore = (body: string): { delaySeconds?: number } =>
  mayGoOn(body) ? { delaySeconds: WINDOW_MS / 1000 } : {};

interface Text {
  id: string;
  body: string;
  at: number;
}

/**
 * The texts, in the order in which they came, that make one with a text: each begins within ten seconds of the one
 * before, and that one was long enough to have been cut.
 */
export const chainOf = (texts: readonly Text[], id: string): Text[] => {
  const chains: Text[][] = [];
  for (const text of texts) {
    const last = chains.at(-1)?.at(-1);
    if (last && mayGoOn(last.body) && text.at - last.at <= WINDOW_MS) chains.at(-1)?.push(text);
    else chains.push([text]);
  }
  return chains.find((chain) => chain.some((text) => text.id === id)) ?? [];
};

/** Cut text is put together as it was cut: a space only where a sentence ended. */
export const joined = (parts: readonly string[]): string =>
  parts.reduce((whole, part) => whole + (/[.!?]$/.test(whole) ? ' ' : '') + part);

/**
 * A text with what came after it as parts of it.
 * @returns null where it is itself a part of one that will be understood; else all the words, the other parts, and
 * the changes that settle them with it
 */
export const wholeOf = async (
  world: World,
  reply: Reply,
): Promise<{ body: string; parts: number; changes: Change[] } | null> => {
  const alone = { body: reply.body, parts: 1, changes: [] };
  if (reply.channel !== 'sms') return alone;
  const now = world.clock.now();
  const texts = await world.db.all(newTextsOf, {
    addressHash: reply.addressHash,
    from: reply.receivedAt - ALONE_AFTER_MS,
    to: reply.receivedAt + ALONE_AFTER_MS,
  });
  const chain = chainOf(texts, reply.id);
  const [first, ...rest] = chain;
  if (!first || rest.length === 0) return alone;
  if (first.id !== reply.id) return now - reply.receivedAt < ALONE_AFTER_MS ? null : alone;
  const body = joined(chain.map((text) => text.body));
  return {
    body,
    parts: chain.length,
    changes: [
      change(keepJoined, { id: reply.id, body }),
      ...rest.map(({ id }) =>
        must(settleReply, {
          id,
          from: ['new'],
          state: 'handled',
          meaning: 'part',
          machine: null,
          memberId: reply.memberId,
          alertId: null,
          now,
        }),
      ),
    ],
  };
};
