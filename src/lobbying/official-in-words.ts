import { nearName } from './near-name.ts';
import { nicknamesOf } from './nicknames.ts';
import { readable, type Clause } from './words-read.ts';

/** An official as the reader of replies needs them. */
export interface Named {
  officialId: string;
  title: string;
  given: string;
  family: string;
}
/** One place where the words name a person: everybody in office who fits, and whether by a full or own name. */
export interface Mention {
  /** One: told; several: they cannot be told apart; none: nobody known here. */
  ids: string[];
  sure: boolean;
  /** "Not Dave Hill". */
  denied: boolean;
  at: number;
  end: number;
}

/** Words after which a family name alone means the official; any other word before it may be a first name. */
const BEFORE = new Set(
  `a about an and ask asked at both by called calling caught con contacted de email emailed for from heard is leader
   letter majority message met minority my not on or our phoned president reached rang saw see senate house speaker spoke
   talked tell text texted that told to visited voicemail w w/ with wrote chair chairman chairwoman yes ok then but hey
   hi lunch coffee lvm left vm a la el no que tried call visit mtg meeting talk when is has does did & + of both
   reminded thanked if like sure finally afterwards afterward today yesterday re`.split(/\s+/),
);
/** Family names that are also everyday words: alone they mean the official only where the sentence says so. */
const EVERYDAY = new Set(
  `banks barber beard bell berry bounds boy brown butler close cross day early fern field flowers ford foster fox frost
   fuller gist good grace grant green guest hale hall hawk hill hood hope hunt hunter joy keen king law long love lovely
   mark may mean means miner nave noble page park parks peace pope post powers price read reed rich rose rush sharp short
   small sparks stone strand strong summers swift thunder town usher walker webb webber wells west white will wise wolf
   wood woods worth young younger grady art bill bob chuck dale di dot drew em faith flo frank gene harry jack jay jo
   kit mick mo nan nat pat rob rod rusty sandy sue val vic connie`.split(/\s+/),
);
const SPOKEN_OF =
  /^(?:'s)?\s*(?:is|was|says|said|supports|opposes|leans|leaning|voted|votes|voting|wants|won't|wouldn't|undecided|called|returned|told|agrees|yes|no|both|likes|seems|will (?:vote|be|oppose|support)|esta|against|for it|aide|office|staff|la|and i)\b|^\s*$/i;
const REACHED =
  /^(?:called|phoned|emailed|texted|visited|contacted|met|reached|to|with|w|w\/|con|a|saw|from|lvm|and|&|for|de)$/i;
const VERB = /^(?:called|phoned|emailed|texted|visited|contacted|met|reached|lvm|saw|caught)$/i;
const SPEAKS =
  /^(?:talked|talk|spoke|spoken|speaking|met|chatted|wrote|voicemail|vm|msg|message|visited|coffee|lunch|meeting|mtg|call|email|emailed|text|heard|back|through|out|word|hablé|hablado|sen|rep)$/i;
/** May follow a name without being part of it. */
const ASIDE =
  /^(?:today|yesterday|this|last|on|about|re|at|in|and|&|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|i|hb\w*|sb\w*|sen|rep|her|his|he|she|leaning|no|yes|again|twice|by|for|earlier|just|over|via|\d.*)$/i;
const NO_NAME = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'his',
  'her',
  'up',
  'up the',
  'next',
  'all',
  'every',
]);

type House = 'sen' | 'rep';
const houseOf = (word: string | undefined): House | null =>
  /^(?:sens?|sen[ae]t[oe]rs?|senador(?:a|es)?)\.?$/i.test(word ?? '')
    ? 'sen'
    : /^(?:reps?|representatives?|representante|represenative|congress(?:man|woman)|delegate)\.?$/i.test(
          word ?? '',
        )
      ? 'rep'
      : null;
const small = (name: string) => readable(name).toLowerCase();
const sits = (one: Named): House => (/\bsen/i.test(one.title) ? 'sen' : 'rep');

interface Token {
  text: string;
  bare: string;
  at: number;
  end: number;
}
const tokensOf = (said: string): Token[] =>
  [...said.matchAll(/[\p{L}\p{N}'&+-]+(?:\/(?=\s))?/gu)].map(({ 0: text, index }) => {
    const bare = text.replace(/'s?$/i, '').toLowerCase();
    return { text, bare, at: index, end: index + text.length };
  });

/** A named person's lead: the title or first name before a family name. */
interface Lead {
  house: House | null;
  given: string | null;
  from: number;
}

/** Everybody in office, ready to be looked up by the words of a reply. */
export interface Roster {
  own: ReadonlySet<string>;
  all: readonly Named[];
  families: ReadonlyMap<string, readonly Named[]>;
  givens: ReadonlyMap<string, readonly Named[]>;
}

/** @param own the member's officials; @param others everybody else in office */
export const rosterOf = (own: readonly Named[], others: readonly Named[]): Roster => {
  const all = [...own, ...others];
  const givens = new Map<string, Named[]>();
  for (const one of own)
    for (const name of new Set([small(one.given), ...nicknamesOf(small(one.given))]))
      if (name.length > 1) givens.set(name, [...(givens.get(name) ?? []), one]);
  return {
    own: new Set(own.map(({ officialId }) => officialId)),
    all,
    families: Map.groupBy(all, (one) => small(one.family)),
    givens,
  };
};

const bears = (given: string, one: Named): boolean => {
  const own = small(one.given);
  return own === given || (given.length === 1 && own.startsWith(given)) || nicknamesOf(own).includes(given);
};

const leadOf = (tokens: Token[], place: number): Lead => {
  const [last, earlier] = [tokens[place - 1], tokens[place - 2]];
  const house = houseOf(last?.text);
  if (house) return { house, given: null, from: place - 1 };
  const before = houseOf(earlier?.text);
  if (last && before) return { house: before, given: last.bare, from: place - 2 };
  return { house: null, given: null, from: place };
};

/** The bearers of a family name who fit what stands before it; own ones first where no first name is told. */
const fitting = (roster: Roster, bearers: readonly Named[], lead: Lead): Named[] => {
  const fit = bearers.filter(
    (one) =>
      (lead.house === null || sits(one) === lead.house) && (lead.given === null || bears(lead.given, one)),
  );
  const own = fit.filter(({ officialId }) => roster.own.has(officialId));
  return own.length > 0 ? own : fit;
};

/**
 * The people whom a clause names: by family name with a title, a first or short name or alone, by an own
 * official's first name, by a name misspelt. A family name alone means the member's own official before any other.
 * @param first whether a name may open the clause without a verb: the member chose "have contacted"
 */
export const mentionsIn = ({ said }: Pick<Clause, 'said'>, roster: Roster, first = false): Mention[] => {
  const tokens = tokensOf(said);
  const found: Mention[] = [];
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place];
    if (!token || found.some(({ end }) => end > token.at)) continue;
    const one = byFamily(said, tokens, place, roster, first) ?? byGiven(said, tokens, place, roster);
    if (one) found.push(one);
  }
  return found;
};

const mention = (tokens: Token[], from: number, to: Token, ids: string[], sure: boolean): Mention => ({
  ids: [...new Set(ids)],
  sure,
  denied: tokens[from - 1]?.bare === 'not',
  at: tokens[from]?.at ?? to.at,
  end: to.end,
});

const byFamily = (said: string, tokens: Token[], place: number, roster: Roster, first: boolean) => {
  const token = tokens[place];
  if (!token) return null;
  const lead = leadOf(tokens, place);
  // A name of two words, and the plural of one: "both Hills".
  const two = `${token.text} ${tokens[place + 1]?.bare ?? ''}`.toLowerCase();
  const plural =
    tokens[place - 1]?.bare === 'both' ? roster.families.get(token.bare.replace(/s$/, '')) : undefined;
  const exact = roster.families.get(two) ?? roster.families.get(token.bare) ?? plural;
  const last = (roster.families.has(two) ? tokens[place + 1] : token) ?? token;
  const known = roster.families.has(two) || exact !== undefined;
  const bearers = exact ?? (place > 0 || lead.house ? misspelt(token, tokens[place - 1], lead, roster) : []);
  if (lead.house) {
    if (bearers.length > 0 || /^\p{Lu}/u.test(token.text)) {
      if (bearers.length === 0 && (BEFORE.has(token.bare) || houseOf(token.text))) return null;
      const ids = fitting(roster, bearers, lead).map(({ officialId }) => officialId);
      // "Sen. Dunn" where Dunn sits in the other house: blank, and offered.
      return mention(tokens, lead.from, last, ids, known);
    }
    return null;
  }
  if (bearers.length === 0) return null;
  if (plural && plural === exact) {
    const own = fitting(roster, plural, lead);
    return own.length === 2
      ? null
      : mention(
          tokens,
          place,
          last,
          own.map(({ officialId }) => officialId),
          false,
        );
  }
  const before = tokens[place - 1];
  const gap = before ? said.slice(before.end, token.at) : '';
  const named = before && gap.trim() === '' && !BEFORE.has(before.bare) && !/\d/.test(before.text);
  if (named) {
    const fit = fitting(roster, bearers, { house: null, given: before.bare, from: place - 1 });
    if (fit.length > 0)
      return mention(
        tokens,
        place - 1,
        last,
        fit.map(({ officialId }) => officialId),
        true,
      );
    // Another first name, capital: somebody else of that name.
    if (/^\p{Lu}/u.test(before.text) && place > 1 && /^\p{Lu}/u.test(token.text)) return null;
    if (NO_NAME.has(before.bare)) return null;
    if (/^\p{Lu}/u.test(before.text) && /^\p{Lu}/u.test(token.text) && !/(?:ed|ing)$/.test(before.bare))
      return null;
  }
  if (before && NO_NAME.has(before.bare) && !isToSomebody(tokens, place)) return null;
  if (EVERYDAY.has(token.bare) && !standsAlone(said, tokens, place, first)) return null;
  const fit = fitting(roster, bearers, lead).map(({ officialId }) => officialId);
  return mention(tokens, place, last, fit, known && fit.every((id) => roster.own.has(id)));
};

/** Spanish "llamé a Ortega": the "a" is no article. */
const isToSomebody = (tokens: Token[], place: number): boolean =>
  tokens[place - 1]?.bare === 'a' &&
  /^\p{Lu}/u.test(tokens[place]?.text ?? '') &&
  (/^(?:llam|habl|vi$|escrib|visit|mand|dej|dec|mensaje|correo)/.test(tokens[place - 2]?.bare ?? '') ||
    !EVERYDAY.has(tokens[place]?.bare ?? ''));

/** Whether an everyday word stands where only a name can. */
const standsAlone = (said: string, tokens: Token[], place: number, first: boolean): boolean => {
  const [token, before, next] = [tokens[place], tokens[place - 1], tokens[place + 1]];
  if (!token) return false;
  const after = said.slice(token.end);
  const ends =
    SPOKEN_OF.test(after) || /^\s*[,;:.!?-]/.test(after) || (next !== undefined && ASIDE.test(next.text));
  const behind =
    before !== undefined &&
    (VERB.test(before.text) || (REACHED.test(before.text) && SPEAKS.test(tokens[place - 2]?.text ?? '')));
  if (/^\p{Lu}/u.test(token.text)) {
    const joined = /^\p{Lu}\p{Ll}/u.test(next?.text ?? '') && !ASIDE.test(next?.text ?? '');
    if (before && REACHED.test(before.text)) return !joined;
    return SPOKEN_OF.test(after) || token.text.endsWith("'s") || /^\s*[^\p{L}\p{N}\s']/u.test(after);
  }
  if (behind) return ends;
  return first && (place === 0 || (place === 1 && /^\d$/.test(before?.text ?? '')));
};

/** Somebody whose name is written nearly so: behind a title anybody, behind a verb an own official; never one of two. */
const misspelt = (token: Token, before: Token | undefined, lead: Lead, roster: Roster): readonly Named[] => {
  if (token.bare.length < 3 || BEFORE.has(token.bare) || roster.givens.has(token.bare)) return [];
  const given = before && roster.all.filter((one) => before.bare.length > 1 && bears(before.bare, one));
  const reached = before !== undefined && REACHED.test(before.text) && token.bare.length > 3;
  if (!lead.house && !given?.length && !reached) return [];
  const near = roster.all.filter((one) => nearName(token.bare, small(one.family)));
  const families = new Set(near.map((one) => small(one.family)));
  if (families.size !== 1) return [];
  return lead.house || given?.length ? near : near.filter(({ officialId }) => roster.own.has(officialId));
};

const byGiven = (said: string, tokens: Token[], place: number, roster: Roster) => {
  const [token, before, next] = [tokens[place], tokens[place - 1], tokens[place + 1]];
  const bearers = token && roster.givens.get(token.bare);
  if (!token || !bearers) return null;
  if (EVERYDAY.has(token.bare) && !(/^\p{Lu}/u.test(token.text) && standsAlone(said, tokens, place, false)))
    return null;
  if (before && NO_NAME.has(before.bare)) return null;
  const joined = next && said.slice(token.end, next.at).trim() === '' ? next : null;
  const initial = joined && /^\p{Lu}$/u.test(joined.text) && joined.text !== 'I' ? joined.bare : null;
  // "Dave Smith", and no Smith here: another Dave.
  if (joined && !initial && /^\p{Lu}\p{Ll}/u.test(joined.text) && !token.text.endsWith("'s")) return null;
  if (!/^\p{Lu}/u.test(token.text) && !(before && REACHED.test(before.text))) return null;
  const fit = initial ? bearers.filter((one) => small(one.family).startsWith(initial)) : bearers;
  if (fit.length === 0) return null;
  return mention(
    tokens,
    place,
    initial && joined ? joined : token,
    fit.map(({ officialId }) => officialId),
    false,
  );
};

const KIN = /\b(?:my|our|the|mi|nuestr[oa]|el|la) (?:own |local |(state|us|federal) )?([a-z.]+)/g;
const BOTH = /\b(?:both|los dos|two)(?: of)?(?: my| our| the)? ([a-z]+)/;
const COUNT = new Map([
  ['both', 2],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['all', 0],
]);

/**
 * Own officials whom the words mean by office or number: "my senator", "both reps", "all three of mine".
 * @returns several where they cannot be told apart; `all` where every one of them is meant
 */
export const byOffice = (
  words: string,
  own: readonly Named[],
  families: Roster['families'],
): { ids: string[]; all: boolean } => {
  const ids = (some: readonly Named[]) => some.map(({ officialId }) => officialId);
  const plural = BOTH.exec(words);
  if (plural?.[1]) {
    const house = houseOf(plural[1]);
    const of = house
      ? own.filter((one) => sits(one) === house)
      : ((plural[1].endsWith('s') ? families.get(plural[1].slice(0, -1)) : undefined) ??
        (/^(?:legislators?|lawmakers?|of|mine|officials)$/.test(plural[1]) ? own : []));
    const mine = of.filter((one) => own.includes(one));
    return { ids: mine.length === 2 ? ids(mine) : [], all: mine.length === 2 };
  }
  const number = /\b(?:all )(three|four|two)\b/.exec(words)?.[1];
  if (number && COUNT.get(number) === own.length) return { ids: ids(own), all: true };
  for (const [, level, office] of words.matchAll(KIN)) {
    const house = houseOf(office);
    if (!house) continue;
    const federal = (one: Named) => /^u\.?s/i.test(one.title);
    const fit = own.filter(
      (one) =>
        sits(one) === house &&
        (!level || (level === 'state') !== federal(one)) &&
        (!office?.startsWith('congress') || federal(one)),
    );
    return { ids: ids(fit), all: false };
  }
  return { ids: [], all: false };
};
