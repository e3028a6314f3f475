import { spoken } from './plain-words.ts';

/** One of the member's own officials; its place in the list is its number. */
export interface Own {
  officialId: string;
  title: string;
  family: string;
}

/** Words as the rules about officials read them: no accents, no marks that make an emoji of a digit. */
export const readable = (text: string): string =>
  spoken(text)
    .slice(0, 2_000)
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u20e3\ufe0f]/gu, '')
    .replaceAll(/[‘’]/g, "'");

/** Officials by their place in the list, or what is said of some, where it stands in the words. */
export type Piece<Said> = { place: number; length: number } & ({ who: number[] } | { said: Said });

const PLACES = ['first', 'second', 'third'];
/** Before a number: it is a bill's. Behind it: it counts something, or names a school year. */
const OF_A_BILL = /\b(?:hb|sb|hr|sr|hj|sj|bill)\.?$|\bno\.$/;
const COUNTS = /^\d+\+?\s?(?:years?|yrs?|months?|weeks?|days?|hours?|minutes?|mins?|times?|kids|terms?)\b/;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * Every official in the words and everything said of them, in their order: "1 oppose", "Hill and Kestrelman".
 * @param saidAt what is said where some words begin, given the word before; 'unclear' spoils the whole
 * @param filler words that say nothing
 * @returns the pieces and the words that are none; null where a number stands that was not offered
 */
export const piecesIn = <Said>(
  said: string,
  own: readonly Own[],
  saidAt: (rest: string, before: string) => { length: number; said: Said } | 'unclear' | null,
  filler: RegExp,
): { pieces: Piece<Said>[]; beside: string[] } | null => {
  const small = said.toLowerCase();
  const families = own.map(({ family }) => readable(family).toLowerCase());
  const pieces: Piece<Said>[] = [];
  const beside: string[] = [];
  let before = '';
  for (const word of small.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)) {
    const place = word.index;
    const last = pieces.at(-1);
    if (last && place < last.place + last.length) continue;
    const [whole] = word;
    const rest = small.slice(place, place + 60);
    const found = saidAt(rest, before);
    const named = families.flatMap((family, at) =>
      family === whole.replace(/'s?$/, '') || (family.includes(' ') && rest.startsWith(family)) ? [at] : [],
    );
    const who = (who: number[], length = whole.length) => pieces.push({ place, length, who });
    if (named.length > 1) return null;
    if (named.length === 1) who(named, (families[named[0] ?? 0] ?? '').length);
    else if (found === 'unclear') return null;
    else if (found) pieces.push({ place, ...found });
    else if (/^\d+$/.test(whole)) {
      const lead = small.slice(Math.max(0, place - 8), place).trimEnd();
      if (OF_A_BILL.test(lead) || COUNTS.test(rest) || YEAR.test(whole)) beside.push(whole);
      else if (Number(whole) < 1 || Number(whole) > own.length) return null;
      else who([Number(whole) - 1]);
    } else if (
      (whole === 'both' && own.length === 2) ||
      (whole === 'all' && pieces.every((one) => 'said' in one))
    )
      who(own.map((_, at) => at));
    else if (PLACES.includes(whole) && own.length > PLACES.indexOf(whole)) who([PLACES.indexOf(whole)]);
    else if (!filler.test(whole)) beside.push(whole);
    before = whole;
  }
  return { pieces, beside };
};
