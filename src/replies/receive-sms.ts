import * as z from 'zod';
import { enqueuePlanned, type InboundSms } from '../delivery/index.ts';
import { addressHash, currentConsentText, liftChanges, suppressionChanges } from '../people/index.ts';
import { parsePhone } from '../platform/phone.ts';
import { ok } from '../platform/problem.ts';
import { change, must, type Change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings, type NetworkSettings } from '../staff/index.ts';
import { keywordOf } from './keywords.ts';
import { looksLikeOptOut } from './opt-out.ts';
import { insertReply, openConversation, peopleAt, replyByProviderId, upsertConversation } from './queries.ts';
import { SAY } from './say.ts';
import { tell } from './tell.ts';

const LONGEST = 20_000;

/**
 * Takes in one text. Everything that consent hangs on is in the one commit that comes before the carrier is
 * told 200: the text as it came, and the suppression where it is a STOP, says so in other words, or may mean it.
 * The same text delivered again changes nothing.
 * @returns the reply's id, and whether it was known before
 */
export const receiveSms = verb({
  name: 'reply.receive_text',
  by: ['provider'],
  input: z.strictObject({
    providerId: z.string().min(1),
    from: z.string(),
    to: z.string(),
    body: z.string(),
    optOutType: z.enum(['STOP', 'START', 'HELP']).nullable(),
    media: z.array(z.strictObject({ url: z.string(), type: z.string() })),
    at: z.number(),
  }),
  async run(world, who, input) {
    const phone = parsePhone(input.from);
    const text: Inbound = {
      ...input,
      address: phone.ok ? phone.e164 : input.from,
      replyId: world.ids.next(),
    };
    const hash = await addressHash(world, 'sms', text.address);
    const people = await world.db.all(peopleAt, { addressHash: hash, at: input.at });
    const memberId = people.length === 1 ? (people[0]?.memberId ?? null) : null;
    const threadHash = memberId === null ? hash : null;
    const settings = await networkSettings(world);
    const first = await atOnce(world, who, settings, text, people);
    const rawKey = input.media.length > 0 ? `texts/${input.providerId}.json` : null;
    if (rawKey) await world.files.put(rawKey, JSON.stringify(input), 'application/json');
    const done = await world.db.commit(
      {
        who,
        action: 'reply.receive_text',
        subject: { kind: 'reply', id: text.replyId },
        detail: { meaning: first.meaning, memberId },
      },
      [
        change(upsertConversation, { id: world.ids.next(), memberId, addressHash: threadHash, at: input.at }),
        must(insertReply, {
          id: text.replyId,
          channel: 'sms',
          providerId: input.providerId,
          fromAddress: text.address,
          addressHash: hash,
          toAddress: input.to,
          subject: null,
          body: input.body.slice(0, LONGEST),
          rawKey,
          optOutType: input.optOutType,
          tokenDeliveryId: null,
          trust: people.length > 0 ? 'verified' : 'unknown',
          machine: null,
          memberId,
          threadHash,
          alertId: null,
          state: first.state,
          meaning: first.meaning,
          at: input.at,
        }),
        ...first.changes,
        ...(first.open ? [change(openConversation, { replyId: text.replyId })] : []),
      ],
      first.state === 'new' ? [{ kind: 'reply.understand', body: { replyId: text.replyId } }] : [],
    );
    if (done) {
      await enqueuePlanned(world, done);
      return ok({ replyId: text.replyId, known: false });
    }
    const known = await world.db.first(replyByProviderId, { channel: 'sms', providerId: input.providerId });
    return ok({ replyId: known?.id ?? text.replyId, known: true });
  },
});

/** The door that the carrier's webhook uses. Throws where nothing was stored, so that the carrier tries again. */
export const inboundSms: InboundSms = {
  receive: async (world, text) => {
    const result = await receiveSms(world, { kind: 'provider', id: 'twilio' }, text);
    if (!result.ok) throw new Error(`A text was not taken: ${result.problem.message}`);
  },
};

interface Inbound {
  replyId: string;
  address: string;
  body: string;
  optOutType: 'STOP' | 'START' | 'HELP' | null;
}
interface First {
  state: 'new' | 'handled' | 'waiting';
  meaning: string | null;
  open: boolean;
  changes: Change[];
}

/** What must happen before the 200: permission taken, given or put on hold, and the one text that says so. */
const atOnce = async (
  world: World,
  who: Who,
  settings: NetworkSettings,
  text: Inbound,
  people: { memberId: string; contactPointId: string }[],
): Promise<First> => {
  const about = {
    channel: 'sms' as const,
    address: text.address,
    evidence: { kind: 'reply', id: text.replyId },
    who,
  };
  const say = (words: string): Change[] =>
    people[0]
      ? tell(world, { kind: 'confirmation', about: text.replyId, ...people[0], words: { sms: words } })
      : [];
  const keyword = keywordOf(text.body);
  const optOut = text.optOutType === 'STOP' ? 'keyword' : looksLikeOptOut(text.body);
  const byCarrier = text.optOutType === 'STOP';

  if (optOut === 'keyword' || optOut === 'clear') {
    const close = await suppressionChanges(world, { ...about, reason: 'stopped', byCarrier });
    // Planned after the number is closed: only so may this one text pass. The carrier's own makes it needless.
    const farewell = byCarrier ? [] : say(SAY.stopped(settings));
    return { state: 'handled', meaning: 'stop', open: optOut === 'clear', changes: [...close, ...farewell] };
  }
  if (optOut === 'wrong_number') {
    const changes = await suppressionChanges(world, { ...about, reason: 'wrong_number', byCarrier: false });
    return { state: 'waiting', meaning: 'wrong_number', open: true, changes };
  }
  if (optOut === 'unclear') {
    const changes = await suppressionChanges(world, { ...about, reason: 'held', byCarrier: false });
    return { state: 'waiting', meaning: 'unclear_opt_out', open: true, changes };
  }
  if (text.optOutType === 'START' || keyword === 'start') {
    const consent = await currentConsentText(world, settings.networkName);
    const changes = await liftChanges(world, {
      ...about,
      how: 'start',
      source: 'START by text',
      text: consent,
    });
    // OptOutType decides consent, never meaning: a YES that restarted the number may be an answer as well.
    if (keyword !== 'start') return { state: 'new', meaning: null, open: false, changes };
    const welcome = text.optOutType === 'START' ? [] : say(SAY.started(settings));
    return {
      state: 'handled',
      meaning: 'start',
      open: people.length === 0,
      changes: [...changes, ...welcome],
    };
  }
  if (text.optOutType === 'HELP' || keyword === 'help') {
    const changes = text.optOutType === 'HELP' ? [] : say(settings.helpText);
    return { state: 'handled', meaning: 'help', open: people.length === 0, changes };
  }
  if (keyword === 'join') return join(world, settings, about, people, say);
  return { state: 'new', meaning: null, open: false, changes: [] };
};

const join = async (
  world: World,
  settings: NetworkSettings,
  about: { channel: 'sms'; address: string; evidence: { kind: string; id: string }; who: Who },
  people: { memberId: string; contactPointId: string }[],
  say: (words: string) => Change[],
): Promise<First> => {
  if (people.length === 0) return { state: 'waiting', meaning: 'join_unknown', open: true, changes: [] };
  const consent = await currentConsentText(world, settings.networkName);
  const changes = await liftChanges(world, {
    ...about,
    how: 'member',
    source: 'JOIN by text',
    text: consent,
  });
  return {
    state: 'handled',
    meaning: 'join',
    open: false,
    changes: [...changes, ...say(SAY.joined(settings))],
  };
};
