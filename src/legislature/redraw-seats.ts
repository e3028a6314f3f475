import * as z from 'zod';
import { isDate, localDate, showShortDay } from '../platform/days.ts';
import { conflict, invalid, missing, ok, refused } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb, view } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { OFFICIAL_READERS } from './list-officials.ts';
import { endSeats, endTenuresOfSeats, mapsInForce, mapsPrepared } from './queries.ts';

/** The maps in force: each chamber in each state with its seats, who holds them and which school districts reach them; and those prepared. */
export const listMaps = view({
  name: 'seat.list_maps',
  by: OFFICIAL_READERS,
  input: z.strictObject({}),
  async run(world) {
    const [data, prepared] = await Promise.all([
      world.db.all(mapsInForce, {}),
      world.db.all(mapsPrepared, {}),
    ]);
    return ok({ data, nextCursor: null, prepared });
  },
});

/**
 * Ends the map of a chamber in a state on a day: its seats end, who held them leaves them, and all of it stays on
 * record with the reach it had. The next file of officials begins the seats of the new map from that day, and reach is
 * brought anew.
 */
export const redrawSeats = verb({
  name: 'seat.redraw',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    chamberId: z.string().min(1, 'Choose a chamber.'),
    state: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters of a state.'),
    /** The first day of the new map: today or before. */
    on: z.string().refine(isDate, 'The first day of the new map, for example 2033-01-03.'),
  }),
  async run(world, who, { chamberId, state, on }) {
    const map = (await world.db.all(mapsInForce, {})).find(
      (one) => one.chamberId === chamberId && one.state === state,
    );
    if (!map) return missing('That map');
    const prepared = (await world.db.all(mapsPrepared, {})).find(
      (one) => one.chamberId === chamberId && one.state === state,
    );
    if (prepared)
      return refused(
        'map-prepared',
        `A new map is prepared, and ends this one by itself on ${showShortDay(prepared.on, { year: true })}. Discard that one first.`,
      );
    const { zone } = await networkSettings(world);
    if (on > localDate(world.clock.now(), zone))
      return invalid([
        { field: 'on', message: 'Do this on the day on which the new map begins, or after it.' },
      ]);
    if (map.fromOn !== null && on <= map.fromOn)
      return invalid([{ field: 'on', message: 'The map in force began on that day or later.' }]);
    const done = await world.db.commit(
      {
        who,
        action: 'seat.redraw',
        subject: { kind: 'chamber', id: chamberId },
        detail: { state, on, seats: map.seats, holders: map.holders },
      },
      [must(endSeats, { chamberId, state, on }), change(endTenuresOfSeats, { chamberId, state, on })],
    );
    return done
      ? ok({ chamberId, state, on, seats: map.seats, holders: map.holders })
      : conflict('Somebody else ended this map at the same time.');
  },
});
