/** Text without case, accents, possessive s, apostrophes and full stops, its words parted by single spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/['’]s(?![\p{L}\p{N}])/gu, '')
    .replaceAll(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const TITLES: Record<string, 'upper' | 'lower'> = {
  sen: 'upper',
  senator: 'upper',
  rep: 'lower',
  representative: 'lower',
  congressman: 'lower',
  congresswoman: 'lower',
};

export interface Nameable {
  officialId: string;
  name: string;
  given: string;
  family: string;
  title: 'Sen.' | 'Rep.';
}
/** How surely the words mean this official. */
export type MatchKind = 'full name' | 'title and family name' | 'family name';
const RANK: Record<MatchKind, number> = { 'full name': 0, 'title and family name': 1, 'family name': 2 };

/**
 * Which officials the words name, the likeliest first. A full name counts anywhere in the words, also a
 * title with a family name. A family name alone counts for the member's own officials; for others only when
 * the words are nothing but that name, since many names are words too ("best", "love").
 * @param own ids of the member's own officials
 */
export const matchOfficials = <T extends Nameable>(
  words: string,
  officials: readonly T[],
  own: ReadonlySet<string>,
): (T & { match: MatchKind; own: boolean })[] => {
  const text = folded(words);
  const found = officials.flatMap((official) => {
    const match = matchOf(text, official, own.has(official.officialId));
    return match ? [{ ...official, match, own: own.has(official.officialId) }] : [];
  });
  // A surer match for a family name leaves no room for namesakes.
  const best = new Map<string, number>();
  for (const one of found) {
    const family = folded(one.family);
    best.set(family, Math.min(best.get(family) ?? 9, RANK[one.match]));
  }
  return found
    .filter((one) => RANK[one.match] === best.get(folded(one.family)))
    .toSorted((a, b) => Number(b.own) - Number(a.own) || RANK[a.match] - RANK[b.match]);
};

const matchOf = (text: string, official: Nameable, own: boolean): MatchKind | null => {
  const family = folded(official.family);
  if (!family) return null;
  const full = [
    folded(official.name),
    folded(`${official.given} ${official.family}`),
    `${family} ${folded(official.given)}`,
  ];
  if (full.some((name) => name !== family && stands(name, text))) return 'full name';
  const before = wordsBefore(text, family);
  const chamber = official.title === 'Sen.' ? 'upper' : 'lower';
  if (before.some((word) => TITLES[word] === chamber)) return 'title and family name';
  if (before.some((word) => TITLES[word] !== undefined)) return null;
  if (text === family) return 'family name';
  return own && stands(family, text) ? 'family name' : null;
};

const stands = (name: string, text: string): boolean => ` ${text} `.includes(` ${name} `);

/** The word before each place where the name stands. */
const wordsBefore = (text: string, name: string): string[] => {
  const pieces = ` ${text} `.split(` ${name} `).slice(0, -1);
  return pieces.flatMap((piece) => piece.trim().split(' ').at(-1) ?? []);
};
