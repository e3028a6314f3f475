import { fieldsIn, renderSms } from '../alerts/index.ts';
import { pageToken } from '../platform/tokens.ts';
import type { RowOf } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { wordOfStatus } from './apply-statuses.ts';
import { followUp } from './follow-up.ts';
import { IN_FLIGHT, inFlight } from './in-flight.ts';
import { unclearMails, unclearTexts } from './reconcile-queries.ts';
import { mailOf } from './render.ts';
import { wordChanges, type Word } from './result-queries.ts';
import { ACCEPTED_RANK } from './status-rank.ts';

const LAST_LOOK_MS = 30 * 60_000;
/** Providers keep a key for a day; well before its end a second POST would be a second mail. */
const KEY_GOOD_MS = 20 * 3_600_000;
/** Their clock and ours may differ by so much. */
const SKEW_MS = 60_000;
const MOST = 200;

type UnclearText = RowOf<typeof unclearTexts>;
type UnclearMail = RowOf<typeof unclearMails>;

/**
 * Looks for proof of messages whose answer was unclear. A text is looked up in the carrier's list; a mail is
 * posted again under its own key, where the provider keeps keys. What is found is adopted; what is not found in
 * time is `unconfirmed` and stays so until a person decides, while a mail goes in the place of a text.
 */
export const reconcile = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const last = world.mail.keepsKeys ? KEY_GOOD_MS : LAST_LOOK_MS;
  const [texts, mails] = await Promise.all([
    world.db.all(unclearTexts, { now, limit: MOST }),
    world.db.all(unclearMails, { now, last, limit: MOST }),
  ]);
  const answers = [
    ...(await inFlight(IN_FLIGHT, texts, async (one) => {
      const found = await listed(world, one);
      if (found) return [wordOfStatus({ deliveryId: one.id, attempt: one.attempt, ...found })];
      return one.claimedAt <= now - LAST_LOOK_MS ? [noProof(one)] : [];
    })),
    ...(await inFlight(IN_FLIGHT, mails, async (one) => {
      const mayAsk = world.mail.keepsKeys && one.open === 1 && one.claimedAt > now - KEY_GOOD_MS;
      const found = mayAsk ? await askedAgain(world, one) : null;
      if (found) return [found];
      return one.claimedAt <= now - (mayAsk ? KEY_GOOD_MS : LAST_LOOK_MS) ? [noProof(one)] : [];
    })),
  ];
  const words = answers.flat();
  if (words.length > 0) await world.db.record(wordChanges(words, now));
  const unconfirmed = words.filter((word) => word.state === 'unconfirmed').length;
  if (unconfirmed > 0) await followUp(world, now);
  return { unclear: texts.length + mails.length, adopted: words.length - unconfirmed, unconfirmed };
};

const noProof = ({ id, attempt }: { id: number; attempt: number }): Word => ({
  id,
  attempt,
  state: 'unconfirmed',
  rank: 0,
  reason: 'no_proof_found',
});

/** What the carrier has of a text: the one with the link of its page, or with the same words where it has no link. */
const listed = async (world: World, one: UnclearText) => {
  const { address, words, claimedAt } = one;
  if (address === null || words === null) return null;
  // The secret may have been changed since the text was written.
  const links = await Promise.all(
    world.settings.linkSecrets.map(async (secret) => `/a/${await pageToken(secret, one.id)}`),
  );
  const isIt = fieldsIn(words).includes('link')
    ? (body: string) => links.some((link) => body.includes(link))
    : (body: string) => one.sourceKind === 'notice' && body === renderSms(words, {});
  try {
    const messages = await world.sms.list({ to: address, sentAfter: claimedAt - SKEW_MS });
    return messages.find((text) => text.direction === 'outbound-api' && isIt(text.body)) ?? null;
  } catch (error) {
    world.log.fault('delivery.list_not_read', error, { id: one.id });
    return null;
  }
};

/** A second POST of a mail under the key of its try: the provider sends it once, and says what it has. */
const askedAgain = async (world: World, one: UnclearMail): Promise<Word | null> => {
  const { id, attempt, address, words } = one;
  if (address === null || words === null) return null;
  try {
    const token = await pageToken(world.settings.linkSecrets[0], id);
    const outcome = await world.mail.send(await mailOf(world, { ...one, address, words }, token));
    // A refusal now says nothing of the first POST.
    if (outcome.kind === 'accepted')
      return { id, attempt, state: 'accepted', rank: ACCEPTED_RANK, providerId: outcome.providerId };
    return outcome.kind === 'unknown' && outcome.taken
      ? { id, attempt, state: 'accepted', rank: ACCEPTED_RANK }
      : null;
  } catch (error) {
    world.log.fault('delivery.post_failed', error, { id });
    return null;
  }
};
