import { OFFICIAL_STANCES, STANCE_SHORT, STRENGTH_WORDS } from '../legislature/index.ts';

/** An official that an answer named, by the number the member knows them by. */
interface Named {
  no: number;
  name: string;
}

const numbered = (choices: readonly string[]) => choices.map((words, at) => `${at + 1} ${words}`).join(', ');
const STANCES = numbered([...OFFICIAL_STANCES.map((stance) => STANCE_SHORT[stance]), 'did not say']);
const STEPS = numbered(Object.values(STRENGTH_WORDS).map((words) => words.toLowerCase()));

/** One number is enough for one official; several are told apart by theirs. @param words what to say of the first two */
const reply = (named: readonly Named[], steps: string, words: [string, string]) =>
  named.length === 1
    ? `Reply ${steps}`
    : `Reply such as ${named
        .slice(0, 2)
        .map(({ no }, at) => `${no} ${words[at]}`)
        .join(', ')}`;

/**
 * The words that ask what an answer left open of the officials it names: where they stand, or how well the member
 * knows them and how.
 */
export const detailWords = (kind: string, named: readonly Named[]): string => {
  const [only] = named;
  const one = named.length === 1 && only ? only.name : null;
  const all = named.map(({ no, name }) => `${no} ${name}`).join(', ');
  if (kind !== 'known')
    return `${one ? `Where does ${one} stand?` : `Where does each of them stand? ${all}`}\n${reply(named, STANCES, ['oppose', 'undecided'])}`;
  return `${one ? `How well do you know ${one}?` : `How well do you know each of them? ${all}`}\n${reply(named, STEPS, ['well', 'met'])}. Say how if you like, such as ${one ? '3' : `${only?.no} well`} neighbor`;
};
