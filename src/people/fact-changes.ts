import { change, must, type Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { inChunks } from './chunks.ts';
import type { DistrictFact } from './district.ts';
import { deleteFacts, insertFacts, keepReplaced, keepTakenOff, upsertFacts } from './figure-queries.ts';

/** The changes that put figures in, each in place of the one with its name, which is kept among those of the past. */
export const putFacts = (world: World, who: Who, facts: DistrictFact[]): Change[] =>
  inChunks(facts).flatMap((rows) => [
    change(keepReplaced, { rows, at: world.clock.now(), by: who.id }),
    must(upsertFacts, { rows }),
  ]);

/**
 * The changes that take figures off which are still as told; they are kept among those of the past.
 * @param taking `must` where nothing is to be written when none of them is
 */
export const takeOffFacts = (world: World, who: Who, facts: DistrictFact[], taking = change): Change[] =>
  inChunks(facts).flatMap((rows) => [
    change(keepTakenOff, { rows, at: world.clock.now(), by: who.id }),
    taking(deleteFacts, { rows }),
  ]);

/** The changes that put figures back where nobody has put in another since. */
export const putBackFacts = (facts: DistrictFact[]): Change[] =>
  inChunks(facts).map((rows) => change(insertFacts, { rows }));
