/**
 * The letter that goes to each place after `g`: the first letter of its label that no earlier place took.
 * Takes the labels in order; returns one letter or undefined for each.
 */
export const navKeys = (labels: string[]): (string | undefined)[] => {
  const taken = new Set<string>();
  return labels.map((label) => {
    const letter = [...label.toLowerCase()].find((one) => /[a-z]/.test(one) && !taken.has(one));
    if (letter) taken.add(letter);
    return letter;
  });
};
