import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { allSeats, clearReach, districtByNces, fillStatewide, setReachRows } from './queries.ts';

/**
 * Sets by hand which seats of one chamber a school district reaches; what was there for that chamber is
 * replaced, and no file changes it again. An empty list takes it away and leaves the chamber to the files.
 */
export const setReach = verb({
  name: 'reach.set',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({
    districtNces: z.string().min(1),
    chamberId: z.string().min(1),
    seats: z
      .array(
        z.strictObject({
          seatId: z.string().min(1),
          share: z.number().gt(0, 'More than 0.').lte(1, 'At most 1.').default(1),
        }),
      )
      .max(60),
  }),
  async run(world, who, { districtNces, chamberId, seats }) {
    const district = await world.db.first(districtByNces, { nces: districtNces });
    if (!district) return missing('That school district');
    const known = await world.db.all(allSeats, {});
    const fields = seats.flatMap(({ seatId }, at) => {
      const seat = known.find((one) => one.seatId === seatId && one.chamberId === chamberId);
      if (!seat) return [{ field: `seats.${at}.seatId`, message: 'There is no such seat in this chamber.' }];
      if (seat.state !== district.state)
        return [{ field: `seats.${at}.seatId`, message: `This seat is not in ${district.state}.` }];
      if (seats.findIndex((one) => one.seatId === seatId) < at)
        return [{ field: `seats.${at}.seatId`, message: 'This seat is named twice.' }];
      return [];
    });
    if (fields.length > 0) return invalid(fields);
    const done = await world.db.commit(
      {
        who,
        action: 'reach.set',
        subject: { kind: 'district', id: districtNces },
        detail: { chamberId, seats: seats.map((seat) => seat.seatId) },
      },
      [
        change(clearReach, { districtNces, chamberId }),
        change(setReachRows, { districtNces, chamberId, rows: seats }),
        change(fillStatewide, {}),
      ],
    );
    return done
      ? ok({ districtNces, chamberId, seats })
      : conflict('Somebody else changed this district at the same time. Look again.');
  },
});
