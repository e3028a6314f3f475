import * as z from 'zod';
import { newestImportId } from '../people/index.ts';
import { invalid, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { commitRefresh } from './commit-refresh.ts';
import { AT_LARGE, US_HOUSE } from './chambers.ts';
import { readJsonFile, sourceOf, zipFile } from './files.ts';
import { fileInput } from './import-officials.ts';
import { planReach } from './put-reach.ts';
import { allSeats, districtsOf, reachNow } from './queries.ts';
import type { ReachRow } from './reach-rows.ts';
import type { Refresh } from './refresh.ts';
import { feedTurnOf } from './turns.ts';

/** A district whose representative somebody has to choose, and why. */
export interface ByHand {
  nces: string;
  name: string;
  zip: string | null;
  reason: string;
}

/**
 * Gives each school district its representative in the US House by its ZIP code. A ZIP code that lies in
 * two districts decides nothing: such school districts, and those without a ZIP code, are listed. Where a
 * file of reach or staff said it already, that stands.
 */
export const assignReachByZip = verb({
  name: 'reach.assign_by_zip',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({ file: fileInput.file, fileName: fileInput.fileName, dryRun: fileInput.dryRun }),
  async run(world, who, { file, fileName, dryRun }) {
    const newest = await newestImportId(world);
    const read = readJsonFile(zipFile, file);
    if (!read.ok) return read;
    const { state, snapshot: asOf, zcta_to_cd: map } = read.value;
    const seats = new Map(
      (await world.db.all(allSeats, {}))
        .filter((seat) => seat.chamberId === US_HOUSE.id && seat.state === state)
        .map((seat) => [seat.district, seat.seatId]),
    );
    if (seats.size === 0)
      return invalid([
        {
          field: 'file',
          message: `No seat of ${state} in the US House is known. Import the members of Congress first.`,
        },
      ]);

    const rows: ReachRow[] = [];
    const byHand: ByHand[] = [];
    const everyDistrict = await world.db.all(districtsOf, { states: [state] });
    const reach = await world.db.all(reachNow, { districts: everyDistrict.map(({ nces }) => nces) });
    const settled = new Set(
      reach
        .filter((one) => one.chamberId === US_HOUSE.id && (one.source === 'hand' || one.source === 'csv'))
        .map((one) => one.districtNces),
    );
    const districts = everyDistrict.filter(({ nces }) => !settled.has(nces));
    for (const { nces, name, zip } of districts) {
      const numbers = map[(zip ?? '').slice(0, 5)] ?? [];
      const found = numbers.flatMap((no) => seats.get(no === 0 ? AT_LARGE : String(no)) ?? []);
      const only = found.length === 1 && numbers.length === 1 ? found[0] : undefined;
      if (only) rows.push({ districtNces: nces, seatId: only, chamberId: US_HOUSE.id, share: 1 });
      else byHand.push({ nces, name, zip, reason: reasonFor(zip, numbers) });
    }
    const scopes = districts.map(({ nces }) => ({ districtNces: nces, chamberId: US_HOUSE.id }));
    const plan = await planReach(world, rows, 'zip', scopes);
    const source = sourceOf(read.value);
    const refresh: Refresh & { byHand: ByHand[] } = {
      kind: 'zip',
      dryRun,
      importId: null,
      source,
      asOf,
      ...plan.counts,
      rejected: [],
      notes: [
        `${rows.length} of ${everyDistrict.length} school districts have one representative by their ZIP code.`,
        ...(byHand.length > 0 ? [`${byHand.length} are left to be set by hand.`] : []),
      ],
      byHand,
    };
    if (dryRun) return ok(refresh);
    const id = world.ids.next();
    const feed = await feedTurnOf(world, who, { jurisdiction: state, kind: 'zip', source, asOf });
    const action = 'reach.assign_by_zip';
    const made = { id, kind: 'reach' as const, action, file, fileName, newest, refresh };
    return commitRefresh(world, who, { ...made, lines: plan.lines, feeds: [feed] }, plan.changes(id));
  },
});

const reasonFor = (zip: string | null, numbers: number[]): string => {
  if (!zip) return 'No ZIP code is known for this district.';
  if (numbers.length === 0) return `The ZIP code ${zip} is not in the file.`;
  if (numbers.length === 1) return `District ${numbers[0]} has no seat here.`;
  return `The ZIP code ${zip} lies in the districts ${numbers.join(' and ')}.`;
};
