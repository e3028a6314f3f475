import type { Person } from './member-page.ts';

const MOST = 700;

/** Markdown as plain lines: marks of headings, lists, emphasis and links go, the words stay. */
const plainLines = (markdown: string): string[] =>
  markdown
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/(\*\*|__|\*|`)/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:#{1,6}|>|[-+]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');

/**
 * What a member may read out, or paste into a text or email to an official: who they are, the bill, and the talking
 * points as far as they fit a short message. Ends at the end of a line.
 */
export const wordsToSay = (
  person: Pick<Person, 'firstName' | 'lastName' | 'title' | 'district'>,
  billNumber: string | null,
  points: string | null,
): string => {
  const who = [`${person.firstName} ${person.lastName}`, person.title, person.district]
    .filter(Boolean)
    .join(', ');
  const lines = [`This is ${who}.${billNumber ? ` It is about ${billNumber}.` : ''}`];
  let length = 0;
  for (const line of plainLines(points ?? '')) {
    length += line.length + 1;
    if (length > MOST) break;
    lines.push(line);
  }
  return lines.join('\n');
};
