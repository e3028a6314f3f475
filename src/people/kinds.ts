/** What a member is in the association. */
export const KINDS = [
  'superintendent',
  'assistant superintendent',
  'executive director',
  'retired',
  'associate',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * The kind that a cell names, as offices write it ("Asst. Supt.", "Deputy Superintendent", "Retiree").
 * @returns null where the words name none of the five
 */
export const kindOf = (text: string): Kind | null => {
  const words = text
    .toLowerCase()
    .replaceAll(/[._-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (/^(retired|retiree|emeritus)\b|\bretired\b|\bemeritus\b/.test(words)) return 'retired';
  if (/^associate( member)?$|^business associate$/.test(words)) return 'associate';
  const superintendent = /\b(superintendent|superintendents|supt|sup)\b/.test(words);
  if (superintendent && /\b(assistant|asst|associate|deputy|vice)\b/.test(words))
    return 'assistant superintendent';
  if (superintendent) return 'superintendent';
  if (/^(executive director|exec director|ed)$/.test(words)) return 'executive director';
  return null;
};

const CLASSES: Record<string, string> = { elementary: 'Elementary', high: 'High school', k12: 'K-12' };
/** "High school" for the class "high": a district's class as people say it; words of another file as they are. */
export const showClass = (name: string): string => CLASSES[name] ?? name;

/** "Assistant superintendent": a kind at the beginning of a line. */
export const showKind = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1);
