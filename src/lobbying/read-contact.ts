import type { LocalDate } from '../platform/days.ts';
import { billsIn } from './bill-in-words.ts';
import { contactIn, failed, isToCome, methodOf, offSubject, type Method } from './contact-in-words.ts';
import { daysIn } from './day-in-words.ts';
import { byOffice, mentionsIn, rosterOf, type Mention, type Named } from './official-in-words.ts';
import { stanceIn, type Stance } from './stance-in-words.ts';
import { clausesOf, type Clause } from './words-read.ts';

export { METHODS, type Method } from './contact-in-words.ts';
export type { Named } from './official-in-words.ts';
export type { Stance } from './stance-in-words.ts';

/** How sure a field is: `sure` where the words say it, `likely` where a rule filled in a little. */
export type Confidence = 'sure' | 'likely';
export interface Told<Value> {
  value: Value;
  confidence: Confidence;
}
/** One official who was reached, and where they stand. */
export interface Reached {
  officialId: string;
  confidence: Confidence;
  stance: Told<Stance> | null;
}
/** What a reply tells of a contact, as far as words gave it; a field that they do not give for sure is null. */
export interface ReadContact {
  /** Whether the words tell that the member spoke or wrote to an official, or left word. */
  isContact: boolean;
  reached: Reached[];
  /** Where a name fits several: those whom it fits. */
  candidates: string[];
  /** Where nobody was told: the stance, if there is one. */
  stance: Told<Stance> | null;
  method: Told<Method> | null;
  /** "HB 203"; the alert's own where none is named; null where several are. */
  bill: Told<string> | null;
  /** Several bills are named, and nothing tells which one it was. */
  severalBills: boolean;
  on: Told<LocalDate> | null;
}
/** What is known beside the words. */
export interface Beside {
  /** The member's officials. */
  own: readonly Named[];
  /** Everybody else in office. */
  others: readonly Named[];
  /** Where the association stands on the bill, so that "with us" can be read. */
  position: string | null;
  /** The alert's bill. */
  bill: string | null;
  /** The day of the reply where the member is. */
  today: LocalDate;
  /** The member chose "have contacted": they need not say that they did. */
  contacted?: boolean;
}

interface Read extends Clause {
  mentions: Mention[];
  rest: string;
}

const NOTHING: ReadContact = {
  isContact: false,
  reached: [],
  candidates: [],
  stance: null,
  method: null,
  bill: null,
  severalBills: false,
  on: null,
};
const MANY = /\b(?:both|all|all three|they|they're|neither)\b/;
const CONDITION =
  /\b(?:only if|unless|provided|as long as|so long as|depending on|depends on|contingent|if (?:they|it|we|the|section|amend\w*|he|she|there|changes?|that))\b/;
const NO_STANCES = { of: () => null, alone: null };
const ANSWER = /^(?:yes|no|yep|yeah|done|ok)$/;

/** What is left of a clause without the people, bills and option numbers in it. */
const restOf = (clause: Clause, mentions: readonly Mention[], first: boolean): string => {
  let rest = clause.words;
  for (const { at, end } of mentions.toReversed()) rest = `${rest.slice(0, at)} ${rest.slice(end)}`;
  if (first) rest = rest.replace(/^\s*#?\d\b/, '');
  return rest
    .replace(/\b(?:on |re |about )?(?:(?:[hs]\.?\s?[bfr]\.?\s?)\d+|the bill|(?:on|re|about) \d{2,5})\b/g, ' ')
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .replace(
      /^(?:\s*(?:and|but|so|he|she|they|is|was|are|'s|he's|she's|shes|hes|they're|its|it's|sen|rep|senator)\s)+/,
      ' ',
    )
    .replace(/\b(?:sorry|unfortunately|thanks|for now|so far|right now)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
};

/**
 * Reads a free reply ("Called Sen. Hill, leaning no") as draft contact reports, one for each official reached.
 * Quick rules, no model; a person confirms every field. Linear in the length of the words.
 */
export const readContact = (text: string, beside: Beside): ReadContact => {
  const roster = rosterOf(beside.own, beside.others);
  const contacted = beside.contacted ?? false;
  const clauses: Read[] = clausesOf(text).map((clause, at) => {
    const mentions = mentionsIn(clause, roster, contacted && at === 0);
    return { ...clause, mentions, rest: restOf(clause, mentions, at === 0) };
  });
  const opinion = clauses.some((one) => stanceIn(one, one.rest, beside.position) !== null);
  const known = clauses.some(({ mentions, asks }) => mentions.length > 0 && !asks);
  const spoken = clauses.map((clause) => contactIn(clause, clause.mentions, { known, opinion }));
  const whole = clauses.map(({ words }) => words).join(' ; ');
  const strong = spoken.some(({ done, tries }) => done && !tries);
  const some = spoken.some(({ done }) => done);
  if (offSubject(whole) || (!contacted && !(strong || (some && !failed(whole))))) return NOTHING;

  const { ids, candidates, sure } = reachedIn(
    clauses,
    spoken.map(({ done }) => done),
    beside,
    roster.families,
    contacted,
  );
  const bill = billOf(text, clauses, beside);
  const oneWay = !contacted && spoken.every(({ done, oneWay: sent }) => !done || sent);
  const unclear = bill === null && billsIn(text, beside.bill).named.length > 1;
  const stances =
    !unclear && !CONDITION.test(whole) ? stancesIn(clauses, ids, beside.position, oneWay) : NO_STANCES;
  const method = methodOf(clauses, spoken, true);
  const days = new Set(
    clauses.flatMap((one) =>
      isToCome(one) && !/\bjust\b/.test(one.words) ? [] : daysIn(one.words, beside.today),
    ),
  );
  const [day] = days;
  return {
    isContact: true,
    reached: ids.map((officialId) => ({
      officialId,
      confidence: sure.has(officialId) ? 'sure' : 'likely',
      stance: stances.of(officialId),
    })),
    candidates,
    stance: ids.length === 0 ? stances.alone : null,
    method: method ? { value: method, confidence: 'sure' } : null,
    bill,
    severalBills: unclear,
    on: day && days.size === 1 ? { value: day, confidence: 'sure' } : null,
  };
};

/** Whom the member reached: named where it is told that they did, else named anywhere that speaks of no other contact. */
const reachedIn = (
  clauses: readonly Read[],
  done: readonly boolean[],
  { own }: Beside,
  families: ReadonlyMap<string, readonly Named[]>,
  contacted: boolean,
) => {
  const named = (pick: (clause: Read, at: number) => boolean) =>
    clauses.filter(pick).flatMap(({ mentions }) => mentions.filter(({ denied }) => !denied));
  // "Emailed mine: Hill, Dunn" goes on after the verb's clause.
  const lists = (at: number): boolean =>
    clauses[at]?.rest === '' && (done[at - 1] === true || (at > 0 && lists(at - 1)));
  const inDeed = named((_, at) => done[at] === true || lists(at) || (contacted && at === 0));
  const open = (one: Read) =>
    !one.asks && !/\b(?:heard (?!back|from)|word is|will call|i'll)\b/.test(one.words);
  const mentions = inDeed.length > 0 ? inDeed : named(open);
  const ids = new Set<string>();
  const sure = new Set<string>();
  for (const mention of mentions) {
    const [id] = mention.ids;
    if (mention.ids.length !== 1 || !id) continue;
    ids.add(id);
    if (mention.sure) sure.add(id);
  }
  const all = clauses.flatMap((one) => one.mentions);
  const told = (id: string) => all.some((one) => one.ids.length === 1 && one.ids[0] === id && !one.denied);
  const unclear = mentions.filter((one) => one.ids.length > 1);
  const candidates = new Set<string>();
  for (const { ids: fit } of unclear) {
    const same = fit.filter(told);
    if (same.length === 1 && same[0]) ids.add(same[0]);
    else for (const id of fit) candidates.add(id);
  }
  // "Both Hills", "all three of mine" are more than the names say; "my senator" stands where no name does.
  for (const [at, { words }] of clauses.entries()) {
    const meant = byOffice(words, own, families);
    if (!meant.all && (mentions.length > 0 || (done[at] !== true && ids.size > 0))) continue;
    const denied = all.filter((one) => one.denied).flatMap((one) => one.ids);
    const fit = meant.ids.filter((id) => !denied.includes(id));
    if (meant.all || fit.length === 1) for (const id of fit) ids.add(id);
    else for (const id of fit) candidates.add(id);
  }
  for (const id of ids) candidates.delete(id);
  return { ids: [...ids], candidates: [...candidates], sure };
};

/** Where each official stands: said of whom the clause names, else of the only one, or of all where it says so. */
const stancesIn = (
  clauses: readonly Read[],
  ids: readonly string[],
  position: string | null,
  oneWay: boolean,
) => {
  const found = clauses.flatMap((clause, at) => {
    if (at === 0 && clauses.length > 1 && ANSWER.test(clause.words)) return [];
    const said = stanceIn(clause, clause.rest, position);
    const subjects = clause.mentions.filter(({ denied }) => !denied).flatMap((one) => one.ids);
    // Who left word has heard nobody say a bare "no": it is what they asked for.
    if (said && !said.sure && oneWay && subjects.length === 0) return [];
    return said ? [{ ...said, subjects, many: MANY.test(clause.words) }] : [];
  });
  const one = (said: typeof found): Told<Stance> | null => {
    const [first] = said;
    return first && said.every(({ stance }) => stance === first.stance)
      ? { value: first.stance, confidence: said.some(({ sure }) => sure) ? 'sure' : 'likely' }
      : null;
  };
  return {
    of: (id: string) =>
      one(
        found.filter(
          ({ subjects, many }) =>
            subjects.includes(id) || many || (ids.length === 1 && !subjects.some((other) => other !== id)),
        ),
      ),
    alone: one(found),
  };
};

/** The bill spoken of: the only one named, or of several the one whose stance is told; the alert's where none is. */
const billOf = (text: string, clauses: readonly Read[], { bill, position }: Beside): Told<string> | null => {
  const { named, ofNumber } = billsIn(text, bill);
  const [only] = named;
  if (named.length === 1 && only) return { value: only, confidence: 'sure' };
  if (named.length === 0) return bill ? { value: bill, confidence: 'likely' } : null;
  const stood = new Set(
    clauses.flatMap((one) => (stanceIn(one, one.rest, position) ? ofNumber(one.words) : [])),
  );
  const [told] = stood;
  return told && stood.size === 1 ? { value: told, confidence: 'likely' } : null;
};
