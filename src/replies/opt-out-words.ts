import { plainWords, spoken } from './plain-words.ts';

/** Slips of the thumb and short forms, each as the word that the rules know. */
const STEADY: [RegExp, string][] = [
  [/(?<=[a-z])0(?=[a-z])/g, 'o'],
  [/\b(?:s+t+o+p+|stp|stpo|srop|dtop|stoo|sotp|stiop|stap)\b/g, 'stop'],
  [/\b(?:tkae|taek|tak)\b/g, 'take'],
  [/\b(?:remvoe|reomve|rmove)\b/g, 'remove'],
  [/\bw\/?(?= )/g, 'with'],
  [/\bun?[ -]?su[bs]\w{3,8}?(?=e?(?:d|ing)?\b)e?/g, 'unsubscribe'],
  [/\b(?:txt|tex|txet)(?=s|ing|ed|\b)/g, 'text'],
  [/\bmsg(?=s|\b)/g, 'message'],
  [/\be-mail/g, 'email'],
  [/\b(?:pls|plz|plse|kindly)\b/g, 'please'],
  [/\b(?:thx|ty|tks)\b/g, 'thanks'],
  [/\b(do|is|wo|ca|did|does)nt\b/g, "$1n't"],
  [/\bdo not\b/g, "don't"],
  [/\bis not\b/g, "isn't"],
  [/\b(?:i am|im)\b/g, "i'm"],
  [/#(?!\d)/g, 'number'],
];
/** A line about stopping that is ours, a mail program's or a law's: repeated, and not asked for. */
const QUOTED =
  /\b(?:reply|text|responda|envie) (?:stop|alto|remove|unsubscribe) (?:to|para) (?:opt out|end|cancel|unsubscribe|cancelar|terminar)\b|\bif you (?:no longer |don't )?(?:wish|want|would like|prefer)[^.]{0,100}\bunsubscribe\b|\bclick (?:here to )?unsubscribe\b|\btext(?:ing)? (?:and|while) driving\b/g;
/** Not a wish to stop: "don't stop", "they won't quit", "non-stop". "You won't stop" and "I can't stop these" are one. */
const NEGATED =
  /\b(?:don't|never|not|didn't) (?:(?!want|wish|like|text|email|message|contact)\w+ ){0,2}(?:stop|quit|cancel|unsubscribe|opt out)\b|\bdon't (?:remove|take|drop|delete)\b|(?<!\b(?:i|you) )(?:can't|cannot|won't)(?! (?:you|i)\b) (?:\w+ )?(?:stop|quit)\b|\bno (?:dejen?|paren?|quiten?me|saquen?me|borren?me)(?: de)?\b|\bnon-?stop\b/g;

/** A message as the rules of opting out compare it: plain words, known spellings, nothing quoted from us or negated. */
export const optOutWords = (text: string): string => {
  const plain = plainWords(text.replaceAll('#', ' number ').replaceAll(/(?<=number) +(?=\d)/g, ''));
  return STEADY.reduce((words, [slip, word]) => words.replaceAll(slip, word), plain)
    .replaceAll(QUOTED, ' ')
    .replaceAll(NEGATED, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
};

/** Signs that stand alone in place of words that want us gone. */
export const isHostileSign = (text: string): boolean =>
  /^(?:[✋🖕🤬🛑🚫😡🤐🙅]\p{M}*\p{Emoji_Modifier}?\uFE0F?\s*)+$/u.test(spoken(text));

/** "This isn't Dave": a name, told by its capital letter. */
export const isSomebodyElse = (text: string): boolean =>
  /(?:^|[.,!?] *)(?:(?:[Tt]his|[Ii]t|I) ?(?:is not|'m not|am not|'s not|isn'?t)|[Nn]o soy) (?:Dr\. |Mrs?\. |Ms\. )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:$|[.,!?](?: |$))/.test(
    spoken(text).slice(0, 300).replaceAll('’', "'"),
  );
