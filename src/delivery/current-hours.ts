import type { World } from '../platform/world.ts';
import { hoursRows } from './hours-queries.ts';
import { hourBook, type HourBook } from './window.ts';

/** So long an isolate may not know of hours that somebody set elsewhere. */
const KEPT_MS = 60_000;

// By the settings, which live as long as the isolate: the hours are read once a minute, not once a page.
const known = new WeakMap<object, { book: HourBook; words: string; at: number }>();

/** The hours in force and to come, read at most once a minute. */
export const currentHours = async (world: World): Promise<HourBook> => {
  const now = world.clock.now();
  const last = known.get(world.settings);
  if (last && last.at <= now && now - last.at < KEPT_MS) return last.book;
  const rows = await world.db.all(hoursRows, {});
  const words = JSON.stringify(rows);
  // Windows worked out from the same rows still hold.
  const book = last?.words === words ? last.book : hourBook(rows);
  known.set(world.settings, { book, words, at: now });
  return book;
};

/** Makes the next use read the hours anew: somebody changed them. */
export const forgetHours = (world: World): void => void known.delete(world.settings);
