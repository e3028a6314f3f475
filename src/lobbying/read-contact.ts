import { officialIn, type Named } from './official-in-words.ts';
import { stanceIn, type Stance } from './stance-in-words.ts';
import { clausesOf, readable } from './words-read.ts';

export type { Named } from './official-in-words.ts';
export { STANCES, type Stance } from './stance-in-words.ts';

export const METHODS = [
  'in_person',
  'phone',
  'sms',
  'email',
  'letter',
  'video',
  'testimony',
  'other',
] as const;
export type Method = (typeof METHODS)[number];

/** What a contact report says, as far as words gave it. */
export interface ReadContact {
  /** Whether the words tell of speaking with an official at all. */
  isContact: boolean;
  officialId: string | null;
  /** "HB 203"; null where none is named. */
  billNumber: string | null;
  /** True where the words name a bill that cannot be told, since they name several. */
  severalBills: boolean;
  stance: Stance | null;
  method: Method | null;
  /** 1 where the words say yesterday. */
  daysAgo: 0 | 1;
}

const METHOD_WORDS: [RegExp, Method][] = [
  [
    /\b(?:called|phoned|rang|by phone|on the phone|phone call|left (?:an? |him an? |her an? )?(?:voicemail|message)|voicemail)\b/,
    'phone',
  ],
  [/\b(?:testified|gave testimony)\b/, 'testimony'],
  [/\b(?:over zoom|on zoom|by zoom|zoomed|video call|teams call)\b/, 'video'],
  [/\b(?:e-?mailed|by e-?mail|sent (?:an? |him an? |her an? )?e-?mail)\b/, 'email'],
  [/\b(?:texted|by text|sent (?:an? |him an? |her an? )?text)\b/, 'sms'],
  [
    /\b(?:wrote (?:to |him|her|sen|rep|my|both|a letter)|sent (?:an? |him an? |her an? )?letter|by letter)\b/,
    'letter',
  ],
  [
    /\b(?:met (?!the )|saw (?!your|the |that|this|it\b|an? )|visited|in person|over coffee|over lunch|had (?:coffee|lunch)|stopped by|ran into|sat down)/,
    'in_person',
  ],
];
const SPOKE =
  /\b(?:talked|spoke|spoken|chatted|reached|contacted|heard (?:back )?from|connected with|got (?:a )?hold of|touched base|followed up with|discussed)\b/;
/** Before the verb: it has not happened. */
const NOT_DONE =
  /\b(?:haven't|have not|hasn't|didn't|did not|don't|never|not|couldn't|could not|can't|cannot|unable|will|i'll|we'll|going to|plan(?:ning)? to|try|trying|tried|need|should|shall|if|want|about to|could|can|would)\b/;
const OF_OFFICIAL =
  /\b(?:sen|rep|senators?|representatives?|legislators?|lawmakers?|congress(?:man|woman)|delegation)\b/;

/** The numbers of bills named in the words, as "HB 203". */
const billsIn = (words: string): string[] => [
  ...new Set(
    [...words.matchAll(/\b([hs])\.?\s?(b|r|j\.?r|j|c\.?r)\.?\s?0*([1-9]\d{0,4})\b/gi)].map(
      ([, house, kind, no]) => `${house}${kind?.replaceAll('.', '')} ${no}`.toUpperCase(),
    ),
  ),
];

/** Whether and how the words tell of having spoken; two different ways leave the way blank. */
const spokenOf = (text: string): { spoke: boolean; method: Method | null } => {
  const methods = new Set<Method>();
  let spoke = false;
  for (const { words, asks } of clausesOf(text)) {
    if (asks) continue;
    const done = (pattern: RegExp) => {
      const match = pattern.exec(words);
      return match !== null && !NOT_DONE.test(words.slice(0, match.index));
    };
    for (const [pattern, method] of METHOD_WORDS) if (done(pattern)) methods.add(method);
    spoke ||= done(SPOKE);
  }
  return { spoke: spoke || methods.size > 0, method: methods.size === 1 ? ([...methods][0] ?? null) : null };
};

/**
 * Reads a free reply ("Called Sen. Hill, leaning no") as a draft contact report. A field that the words do not
 * give for sure stays blank. Quick rules, no model; a person confirms every field.
 * @param own the member's officials; @param others everybody else in office
 * @param position where the association stands on the bill, so that "with us" can be read; null where nowhere
 */
export const readContact = (
  text: string,
  own: Named[],
  others: Named[],
  position: string | null = null,
): ReadContact => {
  const { officialId, several } = officialIn(text, own, others);
  const stance = several ? null : stanceIn(text, position);
  const { spoke, method } = spokenOf(text);
  const bills = billsIn(readable(text));
  const someone = officialId !== null || several || OF_OFFICIAL.test(readable(text).toLowerCase());
  return {
    isContact: (spoke && (someone || stance !== null)) || (officialId !== null && stance !== null),
    officialId,
    billNumber: bills.length === 1 ? (bills[0] ?? null) : null,
    severalBills: bills.length > 1,
    stance,
    method,
    daysAgo: /\b(?:yesterday|last night)\b/i.test(text) ? 1 : 0,
  };
};
