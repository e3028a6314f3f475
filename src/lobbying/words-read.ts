/** Text as the readers of replies take it: no accents, straight apostrophes, one space; case kept. */
export const readable = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/["“”*]/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();

export interface Clause {
  words: string;
  asks: boolean;
}

/** The clauses of a text in small letters: what is said in one breath, and whether it asks. */
export const clausesOf = (text: string): Clause[] =>
  readable(text)
    .toLowerCase()
    .replace(/\b(sen|rep|sens|reps|dr|mr|mrs|ms|h|s|b|r)\./g, '$1')
    .split(/(?<=[.!?;:,\n—–)(])|\s-\s|\s(?=but\s|and\s|who\s|so\s|then\s|though\s)/)
    .map((words) => ({
      asks: words.trimEnd().endsWith('?'),
      words: words.replace(/^[\s.,;:!?()—–-]+|[\s.,;:!?()—–-]+$/g, ''),
    }))
    .filter(({ words }) => words !== '');
