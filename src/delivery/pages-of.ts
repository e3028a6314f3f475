import * as z from 'zod';
import type { Page, World } from '../platform/world.ts';

/** People in a page: large enough that statements are few, small enough that a lost one is little. */
export const PAGE_SIZE = 200;

/** A page as it travels through the queue. */
export const pageShape = z.object({
  fromId: z.int(),
  toId: z.int(),
  channel: z.enum(['sms', 'email']).optional(),
  segments: z.number().optional(),
  urgent: z.boolean().optional(),
});

/** The ranges of a run of ids that lie together and belong to one channel. @param segments of each message */
export const pagesOf = (run: {
  fromId: number;
  toId: number;
  channel: 'sms' | 'email';
  segments: number;
}): Page[] => {
  const pages: Page[] = [];
  for (let fromId = run.fromId; fromId <= run.toId; fromId += PAGE_SIZE) {
    const toId = Math.min(run.toId, fromId + PAGE_SIZE - 1);
    pages.push({ fromId, toId, channel: run.channel, segments: (toId - fromId + 1) * run.segments });
  }
  return pages;
};

/** Ranges around single deliveries, in the order of their ids: none wider than a page, one channel and one urgency each. */
export const pagesAround = (
  rows: { id: number; channel: 'sms' | 'email'; segments: number; urgent: number }[],
): Page[] => {
  const pages: Required<Page>[] = [];
  const open = new Map<string, Required<Page>>();
  for (const row of rows) {
    const key = `${row.channel}.${row.urgent}`;
    const page = open.get(key);
    if (page && row.id - page.fromId < PAGE_SIZE) {
      page.toId = row.id;
      page.segments += row.segments;
    } else {
      const next = {
        fromId: row.id,
        toId: row.id,
        channel: row.channel,
        segments: row.segments,
        urgent: row.urgent === 1,
      };
      open.set(key, next);
      pages.push(next);
    }
  }
  return pages;
};

/** Hands pages to the queue. A failure costs a minute, not a message: a clock finds what is due. */
export const enqueuePages = async (world: World, pages: Page[], delaySeconds?: number): Promise<void> => {
  if (pages.length === 0) return;
  try {
    await world.deliveries.send(pages, delaySeconds);
  } catch (error) {
    world.log.fault('pages.not_sent', error, { pages: pages.length });
  }
};
