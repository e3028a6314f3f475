import { change } from '../platform/statement.ts';
import type { ListedSms, World } from '../platform/world.ts';
import { moveWatermark, ourNumbers, unknownTexts, watermarkOf } from './queries.ts';
import { receiveSms } from './receive-sms.ts';

const MARK = 'twilio.inbound';
/** The provider's list may lag, and its clock and ours differ. */
const OVERLAP_MS = 3_600_000;
const FIRST_LOOK_MS = 24 * 3_600_000;
const IDS_AT_ONCE = 500;

/**
 * Reads the provider's own list of texts sent to us since the last sweep, an hour twice over, and takes in those
 * that no webhook brought. The mark moves only after all of them are stored, so nothing is skipped for a fault.
 * The list does not tell what the carrier did by itself with a word, so our own keywords decide.
 */
export const sweepInbound = async (world: World): Promise<Record<string, number>> => {
  const began = world.clock.now();
  const mark = await world.db.first(watermarkOf, { name: MARK });
  const sentAfter = (mark?.at ?? began - FIRST_LOOK_MS) - OVERLAP_MS;
  const texts = await textsSince(world, sentAfter);
  const unknown = await unknownOf(world, texts);
  const missed = texts.filter(({ providerId }) => unknown.has(providerId));
  const faults: unknown[] = [];
  // One after the other, the oldest first: of STOP and START the later one must come last.
  for (const text of missed) {
    try {
      await take(world, text);
    } catch (error) {
      faults.push(error);
      world.log.fault('sweep.not_taken', error, { providerId: text.providerId });
    }
  }
  if (faults.length > 0)
    throw new Error(
      `${faults.length} of ${missed.length} missed texts could not be stored. The next sweep tries again.`,
    );
  await world.db.record([change(moveWatermark, { name: MARK, at: began })]);
  return { listed: texts.length, missed: missed.length };
};

/** Texts of people since an instant, each once, the oldest first. */
const textsSince = async (world: World, sentAfter: number): Promise<ListedSms[]> => {
  const numbers = await world.db.all(ourNumbers, {});
  const lists =
    numbers.length === 0
      ? [await world.sms.list({ sentAfter })]
      : await Promise.all(numbers.map(({ number }) => world.sms.list({ to: number, sentAfter })));
  const inbound = lists.flat().filter((one) => one.direction === 'inbound');
  return [...new Map(inbound.map((one) => [one.providerId, one])).values()].toSorted(
    (a, b) => a.createdAt - b.createdAt,
  );
};

const unknownOf = async (world: World, texts: ListedSms[]): Promise<Set<string>> => {
  const unknown = new Set<string>();
  for (let at = 0; at < texts.length; at += IDS_AT_ONCE) {
    const ids = texts.slice(at, at + IDS_AT_ONCE).map((one) => one.providerId);
    for (const { id } of await world.db.all(unknownTexts, { ids })) unknown.add(id);
  }
  return unknown;
};

const take = async (world: World, text: ListedSms): Promise<void> => {
  const result = await receiveSms(
    world,
    { kind: 'provider', id: 'twilio' },
    {
      providerId: text.providerId,
      from: text.from,
      to: text.to,
      body: text.body,
      optOutType: null,
      // The list says where the pictures are listed, not what they are.
      media: text.mediaList ? [{ url: text.mediaList, type: 'list' }] : [],
      at: text.createdAt,
    },
  );
  if (!result.ok) throw new Error(`A text was not taken: ${result.problem.message}`);
};
