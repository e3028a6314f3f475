import type { OfficialStance } from '../legislature/index.ts';
import type { Clause } from './words-read.ts';

/** Where an official stands on the bill itself, whatever the association wants of it. */
export type Stance = OfficialStance;

/** What the writer asked for, hopes or guesses says nothing of where the official stands. */
const NOT_THEIRS = [
  /\b(?:asked (?!good|me|about|for (?:more )?info|questions|some|a lot)|asking|urged|urging|encouraged|begged|want|need|reminded|explained|thanked?|please|let)\b/,
  /\b(?:tell|told|telling)\b(?! (?:me|us)\b)/,
  /\b(?:i|we)(?:'m|'re|'ll)?\s+(?:(?:also|all|both|are|am|will|strongly|still|firmly)\s+)*(?:support|oppose|opposed|against|an? (?:firm )?(?:no|yes)|voting|vote|for|lean|leaning|undecided|unsure|not|on the fence)\b/,
  /\b(?:think|hope|hoping|hopefully|guess|believe|suspect|assume|perhaps|might|may|could|if|unless|until|provided|whether|wonder|sounds?|sounded|seems?|seemed|rumou?r|rumored|supposedly|apparently|no idea|dicen|parece|creo|si)\b/,
  /\b(?:used to|previously|in the past|last (?:year|session|time|cycle)|back in|in 20\d\d|voted (?:for|against|yes|no)|sponsored)\b/,
  /\b(?:board|districts?|association|union|teachers|parents|staff|superintendents|principals|community|committee|caucus|party|leadership|governor|speaker|everyone|people|folks|schools?|colleagues?|chair|mtsba|mea)\b(?:\s\S+){0,2}?\s(?:is|are|opposes?|supports?|supported|opposed|against)\b/,
  /\bto (?:vote|say|oppose|support|express|voice)\b(?! for it$)(?<!(?:is|plans|intends|likely|going) to \w+)/,
  /\bheard (?!back|from)|\bword is\b|\bi hear\b|\bthey say\b/,
];
const STRONG = '(?:firm|hard|solid|definite|strong|flat|absolute|big|total|full)';
const LINK =
  "(?:\\b(?:is|was|be|as|shes|hes)|'s)\\s+(?:(?:an?|definitely|still|now|going to be|likely to be|both)\\s+)*";
const END =
  '(?=\\s*(?:$|on\\b|for (?:it|the|hb|sb)\\b|votes?\\b|right now|now\\b|at this|at the moment|today|as of|lol|sorry|unfortunately))(?! show)';
const VOTES = "(?:votes|voting|(?:will|'ll|plans to|going to|intends to|is to|plan to) (?:be )?vot(?:e|ing))";
const BILL = '(?:it|the bill|this bill|this|hb|sb|h\\.?b|s\\.?b|hr|hj|sj|\\d)';
type Found = Stance | 'skip' | 'with' | 'lean_with' | 'against_us';
const RULES: [RegExp, Found][] = [
  [
    /\b(?:undecided|on the fence|not decided|hasn't decided|hasnt decided|has not decided|haven't decided|hasn't made up|undeclared|(?:is|was|'s|still|shes|hes) (?:not sure|unsure)(?! (?:if|how|where|what|who))|noncommittal|non-committal|non committal|wants? to think|wants time|no position|hasn't taken a position|still thinking|still studying|50\/50|fence sitter|could go either way|going either way|is an? maybe|'s an? maybe|indecis[oa]|no ha decidido|no esta segur[oa])\b/,
    'undecided',
  ],
  [
    /\b(?:not|won't|wont|doesn't|doesnt|isn't|cannot|can't|wouldn't|does not|will not)\s+(?:going to |be )?(?:like|support(?:ing)?|vot(?:e|ing) (?:for|yes)|back(?:ing)?)\b(?! us)/,
    'oppose',
  ],
  [/\b(?:not|isn't|won't be|isnt) (?:going to be )?with us\b/, 'against_us'],
  [/\b(?:won't|will not|not going to) vote with us\b/, 'against_us'],
  [
    /\b(?:not|isn't|wasn't|won't|never|hardly|no longer|doubt|doesn't|far from|yet|didn't|wouldn't|don't|nor)\b(?:\s\S+){0,3}?\s(?:opposed?|opposing|against|supportive|with us|on board|yes|no|lean(?:ing)?|sympathetic|convinced|there|say)\b/,
    'skip',
  ],
  [/\b(?:lean(?:s|ed|ing)?|lean) (?:towards? )?(?:our way|with us)\b|\bsympathetic\b/, 'lean_with'],
  [
    /\blean(?:s|ed|ing)? (?:towards? |to )?(?:voting )?(?:an? )?(?:no|against|oppos(?:e|ed|ing|ition))\b|\b(?:probably|probable|likely|soft|prob) (?:an? |voting |vote |to vote |going to vote )?no\b|\b(?:inclinad[oa] en contra|no-ish)\b/,
    'lean_oppose',
  ],
  [
    /\blean(?:s|ed|ing)? (?:towards? |to )?(?:voting )?(?:an? )?(?:yes|for it|for|support(?:ing)?|in favor)\b|\b(?:probably|probable|likely|soft|prob) (?:an? |voting |vote |to vote |going to vote )?yes\b/,
    'lean_support',
  ],
  [/\bagainst us\b/, 'against_us'],
  [
    /(?:\b(?:is|was|be|are|100%|totally|still|agrees?|vot(?:e|ing|es)|stands?|sides?|shes|hes)|'s|'re|^(?:both )?)\s*with us\b(?! (?:today|yesterday|on zoom|in|at))|\bon our side\b|\b(?:will |'ll )?supports? us\b|\bagrees with our\b/,
    'with',
  ],
  [/\bon board\b/, 'with'],
  [
    new RegExp(
      `${LINK}(?:${STRONG} )?(?:no|nay|opposed)${END}|\\ban? (?:${STRONG} )?no${END}|\\b${STRONG} no${END}|\\b(?:opposes|(?:will|'ll|both) oppose|opposed(?! by))\\b|\\b${VOTES} (?:no|nay|against)\\b|(?:\\b(?:is|are|be|came out|comes out)|'s|\\b(?:shes|hes)) (?:\\w+ly |still |dead |totally )?against\\b|\\b(?:hates|can't stand) (?:it|the bill|this)\\b|\\b(?:esta|sigue|votar|votara) en contra\\b|\\bse opone\\b|\\bthumbs down\\b|\\bboth (?:are )?no\\b|\\bno votes?$`,
    ),
    'oppose',
  ],
  [
    new RegExp(
      `${LINK}(?:${STRONG} )?(?:yes|yea|aye)${END}|\\ban? (?:${STRONG} )?yes${END}|\\b${STRONG} yes${END}|\\b(?:supports(?! (?:us|public|schools?|education|our|teachers|the idea|local))|(?:will|'ll|both) support(?! (?:us|our|public|schools?))|supportive(?! of (?!it|the bill|this|hb|sb))|(?:is|be) supporting|(?:is|are|'s) (?:\\w+ly )?(?:in favor|for it|for the bill|all for))\\b|\\b${VOTES} (?:yes|yea|for ${BILL})|\\b(?:likes|loves) (?:it|the bill|this bill)\\b|\\b(?:esta|vota\\w*) a favor\\b|\\bapoya\\b|\\bboth (?:are )?yes\\b|\\byes votes?$`,
    ),
    'support',
  ],
];
/** A clause that says nothing else. */
const BARE: [RegExp, Stance][] = [
  [/^(?:an? )?(?:undecided|maybe|unsure|neutral|tbd|indecis[oa])$/, 'undecided'],
  [
    /^(?:(?:an?|hard|firm|solid|strong|definite|both|all|en|voted?|voting|opinion|stance|position|answer|vote|says|said|still) )*(?:no|nay|oppose[ds]?|opposing|against|contra)(?: (?:it|the bill|votes?|from (?:both|him|her|them)))?$/,
    'oppose',
  ],
  [
    /^(?:(?:an?|hard|firm|solid|strong|definite|both|all|voting|stance|position|answer|vote|says|said|still) )*(?:yes|yea|supports?|supporting|in favor|for it|a favor)(?: (?:it|the bill|votes?|from (?:both|him|her|them)))?$/,
    'support',
  ],
];

const absolute = (found: Found, position: string | null): Stance | null => {
  if (found === 'skip') return null;
  if (found !== 'with' && found !== 'lean_with' && found !== 'against_us') return found;
  if (position !== 'support' && position !== 'oppose') return null;
  const other = position === 'support' ? 'oppose' : 'support';
  return found === 'against_us' ? other : found === 'with' ? position : `lean_${position}`;
};

/**
 * Where a clause says an official stands on the bill. What the writer asked for, hopes, guesses or negates is no
 * stance.
 * @param rest the clause without the people and bills that it names
 * @param position where the association stands: what "with us" means; null leaves such words blank
 */
export const stanceIn = (
  { words, asks }: Clause,
  rest: string,
  position: string | null,
): { stance: Stance; sure: boolean } | null => {
  if (asks || NOT_THEIRS.some((pattern) => pattern.test(words))) return null;
  const rule = RULES.find(([pattern]) => pattern.test(words));
  const said = rule ? absolute(rule[1], position) : null;
  if (said) return { stance: said, sure: !['with', 'lean_with', 'against_us'].includes(rule?.[1] ?? '') };
  const bare = rule ? undefined : BARE.find(([pattern]) => pattern.test(rest))?.[1];
  return bare ? { stance: bare, sure: false } : null;
};
