import type { LocalDate } from '../platform/days.ts';
import { daysIn } from './day-in-words.ts';

/** Who and what a line may name. Bills are newest first. */
export interface LineChoices {
  officials: readonly { id: string; name: string; title: string }[];
  bills: readonly { id: string; number: string; title: string }[];
}
/** What a line says, and what is still open. */
export interface ReadLine {
  onDate: LocalDate;
  kind:
    | 'direct_contact'
    | 'testimony'
    | 'preparation'
    | 'research'
    | 'planning'
    | 'event'
    | 'monitoring'
    | 'administrative'
    | null;
  method: 'in_person' | 'phone' | 'sms' | 'email' | 'letter' | 'video' | 'testimony' | null;
  official: { id: string; name: string; title: string } | null;
  bill: { id: string; number: string; title: string } | null;
  position: 'support' | 'oppose' | 'amend' | 'monitor' | 'neutral' | null;
  minutes: number | null;
  minutesTravel: number | null;
  minutesPrep: number | null;
  note: string;
  /** What keeps the line from being logged, each with its field. */
  problems: { field: string; message: string }[];
}

const TIME =
  /(?<![\w.:/$-])(?:(\d{1,2}(?:\.\d{1,2})?)\s?h(?:ours?|rs?)?(?:\s?(\d{1,2})\s?(?:m(?:in(?:ute)?s?)?)?)?|(\d{1,2}):(\d{2})\s?h?|(\d{1,4})\s?m(?:in(?:ute)?s?)?)(?![\w:])(?:\s+(?:of\s+)?(travel|driving|prep(?:aration)?))?/giu;
const BILL = /\b([hs])\.?\s?(b|f|d|r|jr|cr|j\.r|j)?\.?[\s-]?0*([1-9]\d{0,4})\b(?!\s?(?:m|min|h|hr)\b)/giu;
const POSITIONS: [RegExp, ReadLine['position']][] = [
  [/\b(?:oppos(?:e|ed|es|ing)|against)\b/iu, 'oppose'],
  [/\b(?:support(?:s|ed|ing)?|in favou?r(?: of)?)\b/iu, 'support'],
  [/\b(?:amend(?:ed|ing|ment)?|modify)\b/iu, 'amend'],
  [/\bneutral\b/iu, 'neutral'],
];
const KINDS: [RegExp, ReadLine['kind']][] = [
  [/\b(?:testif(?:y|ied)|testimony)\b/iu, 'testimony'],
  [/\b(?:prep(?:ared|aration)?|draft(?:ed|ing)?|wrote)\b/iu, 'preparation'],
  [/\bresearch(?:ed)?\b/iu, 'research'],
  [/\bplan(?:ned|ning)?\b/iu, 'planning'],
  [/\b(?:event|reception)\b/iu, 'event'],
  [/\b(?:monitor(?:ed|ing)?|watched|followed|tracked|tracking)\b/iu, 'monitoring'],
  [/\b(?:admin(?:istrative)?|office work|paperwork)\b/iu, 'administrative'],
];
const METHODS: [RegExp, ReadLine['method']][] = [
  [/\b(?:call(?:ed)?|phone[d]?|by phone)\b/iu, 'phone'],
  [/\b(?:e-?mail(?:ed)?)\b/iu, 'email'],
  [/\b(?:text(?:ed)?)\b/iu, 'sms'],
  [/\b(?:zoom|video(?: call)?|teams)\b/iu, 'video'],
  [/\bletter\b/iu, 'letter'],
  [/\b(?:met(?: with)?|meeting|visit(?:ed)?|in person|coffee|lunch)\b/iu, 'in_person'],
];
const TITLED = /\b(sen(?:ator)?|rep(?:resentative)?)\.?\s+([\p{L}][\p{L}'’-]+)(?:\s+([\p{L}][\p{L}'’-]+))?/iu;
const DAY_WORDS =
  /\b(?:today|yesterday|(?:last )?(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{4}-\d{2}-\d{2})\b/giu;
const fold = (word: string) =>
  word
    .normalize('NFD')
    .replaceAll(/\p{M}|[’'.]/gu, '')
    .toLowerCase();

const minutesOf = (match: RegExpExecArray | RegExpMatchArray): number => {
  const [, hours, more, clockHours, clockMinutes, alone] = match;
  if (hours !== undefined) return Math.round(Number(hours) * 60) + Number(more ?? 0);
  if (clockHours !== undefined) return Number(clockHours) * 60 + Number(clockMinutes);
  return Number(alone ?? 0);
};
const billKey = (number: string) =>
  number
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^([A-Z]+)0+/, '$1');
const firstOf = <Value>(list: [RegExp, Value][], text: string): { value: Value; words: string } | null => {
  for (const [pattern, value] of list) {
    const found = pattern.exec(text);
    if (found) return { value, words: found[0] };
  }
  return null;
};

/**
 * Reads a line such as "30m SB 12 Sen Hill oppose" or "LOG 1h prep HB 203 yesterday". Never guesses between two: a
 * name that fits several officials, a bill that is not known and a line without a kind are left open, in words.
 * @param today the day it is where the network is
 */
export const readLogLine = (line: string, today: LocalDate, { officials, bills }: LineChoices): ReadLine => {
  let left = line.slice(0, 500).replace(/^\s*log\b[\s:,-]*/iu, '');
  const problems: ReadLine['problems'] = [];
  const take = (words: string) => void (left = left.replace(words, ' '));
  const part = { all: 0, travel: 0, prep: 0 };
  const times = [...left.matchAll(TIME)];
  for (const time of times) {
    const minutes = minutesOf(time);
    part.all += minutes;
    const of = time[6]?.toLowerCase() ?? '';
    if (of.startsWith('prep')) part.prep += minutes;
    else if (of) part.travel += minutes;
    // "30m prep" says a kind when it is the only time; beside others it is a part.
    take(times.length === 1 && of.startsWith('prep') ? time[0].replace(time[6] ?? '', '') : time[0]);
  }
  if (part.all > 1440)
    problems.push({ field: 'minutes', message: 'That is more than 24 hours. Log each day on its own.' });
  else if (times.length > 0 && part.all === 0)
    problems.push({ field: 'minutes', message: 'The time is zero. Say how long it took, such as 30m.' });
  else if (/(?<![\w.])-\s?\d+\s?(?:m|h)/iu.test(line))
    problems.push({ field: 'minutes', message: 'Minutes cannot be below zero.' });

  const iso = /\b(\d{4}-\d{2}-\d{2})\b/.exec(left)?.[1];
  const [told] = iso ? [iso] : daysIn(left.toLowerCase(), today);
  if (iso && (Number.isNaN(Date.parse(iso)) || iso > today))
    problems.push({ field: 'onDate', message: 'This day is still to come, or not on the calendar.' });
  if (/\b(?:tomorrow|next (?:week|mon|tue|wed|thu|fri))/iu.test(left))
    problems.push({ field: 'onDate', message: 'This day is still to come. Log it when it is done.' });
  left = left.replaceAll(DAY_WORDS, ' ');

  const named = [...left.matchAll(BILL)];
  const found = named.map((match) => {
    const key = billKey(match[0]);
    take(match[0]);
    return { words: match[0].trim(), bill: bills.find((one) => billKey(one.number) === key) ?? null };
  });
  const unknownBill = found.find((one) => one.bill === null);
  if (unknownBill)
    problems.push({
      field: 'billId',
      message: `${unknownBill.words.toUpperCase()} is not among the bills followed here. Add it under Agenda, or check the number.`,
    });
  if (new Set(found.map((one) => one.bill?.id)).size > 1)
    problems.push({
      field: 'billId',
      message: 'One line is about one bill. Log each on its own, or split the line later.',
    });

  const position = firstOf(POSITIONS, left);
  if (position) take(position.words);
  let official: ReadLine['official'] = null;
  const titled = TITLED.exec(left);
  const family = (name: string) => fold(name.split(/\s+/).at(-1) ?? '');
  const whom = (words: string, title: string | null) =>
    officials.filter(
      (one) =>
        (title === null || fold(one.title).startsWith(title)) &&
        (family(one.name) === words || fold(one.name) === words),
    );
  if (titled) {
    const title = fold(titled[1] ?? '').slice(0, 3);
    const [one, two] = [fold(titled[2] ?? ''), fold(titled[3] ?? '')];
    const both = two ? whom(`${one} ${two}`, title) : [];
    const fits = both.length > 0 ? both : whom(one, title);
    if (fits.length === 1) official = fits[0] ?? null;
    else
      problems.push({
        field: 'officialId',
        message:
          fits.length === 0
            ? `No official in office here is ${titled[1]} ${titled[2]}. Check the name.`
            : `${fits.length} officials fit ${titled[1]} ${titled[2]}: write the first name too.`,
      });
    take(
      both.length > 0 ? titled[0] : titled[0].slice(0, titled[0].length - (titled[3]?.length ?? 0)).trimEnd(),
    );
  } else {
    for (const word of left.match(/\p{L}[\p{L}'’-]{2,}/gu) ?? []) {
      const fits = whom(fold(word), null);
      if (fits.length === 0 || firstOf(METHODS, word) || firstOf(KINDS, word)) continue;
      if (fits.length === 1) official = fits[0] ?? null;
      else
        problems.push({
          field: 'officialId',
          message: `${fits.length} officials are named ${word}: write Sen. or Rep. and the first name.`,
        });
      take(word);
      break;
    }
  }
  const said = firstOf(KINDS, left);
  const how = firstOf(METHODS, left);
  if (said) take(said.words);
  if (how) take(how.words);
  const meant = problems.some((one) => one.field === 'officialId');
  const kind =
    said && !(official && said.value === 'monitoring')
      ? said.value
      : official || meant || how
        ? 'direct_contact'
        : null;
  if (kind === null)
    problems.push({
      field: 'kind',
      message: 'Say what it was: an official’s name, or prep, research, planning, testified, monitoring.',
    });
  if (kind === 'direct_contact' && !official && !meant && !left.trim())
    problems.push({ field: 'officialId', message: 'Say with whom: Sen. or Rep. and the name.' });
  const bare = /(?<![\w.])(?:monitor|for)\b/iu.exec(left);
  return {
    onDate: told ?? today,
    kind,
    method: kind === 'testimony' ? 'testimony' : (how?.value ?? null),
    official,
    bill: found[0]?.bill ?? null,
    position: position?.value ?? (said?.value === 'monitoring' && found.length > 0 ? 'monitor' : null),
    minutes: times.length > 0 ? part.all : null,
    minutesTravel: part.travel > 0 ? part.travel : null,
    minutesPrep: part.prep > 0 && times.length > 1 ? part.prep : null,
    note: (bare?.[0].toLowerCase() === 'for' ? left.replace(bare[0], ' ') : left)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[\s,;:.-]+|[\s,;:-]+$/g, '')
      .replace(/^(?:with|on|about|re|and|to|at|w)(?:\s+(?:with|on|about|re|and|to|at))*$/iu, ''),
    problems,
  };
};
