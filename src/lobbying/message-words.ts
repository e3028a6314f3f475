import type { Call } from './classes/facts.ts';

const WHO =
  '(?:(?:your|our|the|his|her|their|both|all|state|u\\.?s\\.?)\\s+)*(?:sens?\\b|reps?\\b|senators?|representatives?|legislators?|lawmakers?|delegation|congress(?:wo)?m[ae]n|congress|governor|council|committee|assembly|\\{\\{(?:title|official))';
const PATTERNS: Record<Call, RegExp> = {
  tell: new RegExp(
    `\\b(?:call|phone|contact|e-?mail|write|text|message|visit|meet|ask|urge|tell|reach out to|speak (?:to|with)|talk (?:to|with))\\b[^.!?\\n]{0,40}?${WHO}`,
    'iu',
  ),
  contact:
    /(?:\+?1[\s.-]?)?\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]?\d{4}\b|\b(?:tel|mailto):|[\w.+-]+@[\w-]+\.\w+|\{\{link\}\}|\b(?:capitol )?switchboard\b/iu,
  mechanism:
    /\bsign (?:the|our|this) (?:petition|letter)|\bpetition\b|\btear[- ]?off\b|\b(?:prewritten|form) letter\b|\bcomment form\b|\bclick to (?:send|email|call)/iu,
  identify:
    /\b(?:[Ss]ens?|[Rr]eps?|[Ss]enators?|[Rr]epresentatives?)\.?\s+\p{Lu}|\b[Yy]our (?:own )?(?:state )?(?:senators?|representatives?|legislators?)\b|\b(?:undecided|sits? on|members? of) (?:the )?[\p{L} ]{0,30}(?:committee)?|\{\{title\}\}/u,
};
const BILL =
  /\b[hs]\.?\s?(?:b|f|d|r|j\.?r|c\.?r|j)?\.?\s?\d{1,5}\b|\b(?:bill|levy|referendum|resolution|amendment|act)\b/iu;
const OTHERS =
  /\b(?:share|forward|spread|tell|ask|urge|encourage|invite|get|rally|bring)\b[^.!?\n]{0,40}?\b(?:parents?|communit(?:y|ies)|friends?|neighbou?rs?|famil(?:y|ies)|teachers?|public|voters?|constituents?|taxpayers?|everyone|trustees?|others)\b/iu;
const VIEW =
  /\b(?:support|oppos\w+|vote (?:yes|no|for|against)|pass|kill|defeat|reject|table|amend|protect|stop|yes on|no on|in favou?r|against|hurts?|harms?|helps?)\b/iu;

/** What the words of a message say for the tax rules. */
export interface MessageWords {
  calls: Call[];
  specificLegislation: boolean;
  reflectsView: boolean;
  /** Asks the reader to rouse others: for members that is what makes it grass roots. */
  asksNonMembers: boolean;
}

/** The calls to action in a wording, kinds one to four, and whether it names legislation and a view on it. */
export const messageWords = (text: string): MessageWords => ({
  calls: (Object.keys(PATTERNS) as Call[]).filter((call) => PATTERNS[call].test(text)),
  specificLegislation: BILL.test(text),
  reflectsView: VIEW.test(text),
  asksNonMembers: OTHERS.test(text),
});
