import type { Child } from 'hono/jsx';

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
/** "HD 23", "3:00 pm", "Nov 24, 2026", "Rep. Ada Birchmore", "(406) 555-0144", "K-12" */
const TOGETHER = new RegExp(
  `(${[
    String.raw`\b[A-Z]{1,3} \d+\b(?!\.\d)`,
    String.raw`\b\d{1,2}(?::\d\d)? [ap]m\b`,
    String.raw`\b(?:${MONTHS})[a-z]* \d{1,2}\b(?:, \d{4}\b)?`,
    String.raw`\b(?:Rep|Sen)\. [^\s,;:]+ [^\s,;:.]+`,
    String.raw`\(\d{3}\) \d{3}-\d{4}`,
    String.raw`\bK-12\b`,
  ].join('|')})`,
);
/** What is longer may break after all: a card of a table on a small phone is no wider. */
const MOST = 20;

/**
 * Words with what belongs together held on one line: a seat and its number, an hour and its half of the day.
 * @returns anything but text as it came
 */
export const kept = (words: Child): Child =>
  typeof words === 'string'
    ? words
        .split(TOGETHER)
        .map((part, place) =>
          place % 2 === 1 && part.length <= MOST ? <span class="nowrap">{part}</span> : part,
        )
    : words;
