import { plainWords } from './plain-words.ts';

export type Keyword = 'stop' | 'start' | 'help' | 'join';

const MEANING: Record<Keyword, readonly string[]> = {
  // What carriers act on (CTIA; 47 CFR 64.1200(a)(10) names them), what Spanish speakers send, and slips of the thumb.
  stop: (
    'stop,stopall,stop all,unsubscribe,cancel,end,quit,revoke,optout,opt out,opt-out,' +
    'alto,parar,basta,cancelar,no mas,stpo,srop,stopp,sotp,stiop,unsubcribe,unsuscribe'
  ).split(','),
  start: ['start', 'unstop'],
  help: ['help', 'info', 'ayuda'],
  join: ['join', 'optin', 'opt in', 'opt-in'],
};
const BY_WORD = new Map<string, Keyword>(
  Object.entries(MEANING).flatMap(([keyword, words]) =>
    words.map((word): [string, Keyword] => [word, keyword as Keyword]),
  ),
);

/** "ST0P", "stooop": a zero for the letter, a key held down. */
const steady = (words: string) =>
  words.replaceAll(/(?<=[a-z])0(?=[a-z])/g, 'o').replace(/^s+t+o+p+$/, 'stop');

/**
 * The keyword that a whole message is, or null. YES is none of ours: it was taken off the carrier's list, so
 * that it can be an answer.
 */
export const keywordOf = (text: string): Keyword | null => BY_WORD.get(steady(plainWords(text))) ?? null;
