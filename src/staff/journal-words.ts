import { showCents } from '../platform/money.ts';

const spaced = (word: string) => word.replaceAll(/[-_]/g, ' ').replace(/^api\b/, 'API');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const ACTORS: Record<string, string> = {
  member: 'A member',
  provider: 'A carrier',
  clock: 'The clock',
  system: 'The system',
  staff: 'Somebody who left the staff',
};

/** Who acted, in words: `Ada Kestrelman`, `A member`. */
export const actorText = (row: { actorKind: string; actorName: string | null }): string =>
  row.actorName ?? ACTORS[row.actorKind] ?? row.actorKind;

/** `talking-points.publish` as "Talking points: publish". */
export const actionText = (action: string): string => {
  const [noun = '', ...verbs] = action.split('.');
  return verbs.length > 0 ? `${capital(spaced(noun))}: ${spaced(verbs.join(' '))}` : capital(spaced(noun));
};

/** A thing by its kind and the end of its id, which is enough to tell two apart. */
export const subjectText = (kind: string, id: string): string =>
  id === kind ? `the ${spaced(kind)}` : `${spaced(kind)} …${id.slice(-6)}`;

/** Ids and hashes tell a reader nothing; the link beside them leads to the thing. */
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$|^[0-9a-f]{40,}$/;

/** `{role: 'owner', count: 3, amountCents: 1900}` as "role owner, count 3, amount $19.00". */
export const detailText = (detail: Record<string, unknown>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && !(typeof value === 'string' && ID.test(value)))
    .map(([name, value]) => {
      const words = spaced(name)
        .replaceAll(/([A-Z])/g, ' $1')
        .toLowerCase();
      return typeof value === 'number' && words.endsWith(' cents')
        ? `${words.slice(0, -' cents'.length)} ${showCents(value)}`
        : `${words} ${written(value)}`;
    })
    .join(', ');

const written = (value: unknown): string => {
  if (Array.isArray(value)) return value.length > 3 ? `${value.length} items` : value.join(' ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  // A sentence in the middle of a list.
  return String(value).replace(/\.$/, '');
};
