import { leftOpen, type Stand } from './answer-value.ts';
import { KNOWN_FILLER, knownAt, type Known } from './known-words.ts';
import { piecesIn, readable, type Own, type Piece } from './officials-named.ts';
import { plainWords, spoken } from './plain-words.ts';

/** What some words say of a member's own officials, by their place in the list. */
type Said = Map<number, Known>;

const NONE =
  /^(?:0|zero|none|no ?one|nobody|neither|not any|no|none of (?:them|these|those)|(?:i )?(?:don't|dont|do not) know (?:any|any of them|either|either of them|them))$/;
/** "1 or 2", "1-3", "1: 3": a doubt, a span, or a step of some scale. */
const DOUBT = /\d\s*(?:or\b|to\b|[-–—=:(])\s*\d/;
/** The parent of a student is known in a way that no kind says: staff read it. */
const PARENT = /\bparents?\b/;
/** Between two pieces: what stands behind it is said of somebody else, unless it names nobody. */
const BREAK = /[,;.!\n]|\s[-–—]+\s|\bbut\b/;
const JOIN = /\band\b|[&+/]/;

/** Pieces that belong together: "1 and 2 well" is one part, "1 well, 2 met" are two, "1 and 2 met" after it another. */
const partsOf = (said: string, pieces: readonly Piece<Known>[]): Piece<Known>[][] => {
  const parts: Piece<Known>[][] = [];
  let end = 0;
  for (const piece of pieces) {
    // The mark right behind a number belongs to it: "1. well", "2) met".
    const between = said
      .slice(end, piece.place)
      .replace(/\d/.test(said[end - 1] ?? '') ? /^[.):=-]+/ : '', '');
    const last = parts.at(-1);
    const listed = last?.every((one) => 'who' in one);
    if (last && !BREAK.test(between) && (listed || !JOIN.test(between))) last.push(piece);
    else parts.push([piece]);
    end = piece.place + piece.length;
  }
  return parts;
};

/** Friends and family are known well, whatever else was not said. */
const isClose = ({ kind }: Known) => kind === 'friend' || kind === 'family';

const together = (a: Known | undefined, b: Known): Known | null =>
  a && a.strength !== null && b.strength !== null && a.strength !== b.strength
    ? null
    : { strength: a?.strength ?? b.strength, kind: isClose(b) ? b.kind : (a?.kind ?? b.kind) };

/**
 * How the words say that a member knows whom: "1 well, 2 met", "met 1 and taught 2", "Hill is my neighbor".
 * @param alone of whom words are said that name nobody
 * @returns null where nobody is named, or the words contradict themselves
 */
const knownIn = (
  text: string,
  own: readonly Own[],
  alone: readonly number[],
): { said: Said; beside: boolean } | null => {
  // "1close", "2-met", "1st": the number by itself, and what is said of it.
  const words = readable(text)
    .trim()
    .toLowerCase()
    .replace(/^(?:yes|yep|yeah)\b/, '')
    .replaceAll(/\b(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replaceAll(/\b(\d)-?(?=[a-z])/g, '$1 ');
  const read = words.endsWith('?') || DOUBT.test(words) ? null : piecesIn(words, own, knownAt, KNOWN_FILLER);
  if (!read) return null;
  const said: Said = new Map();
  const names = read.pieces.flatMap((one) => ('who' in one ? [one.who] : []));
  let open: readonly number[] = names.length > 0 ? [] : alone;
  // "1 3, 2 1" is a scale of their own, not a list.
  const single = names.filter(({ length }) => length === 1).map(String);
  let clash = names.length === read.pieces.length && new Set(single).size < single.length;
  const put = (who: readonly number[], what: Known) => {
    for (const at of who) {
      const both = together(said.get(at), what);
      if (both) said.set(at, both);
      else clash = true;
    }
  };
  for (const part of partsOf(words, read.pieces)) {
    const first = part[0];
    const names = part.some((one) => 'who' in one);
    if (!names && open.length === 0) {
      // "Well, 1 and 2" only begins to speak.
      if (part.some((one) => 'said' in one && (one.said.strength !== 3 || one.said.kind))) return null;
      continue;
    }
    // "met 1": what is said stands before whom; else behind, or of those who were named before.
    const ahead = first && names && 'said' in first;
    if (ahead && 'said' in (part.at(-1) ?? first)) return null;
    let closed = true;
    for (const one of ahead ? part.toReversed() : part) {
      if ('who' in one) {
        open = closed ? one.who : [...open, ...one.who];
        put(one.who, { strength: null, kind: null });
      } else put(open, one.said);
      closed = 'said' in one;
    }
  }
  return clash || said.size === 0 ? null : { said, beside: read.beside.length > 0 || PARENT.test(words) };
};

const strengthOf = (known: Known) => known.strength ?? (isClose(known) ? 3 : null);

const stands = (own: readonly Own[], said: Said): Stand[] =>
  [...said].flatMap(([at, known]) => {
    const official = own[at];
    const strength = strengthOf(known);
    return official && strength !== 0
      ? [{ officialId: official.officialId, stance: null, strength, kind: known.kind }]
      : [];
  });

/**
 * Reads which of their own officials a member knows, how well and how: "1 and 3", "1 well, 2 met", "Kestrelman, she
 * was my student", "none". A number that was not offered, a question, or a "not" of no clear meaning leave it to staff.
 * @returns the officials (none where they know none) and the words where something was said beside them, or null
 */
export const readKnown = (text: string, own: readonly Own[]): { officials: Stand[]; note: string } | null => {
  if (NONE.test(plainWords(text))) return { officials: [], note: '' };
  const read = knownIn(text, own, own.length === 1 ? [0] : []);
  return read && { officials: stands(own, read.said), note: read.beside ? spoken(text) : '' };
};

const STEPS = ['met', 'know each other', 'well'];

/**
 * Reads how well a member knows whom they named before: "3", "2 neighbor" where one was asked about; "1 well, 2 met",
 * "both well" where several were.
 * @returns all whom they know, as said now and before, and the words beside; null where nothing new is said of them
 */
export const readHowWell = (
  text: string,
  before: readonly Stand[],
  own: readonly Own[],
): { officials: Stand[]; note: string } | null => {
  const unsaid = leftOpen('known', before);
  const about = (unsaid.length > 0 ? unsaid : before).map(({ officialId }) =>
    own.findIndex((one) => one.officialId === officialId),
  );
  const step = /^\W*([1-3])(?!\d)/.exec(readable(text));
  const stepped =
    about.length === 1 && step
      ? knownIn(`${STEPS[Number(step[1]) - 1]} ${readable(text).slice(step[0].length)}`, own, about)
      : null;
  const read = NONE.test(plainWords(text))
    ? { said: new Map(about.map((at) => [at, { strength: 0, kind: null }])) as Said, beside: false }
    : stepped && [...stepped.said.keys()].every((at) => about.includes(at))
      ? stepped
      : knownIn(text, own, about);
  if (!read || [...read.said.values()].every(({ strength, kind }) => strength === null && kind === null))
    return null;
  const said = new Map(
    own.flatMap(({ officialId }, at) => {
      const earlier = before.find((one) => one.officialId === officialId);
      const now = read.said.get(at);
      if (!earlier && !now) return [];
      return [
        [
          at,
          {
            strength: (now && strengthOf(now)) ?? earlier?.strength ?? null,
            kind: now?.kind ?? earlier?.kind ?? null,
          },
        ],
      ];
    }),
  );
  return { officials: stands(own, said), note: read.beside ? spoken(text) : '' };
};
