import type { Offered } from './read-answer.ts';
import { plainWords, spoken } from './plain-words.ts';

/** What makes an emoji of a digit. */
const KEYCAP = /\ufe0f|\u20e3/g;
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const BETWEEN = /^[\s,;&+/.)-]*(?:and\b|y\b|also\b|plus\b)?[\s,;&+/#(-]*/i;
const COUNTS =
  /^(?:[.:]\d|\d|st\b|nd\b|rd\b|th\b|\s*(?:of|or|to|more|people|members?|minutes?|mins?|hours?|days?|weeks?|times?|calls?|percent|%|pm\b|am\b)(?!\p{L}))/iu;

/**
 * Reads several choices: "1 and 3", "1,3", "13" is none, "both", "all", choices by their own words, and words behind
 * them. One that was not offered spoils all: nobody knows what it was to mean.
 * @returns the options chosen and what was said beside them, or null
 */
export const readMany = (
  text: string,
  options: readonly Offered[],
): { options: Offered[]; note: string } | null => {
  const said = spoken(text).slice(0, 4_000).replaceAll(KEYCAP, '').trim();
  const plain = plainWords(said);
  if (/^all(?: (?:of (?:them|these|the above)|the above|\d|three|four|five))?$/.test(plain))
    return options.length > 0 ? { options: [...options], note: '' } : null;
  if (/^both(?: of (?:them|these))?$/.test(plain))
    return options.length === 2 ? { options: [...options], note: '' } : null;
  return byNumbers(said, options) ?? byWords(plain, options);
};

const byNumbers = (said: string, options: readonly Offered[]) => {
  const chosen = new Set<Offered>();
  let at = 0;
  for (let step = 0; step < 30; step += 1) {
    const gap = BETWEEN.exec(said.slice(at))?.[0].length ?? 0;
    const next = /^(?:([1-9])|([a-z]+)\b)/i.exec(said.slice(at + gap));
    const no = next?.[1] ? Number(next[1]) : WORDS.indexOf((next?.[2] ?? '').toLowerCase()) + 1;
    if (!next || no === 0) break;
    const rest = said.slice(at + gap + next[0].length);
    const option = options.find((one) => one.no === no);
    if (!option || (next[1] && COUNTS.test(rest)) || (next[1] && /^\p{L}/u.test(rest))) return null;
    chosen.add(option);
    at += gap + next[0].length;
  }
  // "1 or 3", "1 to 3": a doubt, or something counted.
  if (chosen.size === 0 || /^\s*(?:or|to|-)\s*\d/i.test(said.slice(at))) return null;
  const note = said.slice(at).replace(/^[\s.,;:!)\]*-]+/, '');
  return {
    options: sorted(chosen),
    note: /\p{L}{2}/u.test(note) && !/^(?:please|thanks|thank you)\W*$/i.test(note) ? note : '',
  };
};

const byWords = (plain: string, options: readonly Offered[]) => {
  const chosen = new Set<Offered>();
  for (const part of plain.split(/\s*(?:[,;&+]|\band\b)\s*/).filter(Boolean)) {
    const meant = options.filter((one) =>
      [one.label, ...(one.synonyms ?? [])].some((label) => plainWords(label) === part),
    );
    if (meant.length !== 1 || !meant[0]) return null;
    chosen.add(meant[0]);
  }
  return chosen.size > 0 ? { options: sorted(chosen), note: '' } : null;
};

const sorted = (options: Set<Offered>) => [...options].toSorted((a, b) => a.no - b.no);
