import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { OFFICIAL_READERS } from './list-officials.ts';
import { officialsOfDistrict } from './officials-of.ts';
import { allSeats, chambersWithSeats, districtByNces, reachNow } from './queries.ts';

/** A school district with the officials it reaches, and each chamber of its state with seats and reach. */
export const showReach = view({
  name: 'reach.show',
  by: OFFICIAL_READERS,
  input: z.strictObject({ districtNces: z.string().min(1) }),
  async run(world, _who, { districtNces }) {
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
    return ok({ ...district, officials: await officialsOfDistrict(world, districtNces), chambers });
  },
});
