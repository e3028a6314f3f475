import { localDate } from '../platform/days.ts';
import type { World } from '../platform/world.ts';

/**
 * Keeps what providers reported, as it was verified and without anything personal: one object for each batch, before
 * it is applied. A failure is told and stops nothing: the reports matter more than their copy.
 */
export const keepRaw = async (world: World, events: { kind: string; body: unknown }[]): Promise<void> => {
  if (events.length === 0) return;
  const at = world.clock.now();
  const key = `events/${localDate(at, 'UTC')}/${world.ids.next()}.json`;
  try {
    await world.files.put(key, JSON.stringify({ at, events }), 'application/json');
  } catch (error) {
    world.log.fault('events.not_kept', error, { events: events.length });
  }
};
