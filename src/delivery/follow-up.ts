import { suppressionChanges } from '../people/index.ts';
import { change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { holdForTheDay } from './ask-less.ts';
import { newAttempts } from './attempt-queries.ts';
import { codeInWords, codesFor } from './carrier-codes.ts';
import {
  badNumbers,
  closeNumbers,
  filteredAlerts,
  lateOptOuts,
  lostTexts,
  mailsInstead,
  markSuspect,
  misconfigured,
  suspectNumbers,
  tallyInstead,
  usedUp,
  wordsInstead,
} from './follow-up-queries.ts';
import { haltAlert } from './halt-alert.ts';
import { enqueuePages, pagesAround } from './pages-of.ts';

/** The clock looks back so far; what failed is followed up at once, and this is for when that was lost. */
const LOOK_BACK_MS = 6 * 3_600_000;
const AGAIN_AFTER_MS = 30 * 60_000;
const MOST = 500;
/** A number or mailbox that could not be reached on so many alerts may have gone. */
const SUSPECT_FROM = 3;
const UNREACHED = { sms: '30003', email: 'email.bounced' } as const;
/** So many texts filtered, and so large a part of them, are no accident: the words are looked at. */
const FILTERED_FROM = 5;
const FILTERED_PART = 0.05;
/** A cap that is older was held for already; a person may have let the sender go on since. */
const FRESH_MS = 2 * 60_000;
/** Says in a mail what "STOP to end" says in a text. */
const MAIL_ENDING = 'To get no more of these emails, reply with the word unsubscribe.';
const CARRIER: Who = { kind: 'provider', id: 'twilio' };
const MAIL: Who = { kind: 'provider', id: 'mail' };

/**
 * What follows from messages that failed: a second try where the carrier never sent them, a mail in the place of
 * a text, numbers closed or marked, opt-outs kept, alerts halted, the sender held. Safe to run at any time and
 * twice: each statement finds only what was not done yet.
 * @param since ms UTC; what failed from then on
 */
export const followUp = async (
  world: World,
  since: number = world.clock.now() - LOOK_BACK_MS,
): Promise<Record<string, number>> => ({
  halted: await haltMisconfigured(world, since),
  filtered: await haltFiltered(world, since),
  held: await holdSender(world, since),
  stopped: await keepOptOuts(world, since),
  closed: await closeBadNumbers(world, since),
  suspect: (await markSuspects(world, since, 'sms')) + (await markSuspects(world, since, 'email')),
  again: await tryAgain(world, since),
  byEmail: await mailInstead(world, since),
});

/** For the clock, which gives no place to start from. */
export const followUpClock = (world: World): Promise<Record<string, number>> => followUp(world);

const tryAgain = async (world: World, since: number): Promise<number> => {
  const now = world.clock.now();
  const dueAt = now + AGAIN_AFTER_MS;
  const lost = await world.db.all(lostTexts, { since, codes: codesFor('new-attempt'), dueAt, limit: MOST });
  if (lost.length === 0) return 0;
  await world.db.record(
    newAttempts(lost, { states: ['undelivered', 'failed'], orderedBy: null, dueAt, now }),
  );
  return lost.length;
};

const mailInstead = async (world: World, since: number): Promise<number> => {
  const params = { since, codes: codesFor('email', 'hold'), now: world.clock.now() };
  const done = await world.db.record([
    change(wordsInstead, { ...params, ending: MAIL_ENDING }),
    change(tallyInstead, params),
    change(mailsInstead, params),
  ]);
  const ids = (done[2]?.rows ?? []).map((row) => Number(row.id)).toSorted((a, b) => a - b);
  await enqueuePages(world, pagesAround(ids.map((id) => ({ id, channel: 'email', segments: 1, urgent: 0 }))));
  return ids.length;
};

const closeBadNumbers = async (world: World, since: number): Promise<number> => {
  const numbers = await world.db.all(badNumbers, { since, codes: codesFor('invalidate'), limit: MOST });
  if (numbers.length === 0) return 0;
  await world.db.commit(
    numbers.map(({ memberId, contactPointId, deliveryId, code }) => ({
      who: CARRIER,
      action: 'contact.invalidate',
      subject: { kind: 'member', id: memberId },
      detail: { contactPointId, deliveryId, code },
    })),
    [change(closeNumbers, { numbers, now: world.clock.now() })],
  );
  return numbers.length;
};

const markSuspects = async (world: World, since: number, channel: 'sms' | 'email'): Promise<number> => {
  const code = UNREACHED[channel];
  const numbers = await world.db.all(suspectNumbers, {
    since,
    channel,
    code,
    most: SUSPECT_FROM,
    limit: MOST,
  });
  if (numbers.length === 0) return 0;
  await world.db.commit(
    numbers.map(({ memberId, contactPointId, deliveryId }) => ({
      who: channel === 'sms' ? CARRIER : MAIL,
      action: 'contact.suspect',
      subject: { kind: 'member', id: memberId },
      detail: { contactPointId, deliveryId, code },
    })),
    [change(markSuspect, { ids: numbers.map((one) => one.contactPointId), now: world.clock.now() })],
  );
  return numbers.length;
};

const keepOptOuts = async (world: World, since: number): Promise<number> => {
  const late = await world.db.all(lateOptOuts, { since, codes: codesFor('suppress'), limit: MOST });
  for (const { id, address } of late) await keepOptOut(world, { id, address });
  return late.length;
};

/** Keeps an opt-out that the carrier knew of as ours. */
export const keepOptOut = async (world: World, one: { id: number; address: string }): Promise<void> => {
  const evidence = { kind: 'delivery', id: String(one.id) };
  await world.db.commit(
    { who: CARRIER, action: 'suppression.add', subject: evidence },
    await suppressionChanges(world, {
      channel: 'sms',
      address: one.address,
      reason: 'stopped',
      byCarrier: true,
      evidence,
      who: CARRIER,
    }),
  );
};

const haltMisconfigured = async (world: World, since: number): Promise<number> => {
  const alerts = await world.db.all(misconfigured, { since, codes: codesFor('halt') });
  for (const { alertId, code } of alerts)
    await haltAlert(world, {
      id: alertId,
      who: CARRIER,
      reason: `${codeInWords(code) ?? 'The carrier refuses our account'} (${code}).`,
      detail: { code },
    });
  return alerts.length;
};

const haltFiltered = async (world: World, since: number): Promise<number> => {
  const codes = codesFor('watch');
  const alerts = await world.db.all(filteredAlerts, { since, codes });
  const bad = alerts.filter(
    ({ filtered, out }) => filtered >= FILTERED_FROM && filtered > out * FILTERED_PART,
  );
  for (const { alertId, filtered, out } of bad)
    await haltAlert(world, {
      id: alertId,
      who: CARRIER,
      reason: `Filtered by the carrier (${codes.join(', ')}): ${filtered} of ${out} texts. Read the text again: carriers stop words and links that look like spam.`,
      detail: { code: codes.join(' '), filtered, out },
    });
  return bad.length;
};

const holdSender = async (world: World, since: number): Promise<number> => {
  const [cap] = await world.db.all(usedUp, {
    since: Math.max(since, world.clock.now() - FRESH_MS),
    codes: codesFor('hold'),
  });
  if (cap) await holdForTheDay(world, cap.code);
  return cap ? 1 : 0;
};
