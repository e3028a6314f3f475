import * as z from 'zod';
import { committeeName } from '../legislature/index.ts';
import { addDays, isDate, localDate } from '../platform/days.ts';
import { invalid, missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { partnerOf, regionOf } from '../platform/who.ts';
import { networkSettings } from '../staff/index.ts';
import { askersOf } from './askers.ts';
import { countsOf, heardIn, overTime, seatsOf } from './board.ts';
import { boardBill, boardSeats, heardFrom, stancesOverTime } from './board-queries.ts';

const DAY_MS = 86_400_000;
/** A hearing so far ahead is named on the board. */
const HEARING_DAYS = 60;
const WEEK = 7;
const WEEKS_BACK = [28, 21, 14, 7, 0];

type Body = { id: string; kind: 'chamber' | 'committee'; name: string; chamber: string | null };

const nameOf = ({ kind, name, chamber }: Body) => (kind === 'chamber' ? name : committeeName(name, chamber));

/** The committee of the next hearing or the last, else the chamber where a bill of this number began. */
const bodyFor = (bodies: Body[], committeeId: string | null | undefined, number: string) =>
  bodies.find((one) => one.id === committeeId) ??
  bodies.find((one) => one.chamber === (number.startsWith('S') ? 'upper' : 'lower')) ??
  bodies[0];

/**
 * Where the votes on a bill stand: every seat of a chamber or committee with its holder's latest stance, who reported it
 * and when, what moved in the week before, and who should ask next.
 *
 * A regional president is told members of the region; a partner is told no member and no reporter, and only of bills on
 * which talking points are shared.
 * @returns the seats of `body`, a chamber or committee; `over`, their counts of four weeks; `heard` from the official that
 *   was named; `bodies` to choose from; the `hearings` ahead
 */
export const showBoard = view({
  name: 'board.show',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'partner'],
  input: z.strictObject({
    billId: z.string().min(1),
    /** A chamber or committee; the committee of the next hearing without it. */
    bodyId: z.string().nullish(),
    /** As it stood at the end of this day. */
    on: z.string().refine(isDate, 'Write the date as year-month-day, for example 2027-02-09.').nullish(),
    /** An official: what was heard from them comes with it. */
    officialId: z.string().nullish(),
  }),
  async run(world, who, input) {
    const { zone } = await networkSettings(world);
    const now = world.clock.now();
    const today = localDate(now, zone);
    const on = input.on ?? today;
    const organization = partnerOf(who);
    const partner = organization !== null;
    // No member is of the region without a name: a partner is told none.
    const regionId = partner ? '' : regionOf(who);
    const [bill, hearings] = await Promise.all([
      world.db.first(boardBill, { billId: input.billId, partner: organization }),
      world.hearingsAhead(world, { until: now + HEARING_DAYS * DAY_MS, billId: input.billId, regionId }),
    ]);
    if (!bill || (partner && bill.shared === 0)) return missing('That bill');
    const bodies = JSON.parse(bill.bodies) as Body[];
    const soonest = hearings.find((one) => one.committeeId !== null)?.committeeId;
    const body = input.bodyId
      ? bodies.find((one) => one.id === input.bodyId)
      : bodyFor(bodies, soonest ?? bill.lastCommitteeId, bill.number);
    if (input.bodyId && !body)
      return invalid([{ field: 'bodyId', message: 'This chamber or committee does not hear the bill.' }]);
    const { position } = bill;
    const rows = body
      ? await world.db.all(boardSeats, {
          billId: bill.id,
          chamberId: body.kind === 'chamber' ? body.id : null,
          committeeId: body.kind === 'committee' ? body.id : null,
          on,
          before: addDays(on, -WEEK),
          regionId,
        })
      : [];
    const all = seatsOf(rows, position, !partner);
    const officialIds = all.flatMap((seat) => seat.officialId ?? []);
    // Whoever is with us needs nobody to ask; the one who is looked at is shown with those who could.
    const wanted = all.flatMap(({ seatId, officialId, group }) =>
      seatId && officialId && (group.key !== 'with-us' || officialId === input.officialId)
        ? [{ seatId, officialId }]
        : [],
    );
    const days = WEEKS_BACK.map((back) => addDays(on, -back));
    const [askers, counts, heard] = await Promise.all([
      partner ? null : askersOf(world, { seats: wanted, regionId, zone }),
      world.db.all(stancesOverTime, { billId: bill.id, officialIds, days }),
      input.officialId
        ? world.db.all(heardFrom, { billId: bill.id, officialId: input.officialId, regionId })
        : [],
    ]);
    return ok({
      bill: { id: bill.id, number: bill.number, title: bill.title, status: bill.status, position },
      bodies: bodies.map((one) => ({ id: one.id, name: nameOf(one) })),
      body: body ? { id: body.id, kind: body.kind, name: nameOf(body) } : null,
      hearings,
      on,
      today,
      counts: countsOf(all, position),
      total: all.length,
      seats: all.map((seat) => ({ ...seat, askers: askers?.get(seat.officialId ?? '') ?? [] })),
      over: overTime(counts, days, officialIds.length, position),
      heard: heardIn(heard, position, !partner),
    });
  },
});
type Shown = Awaited<ReturnType<typeof showBoard>>;
export type Board = Extract<Shown, { ok: true }>['value'];
