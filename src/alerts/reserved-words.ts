/**
 * Words that belong to the carrier: it acts on them before a reply reaches us, so an answer made of one
 * would stop or restart a number instead of counting. English as Twilio has them, and the Spanish ones
 * that people send.
 */
const STOPPING = [
  'stop',
  'stopall',
  'stop all',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'revoke',
  'optout',
  'opt out',
  'opt-out',
  'alto',
  'parar',
  'basta',
  'cancelar',
  'no mas',
  'no más',
];
const STARTING = ['start', 'yes', 'unstop', 'join', 'optin', 'opt in', 'opt-in'];
const ASKING = ['help', 'info'];
export const RESERVED_WORDS: readonly string[] = [...STOPPING, ...STARTING, ...ASKING];

/** A text as carriers compare it: no case, no marks at its ends, single spaces. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** The reserved word that a text is or begins with, or null. "Need help" is fine: it begins with "need". */
export const reservedStart = (text: string): string | null => {
  const plain = normalised(text);
  const found = RESERVED_WORDS.filter(
    (word) =>
      plain === word || (plain.startsWith(word) && /^[^\p{L}\p{N}'’-]/u.test(plain.slice(word.length))),
  );
  return found.toSorted((a, b) => b.length - a.length)[0] ?? null;
};

/** What to write instead of a label that begins with a reserved word. */
export const suggestionFor = (word: string): string => {
  if (ASKING.includes(word)) return 'Write "Need help" instead.';
  if (STARTING.includes(word))
    return 'Write what the member did or will do, such as "I will" or "I support it".';
  return 'Write what the member means by it, such as "I oppose it" or "I cannot".';
};

/** A reserved word other than STOP that a text asks members to send back ("reply YES to confirm"), or null. */
export const reservedReply = (text: string): string | null => {
  for (const [, rest] of text.matchAll(/\b(?:reply|text|answer|respond)(?:\s+with)?\s+(.{1,40})/gi)) {
    const word = reservedStart(rest ?? '');
    if (word && word !== 'stop' && word !== 'help') return word;
  }
  return null;
};
