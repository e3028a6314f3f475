import * as z from 'zod';
import { newestImportId } from '../people/index.ts';
import { invalid, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { stateChamber } from './chambers.ts';
import { commitRefresh } from './commit-refresh.ts';
import { committeeFile, plainId, readJsonFile, sourceOf } from './files.ts';
import { fileInput } from './import-officials.ts';
import { committeeSeatsNow, committeesNow, officialsNow } from './queries.ts';
import type { Refresh } from './refresh.ts';
import { setCommittees } from './set-committees.ts';
import { olderFile, olderThan } from './refresh-seats.ts';
import { feedTurnOf } from './turns.ts';

/**
 * Takes the committees of a state's legislature and who sits on them. A committee or membership that the
 * file does not have is over; a committee where a hearing was held stays, without members.
 */
export const importCommittees = verb({
  name: 'committee.import',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    ...fileInput,
    /** Leaves out members whom no file of officials named, instead of refusing the file. */
    acceptGoodRows: z.boolean().default(false),
  }),
  async run(world, who, input) {
    const read = readJsonFile(committeeFile, input.file);
    if (!read.ok) return read;
    const newest = await newestImportId(world);
    const { state, snapshot: asOf } = read.value;
    const source = sourceOf(read.value);
    const feed = { jurisdiction: state, kind: 'committees' as const, source, asOf };
    const newer = input.acceptOlder ? null : await olderThan(world, feed);
    if (newer) return olderFile(asOf, newer);

    const committees = read.value.committees.map((one) => ({
      id: plainId(one.id),
      jurisdiction: state,
      chamberId: one.chamber === 'legislature' ? null : stateChamber(state, one.chamber).id,
      name: one.name,
      source,
      asOf,
    }));
    const listed = read.value.committees.flatMap((one, at) =>
      one.members.map(([person, role], no) => ({
        field: `committees.${at}.members.${no}`,
        committeeId: plainId(one.id),
        officialId: plainId(person),
        role: (role ?? 'member').replaceAll(/\s+/g, ' '),
      })),
    );
    const known = new Set(
      (await world.db.all(officialsNow, { ids: [...new Set(listed.map((one) => one.officialId))] })).map(
        (official) => official.id,
      ),
    );
    const unknown = listed.filter((one) => !known.has(one.officialId));
    const unknownReason = 'This person is not among the officials. Import the officials first.';
    if (unknown.length > 0 && !input.acceptGoodRows && !input.dryRun)
      return invalid(
        unknown.slice(0, 20).map(({ field }) => ({ field, message: unknownReason })),
        `${unknown.length} members of committees are not among the officials. Nothing was changed.`,
      );
    const seats = listed
      .filter((one) => known.has(one.officialId))
      .map(({ committeeId, officialId, role }) => ({ committeeId, officialId, role }));

    const before = await world.db.all(committeesNow, { jurisdiction: state });
    const seatsBefore = await world.db.all(committeeSeatsNow, { jurisdiction: state });
    const roles = new Map(seatsBefore.map((one) => [`${one.committeeId} ${one.officialId}`, one.role]));
    const keys = new Set(seats.map((one) => `${one.committeeId} ${one.officialId}`));
    const fresh = seats.filter((one) => !roles.has(`${one.committeeId} ${one.officialId}`)).length;
    const moved = seats.filter((one) => {
      const role = roles.get(`${one.committeeId} ${one.officialId}`);
      return role !== undefined && role !== one.role;
    }).length;
    const ids = new Set(committees.map((one) => one.id));
    const refresh: Refresh = {
      kind: 'committees',
      dryRun: input.dryRun,
      importId: null,
      source,
      asOf,
      created: fresh,
      updated: moved,
      unchanged: seats.length - fresh - moved,
      removed: [...roles.keys()].filter((key) => !keys.has(key)).length,
      rejected: unknown.map(({ field }) => ({ line: 0, field, reason: unknownReason })),
      notes: [
        `${committees.length} committees with ${seats.length} memberships.`,
        ...committees
          .filter((one) => !before.some((old) => old.id === one.id))
          .filter(() => before.length > 0)
          .map((one) => `${one.name}: new committee.`),
        ...before.filter((old) => !ids.has(old.id)).map((old) => `${old.name}: not in this file any more.`),
      ],
    };
    if (input.dryRun) return ok(refresh);
    const renamed = committees.some(
      ({ id, name }) => !before.some((old) => old.id === id && old.name === name),
    );
    const same = fresh + moved + refresh.removed === 0 && !renamed && before.every(({ id }) => ids.has(id));
    return commitRefresh(
      world,
      who,
      {
        id: world.ids.next(),
        kind: 'committees',
        action: 'committee.import',
        file: input.file,
        fileName: input.fileName,
        newest,
        refresh,
        feeds: [await feedTurnOf(world, who, feed)],
        lines: same
          ? []
          : [
              {
                outcome: 'updated',
                subjectId: state,
                before: { what: 'committees', jurisdiction: state, committees: before, seats: seatsBefore },
              },
            ],
      },
      setCommittees(state, committees, seats),
    );
  },
});
