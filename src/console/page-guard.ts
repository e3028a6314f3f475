import { change } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { judgePageHit, notePageHit } from './page-hit-queries.ts';

/** Nobody reads a page and taps sooner; link scanners post its forms within two seconds. */
const READS_MS = 3_000;
/** The page that asks once more holds one line and one button. */
const CONFIRMS_MS = 1_500;
/** Different choices from one page so close together are a program trying every button. */
const TRIES_ALL_MS = 3_000;
/** Programs that say what they are. Most do not: this is the least of the signs. */
const PROGRAM =
  /bot\b|crawl|spider|scan|preview|headless|python|curl|wget|go-http|okhttp|java\/|libwww|proofpoint|barracuda|mimecast|safelinks|phantom/i;

/** A form of a member's page, sent. */
interface Sent {
  deliveryId: number;
  /** When the form was shown, ms UTC. */
  shownAt: number;
  /** It was shown to ask once more, or to a person who has sent one before. */
  asked: boolean;
  /** The answer that was sent, the hidden value apart; null for a form that offers no choice. */
  choice: unknown;
  agent: string | undefined;
  /** What the vendor's script put into the form, where the network uses one. */
  proof: string | undefined;
}

/**
 * Whether a person sent a form, as far as can be told: not sooner than people read, not several choices at once, not
 * by a program that says so, and past the vendor's check where the network uses one. What is doubted is asked once
 * more, so that a quick person loses nothing. Each is
 * counted, raw and as judged, with no address and no name of a program.
 */
export const isByPerson = async (world: World, sent: Sent): Promise<boolean> => {
  const now = world.clock.now();
  const choices = sent.choice === null ? null : (await sha256(JSON.stringify(sent.choice))).slice(0, 16);
  const [hit] = await world.db.record([
    change(notePageHit, {
      deliveryId: sent.deliveryId,
      act: 'send',
      choices,
      sinceAt: now - TRIES_ALL_MS,
      now,
    }),
  ]);
  const age = now - sent.shownAt;
  const human =
    !PROGRAM.test(sent.agent ?? '') &&
    (sent.asked
      ? age >= CONFIRMS_MS
      : age >= READS_MS &&
        (choices === null || hit?.rows[0]?.choices !== '*') &&
        // Without script, or where the vendor fails, one press more does: a member is never kept out by it.
        (world.humanCheck === null || (await world.humanCheck.passed(sent.proof))));
  await world.db.record([change(judgePageHit, { deliveryId: sent.deliveryId, human })]);
  return human;
};

/**
 * Counts an opening of the page. A fault here hides the page from nobody.
 * @returns whether a person has sent a form of this page before: who answers several questions taps faster
 */
export const noteOpening = async (world: World, deliveryId: number): Promise<boolean> => {
  const now = world.clock.now();
  try {
    const [hit] = await world.db.record([
      change(notePageHit, { deliveryId, act: 'open', choices: null, sinceAt: now, now }),
    ]);
    return Number(hit?.rows[0]?.human) > 0;
  } catch (error) {
    world.log.fault('page.not_counted', error);
    return false;
  }
};
