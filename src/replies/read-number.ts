import { plainWords } from './plain-words.ts';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LEAD =
  /^(?:(?:my answer|answer|it|that|we|i|there|probably|maybe|about|around|approximately|approx\.?|roughly|nearly|almost|some|like|just|only|exactly|have|has|had|is|are|was|were|say|think|i'd|it's|~)\s*)+/;
const DIGITS = /^-?(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?(?![\d])/;
/** What makes of one number two, or of a number something else: a range, a fraction, a date, a time, a share. */
const MORE =
  /^\s*(?:[-–—/:+]\s*\d|(?:to|or|and|through|out of|of)\s+(?:\d|[a-z]*(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|dozen|hundred)\b)|%|percent\b|[ap]\.?m\b|o'?clock|(?:st|nd|rd|th)\b)/;

/** "twenty-five", "a dozen", "two hundred": the number of leading words, and how many words it took. */
const inWords = (words: string[]): { number: number; taken: number } | null => {
  let total = 0;
  let part: number | null = null;
  let at = 0;
  for (; at < Math.min(words.length, 12); at += 1) {
    const word = words[at] ?? '';
    const unit = UNITS.indexOf(word);
    const ten = TENS.indexOf(word);
    if (unit >= 0) {
      if (part !== null && (part % 10 !== 0 || part % 100 === 10 || unit > 9) && part % 100 !== 0) break;
      part = (part ?? 0) + unit;
    } else if (ten >= 0) {
      if (part !== null && part % 100 !== 0) break;
      part = (part ?? 0) + (ten + 2) * 10;
    } else if ((word === 'a' || word === 'an') && /^(?:dozen|hundred|thousand)$/.test(words[at + 1] ?? ''))
      part = (part ?? 0) + 1;
    else if (word === 'half' && words[at + 1] === 'a' && words[at + 2] === 'dozen' && part === null) {
      return { number: 6, taken: at + 3 };
    } else if (word === 'dozen' && part !== null) part *= 12;
    else if (word === 'hundred' && part !== null) part *= 100;
    else if (word === 'thousand' && part !== null) {
      total += part * 1000;
      part = 0;
    } else if (!(word === 'and' && part !== null && part % 100 === 0 && UNITS.includes(words[at + 1] ?? '')))
      break;
  }
  return part === null ? null : { number: total + part, taken: at };
};

/** What a member may answer with a number. */
export interface NumberAsked {
  least: number | null;
  most: number | null;
  unit: string | null;
  /** Whole numbers only, and "4/5" is four: a scale. */
  scale: boolean;
}

/**
 * Reads a number: "12", "about twelve", "a dozen", "1,200 students", on a scale "4/5". A range, a share, a date and
 * a number that was not asked for are none; the words then go to staff.
 * @returns the number and what was said beside it, or null
 */
export const readNumber = (text: string, asked: NumberAsked): { number: number; note: string } | null => {
  if (/\d\s*%/.test(text.slice(0, 2_000))) return null;
  const said = plainNumber(text);
  const words = said.replace(LEAD, '');
  const digits = DIGITS.exec(words)?.[0];
  const list = words.slice(0, 200).split(/[\s-]+/);
  const spelled = digits ? null : inWords(list.map((word) => word.replace(/[.,;:!]+$/, '')));
  const number = digits ? Number(digits.replaceAll(',', '')) : spelled?.number;
  if (number === undefined) return null;
  let rest = digits ? words.slice(digits.length) : afterWords(words, spelled?.taken ?? 0);
  if (asked.scale) {
    const top = /^\s*(?:\/|out of|of)\s*(\d{1,2}|[a-z]+)(?![\w])/.exec(rest);
    const named = top?.[1] ?? '';
    const end = /^\d/.test(named) ? Number(named) : UNITS.indexOf(named);
    if (top && end !== asked.most) return null;
    if (top) rest = rest.slice(top[0].length);
  }
  if (MORE.test(rest) || (digits && /^[a-z]/.test(rest))) return null;
  const outside =
    (asked.least !== null && number < asked.least) || (asked.most !== null && number > asked.most);
  if (outside || (asked.scale && !Number.isInteger(number))) return null;
  const unit = asked.unit?.toLowerCase();
  const bare = rest.replace(/^[\s.,;:!-]+/, '');
  const beside = unit && bare.startsWith(unit) ? bare.slice(unit.length) : bare;
  return { number, note: /\p{L}{2}|\d/u.test(beside) ? beside.trim() : '' };
};

const plainNumber = (text: string): string => {
  const sign = /^\s*-\s?\d/.test(text) ? '-' : '';
  return sign + plainWords(text.replaceAll(/[\u20e3\ufe0f]/g, ''));
};
const afterWords = (words: string, taken: number): string => {
  let at = 0;
  for (let n = 0; n < taken; n += 1) {
    const next = /^[\s-]*[^\s-]+/.exec(words.slice(at));
    if (!next) break;
    at += next[0].length;
  }
  return words.slice(at);
};
