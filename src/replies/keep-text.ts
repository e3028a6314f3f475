import * as z from 'zod';
import type { InboundSms } from '../delivery/index.ts';
import type { World } from '../platform/world.ts';
import { looksLikeOptOut } from './opt-out.ts';
import { receiveSms } from './receive-sms.ts';

type Text = Parameters<InboundSms['receive']>[1];

const FOLDER = 'inbound/';
/** Left alone for so long: its job is on the way. */
const YOUNG_MS = 5 * 60_000;

const kept = z.object({
  providerId: z.string(),
  from: z.string(),
  to: z.string(),
  body: z.string(),
  optOutType: z.enum(['STOP', 'START', 'HELP']).nullable(),
  media: z.array(z.object({ url: z.string(), type: z.string() })),
  at: z.number(),
});

/** Whether a text is an opt-out or may be one. Until that is in the database, sends to the number can be claimed. */
export const couldMeanStop = ({ optOutType, body }: Pick<Text, 'optOutType' | 'body'>): boolean =>
  optOutType === 'STOP' || looksLikeOptOut(body) !== null;

/** Keeps a text that the database refused: as an object, and its key in the queue. Throws where either fails. */
export const keepText = async (world: World, text: Text): Promise<void> => {
  const key = `${FOLDER}${encodeURIComponent(text.providerId)}.json`;
  await world.files.put(key, JSON.stringify(text), 'application/json');
  await world.events.send([{ kind: 'reply.take_kept', body: { key } }]);
};

/** Takes in a kept text, then takes the object away. One that is gone was taken in before. */
export const takeKept = async (world: World, body: unknown): Promise<void> => {
  const { key } = z.object({ key: z.string().startsWith(FOLDER) }).parse(body);
  const bytes = await world.files.get(key);
  if (!bytes) return;
  const text = kept.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const result = await receiveSms(world, { kind: 'provider', id: 'twilio' }, text);
  if (!result.ok) throw new Error(`A kept text was not taken: ${result.problem.message}`);
  await world.files.remove(key);
};

/** Takes in what was kept over five minutes ago and whose job was lost or given up. */
export const takeLeftOver = async (world: World): Promise<Record<string, number>> => {
  const before = world.clock.now() - YOUNG_MS;
  const old = (await world.files.list(FOLDER)).filter(({ at }) => at <= before);
  let failed = 0;
  for (const { key } of old) {
    try {
      await takeKept(world, { key });
    } catch (error) {
      failed += 1;
      world.log.fault('text.not_taken', error);
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${old.length} kept texts could not be taken in.`);
  return { kept: old.length };
};
