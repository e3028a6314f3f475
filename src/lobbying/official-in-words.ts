import { readable } from './words-read.ts';

/** An official as the reader of replies needs them. */
export interface Named {
  officialId: string;
  title: string;
  given: string;
  family: string;
}
/** Who was meant; `several` where the words name more than one, or one who cannot be told apart. */
export interface Meant {
  officialId: string | null;
  several: boolean;
}

/** Words after which a family name alone means the official; any other word before it may be a first name. */
const BEFORE = new Set(
  `a about an and asked at both by called contacted emailed for from heard is leader majority message met minority my
   on or our phoned president reached rang saw see senate house speaker spoke talked texted that the to told visited
   voicemail with wrote chair chairman chairwoman from yes ok then but hey hi lunch coffee`.split(/\s+/),
);
/** Family names that are also everyday words: alone they mean the official only where the sentence says so. */
const EVERYDAY = new Set(
  `banks barber beard bell berry bounds boy brown butler close cross day early fern field flowers ford foster fox frost
   fuller gist good grace grant green guest hale hall hawk hill hood hope hunt hunter joy keen king law long love lovely
   mark may mean means miner nave noble page park parks peace pope post powers price read reed rich rose rush sharp short
   small sparks stone strand strong summers swift thunder town usher walker webber wells west white will wise wolf wood
   woods worth young younger`.split(/\s+/),
);
const SPOKEN_OF =
  /^\s*(?:is|was|says|said|supports|opposes|leans|leaning|voted|votes|wants|won't|undecided)\b/i;
const REACHED = /^(?:called|phoned|emailed|texted|visited|contacted|met|reached|to|with|from|saw)$/i;

const titleOf = (word: string | undefined): 'sen' | 'rep' | null =>
  /^(?:sens?\.?|senators?)$/i.test(word ?? '')
    ? 'sen'
    : /^(?:reps?\.?|representatives?)$/i.test(word ?? '')
      ? 'rep'
      : null;
const small = (name: string) => readable(name).toLowerCase();
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Mention {
  title: 'sen' | 'rep' | null;
  given: string | null;
}

/** How a family name stands in the words: behind a title, behind a first name, or alone. Null: no mention of a person. */
const mentionAt = (words: string, at: number, end: number): Mention | null => {
  const lead = words.slice(0, at).split(/\s+/).filter(Boolean);
  const [last, earlier] = [lead.at(-1), lead.at(-2)];
  if (titleOf(last)) return { title: titleOf(last), given: null };
  if (last && titleOf(earlier)) return { title: titleOf(earlier), given: small(last.replace(/\.$/, '')) };
  const alone = !last || /[.,;:!?)\-—–]$/.test(last) || BEFORE.has(last.toLowerCase());
  if (!alone) return { title: null, given: small(last) };
  if (!EVERYDAY.has(words.slice(at, end).toLowerCase())) return { title: null, given: null };
  const capital = /^\p{Lu}/u.test(words.slice(at));
  return capital && (REACHED.test(last ?? '') || SPOKEN_OF.test(words.slice(end)))
    ? { title: null, given: null }
    : null;
};

const fits = (mention: Mention) => (one: Named) => {
  if (mention.title && !small(one.title).startsWith(mention.title)) return false;
  if (mention.given === null) return true;
  const given = small(one.given);
  return given === mention.given || (mention.given.length === 1 && given.startsWith(mention.given));
};

const UNSURE = Symbol('unsure');

/** Who one mention means: an id, UNSURE, or null for nobody in office. */
const whoIs = (mention: Mention, own: Named[], others: Named[]): string | typeof UNSURE | null => {
  const mine = own.filter(fits(mention));
  const named = mention.title !== null || mention.given !== null;
  const found = mine.length > 0 || !named ? mine : others.filter(fits(mention));
  if (found.length === 1) return found[0]?.officialId ?? null;
  return found.length > 1 || mention.title !== null ? UNSURE : null;
};

/**
 * Finds the official meant by a family name, with a title or first name where more than one has it. The member's
 * own officials come first; others need a title or a first name. A nickname, a wrong title, two names: blank,
 * since a wrong name on a report is worse than none.
 */
export const officialIn = (text: string, own: Named[], others: Named[]): Meant => {
  const words = readable(text);
  const families = Map.groupBy([...own, ...others], (one) => small(one.family));
  const ids = new Set<string>();
  let unsure = false;
  for (const [family, bearers] of families) {
    if (family.length < 2) continue;
    const places = new RegExp(`(?<![\\p{L}'-])${escaped(family)}(?:'s|')?(?![\\p{L}-])`, 'giu');
    for (const { index, 0: match } of words.matchAll(places)) {
      const mention = mentionAt(words, index, index + match.replace(/'s?$/, '').length);
      if (!mention) continue;
      const who = whoIs(
        mention,
        own.filter((one) => bearers.includes(one)),
        others.filter((one) => bearers.includes(one)),
      );
      if (who === UNSURE) unsure = true;
      else if (who) ids.add(who);
    }
  }
  if (ids.size === 0 && !unsure) {
    const title = titleOf(/\bmy (?:state )?(sen|rep|senator|representative)\b/i.exec(words)?.[1]);
    const mine = title ? own.filter((one) => small(one.title).startsWith(title)) : [];
    if (mine.length === 1 && mine[0]) ids.add(mine[0].officialId);
  }
  return {
    officialId: ids.size === 1 && !unsure ? ([...ids][0] ?? null) : null,
    several: unsure || ids.size > 1,
  };
};
