import { smartText } from '../platform/sms-text.ts';
import type { QuestionKind } from './question.ts';

/** A question as words are made of it. */
export interface Asked {
  prompt: string;
  kind: QuestionKind;
  options: readonly { no: number; label: string }[];
  most: number | null;
  unit: string | null;
  lowLabel: string | null;
  highLabel: string | null;
}

const choices = (options: Asked['options']) =>
  options
    .toSorted((a, b) => a.no - b.no)
    .map(({ no, label }) => `${no} ${label}`)
    .join(', ');

/**
 * How to answer a question by text: "Reply 1 have contacted, 2 will". Nothing where the words need no telling.
 * @param officials the member's own, in the order of their numbers; for the questions about them
 */
export const howToReply = (asked: Asked, officials: readonly string[] = []): string => {
  if (asked.kind === 'choice') return `Reply ${choices(asked.options)}`;
  if (asked.kind === 'many') return `Reply ${choices(asked.options)}. You may name several, such as 1 and 2`;
  if (asked.kind === 'number') return `Reply with the number${asked.unit ? ` of ${asked.unit}` : ''}`;
  if (asked.kind === 'scale') {
    const ends = [
      asked.lowLabel && `1 ${asked.lowLabel}`,
      asked.highLabel && `${asked.most} ${asked.highLabel}`,
    ];
    const said = ends.filter(Boolean).join(', ');
    return `Reply 1 to ${asked.most}${said ? ` (${said})` : ''}`;
  }
  if (asked.kind === 'known') {
    const named = officials.map((name, at) => `${at + 1} ${name}`).join(', ');
    return named
      ? `Reply ${named}, 0 none of them. Say how well, and how if you like, such as 1 well neighbor${officials.length > 1 ? ', 2 met' : ''}`
      : 'Reply with their names and how well, or none';
  }
  if (asked.kind === 'officials') {
    const named = officials.map((name, at) => `${at + 1} ${name}`).join(', ');
    return named
      ? `Reply ${named}, and where they stand, such as 1 oppose or 1 undecided`
      : 'Reply with the name and where they stand';
  }
  return 'Reply in your own words';
};

/** The words that ask a later question: as a mail says them, and behind the network's name in a text. */
export const questionWords = (asked: Asked, officials: readonly string[] = []): string =>
  smartText(`${asked.prompt.trim()}\n${howToReply(asked, officials)}`);
