/** A line as a comparison reads it. */
export interface ComparedLine {
  section: string;
  label: string;
  detail: string;
  amountCents: number | null;
}
export type LineChange =
  | { kind: 'added'; line: ComparedLine }
  | { kind: 'removed'; line: ComparedLine }
  | { kind: 'changed'; before: ComparedLine; after: ComparedLine };

const same = (a: ComparedLine, b: ComparedLine) =>
  named(a, b) && a.detail === b.detail && a.amountCents === b.amountCents;
const named = (a: ComparedLine, b: ComparedLine) => a.section === b.section && a.label === b.label;
const worded = (a: ComparedLine, b: ComparedLine) => named(a, b) && a.detail === b.detail;

/**
 * What changed from one version's lines to the next: lines left out first, then changed and added ones in the order
 * of the new version. Lines are paired when all is the same, else by section, name and detail, else by section and name.
 */
export const compareLines = (
  before: readonly ComparedLine[],
  after: readonly ComparedLine[],
): LineChange[] => {
  const old = before.map((line) => ({ line, free: true }));
  const fresh = after.map((line) => ({ line, match: null as ComparedLine | null }));
  for (const alike of [same, worded, named]) {
    for (const one of fresh.filter(({ match }) => match === null)) {
      const found = old.find(({ line, free }) => free && alike(line, one.line));
      if (!found) continue;
      found.free = false;
      one.match = found.line;
    }
  }
  return [
    ...old.filter(({ free }) => free).map(({ line }) => ({ kind: 'removed' as const, line })),
    ...fresh.flatMap(({ line, match }): LineChange[] => {
      if (match === null) return [{ kind: 'added', line }];
      return same(match, line) ? [] : [{ kind: 'changed', before: match, after: line }];
    }),
  ];
};
