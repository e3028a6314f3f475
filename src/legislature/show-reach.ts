import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { seatName } from './chambers.ts';
import { OFFICIAL_READERS } from './list-officials.ts';
import { officialsOfDistrict } from './officials-of.ts';
import { allSeats, chambersWithSeats, districtByNces, reachNow, seatsOnDay } from './queries.ts';

/** A school district with the officials it reaches, now and on a day that is asked for, and each chamber of its state with seats and reach. */
export const showReach = view({
  name: 'reach.show',
  by: OFFICIAL_READERS,
  input: z.strictObject({
    districtNces: z.string().min(1),
    /** A day, past or to come: whom the district reaches then, by the maps that are known. */
    on: z.string().refine(isDate, 'A day, for example 2027-01-04.').optional(),
  }),
  async run(world, _who, { districtNces, on }) {
    const district = await world.db.first(districtByNces, { nces: districtNces });
    if (!district) return missing('That school district');
    const reach = await world.db.all(reachNow, { districts: [districtNces] });
    const seats = (await world.db.all(allSeats, {})).filter((seat) => seat.state === district.state);
    const chambers = (await world.db.all(chambersWithSeats, {}))
      .map((chamber) => ({
        id: chamber.id,
        name: chamber.name,
        seats: seats.filter((seat) => seat.chamberId === chamber.id),
        reach: reach.filter((one) => one.chamberId === chamber.id),
      }))
      .filter((chamber) => chamber.seats.length > 0);
    const officials = await officialsOfDistrict(world, districtNces);
    const then = on && (await world.db.all(seatsOnDay, { nces: districtNces, on }));
    const seatsThen = then ? then.map((row) => ({ ...row, seatName: seatName(row) })) : null;
    return ok({ ...district, officials, chambers, seatsThen });
  },
});
