import type { Outcome } from '../alerts/index.ts';
import { plainWords, spoken } from './plain-words.ts';

/** One option that was offered. */
export interface Offered {
  id: string;
  no: number;
  label: string;
  outcome: Outcome;
  /** Other words that mean it. */
  synonyms?: readonly string[];
}
/** What a message says: which of the offered options, and the words beyond it. */
export interface ReadAnswer {
  option: Offered | null;
  /** Free text beside the option; the whole message where no option was recognised. */
  note: string;
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const LEAD_IN =
  /^(?:(?:my |the )?(?:answer|option|choice|reply|response|number|no\.?)(?: is| =|:)?|i (?:choose|pick|vote)|#)\s*[:#]?\s*/i;
const MANY = /^[1-9]\s*(?:and|or|&|,|\/|\+|-|to)?\s*[1-9]\b/;
/** After a digit: it counts or dates something, so it is no choice. */
const COUNTS =
  /^(?:[.,:/]\d|\d|st\b|nd\b|rd\b|th\b|\s*(?:of|or more|people|members?|others?|more|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times?|calls?|letters?|emails?|texts?|percent|%|pm\b|am\b|p\.m|a\.m|o'?clock|million|billion|thousand|k\b|dollars?|schools?|districts?|students?|teachers?|kids|questions?|things?|reasons?|votes?|senators?|representatives?|legislators?|bills?|co-?sponsors?)(?![\p{L}]))/iu;
const YES = /^(?:yes|y|yep|yeah|yup|yes sir|yes ma'?am|si)$/;
const FILLER = /^(?:please|pls|thanks|thank you|thx|ty|gracias|ok|okay|sir|ma'?am|for me|again|done|yes)$/;

const WHOLE: Partial<Record<Outcome, RegExp>> = {
  contacted:
    /^(?:(?:i|we|i've|we've|have|already|just|yes) )*(?:done|did|did it|did so|contacted|called|emailed|texted|made contact|reached out)(?: (?:already|it|them|him|her|both|today|yesterday|this morning))*$/,
  will: /^(?:(?:i|we|yes) )*(?:will|will do|will call|will contact|i'll call|i'll do it|we'll call|on it|going to|i plan to)(?: (?:today|tomorrow|soon|do it|them|him|her|asap))*$/,
  cannot:
    /^(?:(?:i|we|sorry|no) )*(?:can't|cannot|cant|can not|am unable|unable|unable to|not able to|won't be able to|won't|unable to call)(?: (?:do it|today|this time|right now|call|help|sorry))*$/,
  help: /^(?:(?:i|we|please) )*(?:need|want|could use) (?:some )?help$/,
};

/**
 * Reads an answer to a question with numbered options: "1", "#1", "one", "1 but can't Thursday", an option's
 * own words, or YES where exactly one option is affirmative. Two numbers are two wishes, and none is taken.
 * @param options those offered, none but these are ever answered with
 */
export const readAnswer = (text: string, options: readonly Offered[]): ReadAnswer => {
  const said = spoken(text)
    .slice(0, 4_000)
    .replaceAll(/[\u20e3\ufe0f]/g, '');
  const bare = said.replace(/^[\s"'“”‘’(*_-]+/, '').replace(LEAD_IN, '');
  return (
    byNumber(bare, options) ??
    byWord(bare, options) ??
    byLabel(bare, options) ??
    byMeaning(bare, options) ??
    byYes(bare, options) ?? { option: null, note: said }
  );
};

const taken = (option: Offered | undefined, rest: string): ReadAnswer | null =>
  option ? { option, note: noteOf(rest) } : null;

const noteOf = (rest: string): string => {
  const note = rest.replace(/^[\s.,;:!)\]*"'”’-]+/, '').trim();
  return FILLER.test(plainWords(note)) || plainWords(note) === '' ? '' : note;
};

const byNumber = (text: string, options: readonly Offered[]): ReadAnswer | null => {
  const digit = /^#?\s*([1-9])/.exec(text);
  if (!digit) return null;
  const rest = text.slice(digit[0].length);
  const repeated = new RegExp(`^(?:[\\s,]+${digit[1]}[.!]*)+\\s*$`).test(rest);
  if (!repeated && (MANY.test(text.slice(digit[0].length - 1)) || COUNTS.test(rest))) return null;
  if (!repeated && rest !== '' && !/^[\s.,;:!?)\]*"'”’-]/.test(rest)) return null;
  return taken(
    options.find(({ no }) => no === Number(digit[1])),
    repeated ? '' : rest,
  );
};

const byWord = (text: string, options: readonly Offered[]): ReadAnswer | null => {
  const found =
    /^(?:the )?([a-z]+)(?: one| option| choice)?(?=$|[.,;:!)]|\s+(?:but|and|please|thanks|thank)\b|\s*$)/i.exec(
      text,
    );
  const word = found?.[1]?.toLowerCase() ?? '';
  const no = Math.max(NUMBERS.indexOf(word), ORDINALS.indexOf(word)) + 1;
  const rest = text.slice(found?.[0].length ?? 0);
  // "one and two", "first, second": two wishes.
  const second = /^[\s,]*(?:and |or |& )?(?:the )?([a-z]+|[1-9])\b/i.exec(rest)?.[1]?.toLowerCase() ?? '';
  if (no === 0 || NUMBERS.includes(second) || ORDINALS.includes(second) || /^[1-9]$/.test(second))
    return null;
  return taken(
    options.find((option) => option.no === no),
    rest,
  );
};

const byLabel = (text: string, options: readonly Offered[]): ReadAnswer | null => {
  const words = plainWords(text);
  const starts = options
    .flatMap((option) =>
      [option.label, ...(option.synonyms ?? [])].map((said) => ({ option, said, label: plainWords(said) })),
    )
    .filter(
      ({ label }) =>
        label !== '' &&
        (words === label ||
          (words.startsWith(label) &&
            /^[.,;:!]|^ (?:but|and|thanks|thank|please)\b/.test(words.slice(label.length)))),
    )
    .toSorted((a, b) => b.label.length - a.label.length);
  const best = starts[0];
  if (!best || starts.some(({ label, option }) => label === best.label && option !== best.option))
    return null;
  return taken(best.option, words === best.label ? '' : restAfter(text, best.said));
};

/** The text after a label's words, marks and case of the writer's own. */
const restAfter = (text: string, label: string): string => {
  const count = plainWords(label).split(' ').length;
  return text.trim().split(/\s+/).slice(count).join(' ');
};

const byMeaning = (text: string, options: readonly Offered[]): ReadAnswer | null => {
  const words = plainWords(text)
    .replaceAll(/[.,;!]/g, '')
    .replace(/ (?:please|thanks|thank you)$/, '');
  const outcome = (Object.keys(WHOLE) as Outcome[]).find((one) => WHOLE[one]?.test(words));
  const fitting = options.filter((option) => option.outcome === outcome);
  return outcome && fitting.length === 1 ? taken(fitting[0], '') : null;
};

/** Whether a message is nothing but a yes. From a stopped number that asks for texts again, and answers nothing. */
export const saysYes = (text: string): boolean =>
  YES.test(plainWords(text)) || /^👍\p{Emoji_Modifier}?$/u.test(text.trim());

const byYes = (text: string, options: readonly Offered[]): ReadAnswer | null => {
  const affirmative = options.filter(({ outcome }) => outcome === 'contacted' || outcome === 'will');
  return saysYes(text) && affirmative.length === 1 ? taken(affirmative[0], '') : null;
};
