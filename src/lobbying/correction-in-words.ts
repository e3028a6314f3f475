import { mentionsIn, rosterOf } from './official-in-words.ts';
import { readContact, type Beside } from './read-contact.ts';
import { stanceIn, type Stance } from './stance-in-words.ts';
import { clausesOf } from './words-read.ts';

const LEAD =
  /^\W*(?:2\W+|no[,.;:!]?\s+(?!on\b)|nope\W+|not quite\W+|actually\W+|wrong\W+|sorry\W+|fix\W+|correction\W+)+/i;

/**
 * What a member puts right in a draft ("no, leaning yes"; "it was Dunn"): who, where they stand, or null where the
 * words are no correction, such as a new contact told.
 */
export const correctionIn = (
  text: string,
  beside: Beside,
): { officialId: string | null; stance: Stance | null } | null => {
  const words = text.replace(LEAD, '');
  if (
    words.length > 160 ||
    words.includes('?') ||
    readContact(words, { ...beside, contacted: false }).isContact
  )
    return null;
  const roster = rosterOf(beside.own, beside.others);
  const stances = new Set<Stance>();
  const officials = new Set<string>();
  for (const clause of clausesOf(words)) {
    const mentions = mentionsIn(clause, roster, true).filter(({ denied }) => !denied);
    let rest = clause.words;
    for (const { at, end } of mentions.toReversed()) rest = `${rest.slice(0, at)} ${rest.slice(end)}`;
    rest = rest.replace(/^\s*(?:he|she|they|it)(?:'s| is| was| are)?\s/, '').trim();
    const said = stanceIn(clause, rest, beside.position);
    if (said) stances.add(said.stance);
    for (const { ids } of mentions) if (ids.length === 1 && ids[0]) officials.add(ids[0]);
  }
  const [stance = null] = stances;
  const [officialId = null] = officials;
  if (stances.size > 1 || officials.size > 1 || (!stance && !officialId)) return null;
  return { officialId, stance };
};
