import type { Cell } from './regimes/regime.ts';

/** The columns of a line as they are kept, or null where the form has none of its own. */
export const cellsOf = (kept: string | null): Cell[] | null =>
  kept === null ? null : (JSON.parse(kept) as Cell[]);

/** Columns said in words, for a reader that has one column for all: "Bill: H 497; Position: Support". */
export const inWords = (cells: readonly Cell[]): string =>
  cells
    .filter((cell) => cell.value !== '')
    .map((cell) => `${cell.name}: ${cell.value}`)
    .join('; ');

/** The form's own columns of a section, in its order; none where no line has any. */
export const namesOf = (lines: readonly { cells?: Cell[] | null }[]): string[] => [
  ...new Set(lines.flatMap((line) => line.cells ?? []).map((cell) => cell.name)),
];
