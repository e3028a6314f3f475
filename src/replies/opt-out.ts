import { keywordOf } from './keywords.ts';
import { plainWords } from './plain-words.ts';

/**
 * How a message speaks about contact: an exact keyword, a clear phrase, somebody else's number, or words that a
 * person has to judge. null: not about contact at all, and that is where a text about a bill belongs.
 */
export type OptOut = 'keyword' | 'clear' | 'wrong_number' | 'unclear' | null;

const KEYWORDS = '(?:stop|unsubscribe|cancel|quit|end|revoke|opt ?out|opt-out)';
const SENDING =
  '(?:text(?:s|ing)?|txt(?:s|ing)?|messag(?:es?|ing)|msgs?|contact(?:ing)?|e-?mail(?:s|ing)?|alerts?|notifications?)';
const AT_ME =
  '(?: (?:me|us|my|this|please|pls|now|to|and|thanks|altogether|immediately|completely|from|here|anymore|any more|so)\\b|[.,;!?]|$)';
const POLITE = '(?: (?:please|pls|now|right now|already|all|immediately|asap|thanks|thank you|thx|today))*';

/** Not a wish to stop: "don't stop", "can't stop", "never stop"; "non-stop". */
const NEGATED =
  /\b(?:(?:don'?t|do not|can'?t|cannot|won'?t|never|not|didn'?t) (?:\w+ )?(?:stop|quit|cancel|unsubscribe)|non-?stop)\b/;
/** The law's own opt-outs, and lists that are not ours. */
const OF_THE_LAW =
  /\b(?:(?:h\.?b|s\.?b|hjr?|sjr?|hr|lc)\.? ?\d+|bill|bills|act|provision|amendment|parents?|students?|famil(?:y|ies)|testing|tests|districts?|levy|levies|pension|retirement|insurance|newsletter|listserv|hearing|committee|testimony|witness|speakers?|agenda)\b/;

const WRONG_NUMBER = [
  /\bwrong (?:number|person|phone|cell)\b(?! (?:in|on|for|of)\b)/,
  /\bnew phone,? who\b/,
  /\b(?:no longer|not|isn'?t) (?:his|her|their|my|\w+'s) (?:number|phone|cell)\b/,
  /\bnumero equivocado\b/,
];
const CLEAR = [
  new RegExp(`^(?:(?:please|pls|ok|just|kindly) )*${KEYWORDS}${POLITE}$`),
  new RegExp(
    `\\b(?:stop|quit|cease|end|cancel|no more|enough with) (?:(?:all|with|the|these|those|your|of|any|more|sending|getting|out|me|us) )*${SENDING}${AT_ME}`,
  ),
  /\b(?:stop|quit) (?:sending|bothering|harassing|spamming|calling|pestering) (?:me|us|this number|my|it to me|them to me|these|stuff|things|this)\b/,
  /\b(?:don'?t|do not|dont|never) (?:ever )?(?:text|txt|message|msg|e-?mail|contact|send)(?: me| us| this number| anything| any more| anymore|$)(?! (?:before|after|at|until|till|during|on|when)\b)/,
  /\b(?:take|remove|delete|drop|cut) (?:me|us|this number|my (?:name|number|cell|phone|email|address|info|information))(?: (?:off|from|out of)\b|[.,;!]|$| please| pls| now| asap| immediately| thanks| thank you)/,
  /\bunsubscribe (?:me|us|this|my)\b/,
  /\b(?:please|want to|wish to|like to|would like to|need to|how do i|can i|can you) unsubscribe\b/,
  /\bopt (?:me|us) out\b|\b(?:want to|wish to|like to|choose to) opt[ -]?out$/,
  /\bopt[ -]?out of (?:your |these |all |the )*(?:texts?|messages?|alerts?|emails?)\b/,
  /\blose (?:my|this) number\b/,
  /\b(?:do not|don'?t|no longer) (?:want|wish|need)(?: to (?:get|receive|have))? (?:any |more |your |these |the |any more |anymore )*(?:texts?|messages?|alerts?|e-?mails?)\b/,
  /\bno me (?:manden?|envien?|envies|mandes|escriban?|escribas|textee[ns]?)\b/,
  /\b(?:deje[ns]?|para[nr]?|deja) de (?:mandar|enviar|escribir|textear)/,
  /\b(?:quiten?me|saquen?me|borren?me|borren? mi numero)\b/,
];
const UNCLEAR = [
  /\bstop (?:it|this|that|these|those|doing (?:this|that)|already)(?: now| please| already)?(?:[.,;!?]|$)/,
  /^(?:\S+ ){0,3}(?:stop|unsubscribe|opt[ -]?out)$/,
  /^(?:stop|unsubscribe|opt[ -]?out)(?: \S+){0,1}$/,
  /^(?:\w+ )?(?:enough|no more|no mas|leave me alone|go away|quit|cancel|revoke)(?: \w+)?$/,
  /\b(?:unsubscribe|opt(?:ing)?[ -]?out|wrong number)\b/,
  /\b(?:fuck|piss) off\b|\bfuck you\b|\bgo to hell\b|\bscrew you\b|\bleave me alone\b/,
  /\b(?:don'?t|do not|dont) (?:text|txt|message|e-?mail|contact) me\b/,
];
/** "Stop" with the thing to be stopped: a bill, a cut, a vote. "Stop by", "stop at" are visits. */
const ABOUT_SOMETHING =
  /^(?:(?:please|pls|we|must|need to|let'?s|help|to) )*stop (?:by|at|in|over|off|the|a|an|any|our|his|her|sen|rep|senator|representative|(?:h\.?b|s\.?b|hjr?|sjr?|hr|lc|ab)\.? ?\d+|bill|#?\d+|vouchers?|cuts?)\b/;

/**
 * Reads whether a message asks for no more messages. Leans to silence: what is not clearly about a bill or a
 * visit, and holds an opt-out word, is put to a person.
 */
export const looksLikeOptOut = (text: string): OptOut => {
  if (keywordOf(text) === 'stop') return 'keyword';
  const words = plainWords(text);
  const matches = (rules: RegExp[]) => rules.some((rule) => rule.test(words));
  if (/\bnewsletter\b/.test(words) && /\b(?:but|keep)\b/.test(words)) return null;
  if (matches(WRONG_NUMBER)) return 'wrong_number';
  if (matches(CLEAR))
    return OF_THE_LAW.test(words) && !/\b(?:text|message|alert|email)/.test(words) ? 'unclear' : 'clear';
  if (NEGATED.test(words) || ABOUT_SOMETHING.test(words) || OF_THE_LAW.test(words)) return null;
  return matches(UNCLEAR) ? 'unclear' : null;
};
