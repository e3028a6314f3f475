/**
 * What makes a message a call to action (26 CFR 56.4911-2(b)(2)(iii)): it tells the reader to contact legislators,
 * gives a number or address, gives something to contact them with, or names who is to be moved.
 */
export const CALLS = ['tell', 'contact', 'mechanism', 'identify'] as const;
export type Call = (typeof CALLS)[number];
export const CALL_WORDS: Record<Call, string> = {
  tell: 'tells people to contact legislators',
  contact: 'gives a number or an address',
  mechanism: 'gives something to contact them with',
  identify: 'names a legislator',
};

const LAWMAKERS =
  'sens?\\b|reps?\\b|senators?|representatives?|legislators?|legislature|lawmakers?|delegation|congress\\b|governor|committees?|house\\b|senate\\b|capitol|(?:co-)?chairs?\\b';
const PATTERNS: Record<Call, RegExp> = {
  tell: new RegExp(
    `\\b(?:call|phone|contact|email|e-mail|write(?:\\s+to)?|text|ask|tell|urge|visit|speak\\s+(?:with|to)|talk\\s+(?:with|to)|meet(?:\\s+with)?|reach(?:\\s+out\\s+to)?|spoken\\s+with|contacted|let)\\b[^.!?\\n]{0,60}?\\b(?:${LAWMAKERS})`,
    'iu',
  ),
  contact:
    /(?<!\d)(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u,
  mechanism:
    /\b(?:sign\s+(?:on|the|our|this)|petition|tear-?off|reply\s+card|form\s+letter|(?:tel|mailto):)/iu,
  identify:
    /\b(?:[Ss]en|[Rr]ep|[Ss]enator|[Rr]epresentative|[Cc]ongress(?:wo)?man|[Cc]hair(?:man|woman)?)\b\.?\s+\p{Lu}[\p{L}'’-]+/u,
};
const OTHERS =
  /\b(?:share|forward|spread|tell|ask|urge|encourage|invite|get|rally|bring)\b[^.!?\n]{0,40}?\b(?:parents?|communit(?:y|ies)|friends?|neighbou?rs?|famil(?:y|ies)|teachers?|public|voters?|constituents?|patrons?|taxpayers?|everyone|trustees?|others)\b/iu;

/** The words that make a call, by its kind. @param page the link leads to a page with officials and their numbers */
export const callsFound = (text: string, { page = false } = {}): { call: Call; words: string }[] =>
  CALLS.flatMap((call) => {
    const found = PATTERNS[call].exec(text)?.[0].trim();
    if (found) return [{ call, words: found }];
    const onPage = page && (call === 'contact' || call === 'identify') && text.includes('{{link}}');
    return onPage ? [{ call, words: 'the member’s page, which lists their officials and numbers' }] : [];
  });

/** The kinds of call in a message, in the order of the rule. */
export const callsToAction = (text: string, options: { page?: boolean } = {}): Call[] =>
  callsFound(text, options).map((one) => one.call);

/** The words that ask the reader to rouse others, or null: for members only, that is what makes it grass roots. */
export const asksOthers = (text: string): string | null => OTHERS.exec(text)?.[0].trim() ?? null;
