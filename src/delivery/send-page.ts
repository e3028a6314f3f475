import type { z } from 'zod';
import { pageToken, sha256 } from '../platform/tokens.ts';
import type { Outcome, Page, Told, World } from '../platform/world.ts';
import { change } from '../platform/statement.ts';
import { claimPage, pageNeeds } from './claim-queries.ts';
import { afterRefusals } from './after-refusals.ts';
import { askLess } from './ask-less.ts';
import { currentHours } from './current-hours.ts';
import { IN_FLIGHT, lanesOf, type Lanes } from './in-flight.ts';
import { wordOf } from './outcome.ts';
import { giveBackUnused, leasesFor } from './leases.ts';
import { LONGEST_LINE_MS } from './pace.ts';
import { enqueuePages } from './pages-of.ts';
import { mailOf, textOf, type Claimed } from './render.ts';
import { wordChanges, type moveTally } from './result-queries.ts';
import { senderOf } from './senders.ts';
import { settleEmptied } from './settle-alerts.ts';
import type { HoursNow } from './window.ts';

/**
 * So many ids are noted at once as about to be posted; after a crash no more than these are ambiguous for each page
 * at work. A multiple of those in flight, so that no lane stands idle at the end of a block.
 */
const BLOCK = 2 * IN_FLIGHT;
/** Past this age a claim posts nothing more, well before anybody may take it for dead. */
const CLAIM_GOOD_MS = 60_000;

/**
 * Sends what is due of a range of deliveries: leases, claims what the lease covers, posts each once, records.
 * Safe to run twice and at the same time: a claim gives every row to one caller only. What the lease did not
 * cover, or the carrier asked to have later, comes again as a page of its own.
 * @param lanes shared by pages that are sent side by side: one waits for an answer while another posts
 * @returns how many were handed to a provider and answered, whatever the answer
 */
export const sendPage = async (
  world: World,
  page: Page,
  lanes: Lanes = lanesOf(IN_FLIGHT),
): Promise<{ sent: number }> => {
  const needs =
    page.channel && page.segments
      ? [{ channel: page.channel, segments: page.segments, urgent: page.urgent ? 1 : 0 }]
      : await world.db.all(pageNeeds, { fromId: page.fromId, toId: page.toId, now: world.clock.now() });
  let sent = 0;
  for (const need of needs) {
    const { fromId, toId } = page;
    const { channel, segments, urgent } = need;
    sent += await sendChannel(world, { fromId, toId, channel, segments, urgent: urgent === 1 }, lanes);
  }
  return { sent };
};

const sendChannel = async (world: World, page: Required<Page>, lanes: Lanes): Promise<number> => {
  const sender = senderOf(page.channel);
  const leases = await leasesFor(world, sender, page);
  const granted = leases.reduce((sum, one) => sum + one.granted, 0);
  const rest = page.segments - granted;
  if (rest > 0) await comeAgain(world, { ...page, segments: rest }, leases.at(-1)?.againInMs ?? 0);
  if (granted === 0) return 0;

  const tokens = await tokensOf(world, page);
  const claimId = world.ids.next();
  const now = world.clock.now();
  const hours = (await currentHours(world)).at(now);
  const [claim] = await world.db.record([
    change(claimPage, {
      fromId: page.fromId,
      toId: page.toId,
      channel: page.channel,
      leased: granted,
      claimId,
      tokenHashes: tokens.map((one) => one.hash),
      shut: hours.shut,
      clock: hours.clock,
      now,
    }),
  ]);
  const claimed = (claim?.rows ?? []) as z.output<typeof claimPage.row>[];
  const used = claimed.reduce((sum, one) => sum + segmentsFor(page.channel, one), 0);
  await giveBackUnused(world, sender, leases, granted - used);
  if (claimed.length === 0) return 0;

  const results: Result[] = [];
  let told: Told[] = [];
  for (let at = 0; at < claimed.length; at += BLOCK) {
    const block = claimed.slice(at, at + BLOCK);
    if (world.clock.now() - now > CLAIM_GOOD_MS) {
      results.push(...block.map((one) => ({ one, outcome: LATE })));
      continue;
    }
    try {
      await world.pacer.release(
        sender,
        claimId,
        block.map((one) => one.id),
        told,
      );
    } catch (error) {
      // Not noted, so not posted: a clock plans these again. What is posted already is recorded all the same.
      world.log.fault('delivery.not_released', error, { claimId, left: claimed.length - at });
      break;
    }
    const answered = await Promise.all(
      block.map(async (one) => {
        const token = tokens[one.id - page.fromId]?.token ?? '';
        return { one, outcome: await lanes(() => post(world, page.channel, one, token, hours)) };
      }),
    );
    told = answered.flatMap(toldOf);
    results.push(...answered);
  }
  await recorded(world, page, results);
  await finished(world, sender, claimId);
  return results.length;
};

interface Result {
  one: z.output<typeof claimPage.row>;
  outcome: Outcome;
}
const LATE = { kind: 'retry', code: 'claim_too_old', afterMs: 0 } as const satisfies Outcome;

/** What an answer proves, for the note that outlives a crash; an unclear one proves nothing. */
const toldOf = ({ one, outcome }: Result): Told[] =>
  outcome.kind === 'unknown'
    ? []
    : [{ id: one.id, providerId: outcome.kind === 'accepted' ? outcome.providerId : null }];

/** Lets the Pacer forget a claim. Where it cannot, it does by itself a day later. */
const finished = async (world: World, sender: string, claimId: string): Promise<void> => {
  try {
    await world.pacer.finish(sender, claimId);
  } catch (error) {
    world.log.fault('claim.not_forgotten', error, { claimId });
  }
};

/** Writes down what became of a claim: two statements, whatever its size, and where it was the last of an alert that too. */
const recorded = async (world: World, page: Required<Page>, results: Result[]): Promise<void> => {
  if (results.length === 0) return;
  const now = world.clock.now();
  const judged = results.map(({ one, outcome }) => ({ one, ...wordOf(one, outcome, now) }));
  const [tally] = await world.db.record(
    wordChanges(
      judged.map(({ word }) => word),
      now,
    ),
  );
  await afterRefusals(world, judged);
  const later = judged.filter(({ asks }) => asks === 'later');
  if (later.length > 0) {
    const segments = later.reduce((sum, { one }) => sum + segmentsFor(page.channel, one), 0);
    const dueAt = Math.max(...later.map(({ word }) => word.dueAt ?? now));
    const slower = later.find(({ word }) => word.code !== LATE.code);
    if (slower) await askLess(world, page.channel, slower.word.code ?? '', dueAt);
    await comeAgain(world, { ...page, segments }, dueAt - now);
  }
  await settleEmptied(world, (tally?.rows ?? []) as z.output<typeof moveTally.row>[]);
};

/** What has long to wait is left to the clock, which finds it when its time has come. */
const comeAgain = async (world: World, page: Required<Page>, inMs: number): Promise<void> => {
  if (inMs <= LONGEST_LINE_MS || page.urgent)
    await enqueuePages(world, [page], Math.max(1, Math.ceil(Math.min(inMs, LONGEST_LINE_MS) / 1000)));
};

const segmentsFor = (channel: 'sms' | 'email', one: { segments: number | null }) =>
  channel === 'sms' ? (one.segments ?? 1) : 1;

/** The page tokens of a range, from that of its first id on. */
const tokensOf = (world: World, page: Page) =>
  Promise.all(
    Array.from({ length: page.toId - page.fromId + 1 }, async (_, no) => {
      const token = await pageToken(world.settings.linkSecrets[0], page.fromId + no);
      return { token, hash: await sha256(token) };
    }),
  );

/** One POST, never repeated here. */
const post = async (
  world: World,
  channel: 'sms' | 'email',
  one: z.output<typeof claimPage.row>,
  token: string,
  hours: HoursNow,
): Promise<Outcome> => {
  if (one.address === null || one.words === null || one.words === '')
    return {
      kind: 'refused',
      code: 'no_address',
      reason: 'There was nothing to send, or nowhere to send it.',
    };
  const ready: Claimed = { ...one, address: one.address, words: one.words };
  try {
    return channel === 'sms'
      ? await world.sms.send(await textOf(world, ready, token, hours))
      : await world.mail.send(await mailOf(world, ready, token));
  } catch (error) {
    world.log.fault('delivery.post_failed', error, { id: one.id });
    return { kind: 'unknown', reason: 'fault of ours' };
  }
};
