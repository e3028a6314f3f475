/** What a contact report says, as far as words gave it. */
export interface ReadContact {
  officialId: string | null;
  billNumber: string | null;
  stance: Stance | null;
  method: Method | null;
}
export const STANCES = ['support', 'lean_support', 'undecided', 'lean_oppose', 'oppose'] as const;
export type Stance = (typeof STANCES)[number];
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

/** An official as this reader needs them; own officials come first in the list. */
export interface Named {
  officialId: string;
  title: string;
  given: string;
  family: string;
}

const plain = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, "'");

const STANCE_WORDS: [RegExp, Stance][] = [
  [
    /\b(lean(s|ed|ing)? (a )?(no|against)|(a )?lean no|probably (a )?no|likely no|skeptical)\b/,
    'lean_oppose',
  ],
  [
    /\b(lean(s|ed|ing)? (a )?(yes|with us|for it|support)|(a )?lean yes|probably (a )?yes|likely yes|sympathetic)\b/,
    'lean_support',
  ],
  [
    /\b(undecided|on the fence|not decided|hasn't decided|has not decided|unsure|wants? to think|no position)\b/,
    'undecided',
  ],
  [
    /\b(not|won't|will not|doesn't|does not|can't|cannot) (support|supporting|vote for|voting for|with us)\b/,
    'oppose',
  ],
  [
    /\b(is|was|a|firm|hard|solid|definite) no\b|\b(opposes?|opposed|against (it|the bill|hb|sb)|votes? no|voting no|will vote no)\b/,
    'oppose',
  ],
  [
    /\b(is|was|a|firm|hard|solid|definite) yes\b|\b(supports?|supportive|with us|votes? yes|voting yes|will vote yes|on board)\b/,
    'support',
  ],
];
const METHOD_WORDS: [RegExp, Method][] = [
  [/\b(called|phoned|rang|by phone|on the phone|left (a )?(voicemail|message)|voicemail)\b/, 'phone'],
  [/\b(testified|testimony)\b/, 'testimony'],
  [/\b(zoom|video call|teams call)\b/, 'video'],
  [/\b(e-?mailed|by e-?mail|sent an e-?mail)\b/, 'email'],
  [/\b(texted|by text|sent a text)\b/, 'sms'],
  [/\b(wrote|letter|mailed a)\b/, 'letter'],
  [/\b(met|saw|visited|in person|coffee|lunch|stopped by|ran into|sat down)\b/, 'in_person'],
];

/** The number of a bill named in the words, as "HB 203"; null when none is. */
const billIn = (words: string): string | null => {
  const match = /\b([hs])\.?\s?([bjr]{1,2})\.?\s?(\d{1,4})\b/.exec(words);
  return match ? `${match[1]}${match[2]} ${Number(match[3])}`.toUpperCase() : null;
};

/**
 * Finds the official meant: a family name, with a title or a given name where several have it. Own officials
 * win over others; two that fit equally are left blank, since a wrong name on a report is worse than none.
 */
const officialIn = (words: string, own: Named[], others: Named[]): string | null => {
  const has = (name: string) =>
    name.length > 1 &&
    new RegExp(
      `(?<![\\p{L}'-])${plain(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}'-])`,
      'u',
    ).test(words);
  const titled = (one: Named) =>
    new RegExp(
      `\\b(${plain(one.title).startsWith('sen') ? 'sen\\.?|senator' : 'rep\\.?|representative'})\\s+(\\p{L}+\\s+)?${plain(one.family)}`,
      'u',
    ).test(words);
  const pick = (list: Named[]) => {
    const named = list.filter((one) => has(one.family));
    if (named.length === 1) return named[0]?.officialId ?? null;
    const closer = named.filter((one) => has(one.given) || titled(one));
    return closer.length === 1 ? (closer[0]?.officialId ?? null) : named.length > 1 ? undefined : null;
  };
  const mine = pick(own);
  if (mine !== null) return mine ?? null;
  const anyTitle = /\b(sen|rep|senator|representative)\b/.test(words);
  const theirs = pick(others.filter((one) => anyTitle || has(one.given)));
  return theirs ?? null;
};

const first = <T>(words: string, table: [RegExp, T][]): T | null =>
  table.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/**
 * Reads a free reply ("Called Sen. Hill, leaning no") as a draft contact report. A field that the words do not
 * give stays blank. Quick rules, no model; a person confirms every field.
 * @param own the member's officials; @param others everybody else in office
 */
export const readContact = (text: string, own: Named[], others: Named[]): ReadContact => {
  const words = plain(text).replace(/\s+/g, ' ');
  return {
    officialId: officialIn(words, own, others),
    billNumber: billIn(words),
    stance: first(words, STANCE_WORDS),
    method: first(words, METHOD_WORDS),
  };
};

/** Whether a draft is worth a person's time: somebody was named, or how or where they stand was said. */
export const saysContact = (read: ReadContact): boolean =>
  read.officialId !== null || (read.stance !== null && read.method !== null);
