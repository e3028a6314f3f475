import { folded } from './match-officials.ts';

interface Named {
  id: string;
  name: string;
  chamberId: string | null;
}
const CHAMBER_WORDS: [RegExp, 'lower' | 'upper'][] = [
  [/\b(?:house|assembly|h)\b/, 'lower'],
  [/\b(?:senate|s)\b/, 'upper'],
];

/**
 * The committee that the words of a hearing name ("House Education Hearing"), the longest name of those that stand in
 * them. None where two chambers have one of that name and the words say neither.
 */
export const committeeNamed = (words: string, committees: readonly Named[]): string | null => {
  const text = ` ${folded(words)} `;
  const found = committees.filter(({ name }) => text.includes(` ${folded(name)} `));
  const longest = Math.max(0, ...found.map(({ name }) => name.length));
  const best = found.filter(({ name }) => name.length === longest);
  if (best.length <= 1) return best[0]?.id ?? null;
  const chambers = CHAMBER_WORDS.filter(([pattern]) => pattern.test(text)).map(([, chamber]) => chamber);
  const inChamber = best.filter(({ chamberId }) => chambers.some((one) => chamberId?.endsWith(`-${one}`)));
  return inChamber.length === 1 ? (inChamber[0]?.id ?? null) : null;
};
