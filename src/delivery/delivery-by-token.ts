import { sha256 } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { carriedRows, deliveryOfToken } from './queries.ts';

/** Texts get forwarded, so a page dies with its use. */
const DEAD_AFTER_CLOSE_MS = 30 * 24 * 3_600_000;
const TOKEN = /^[0-9A-Za-z]{10}$/;

/**
 * The delivery that a page's token was made for, or null: never made by us, or dead, 30 days after the close.
 * @returns with `carried`: members who share its number, of whom the page must ask which one answers
 */
export const deliveryByToken = async (world: World, token: string) => {
  if (!TOKEN.test(token)) return null;
  const row = await world.db.first(deliveryOfToken, { tokenHash: await sha256(token) });
  if (!row) return null;
  if (row.alertClosedAt !== null && row.alertClosedAt < world.clock.now() - DEAD_AFTER_CLOSE_MS) return null;
  return { ...row, carried: await world.db.all(carriedRows, { id: row.id }) };
};
export type PageDelivery = NonNullable<Awaited<ReturnType<typeof deliveryByToken>>>;
