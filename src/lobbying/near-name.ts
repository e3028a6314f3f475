/**
 * Whether a word may be a family name misspelt: one slip (a letter more, fewer, other or swapped) in a name of at
 * least four letters, two in one of at least eight. The first letter is always right.
 */
export const nearName = (word: string, name: string): boolean => {
  const most = name.length >= 8 ? 2 : name.length >= 4 ? 1 : 0;
  if (most === 0 || word[0] !== name[0] || Math.abs(word.length - name.length) > most) return false;
  return slips(word, name) <= most;
};

/** How many slips lead from one word to the other. */
const slips = (word: string, name: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const same = word[i - 1] === name[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + same,
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[name.length] ?? Infinity;
};
