import { clausesOf } from './words-read.ts';

/** Where an official stands on the bill itself, whatever the association wants of it. */
export const STANCES = ['support', 'lean_support', 'undecided', 'lean_oppose', 'oppose'] as const;
export type Stance = (typeof STANCES)[number];

/** What the writer asked for, hopes or guesses says nothing of where the official stands. */
const NOT_THEIRS = [
  /\b(?:asked|asking|urged|urging|encouraged|begged|want|need|reminded|explained|thanked?|please|let)\b/,
  /\b(?:tell|told|telling)\b(?! (?:me|us)\b)/,
  /\b(?:i|we)(?:'m|'re|'ll)?\s+(?:(?:also|all|both|are|am|will|strongly|still|firmly)\s+)*(?:support|oppose|opposed|against|an? (?:firm )?(?:no|yes)|voting|vote|for|lean|leaning|undecided|unsure|not|on the fence)\b/,
  /\b(?:think|hope|hoping|hopefully|guess|believe|suspect|assume|maybe|perhaps|might|may|could|if|unless|whether|wonder|sounds?|sounded|seems?|seemed|rumou?r|supposedly|no idea)\b/,
  /\b(?:used to|previously|last (?:year|session|time))\b/,
];
const STRONG = '(?:firm|hard|solid|definite|strong|flat|absolute)';
const LINK = "(?:\\b(?:is|was|be|as)|'s)\\s+(?:(?:an?|definitely|still|now|going to be|likely to be)\\s+)*";
const END = '(?=\\s*(?:$|on\\b|for\\b|vote\\b|right now|now\\b|at this|today|as of))(?! show)';
const VOTES = "(?:votes|voted|voting|(?:will|'ll|plans to|going to|intends to|is to) vote)";
const BILL = '(?:it|the bill|this bill|hb|sb|h\\.?b|s\\.?b|hr|hj|sj)';
const RULES: [RegExp, Stance | 'skip' | 'with' | 'lean_with' | 'against_us'][] = [
  [
    /\b(?:undecided|on the fence|not decided|hasn't decided|has not decided|unsure|not sure|noncommittal|non-committal|wants? to think|wants time|no position|hasn't taken a position|still thinking)\b/,
    'undecided',
  ],
  [
    /\b(?:not|won't|doesn't|isn't|cannot|can't|wouldn't)\s+(?:going to |be )?(?:support(?:ing)?|vot(?:e|ing) (?:for|yes)|back(?:ing)?)\b(?! us)/,
    'oppose',
  ],
  [
    /\b(?:not|isn't|wasn't|won't|never|hardly|no longer|doubt|doesn't|far from|yet)\b(?:\s\S+){0,3}?\s(?:opposed?|opposing|against|supportive|with us|on board|yes|no|lean(?:ing)?|sympathetic|convinced|there)\b/,
    'skip',
  ],
  [/\b(?:lean(?:s|ed|ing)?|lean) (?:towards? )?(?:our way|with us)\b|\bsympathetic\b/, 'lean_with'],
  [
    /\blean(?:s|ed|ing)? (?:towards? |to )?(?:an? )?(?:no|against|oppos(?:e|ed|ing))\b|\b(?:probably|likely|soft) (?:an? |voting |vote |to vote |going to vote )?no\b/,
    'lean_oppose',
  ],
  [
    /\blean(?:s|ed|ing)? (?:towards? |to )?(?:an? )?(?:yes|for it|support(?:ing)?|in favor)\b|\b(?:probably|likely|soft) (?:an? |voting |vote |to vote |going to vote )?yes\b/,
    'lean_support',
  ],
  [/\bagainst us\b/, 'against_us'],
  [/\bwith us\b(?! (?:today|yesterday|on zoom|in|at))|\bon our side\b|\bon board\b/, 'with'],
  [
    new RegExp(
      `${LINK}(?:${STRONG} )?no${END}|\\ban? (?:${STRONG} )?no${END}|\\b${STRONG} no${END}|\\b(?:opposes|(?:will|'ll) oppose|opposed)\\b|\\b${VOTES} (?:no|against)\\b|(?:\\b(?:is|are|be|came out|comes out)|'s) (?:\\w+ly )?against\\b`,
    ),
    'oppose',
  ],
  [
    new RegExp(
      `${LINK}(?:${STRONG} )?yes${END}|\\ban? (?:${STRONG} )?yes${END}|\\b${STRONG} yes${END}|\\b(?:supports|(?:will|'ll) support|supportive|(?:is|be) supporting|is in favor)\\b|\\b${VOTES} (?:yes|for ${BILL})\\b`,
    ),
    'support',
  ],
];

const absolute = (found: string, position: string | null): Stance | null => {
  if (found !== 'with' && found !== 'lean_with' && found !== 'against_us') return found as Stance;
  if (position !== 'support' && position !== 'oppose') return null;
  const other = position === 'support' ? 'oppose' : 'support';
  return found === 'against_us' ? other : found === 'with' ? position : `lean_${position}`;
};

/**
 * Where the words say an official stands on the bill. What the writer asked for, hopes, guesses or negates is no
 * stance, and two different ones are none.
 * @param position where the association stands: what "with us" means; null leaves such words blank
 */
export const stanceIn = (text: string, position: string | null): Stance | null => {
  const found = new Set<Stance>();
  for (const { words, asks } of clausesOf(text)) {
    if (asks || NOT_THEIRS.some((pattern) => pattern.test(words))) continue;
    const rule = RULES.find(([pattern]) => pattern.test(words))?.[1];
    const stance = rule && rule !== 'skip' ? absolute(rule, position) : null;
    if (stance) found.add(stance);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
};
