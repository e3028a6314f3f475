/** A run of words of one line: in both versions, only in the later, or only in the earlier. */
export interface Run {
  kind: 'same' | 'added' | 'removed';
  text: string;
}
/** A line of the comparison: its runs in reading order. */
export type ComparedLine = Run[];

/** Beyond so many pairs to weigh, what differs is shown as a whole: nobody reads such a comparison word by word. */
const MOST_PAIRS = 400_000;
/** Two lines are one line changed when so much of the longer stands in both. */
const ALIKE = 0.4;

type Step<T> = { kind: Run['kind']; one: T };

/** The shortest way from one list to the other that keeps the longest common run of both in order. */
const steps = <T>(before: readonly T[], after: readonly T[]): Step<T>[] => {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  const as = (kind: Run['kind'], list: readonly T[]) => list.map((one) => ({ kind, one }));
  return [
    ...as('same', before.slice(0, head)),
    ...(old.length * fresh.length > MOST_PAIRS
      ? [...as('removed', old), ...as('added', fresh)]
      : between(old, fresh)),
    ...as('same', before.slice(before.length - tail)),
  ];
};

const between = <T>(old: readonly T[], fresh: readonly T[]): Step<T>[] => {
  const width = fresh.length + 1;
  // common[i * width + j]: how much the rest of both has in common from places i and j on.
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const way: Step<T>[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      way.push({ kind: 'same', one: old[i] as T });
      i += 1;
      j += 1;
    } else if (j === fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      way.push({ kind: 'removed', one: old[i] as T });
      i += 1;
    } else {
      way.push({ kind: 'added', one: fresh[j] as T });
      j += 1;
    }
  }
  return way;
};

const runsOf = (way: Step<string>[]): ComparedLine => {
  const runs: ComparedLine = [];
  for (const { kind, one } of way) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += one;
    else runs.push({ kind, text: one });
  }
  return runs;
};

/** One line become another, word by word; null where they have too little in common to be one line. */
const changedLine = (before: string, after: string): ComparedLine | null => {
  const words = (line: string) => line.split(/(?<=\s)(?=\S)/);
  const runs = runsOf(steps(words(before), words(after)));
  const kept = runs.reduce((sum, run) => sum + (run.kind === 'same' ? run.text.length : 0), 0);
  return kept >= ALIKE * Math.max(before.length, after.length) ? runs : null;
};

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** What changed from one text to the next, line by line, and within a changed line word by word. Empty lines do not count. */
export const compareWords = (before: string, after: string): ComparedLine[] => {
  const shown: ComparedLine[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    while (removed.length > 0 && added.length > 0) {
      const changed = changedLine(removed[0] ?? '', added[0] ?? '');
      if (changed) {
        shown.push(changed);
        removed.shift();
        added.shift();
      } else shown.push([{ kind: 'removed', text: removed.shift() ?? '' }]);
    }
    shown.push(...removed.map((text): ComparedLine => [{ kind: 'removed', text }]));
    shown.push(...added.map((text): ComparedLine => [{ kind: 'added', text }]));
    [removed, added] = [[], []];
  };
  for (const { kind, one } of steps(lines(before), lines(after))) {
    if (kind === 'removed') removed.push(one);
    else if (kind === 'added') added.push(one);
    else {
      flush();
      shown.push([{ kind: 'same', text: one }]);
    }
  }
  flush();
  return shown;
};

/** Whether anything differs. */
export const anyChange = (compared: readonly ComparedLine[]): boolean =>
  compared.some((line) => line.some((run) => run.kind !== 'same'));
