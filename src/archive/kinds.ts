import { change, type Change } from '../platform/statement.ts';
import {
  countImports,
  countOriginals,
  countPages,
  countTries,
  countWords,
  deleteEvents,
  deleteImportRows,
  deletePages,
  emptyAnswerWordings,
  emptyOutgoing,
  emptyTries,
  emptyWords,
  forgetOriginals,
  oldEvents,
  oldImports,
  oldOriginals,
  oldOutgoing,
  oldPages,
  oldTries,
  oldWords,
  type Counting,
  type Finding,
} from './retention-queries.ts';

/** What may go after a time. */
export interface Kind {
  title: string;
  /** What goes, and what stays. */
  what: string;
  /** One and many of what is counted. */
  things: [string, string];
  /** Days that are proposed. */
  proposed: number;
  count: Counting;
  from: Source[];
}
/** Where it stands: how a lot of it is found, and what removes that lot. */
export interface Source {
  find: Finding;
  remove(lot: { before: number; ids: string[] }): Change[];
}

export const KIND_NAMES = ['originals', 'words', 'tries', 'pages', 'imports'] as const;
export type KindName = (typeof KIND_NAMES)[number];

export const KINDS: Record<KindName, Kind> = {
  originals: {
    title: 'Mails as they came',
    what: 'The stored original of each mail, and of texts with pictures. The words that were read from it stay.',
    things: ['original', 'originals'],
    proposed: 365,
    count: countOriginals,
    from: [{ find: oldOriginals, remove: (lot) => [change(forgetOriginals, lot)] }],
  },
  words: {
    title: 'Words of replies',
    what: 'What members wrote and what staff wrote back, with the addresses. Answers, counts and days stay.',
    things: ['message', 'messages'],
    proposed: 7 * 366,
    count: countWords,
    from: [
      { find: oldWords, remove: (lot) => [change(emptyWords, lot)] },
      {
        find: oldOutgoing,
        remove: ({ ids }) => [change(emptyAnswerWordings, { ids }), change(emptyOutgoing, { ids })],
      },
    ],
  },
  tries: {
    title: 'Details of delivery',
    what: 'What carriers called earlier tries of a message, and the marks of bounces that have closed an address. Each message, its state and its cost stay.',
    things: ['detail', 'details'],
    proposed: 5 * 366,
    count: countTries,
    from: [
      { find: oldTries, remove: ({ ids }) => [change(emptyTries, { ids })] },
      { find: oldEvents, remove: ({ ids }) => [change(deleteEvents, { ids })] },
    ],
  },
  pages: {
    title: 'Visits of members’ pages',
    what: 'How often the page of a message was opened, and when. Answers stay.',
    things: ['count', 'counts'],
    proposed: 365,
    count: countPages,
    from: [{ find: oldPages, remove: ({ ids }) => [change(deletePages, { ids })] }],
  },
  imports: {
    title: 'Rows of imports',
    what: 'What an import keeps of each row of its file and of how it was before: names, numbers and addresses among it. That import cannot be undone afterwards. What it brought stays, and so do the import itself, its counts and its day.',
    things: ['import', 'imports'],
    proposed: 365,
    count: countImports,
    from: [{ find: oldImports, remove: ({ ids }) => [change(deleteImportRows, { ids })] }],
  },
};

/** What is never removed, and why. */
export const ALWAYS: readonly [string, string][] = [
  ['Consent and opt-outs', 'The proof of every permission, and that a stop stays a stop.'],
  [
    'Filings, their copies and receipts',
    'Frozen when they are filed; each line names the rows it came from.',
  ],
  ['The log behind them', 'Contact reports, activities and expenses, and each reply that became one.'],
  ['Answers and alerts', 'What was asked, in which words, who was asked and what they answered.'],
  ['The journal', 'Who did what. It holds ids and counts, no names.'],
];
