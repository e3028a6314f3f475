import * as z from 'zod';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { inChunks } from './chunks.ts';
import { putBackFacts, takeOffFacts } from './fact-changes.ts';
import { factsOf } from './figure-queries.ts';
import { factTurn } from './import-figures.ts';

/** What undoes an import of figures: those that are still as it said go, and those before them come back. */
export const undoFigures = async (world: World, who: Who, lines: { before: unknown }[]) => {
  const turns = lines.flatMap((line) => (line.before ? z.array(factTurn).parse(line.before) : []));
  const standing = new Map<string, string>();
  const idOf = (fact: { nces: string; key: string }) => `${fact.nces} ${fact.key}`;
  const saying = ({ value, asOf, source }: { value: string; asOf: string; source: string }) =>
    JSON.stringify([value, asOf, source]);
  for (const ids of inChunks([...new Set(turns.map(({ now }) => now.nces))]))
    for (const fact of await world.db.all(factsOf, { ids })) standing.set(idOf(fact), saying(fact));
  const untouched = turns.filter(({ now }) => standing.get(idOf(now)) === saying(now));
  const restored = untouched.flatMap(({ before }) => (before ? [before] : []));
  return {
    removed: untouched.filter(({ before }) => !before).map(({ now }) => idOf(now)),
    restored: restored.map(idOf),
    kept: turns
      .filter((turn) => !untouched.includes(turn))
      .map(({ now }) => ({ id: now.nces, reason: `${now.key} was changed since the import` })),
    changes: [
      ...takeOffFacts(
        world,
        who,
        untouched.map(({ now }) => now),
      ),
      ...putBackFacts(restored),
    ],
  };
};
