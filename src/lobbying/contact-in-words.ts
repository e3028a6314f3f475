import type { Mention } from './official-in-words.ts';
import type { Clause } from './words-read.ts';

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

/** How a clause tells of a contact: what was done, by whom, and whether a failed try undoes it. */
interface Deed {
  pattern: RegExp;
  method: Method | null;
  /** A try that may fail: a call that nobody takes is no contact. */
  tries?: boolean;
  /** The official may be the one who does it: "Hill called me back". */
  theirs?: boolean;
  /** The official stands right behind the verb: "asked Hill to vote no". */
  direct?: boolean;
  /** The official's people do it. */
  others?: boolean;
  /** The clause has to name the official. */
  named?: boolean;
  /** No verb of somebody's: a noun ("phone call with Hill"). */
  noun?: boolean;
}
const WITH = '(?:with|w/|w|to)';
const DEEDS: Deed[] = [
  {
    pattern:
      /\b(?:call+e?d|caled|cald|phoned|rang|rung|dialed|llame|llamamos|telefonee|did call|have called)\b/,
    method: 'phone',
    tries: true,
    theirs: true,
  },
  { pattern: /\breturned my (?:phone )?call\b/, method: 'phone', theirs: true },
  {
    pattern:
      /\b(?:left|leave|leaving|deje)\b(?:\s\S+){0,5}?\s(?:voicemails?|voice mail|vm|messages?|msg|word|mensaje|recado)\b|\blvm\b|\b(?:voicemail|vm|message|msg) left\b/,
    method: 'phone',
  },
  {
    pattern:
      /\bgot off the phone\b|\b(?:hung up|on the phone|by phone) with\b|\bgot (?:\S+ ){1,3}on the phone\b/,
    method: 'phone',
  },
  { pattern: /[☎📞]/u, method: 'phone', tries: true },
  {
    pattern: new RegExp(`\\b(?:phone call|call|phone conversation) ${WITH}\\b`),
    method: 'phone',
    noun: true,
  },
  { pattern: /\b(?:testified|gave testimony)\b/, method: 'testimony' },
  { pattern: /\b(?:zoomed|video called|facetimed)\b/, method: 'video' },
  {
    pattern:
      /\b(?:e-?mailed|(?:sent|shot|dropped)\b(?:\s\S+){0,4}?\se-?mails?|e-?mails? (?:\S+ ){0,4}?sent|(?:mande|envie|escribi)\b(?:\s\S+){0,3}?\scorreo)\b/,
    method: 'email',
    theirs: true,
  },
  { pattern: /\b(?:texted|messaged|(?:sent|shot)\b(?:\s\S+){0,4}?\stexts?)\b/, method: 'sms', theirs: true },
  {
    pattern:
      /\b(?:wrote|(?:sent|mailed|hand-delivered|delivered)\b(?:\s\S+){0,4}?\sletters?|letters? (?:\S+ ){0,4}?sent|le escribi)\b/,
    method: 'letter',
  },
  {
    pattern:
      /\bmet\b(?! the )|\b(?:visited|stopped by|dropped by|ran into|bumped into|caught|sat down|had (?:coffee|lunch|breakfast|dinner)|me reuni|visite)\b/,
    method: 'in_person',
  },
  { pattern: /\bsaw (?!your|the |that|this|it\b|an? )/, method: 'in_person' },
  {
    pattern: new RegExp(`\\b(?:coffee|lunch|breakfast|dinner|beers?) ${WITH}\\b`),
    method: 'in_person',
    noun: true,
  },
  {
    pattern:
      /\b(?:talked|talkd|tlke?d|talkedto|spoke|spok|spoken|chatted|platique|visited with|contacted|reached|connected with|touched base|followed up with|discussed|hable|hablamos|contacte|got through|got (?:a ?)?hold of|got ahold of|reached out|conversed|(?:did|able to|got to|managed to|(?:a )?chance to) (?:talk|speak|visit|chat|reach|call|connect)|contact made|made contact|visited)\b/,
    method: null,
    theirs: true,
  },
  {
    pattern: /\b(?:heard (?:back )?from|(?:replied|responded|wrote back|emailed back|answered me|me dijo))\b/,
    method: null,
    theirs: true,
  },
  {
    pattern:
      /\b(?:told|assured|promised|emailed|texted|called) (?:me|us)\b|\bsaid to me\b|\bgot back to me\b/,
    method: null,
    theirs: true,
  },
  {
    pattern:
      /\b(?:asked|urged|told|reminded|encouraged|lobbied|pressed|informed|updated|briefed|thanked|begged|let)\b/,
    method: null,
    direct: true,
  },
  {
    pattern:
      /\b(?:aides?|staff|staffer|office|la|secretary|scheduler|intern)\b (?:\S+ ){0,2}(?:said|says|told me|took (?:my|the|a|down)|answered|wrote|will pass)\b|\bper (?:her|his|their|\S+'s) (?:aide|office|staff)\b/,
    method: null,
    others: true,
  },
  {
    pattern:
      /\b(?:got|received|had) (?:an? )?(?:\S+ )?(?:reply|response|note|answer|word)(?: back)? from\b|\bin (?:touch|contact) with\b|\bexchanged (?:words|messages)\b/,
    method: null,
  },
  { pattern: /\b(?:got|received|had) (?:an? )?(?:phone )?call(?: back)? from\b/, method: 'phone' },
  { pattern: /\b(?:got|received|had) an? e-?mail(?: back)? from\b|\bexchanged e-?mails\b/, method: 'email' },
  { pattern: /\b(?:got|received|had) a text(?: back)? from\b|\b(?:exchanged|traded) texts\b/, method: 'sms' },
  {
    pattern:
      /\b(?:made|placed) (?:my|the|both|all|a|our) (?:\S+ )?(?:phone )?calls?\b|\bcalls? (?:made|placed)\b/,
    method: 'phone',
  },
  {
    pattern: /\b(?:came|stopped|dropped|toured|attended|joined|sat (?:with|by|next to|beside)|shook hands)\b/,
    method: 'in_person',
    theirs: true,
    named: true,
  },
  {
    pattern: new RegExp(`\\b(?:talk|chat|mtg|meeting|conversation|visit|convo|discussion) ${WITH}\\b`),
    method: null,
    noun: true,
  },
];
/** Beside a contact, these tell how. */
const HOW: [RegExp, Method][] = [
  [
    /\b(?:on the phone|by phone|off the phone|hung up|called (?:me|him|her)|voicemail|por telefono)\b|[☎📞📱]/u,
    'phone',
  ],
  [/\b(?:over|on|by|via) (?:zoom|teams|video)\b|\b(?:zoom|teams|video) call\b/, 'video'],
  [/\b(?:by|via|over|an?|per) e-?mail\b|\bpor correo\b/, 'email'],
  [/\b(?:by|via|over) text\b/, 'sms'],
  [/\bby letter\b/, 'letter'],
  [
    /\b(?:in person|face to face|over (?:coffee|lunch)|in (?:her|his|their) office|at the (?:office|capitol|statehouse)|hallway|en persona)\b/,
    'in_person',
  ],
  [
    /\b(?:at|after|during) (?:the |our |a |an |\S+ )?(?:\S+ ){0,2}(?:dinner|banquet|breakfast|luncheon|game|reception|round ?table|town hall|conference|fair|parade|church|event|gala|fundraiser|forum|meet)\b/,
    'in_person',
  ],
];

/** Before the deed: it has not happened. */
const NOT_DONE =
  /\b(?:haven't|havent|have not|hasn't|didn't|didnt|did not|don't|never|not|couldn't|couldnt|could not|can't|cannot|unable|will|i'll|ill|we'll|gonna|going to|plan(?:s|ning)? (?:to|on)|intend|try|trying|tried|need|should|shall|if|when|want|wants|about to|could|can|would|hoping|hope|please|who|has anyone|did (?:you|anyone|they)|no he|no hemos|voy a|vamos a|quiero|nobody|no one)\b/;
const LATER =
  /\b(?:tomorrow|later|next (?:week|month|mon|tue|wed|thu|fri|sat|sun)\w*|scheduled|set up|setting up|upcoming|on (?:my|the) (?:list|calendar)|is (?:on|at)|manana)\b/;
/** No one took it, nothing was left. */
const FAILED =
  /\b(?:no (?:answer|luck|pick ?up|one (?:answered|picked up|there))|nobody (?:answered|picked up|home)|(?:didn't|did not|didnt|wouldn't|won't|never) (?:answer|pick(?:ed)? up|answered|pick)|(?:line|was|is) busy|busy signal|(?:voicemail|mailbox|inbox|vm) (?:was |is )?full|wrong number|disconnected|couldn't (?:get|leave|reach)|hung up on me|no contest|wasn't (?:in|there|available)|not (?:in|available)|rang (?:and rang|out)|rings and rings|keeps ringing|(?:went|goes|straight|right) to (?:voicemail|vm)|got (?:\S+ )?(?:voicemail|vm|machine)|on hold|gave up|(?:were|was|office) closed|nobody|try again|keep trying|bounced|came back|kicked back|undeliverable)\b/;
const OFF_SUBJECT =
  /\b(?:didn't|did not|didnt|never|not|nothing|no chance to|without|forgot to)\b(?:\s\S+){0,3}?\s(?:discuss|talk|mention|bring|brought|raise|come up|ask)\w*(?:\s\S+){0,3}?\s?(?:bill|it|hb|sb|203|this|vote)\b|\b(?:bill|it) (?:didn't|never) c[oa]me up\b|\bnot about (?:the bill|this|it|hb|sb)\b|\babout (?:the weather|football|basketball|hunting|fishing|calving|wheat|grandkids|the game|the roads?)\b/;

/** Between who does it and the verb. */
const ADVERBS =
  /(?:\b(?:just|finally|already|also|both|briefly|quickly|have|had|has|did|then|ya|actually|personally|again|together|and|even|only|got|was able to|le|les|me|went (?:and|over and)|'ve)\b|'ve|[^\p{L}\p{N}']|\b\d+\b)+$/u;
const OURS =
  /(?:^|[^\p{L}'])(?:i|we|i've|we've|ive|yes|ok|okay|done|so|yep|today|yesterday|morning|afternoon|night|week|lunch|ayer|hoy|afterwards|afterward|after|later|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|\w+day|secretary|assistant|clerk|staff|office|my admin|finally|sorry|fyi|update|both|but|then|report|thanks|ago|am|pm|noon|breakfast|dinner|game|church|meeting|hearing|month|times?|days?|call|alert|request|requested|asked|promised|session|capitol|\p{L}+ly)$/u;
const OF_US = /\b(?:me|us|my|back|mine|nos|replied|responded|our|in|by)\b/;
const HE = /(?:^|[^\p{L}'])(?:he|she|they)$/u;
/** Somebody else's office or staff. */
const THEIR_OFFICE = /(?:'s|his|her|their) (?:staff|office|assistant|secretary|clerk)$/;

/** Whether the member did it, or the official did it to them; another person's contact is not theirs. */
const isOurs = (before: string, after: string, deed: Deed, mentions: readonly Mention[]): boolean => {
  if (deed.others) return true;
  if (deed.noun)
    return !/\b(?:have|got|has|is|am|are|be|'m|need|set up) (?:an? |my )?$|\b(?:chair|principal|trustee|colleague)'?s?\s*$/.test(
      before,
    );
  const lead = before.trimEnd().replace(ADVERBS, '').trimEnd();
  if (lead === '') return true;
  const official = mentions.some(({ end }) => Math.abs(end - lead.length) <= 2);
  if (official || HE.test(lead) || THEIR_OFFICE.test(lead))
    return (deed.theirs === true && OF_US.test(after)) || /\band i$/.test(before.trim());
  return OURS.test(lead) || /\band i$/.test(lead);
};

export interface Spoken {
  /** It tells of a contact of the member's. */
  done: boolean;
  method: Method | null;
  /** A try that nobody took may undo it. */
  tries: boolean;
  /** Word was left or sent, so that nobody's stance can have been heard. */
  oneWay: boolean;
}
const ONE_WAY: ReadonlySet<Method | null> = new Set(['email', 'sms', 'letter']);

const SUBJECT = /^.*\b(?:i|we)(?:'ve)?(?=\s)/;
/** Whether what stands before the deed says that it has not happened. */
const isNotDone = (before: string): boolean => {
  const subject = SUBJECT.exec(before)?.[0] ?? '';
  const tail = before.slice(subject.length);
  if (subject === '') return NOT_DONE.test(before);
  return (
    NOT_DONE.test(tail) ||
    /\b(?:if|should|can|could|would|will|do|did|have|until|unless|before|once|wish|thought) (?:i|we)(?:'ve)?$/.test(
      subject,
    )
  );
};

const OFFICE =
  /\b(?:sens?|reps?|senators?|representatives?|legislators?|lawmakers?|congress\w*|delegation|aide|staffers?|(?:his|her|their|the) (?:office|staff|secretary)|him|her|them|both|all|he|she|they|le|les|senador\w*|representante)\b/;
const OTHERS =
  /^\s*(?:back )?(?:to|with|w\/?|from|by|off|out)?\s*(?:you|your|yall|y'all|(?:the|my|our|a|an|some|several|two|three|other|another|all) (?!other day|phone|bill|issue|second|same|few|couple|little|short|long|lot)[a-z])/;
const ASIDE =
  /\b(?:back|again|today|yesterday|this (?:morning|am|afternoon|week)|last (?:night|week)|twice|once|just now|already|earlier|to|with|w|it|re|about|on|regarding|for|this|the bill|[hs]\.?[bfrd]?\.? ?\d+|\d[\d/]*|at|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\w*|left|word|an? (?:message|voicemail|msg)|(?:my|our) (?:message|part|voicemail))\b|[^\p{L}\p{N}]/gu;

/** What the rest of the text tells: an official is named, a stance is told. */
interface Elsewhere {
  known: boolean;
  opinion: boolean;
}

/** Whether the other side of it is an official or may be one: somebody else's name or office is not. */
const toOfficial = (
  said: string,
  words: string,
  after: string,
  deed: Deed,
  mentions: readonly Mention[],
  { known, opinion }: Elsewhere,
): boolean => {
  if (deed.direct) {
    const at = words.length - after.length;
    return (
      mentions.some((one) => one.at >= at && one.at <= at + 4) ||
      (known && /^ (?:him|her|them)\b/.test(after))
    );
  }
  if (deed.named && mentions.length === 0) return false;
  if (mentions.length > 0) return true;
  if (/\b(?:you|your)\b/.test(after.slice(0, 24))) return false;
  if (OFFICE.test(words)) return true;
  if (OTHERS.test(after) || deed.noun) return false;
  if (known || after.replace(ASIDE, '').trim() === '') return true;
  return opinion && /^\s*(?:to |with |w\/? )?\p{Lu}\p{Ll}/u.test(said.slice(words.length - after.length));
};

/** What one clause tells of the member's having spoken, written or left word. */
export const contactIn = (
  { said, words, asks }: Clause,
  mentions: readonly Mention[],
  beside: Elsewhere,
): Spoken => {
  const none = { done: false, method: null, tries: false, oneWay: false };
  if (asks) return none;
  const done = DEEDS.filter((deed) => {
    const match = deed.pattern.exec(words);
    if (!match) return false;
    const before = words.slice(0, match.index);
    if (isNotDone(before) || (deed.noun && LATER.test(words)) || /^(?:leave|leaving)/.test(match[0]))
      return false;
    const after = words.slice(match.index + match[0].length);
    if (!toOfficial(said, words, after, deed, mentions, beside)) return false;
    return isOurs(before, words.slice(match.index), deed, mentions);
  });
  if (done.length === 0) return none;
  return {
    done: true,
    tries: done.every(({ tries }) => tries),
    oneWay: done.every(({ method }) => ONE_WAY.has(method)) || /\b(?:left|lvm|deje|voicemail)\b/.test(words),
    method: done.find(({ method }) => method)?.method ?? null,
  };
};

/** How it was done, by all that the clauses of a contact say; two different ways leave it blank. */
export const methodOf = (
  clauses: readonly Clause[],
  spoken: readonly Spoken[],
  anyDone: boolean,
): Method | null => {
  const ways = new Set<Method>();
  for (const [at, { words, asks }] of clauses.entries()) {
    const method = spoken[at]?.method;
    if (method) ways.add(method);
    if (asks || !anyDone || NOT_DONE.test(words)) continue;
    for (const [pattern, way] of HOW) if (pattern.test(words)) ways.add(way);
  }
  // A hearing is where one testifies and talks.
  if (ways.size === 2 && ways.has('testimony')) ways.delete('testimony');
  return ways.size === 1 ? ([...ways][0] ?? null) : null;
};

/** Whether the words say that nobody was reached and nothing left. */
export const failed = (words: string): boolean => FAILED.test(words);
/** Whether they say that the bill was not spoken of. */
export const offSubject = (words: string): boolean => OFF_SUBJECT.test(words);
/** Whether a clause speaks of what is not done or not to be counted: to come, denied, asked. */
export const isToCome = ({ words, asks }: Clause): boolean => asks || NOT_DONE.test(words);
