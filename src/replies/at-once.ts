import { currentConsentText, liftChanges, suppressionChanges } from '../people/index.ts';
import type { Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings, type NetworkSettings } from '../staff/index.ts';
import { channelChanges } from './change-channel.ts';
import { keywordOf } from './keywords.ts';
import { looksLikeOptOut } from './opt-out.ts';
import { SAY } from './say.ts';
import { tell } from './tell.ts';

interface Inbound {
  replyId: string;
  /** E.164, or what the carrier wrote. */
  address: string;
  body: string;
  optOutType: 'STOP' | 'START' | 'HELP' | null;
  /** ms UTC: when it was sent, as far as we know */
  at: number;
}
/** A STOP may be confirmed by one text within five minutes, not later (47 CFR 64.1200(a)(12)). */
const CONFIRMED_WITHIN_MS = 5 * 60_000;

const STARTS_WITH_ANSWER = /^\s*\d{1,2}\b(?![/:.-]\d)/;

interface Person {
  memberId: string;
  contactPointId: string;
  state: 'active' | 'unconsented' | 'held' | 'suppressed' | 'invalid';
}
/** What a text is before anybody tries to understand it; `new` where that is still to be done. */
interface First {
  state: 'new' | 'handled' | 'waiting';
  meaning: string | null;
  /** Staff should see it. */
  open: boolean;
  changes: Change[];
}

/**
 * What must happen before the carrier is told 200: permission taken, given or put on hold, and the one text that
 * says so. A number that is closed already is not texted again about it. A text that reaches us late closes the
 * number all the same, but opens none that was closed after it was written.
 * @param people active members who have the number, as it stood before
 * @param closedAt when the number was closed (ms UTC); null for one that is open
 */
export const atOnce = async (
  world: World,
  who: Who,
  text: Inbound,
  people: Person[],
  closedAt: number | null,
): Promise<First> => {
  const settings = await networkSettings(world);
  const evidence = { kind: 'reply', id: text.replyId };
  const about = { channel: 'sms' as const, address: text.address, evidence, who };
  const say = (words: string, unless: Person['state'][]): Change[] => {
    const [one] = people;
    if (!one || unless.includes(one.state)) return [];
    return tell(world, { kind: 'confirmation', about: text.replyId, ...one, words: { sms: words } });
  };
  const byCarrier = text.optOutType === 'STOP';
  if (text.optOutType === 'START' && keywordOf(text.body) !== 'start')
    world.log.info('carrier.takes_for_start', { replyId: text.replyId });
  const keyword = keywordOf(text.body);
  const optOut = byCarrier ? 'keyword' : looksLikeOptOut(text.body);

  if (optOut === 'keyword' || optOut === 'clear') {
    const close = await suppressionChanges(world, { ...about, reason: 'stopped', byCarrier });
    // Planned after the number is closed: only so may this one text pass. The carrier's own makes it needless.
    const late = world.clock.now() - text.at > CONFIRMED_WITHIN_MS;
    const farewell = byCarrier || late ? [] : say(SAY.stopped(settings), ['suppressed', 'invalid']);
    return { state: 'handled', meaning: 'stop', open: optOut === 'clear', changes: [...close, ...farewell] };
  }
  const [only] = people;
  if ((optOut === 'to_email' || optOut === 'to_sms') && only && people.length === 1) {
    const to = optOut === 'to_email' ? 'email' : 'sms';
    const { changes, reachable } = await channelChanges(world, {
      memberId: only.memberId,
      to,
      evidence,
      who,
    });
    const words = to === 'email' ? SAY.toEmail(settings, reachable) : SAY.toTexts(settings, reachable);
    const late = world.clock.now() - text.at > CONFIRMED_WITHIN_MS;
    const said = late ? [] : say(words, ['suppressed', 'invalid']);
    // "1, and email me instead": the answer is read as any other.
    return STARTS_WITH_ANSWER.test(text.body)
      ? { state: 'new', meaning: null, open: true, changes: [...changes, ...said] }
      : { state: 'handled', meaning: optOut, open: true, changes: [...changes, ...said] };
  }
  if (optOut === 'to_email') {
    const close = await suppressionChanges(world, { ...about, reason: 'stopped', byCarrier: false });
    return { state: 'waiting', meaning: optOut, open: true, changes: close };
  }
  if (optOut) {
    const reason = optOut === 'wrong_number' ? 'wrong_number' : 'held';
    const changes = await suppressionChanges(world, { ...about, reason, byCarrier: false });
    return { state: 'waiting', meaning: reason === 'held' ? 'unclear_opt_out' : reason, open: true, changes };
  }
  const overtaken = closedAt !== null && closedAt > text.at;
  if (overtaken && (keyword === 'start' || keyword === 'join'))
    return { state: 'handled', meaning: keyword, open: true, changes: [] };
  if (!overtaken && (text.optOutType === 'START' || keyword === 'start')) {
    const consent = await consentText(world, settings);
    const changes = await liftChanges(world, {
      ...about,
      how: 'start',
      source: 'START by text',
      text: consent,
    });
    // OptOutType decides consent, never meaning: a YES from an open number is an answer all the same. From a closed
    // one it asked for texts again, and for no more; the carrier has confirmed it.
    const wasClosed = closedAt !== null;
    if (keyword !== 'start')
      return wasClosed
        ? { state: 'handled', meaning: 'start', open: true, changes }
        : { state: 'new', meaning: null, open: false, changes };
    const welcome = text.optOutType === 'START' ? [] : say(SAY.started(settings), ['invalid']);
    return {
      state: 'handled',
      meaning: 'start',
      open: people.length === 0,
      changes: [...changes, ...welcome],
    };
  }
  if (text.optOutType === 'HELP' || keyword === 'help') {
    const changes = text.optOutType === 'HELP' ? [] : say(settings.helpText, ['suppressed', 'invalid']);
    return { state: 'handled', meaning: 'help', open: people.length === 0, changes };
  }
  if (keyword === 'join') {
    if (people.length === 0) return { state: 'waiting', meaning: 'join_unknown', open: true, changes: [] };
    const consent = await consentText(world, settings);
    const changes = await liftChanges(world, {
      ...about,
      how: 'member',
      source: 'JOIN by text',
      text: consent,
    });
    const welcome = say(SAY.joined(settings), ['invalid']);
    return { state: 'handled', meaning: 'join', open: false, changes: [...changes, ...welcome] };
  }
  return { state: 'new', meaning: null, open: false, changes: [] };
};

const consentText = (world: World, settings: NetworkSettings) =>
  currentConsentText(world, settings.networkName);
