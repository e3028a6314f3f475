/** More than anybody writes about one talk; what stands behind it is not read. */
const MOST = 4_000;

/** Text as the readers of replies take it: no accents, straight apostrophes, one space; case kept. */
export const readable = (text: string): string =>
  text
    .slice(0, MOST)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/["“”*]/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();

export interface Clause {
  /** As written. */
  said: string;
  /** In small letters. */
  words: string;
  asks: boolean;
}

/** Whoever does something: before them a new clause begins, before a second name it does not. */
const DOES =
  '(?:i|he|she|it|they|we|is|was|will|said|says|told|asked|called|talked|spoke|met|emailed|texted|left|got|had|that|want|wants)\\b';
const BREAKS = new RegExp(
  `(?<=[.!?;:,\\n—–)(])(?!\\d)|\\s-\\s|\\s(?=(?:but|who|so|then|though)\\s)|\\s(?=and\\s(?:just |also |then )?${DOES})`,
  'i',
);

/** The clauses of a text: what is said in one breath, and whether it asks. */
export const clausesOf = (text: string): Clause[] =>
  readable(text)
    .replace(/\b(\p{Lu})\.(?=\s\p{Lu}\p{Ll})/gu, '$1')
    .replace(/\b(u)\.\s?(s)\./gi, '$1$2')
    .replace(/\b(sen|rep|sens|reps|dr|mr|mrs|ms|h|s|b|r)\./gi, '$1')
    .split(BREAKS)
    .map((part) => {
      const said = part.replace(/^[\s.,;:!?()—–-]+|[\s.,;:!?()—–-]+$/g, '');
      return { asks: /^\s*¿/.test(part) || part.trimEnd().endsWith('?'), said, words: said.toLowerCase() };
    })
    .filter(({ words }) => words !== '');
