import { OFFICIAL_STANCES, type OfficialStance } from '../legislature/index.ts';
import type { Stand } from './answer-value.ts';
import { piecesIn, readable, type Own } from './officials-named.ts';
import { spoken } from './plain-words.ts';

const LEAN = 'lean(?:s|ed|ing)?(?: (?:towards?|to))?(?: an?)?';
const LIKELY = '(?:probably|likely|soft)(?: an?)?';
const STANCES: [RegExp, OfficialStance | null][] = [
  [new RegExp(`^(?:${LEAN}|${LIKELY}) (?:no|not|against|opposed|opposing|opposes|oppose)\\b`), 'lean_oppose'],
  [new RegExp(`^(?:${LEAN}|${LIKELY}) (?:yes|for|supporting|supports|support|in favor)\\b`), 'lean_support'],
  [/^(?:undecided|unsure|not sure|on the fence|noncommittal|neutral|no position)\b/, 'undecided'],
  [/^(?:did ?n'?t say|did not say|would ?n'?t say|no answer|unclear|unknown)\b/, null],
  [/^(?:(?:hard|firm|strong|solid) )?(?:no|nay|against|opposed|opposing|opposes|oppose)\b/, 'oppose'],
  [
    /^(?:(?:hard|firm|strong|solid) )?(?:yes|aye|yea|supportive|supporting|supports|support|in favor|for it|for)\b/,
    'support',
  ],
];
const NEGATED = /\b(?:not|never|hardly|n't|isn't|wasn't|doesn't|won't|if|hope|hoping|maybe|think)\b/;
const FILLER =
  /^(?:is|are|was|were|he|she|they|it|both|and|but|the|a|an|on|vote|votes|voting|bill|sen|sens|senator|rep|reps|representative|called|spoke|talked|met|to|with|said|says|i|we|who|of|them|thanks|thank|you)$/;

const stanceAt = (rest: string, before: string) => {
  for (const [pattern, said] of STANCES) {
    const length = pattern.exec(rest)?.[0].length;
    if (length) return NEGATED.test(before) ? ('unclear' as const) : { length, said };
  }
  return null;
};

/**
 * Reads which of their own officials a member spoke with, and where each stands: "1 oppose", "1 and 2 both
 * undecided", "Hill leaning no". A number that was not offered, two stances of one, a question or a "not" leave it
 * to staff.
 * @returns the officials and the words where something was said beside them, or null
 */
export const readOfficials = (
  text: string,
  own: readonly Own[],
): { officials: Stand[]; note: string } | null => {
  const said = readable(text).trim();
  const read = said.endsWith('?') ? null : piecesIn(said, own, stanceAt, FILLER);
  if (!read || own.length === 0) return null;
  const stands = new Map<number, OfficialStance | null>();
  const stances = read.pieces.flatMap((piece) => ('said' in piece ? [piece.said] : []));
  let open: number[] = [];
  let clash = false;
  const put = (who: number[], stance: OfficialStance | null) => {
    for (const at of who) {
      if (stands.has(at) && stands.get(at) !== stance) clash = true;
      stands.set(at, stance);
    }
  };
  for (const piece of read.pieces) {
    if ('who' in piece) open = [...new Set([...open, ...piece.who])];
    else {
      put(open, piece.said);
      open = [];
    }
  }
  const [only] = stances;
  if (stances.length === 1 && only !== undefined && stands.size === 0)
    put(open.length > 0 ? open : own.length === 1 ? [0] : [], only);
  else for (const at of open) if (!stands.has(at)) stands.set(at, null);
  if (clash || stands.size === 0) return null;
  const officials = [...stands].flatMap(([at, stance]) => {
    const official = own[at];
    return official ? [{ officialId: official.officialId, stance }] : [];
  });
  return { officials, note: read.beside.length > 0 ? spoken(text) : '' };
};

/** The stance that a text names by number (6 is "did not say") or in words; undefined where it names none. */
export const readStance = (text: string): OfficialStance | null | undefined => {
  const said = readable(text)
    .toLowerCase()
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (/^[1-6]$/.test(said)) return OFFICIAL_STANCES[Number(said) - 1] ?? null;
  for (const [pattern, stance] of STANCES) {
    const words = said.replace(/^(?:(?:he|she|they|it|is|was|'s|are)\s+)+/, '');
    const found = pattern.exec(words)?.[0];
    if (found && words.slice(found.length).trim().length <= 12 && !words.endsWith('?')) return stance;
  }
  return undefined;
};
