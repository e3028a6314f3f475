import * as z from 'zod';
import { isDate, localDate } from '../platform/days.ts';
import { conflict, invalid, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { inChunks } from '../people/index.ts';
import { networkSettings } from '../staff/index.ts';
import { fileInput } from './import-officials.ts';
import { preparedSeats } from './prepared-seats.ts';
import {
  dropPreparedReach,
  dropPreparedSeats,
  knownChambers,
  knownDistricts,
  mapsInForce,
  mapsPrepared,
  membersUnreached,
  putPreparedReach,
  putPreparedSeats,
} from './queries.ts';
import { readReachRows, rowsOfReach } from './reach-rows.ts';
import type { RejectedRow } from './refresh.ts';

/** What a prepared map is, or would be. */
export interface PreparedMap {
  chamberId: string;
  state: string;
  /** "Montana House" */
  name: string;
  seats: number;
  /** School districts that will reach its seats. */
  districts: number;
  /** School districts with members that will reach none of them. */
  unreached: number;
  /** The first day of the map that was prepared before, and is replaced. */
  replaces: string | null;
}

/**
 * Prepares the map of a chamber ahead of its first day, from the file of who will reach its seats. Until then nothing
 * changes; on that day the old map ends and this one begins by itself. The same chamber again replaces what was prepared.
 */
export const prepareMap = verb({
  name: 'seat.prepare',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    file: fileInput.file,
    fileName: fileInput.fileName,
    dryRun: fileInput.dryRun,
    acceptGoodRows: z.boolean().default(false),
    /** The first day of the new map: after today. */
    on: z.string().refine(isDate, 'The first day of the new map, for example 2027-01-04.'),
  }),
  async run(world, who, { file, dryRun, acceptGoodRows, on }) {
    const csv = rowsOfReach(file);
    if (!csv.ok) return csv;
    const { zone } = await networkSettings(world);
    if (on <= localDate(world.clock.now(), zone))
      return invalid([
        {
          field: 'on',
          message: 'A day to come. Where the new map is in force already, end the old one instead.',
        },
      ]);
    const ids = [...new Set(csv.value.rows.map((row) => (row.cells.district_nces ?? '').trim()))];
    const districts = await world.db.all(knownDistricts, { ids });
    const states = new Map(districts.map((district) => [district.nces, district.state]));
    const inForce = await world.db.all(mapsInForce, {});
    const chambers = (await world.db.all(knownChambers, {})).filter(({ id }) =>
      inForce.some(({ chamberId }) => chamberId === id),
    );
    const made = preparedSeats(csv.value.rows, states, chambers, on);
    const wrong = new Set(made.rejected.map(({ line }) => line));
    const read = readReachRows(
      csv.value.rows.filter(({ line }) => !wrong.has(line)),
      states,
      made.seats,
    );
    const rejected: RejectedRow[] = [...csv.value.rejected, ...made.rejected, ...read.rejected].toSorted(
      (a, b) => a.line - b.line,
    );
    if (!dryRun && ((rejected.length > 0 && !acceptGoodRows) || read.good.length === 0))
      return invalid(
        rejected
          .slice(0, 50)
          .map((row) => ({ field: `line ${row.line}: ${row.field}`, message: row.reason })),
        `${rejected.length} rows cannot be taken. Nothing was prepared.`,
      );
    const before = await world.db.all(mapsPrepared, {});
    const placed = new Map(made.seats.map((seat) => [seat.seatId, seat]));
    const stateOf = (row: { seatId: string }) => placed.get(row.seatId)?.state ?? '';
    const spoken = Map.groupBy(read.good, (row) => `${row.chamberId} ${stateOf(row)}`);
    const maps: PreparedMap[] = [];
    for (const [key, rows] of spoken) {
      const [chamberId = '', state = ''] = key.split(' ');
      const reached = [...new Set(rows.map(({ districtNces }) => districtNces))];
      maps.push({
        chamberId,
        state,
        name: chambers.find(({ id }) => id === chamberId)?.name ?? chamberId,
        seats: made.seats.filter((seat) => seat.chamberId === chamberId && seat.state === state).length,
        districts: reached.length,
        unreached: (await world.db.first(membersUnreached, { state, reached }))?.districts ?? 0,
        replaces: before.find((one) => one.chamberId === chamberId && one.state === state)?.on ?? null,
      });
    }
    const report = { on, dryRun, maps, rejected };
    if (dryRun) return ok(report);
    const seats = made.seats.filter((seat) => spoken.has(`${seat.chamberId} ${seat.state}`));
    const done = await world.db.commit(
      {
        who,
        action: 'seat.prepare',
        subject: { kind: 'chamber', id: maps.map(({ chamberId }) => chamberId).join(' ') },
        detail: { on, seats: seats.length, rows: read.good.length },
      },
      [
        ...maps.flatMap(({ chamberId, state }) => [
          change(dropPreparedReach, { chamberId, state }),
          change(dropPreparedSeats, { chamberId, state }),
        ]),
        change(putPreparedSeats, { seats: seats.map((seat) => ({ ...seat })), on }),
        ...inChunks(read.good).map((rows) =>
          change(putPreparedReach, { rows: rows.map((row) => ({ ...row })) }),
        ),
      ],
    );
    return done ? ok(report) : conflict('Somebody else was preparing a map at the same time. Look again.');
  },
});

/** Takes away a map that was prepared and has not begun. */
export const discardMap = verb({
  name: 'seat.discard',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ chamberId: z.string(), state: z.string() }),
  async run(world, who, { chamberId, state }) {
    const map = (await world.db.all(mapsPrepared, {})).find(
      (one) => one.chamberId === chamberId && one.state === state,
    );
    if (!map) return conflict('No map of that chamber is prepared, or it has begun.');
    const done = await world.db.commit(
      {
        who,
        action: 'seat.discard',
        subject: { kind: 'chamber', id: chamberId },
        detail: { state, on: map.on, seats: map.seats },
      },
      [change(dropPreparedReach, { chamberId, state }), must(dropPreparedSeats, { chamberId, state })],
    );
    return done ? ok(map) : conflict('The map has begun, or somebody else discarded it.');
  },
});
