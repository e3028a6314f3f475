import { keywordOf } from './keywords.ts';
import { isHostileSign, isSomebodyElse, optOutWords } from './opt-out-words.ts';

/**
 * How a message speaks about contact: an exact keyword, a clear phrase, somebody else's number, one channel off and
 * the other instead, or words that a person has to judge. null: not about contact at all, and that is where a text
 * about a bill belongs.
 */
export type OptOut = 'keyword' | 'clear' | 'wrong_number' | 'to_email' | 'to_sms' | 'unclear' | null;

const any =
  (...rules: RegExp[]) =>
  (words: string) =>
    rules.some((rule) => rule.test(words));

const KEYWORDS = '(?:stop|unsubscribe|cancel|quit|end|revoke|opt ?out|opt-out)';
const MAIL = '(?:email(?:s|ing)?|correos?)';
const TEXT = '(?:text(?:s|ing|o|os|earme)?|(?:text )?messag(?:es?|ing)|mensajes?|sms|cell|phone)';
const SENDING = `(?:text(?:s|ing)?(?: (?:messages?|alerts?))?|messag(?:es?|ing)|contact(?:ing)?|email(?:s|ing)?|alerts?|notifications?|reminders?|subscriptions?|communications?|spam(?:ming)?)`;
const AT_ME =
  '(?: (?:me|us|my|this|please|now|to|and|thanks|altogether|immediately|completely|from|here|anymore|any more|so|i|at)\\b|[.,;!?:]|$)';
const POLITE =
  '(?: (?:please|now|right now|already|all|immediately|asap|thanks|thank you|today|everything|for good|forever|period|exclamation point))*';
const MINE =
  '(?:me|us|this (?:number|phone|cell|address|email)|my (?:name|number|cell|phone|email|address|info|information|contact))';
const OUR_LIST =
  '(?: (?:the|your|this|these|those|that|all|any|of|every|whatever|group|distribution|mailing|texting|text|contact|email|alert|call|phone|action))* (?:lists?|texts?|alerts?|messages?|emails?|system|database|contacts|group|thing|everything|this|these|here|it)(?! (?:of|for|on|about)\\b)';

const isWrongNumber = any(
  /\bwrong (?:number|person|phone|cell|guy|lady)\b(?! (?:in|on|for|of)\b)/,
  /\bnew phone,? (?:who|not)\b/,
  /\b(?:no longer|not|isn't) (?:his|her|their|my|(?:\w+ ){0,2}\w+'s) (?:number|phone|cell)\b|\bhasn't had this (?:number|phone)\b/,
  /\bthis (?:isn't|is no longer) (?:dr|mrs?|ms)\b/,
  /\b(?:numero|persona) (?:equivocad|incorrect)[oa](?! (?:en|del|de la)\b)|\bse equivoc\w+ de (?:numero|persona)\b/,
  /\bno (?:conozco a|es el numero de)\b/,
);
const isClear = any(
  new RegExp(`^(?:(?:please|ok|just|hey|again|yes|no)[ ,.]+)*${KEYWORDS}${POLITE}$`),
  new RegExp(
    `\\b(?:stop|quit|cease|end|cancel|no more|enough with|knock off) (?:(?:all|with|the|these|those|your|of|any|more|sending|getting|out|me|us|future|further|damn|stupid|my) )*${SENDING}${AT_ME}`,
  ),
  /\b(?:stop|quit) (?:sending|bothering|harassing|spamming|calling|pestering|blowing up) (?:me|us|this number|my|it to me|them to me|these|stuff|things|this)\b/,
  /\b(?:don't|never|quit|cannot) (?:ever )?(?:text|message|email|contact|send)(?: me| us| it| this (?:number|phone|cell)| here| anything| again| any more| anymore|$)(?! (?:again )?(?:before|after|at|until|till|during|on|when|about|the|a|unless)\b)/,
  new RegExp(
    `\\b(?:take|remove|delete|drop|cut|scratch|pull) ${MINE} (?:(?:off|from|out of)${OUR_LIST}|off(?: please| now| thanks)?(?:[.,;!]|$))`,
  ),
  new RegExp(
    `\\b(?:remove|delete|drop) ${MINE}(?:[.,;!]|$| please| now| asap| immediately| thanks| thank you)`,
  ),
  new RegExp(`\\bunsubscribe ${MINE}(?! from(?!${OUR_LIST}))`),
  /\b(?:please|want to|wish to|like to|need to|how do i|can i|can you) unsubscribe\b/,
  /\bopt (?:me|us) out\b|\b(?:want to|wish to|like to|choose to) opt[ -]?out$|^(?:i'm )?opting out$/,
  /\bopt(?:ing)?[ -]?out of (?:your |these |all |the )*(?:texts?|messages?|alerts?|emails?)\b/,
  /\blose (?:my|this) (?:number|info)\b/,
  /\b(?:don't|no longer) (?:want|wish|need|care)(?: to (?:get|receive|have|be on))? (?:any |more |further |your |these |the |this |any more |anymore )*(?:texts?|messages?|alerts?|emails?|communications?|list)\b/,
  /\b(?:withdraw|revoke|rescind) (?:my |all |any )*(?:consent|permission)\b/,
  /\b(?:texted|replied|typed|sent|said|told you(?: to)?|asked you to|asked to) (?:\w+ ){0,2}(?:stop|unsubscribe)\b.*\b(?:still|again|already|times?|twice)\b/,
  /\bdon't use (?:it|this|my (?:cell|number|phone|email)|this number)\b/,
  /\bno (?:me|nos) (?:vuelvan? a )?(?:mand|envi|escrib|contact|text|llam|molest)/,
  /\b(?:deje[ns]?|para[nr]?|paren|dejar?) de (?:mandar|enviar|escribir|text|contact|llamar|molestar)/,
  /\b(?:quit|saqu|borr|elimin|remuev|retir)\w{1,5}(?:me|nos)? (?:\w+ ){0,2}(?:lista|numero|correo|contactos|sistema)\b/,
  /^(?:alto|parar|basta|cancelar|no mas),? (?:por favor|gracias)$/,
  /^(?:por favor )?(?:quiten?me|saquen?me|borren?me)(?: por favor)?$|\b(?:dar|de|den)me de baja\b|\bcancel\w+ mi suscripcion\b/,
  /\bno (?:quiero|deseo) (?:\w+ )?(?:recibir|mensajes|textos|correos|alertas)\b|\bno mas (?:textos|mensajes|correos|alertas)\b/,
);
/** Less of it, at other hours, on one matter: a request that is not an end. */
const isLimited = any(
  /\b(?:after|before|until|till|during|while)\b|\bat (?:night|work|\d)|\bon (?:\w+ )?(?:sundays?|saturdays?|weekends?|weekdays?|holidays)\b|\b(?:twice|so (?:often|many|much|early|late)|every day)\b|\b(?:for|about|on) (?:h\.?b|s\.?b|this (?:one|bill)|that one|\d)|\babout\b|\bthe rest\b|\bexcept\b/,
);
/** Words of the law and of the work on it; lists that are not ours. */
const isAboutWork = any(
  /\b(?:h\.?b|s\.?b|hjr?|sjr?|hr|lc|ab)\.? ?\d+\b|\b(?:bills?|act|law|ley|proyecto|provision|amendment|section|sec|clause|levy|levies|voucher\w*|vales|ban|fiscal note|funding|formula)\b/,
  /\b(?:parents?|students?|famil(?:y|ies)|testing|tests|districts|pension|retirement|insurance|health (?:trust|plan)|legislature|board members?)\b(?!'s (?:phone|number))/,
  /\b(?:newsletter|listserv|hearing|audiencia|committee|comite|testimony|testify|witness\w*|testigos?|speakers?|panel|agenda|letter|packet|sponsors?|lobby day|reservation|roster|carpool|lunch|dinner|hotel|sign[ -]?(?:in|on|up))\b/,
);
/** What somebody else said, or is to be told. "I told you to stop" is neither. */
const isReported = any(
  /\b(?:he|she|they|aide|senator|rep|staff) (?:\w+ )?(?:said|told|asked|says|wants?)\b|\btold (?:me|us|him|her|them)\b|\btell (?!you|your|them|whoever)\w+\b/,
);
/** "Stop" with the thing to be stopped, or with those who are to stop it. "Stop by", "stop at" are visits. */
const isAboutSomething = any(
  /^(?:(?:please|we|must|need to|let's|help|to|\d) )*stop (?:by|at|in|over|off|the|a|an|any|our|his|her|them|sen|rep|senator|representative|bill|number\d+|\d{2,}|vouchers?|cuts?)\b/,
  /\b(?:we|us|they|he|she|him|her|them|let's|help|sen|rep|calling)\b(?: [\w']+){0,4} (?:stop|quit|end|cancel|revoke)\b/,
);
const isComingBack = any(
  /\b(?:(?:add|put|sign|opt) me (?:back|up|in)|resubscribe|re-subscribe|(?:get|receive|send me|want) (?:the |your |my )?(?:alerts|texts|messages|emails) again|start (?:texting|sending|the))\b/,
);
const isUnclear = any(
  /\b(?:stop|put a stop to|put an end to) (?:it|this|that|these|those|doing (?:this|that)|already)(?: now| please| already| madness| nonsense| crap)*(?:[.,;!?]|$)/,
  /^(?:\S+ ){0,3}(?:stop|unsubscribe|opt[ -]?out)$|(?:^|[.,;!?] )(?:please )?stop(?:[.,;!?]|$)/,
  /^(?:please )?(?:stop|unsubscribe|opt[ -]?out)(?: \S+)?$|^stop (?:i|i'm|i've|you|or|who|why|how|this is|my)\b/,
  /^(?:(?:\w+ )?(?:enough(?: already| now| please| of this)?|(?:leave me alone|go away|quit|cancel|revoke|no more)(?: \w+)?)|(?:end|kill|cancel|drop) (?:it|this|that))$/,
  /^(?:ya|ya no mas|no mas|paren|(?:paren|para|alto) ya|ya paren\w*|arret\w+(?: .{1,20})?|aufhoren|ya basta|basta ya|dejen?me en paz|no molest\w+)$/,
  /\bunsubscribe(?! \w+ from | from (?!your|these|this|all|the))|\bopt(?:ing)?[ -]?out\b(?! of (?:the|our)\b)/,
  /\b(?:f|eff|fuck|piss|bug|back|buzz) off\b|\bfuck (?:you|this)\b|\bgo to hell\b|\bscrew (?:you|this)\b|\bleave (?:me|us) (?:alone|out)\b|\bharass|\bgive it a rest\b|\bshut up\b|\bspam\b/,
  /^(?:no,? )?(?:(?:i'm )?(?:not interested|done with (?:this|these)|over (?:it|this))|i'm (?:done|out))$|\bcount me out\b|\bnot doing this any ?more\b|\bmight as well quit\b/,
  /\b(?:don't|stop|quit|less|fewer) (?:text|texting|message|messaging|email|emailing|contacting)\b(?! (?:him|her|them|hill|sen|rep|the|bill|and driving|while)\b)/,
  /\btoo many (?:texts|messages|emails|alerts|of these)\b|\byou (?:text|email|message) (?:me )?too\b|\b(?:keep|why am i|still) getting (?:this|these|it)\b|\bno more (?:surveys|polls|reminders|alerts|nudges)\b/,
  /\b(?:take|remove|delete|drop) (?:me|my (?:name|number|cell|email)|us) (?:off|from)\b|\bremove (?:\S+ ){1,4}from (?:this|your) (?:\w+ )?list\b/,
  /\bhow did you (?:get|find) (?:this|my)\b|^quien (?:es|eres|habla)$|\bi don't know any\b|\bnot the right (?:person|contact|number)\b/,
  /\bi(?:'m| am|'ve| have)? (?:now |just |been |already )?retired\b|\b(?:i|i'm) (?:no longer|changed|moved) (?:\w+ )?(?:with|at|in|jobs?|districts?|work|employed|superintendent|to)\b|\bi left the (?:district|job)\b(?! (?:office|meeting|building))|\b(?:at|in|to|have|got) an? (?:new|different) (?:district|job)\b/,
  /\b(?:email|text) (?:works|is) (?:better|best|easier)\b|\bprefer (?:an? )?(?:email|text)s?\b|\bsend (?:these|this|them|it|alerts) to (?:my|our|the)\b|\binstead of me\b/,
  /\bdon't have (?:the )?time for\b/,
);

/** "Email me instead of texting": the second channel is wanted and the first is not. */
const wants = (to: string) =>
  any(
    new RegExp(
      `\\b${to} (?:me|us|only|instead|please|is (?:fine|ok|better))\\b|\\b${to} on\\b|\\b(?:just|only|use|by|via|por|prefer|prefiero|send me|solo|just (?:by|use)|switch (?:[\\w']+ ){0,4}to|(?:keep|leave) (?:me )?(?:on )?(?:the |my )?|mejor|mande(?:n|nme|me) un) ?(?:an? |the |my )?${to}\\b`,
    ),
  );
const refuses = (from: string, to: string) =>
  any(
    new RegExp(
      `\\b${from} off\\b|\\b(?:instead of|not|no|ya no|no more|turn off|from|off|off the|remove my|stop|quit|stop the|don't|too many|rather than|enough|de|no me \\w+) (?:me |the |a |by |send(?:ing)? |more |mas |all |these |any |my )*${from}\\b|\\b(?:only|solo) ${to}\\b|\\b${to} (?:me )?(?:only|instead)\\b|\\bswitch (?:me |us |over |my alerts )?to ${to}\\b`,
    ),
  );
const toMail = [wants(MAIL), refuses(TEXT, MAIL)];
const toText = [wants('(?:mensajes de )?texto?s?'), refuses(MAIL, 'text')];

/**
 * Reads whether a message asks for no more messages. Leans to silence: what is not clearly about a bill or a
 * visit, and holds an opt-out word, is put to a person.
 */
export const looksLikeOptOut = (text: string): OptOut => {
  if (keywordOf(text) === 'stop') return 'keyword';
  if (isHostileSign(text)) return 'unclear';
  const words = optOutWords(text);
  if (/\bnewsletter\b/.test(words) && /\b(?:but|keep|texts are)\b/.test(words)) return null;
  if (isWrongNumber(words)) return 'wrong_number';
  const work = isAboutWork(words);
  const asks = /^(?:does|do|is|are|what|will)\b/.test(words);
  if (!work && !asks && toMail.every((rule) => rule(words))) return 'to_email';
  if (!work && !asks && toText.every((rule) => rule(words))) return 'to_sms';
  const clear = isClear(words);
  if (clear && !work && !isReported(words) && !isLimited(words)) return 'clear';
  if (clear && isReported(words) && isAboutSomething(words)) return null;
  if (clear && (!work || /\b(?:text|message|alert|email|contact)/.test(words))) return 'unclear';
  if (isComingBack(words) || work || isAboutSomething(words)) return null;
  return isUnclear(words) || isSomebodyElse(text) ? 'unclear' : null;
};
