import type { RelationshipKind } from '../legislature/index.ts';

/** What some words say of an official: how well the member knows them (0 not at all), and how. */
export interface Known {
  strength: number | null;
  kind: RelationshipKind | null;
}

const how = (kind: RelationshipKind): Known => ({ strength: null, kind });
const well = (strength: number): Known => ({ strength, kind: null });

/** The first that fits where a word begins is what it says. */
const WORDS: [RegExp, Known][] = [
  // Whose parent somebody is, is not whose student.
  [
    /^(?:as well|yes|yep|yeah|parents? of (?:an? |my |our )?(?:(?:former|old|ex) )?(?:students?|kids?))\b/,
    { strength: null, kind: null },
  ],
  [
    /^(?:(?:good|close|best|old|great|dear|family|longtime|a|my) )*(?:fr(?:ie|ei)nds?|budd(?:y|ies)|pals?)\b/,
    how('friend'),
  ],
  [
    /^(?:family|cousins?|brother|sister|uncle|aunt|nephew|niece|(?:(?:father|mother|brother|sister|son|daughter)[- ])?in[- ]?laws?|husband|wife|married|related|relatives?)\b/,
    how('family'),
  ],
  [
    /^(?:neighbou?rs?|nei?ghbors?|nieghbou?rs?|next[- ]door|liv(?:es?|ed) (?:near|next|on my|across|down|by|close))\b/,
    how('neighbor'),
  ],
  [
    /^(?:work(?:s|ed|ing)? (?:with|together|for|under)|taught (?:with|together)|colleagues?|co-?workers?)\b/,
    how('colleague'),
  ],
  [
    /^(?:(?:(?:former|old|ex)[- ])?(?:students?(?!'s)|pupils?)|taught|had (?:him|her|them) (?:in class|as a student)|graduated)\b/,
    how('former_student'),
  ],
  [
    /^(?:serv(?:ed|es?|ing) (?:on|together|with)|(?:school )?board|council|commission)\b/,
    how('served_together'),
  ],
  [/^campaign(?:s|ed)?\b/, how('campaign')],
  [
    /^(?:church|rotary|lions club|kiwanis|club|little league|team|scouts|parish|synagogue|mosque|coach(?:ed|es)?)\b/,
    how('community'),
  ],
  [
    /^(?:not at all|never met|no(?! \d)|nope|none|(?:do not|don'?t) (?:really )?know(?: (?:him|her|them))?)\b/,
    well(0),
  ],
  [
    /^(?:(?:have |has |i've |only |just |we |we've )*met\b(?: (?:once|twice|briefly))?|not (?:very |that |too |so |really |all that )?(?:well|close|much)\b|(?:barely|hardly|scarcely)(?: know)?\b|a ?little(?: bit)?\b|slightly\b|acquaint(?:ed|ances?)\b|in passing\b|by name\b|casual(?:ly)?\b)/,
    well(1),
  ],
  [
    /^(?:know each other |know (?:him|her|them) )?(?:very |really |pretty |quite |extremely |super |too )*(?:well|close(?:ly)?)\b/,
    well(3),
  ],
  [
    /^(?:know each other\b|(?:fairly|reasonably|moderately|somewhat|kind of|kinda|sort of) (?:well|close)\b|(?:fairly|somewhat|some|kinda|okay|ok|so-so)\b|kind of\b|sort of\b|a bit\b)/,
    well(2),
  ],
];
/** "1 but not 2", "1 opposes it": whom they mean, or which question, is for a person to say. */
const UNCLEAR = /^(?:not|never|except|only|cannot|dont|\w+n't|oppos\w+|against|undecided|support\w*)\b/;

/** What is said of an official where some words begin. */
export const knownAt = (rest: string): { length: number; said: Known } | 'unclear' | null => {
  for (const [pattern, said] of WORDS) {
    const length = pattern.exec(rest)?.[0].length;
    if (length) return { length, said };
  }
  return UNCLEAR.test(rest) ? 'unclear' : null;
};

/** Words that say nothing of how somebody is known. */
export const KNOWN_FILLER =
  /^(?:is|are|am|was|were|be|been|have|has|had|he|she|they|it|his|her|him|hers|their|he's|she's|i'm|i've|i'd|both|all|and|but|the|a|an|on|of|in|at|to|from|since|for|as|so|also|too|really|very|pretty|quite|just|sen|sens|senator|rep|reps|representative|with|i|we|my|our|me|us|who|them|this|that|that's|these|those|two|one|mine|same|went|go|goes|former|old|few|couple|times|together|know|knows|known|knew|each|other|another|personally|used|thanks|thank|you|please)$/;
