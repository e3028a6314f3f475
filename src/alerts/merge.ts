import { smartText } from '../platform/sms-text.ts';

/** What a wording may hold in double braces. */
export const MERGE_FIELDS = ['first_name', 'last_name', 'title', 'district', 'region', 'link'] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
/** One recipient's values; what is absent or empty leaves no gap. */
export type Merge = Partial<Record<MergeField, string | null>>;

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isField = (name: string): name is MergeField => (MERGE_FIELDS as readonly string[]).includes(name);

/** Names in double braces that mean nothing here, each once. */
export const unknownFields = (text: string): string[] => [
  ...new Set([...text.matchAll(FIELD)].map(([, name]) => name ?? '').filter((name) => !isField(name))),
];

/** Whether braces remain once the known fields are taken away: a field that was opened and not closed. */
export const hasLooseBraces = (text: string): boolean => /[{}]/.test(text.replaceAll(FIELD, ''));

/** The fields a text uses, each once. */
export const fieldsIn = (text: string): MergeField[] =>
  MERGE_FIELDS.filter((name) => [...text.matchAll(FIELD)].some(([, used]) => used === name));

/** The fields that make a message somebody's own: all but the link. */
export const ownFieldsIn = (text: string): MergeField[] => fieldsIn(text).filter((name) => name !== 'link');

/**
 * A member's own value as it may stand in a message: one line, no braces, and nothing that a phone would
 * turn into a link, since a name on a roster must never send a colleague somewhere.
 */
export const mergeValue = (value: string): string =>
  value
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}{}<>]+/gu, ' ')
    .replaceAll(/(?:\b[a-z][a-z0-9+.-]*)?:\/+/gi, ' ')
    .replaceAll(/(?<=[\p{L}\p{N}-])[.。．]+(?=[\p{L}\p{N}-]{2,})/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * A wording with one recipient's values in place of its fields. No field and no brace is left, whatever the
 * values hold. `link` is ours and is taken as it stands.
 */
export const renderWording = (text: string, merge: Merge): string =>
  text
    .replaceAll(/( ?)\{\{\s*([^{}]*?)\s*\}\}/g, (_, gap: string, name: string) => {
      const given = isField(name) ? (merge[name] ?? '') : '';
      const value = name === 'link' ? given : mergeValue(given);
      return value === '' ? '' : gap + value;
    })
    .replaceAll(/[{}]/g, '');

/** `renderWording` for a text message: what a name's typographic marks would cost in segments is taken out. */
export const renderSms = (text: string, merge: Merge): string => smartText(renderWording(text, merge));

/**
 * The address of a member's page. In a text the scheme is left out, which phones do not need; a plain
 * http address (on one's own machine) keeps it.
 */
export const memberLink = (publicUrl: string, token: string, channel: 'sms' | 'email'): string => {
  const link = `${publicUrl}/a/${token}`;
  return channel === 'sms' ? link.replace(/^https:\/\//, '') : link;
};
