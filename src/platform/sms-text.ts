import { SegmentedMessage } from 'sms-segments-calculator';

/** The longest body Twilio takes; it refuses more (21617). */
export const SMS_MAX_CHARACTERS = 1_600;

export type Segments = {
  /** How many messages the carrier bills; none for an empty text. */
  segments: number;
  encoding: 'GSM-7' | 'UCS-2';
  /** Length as the carrier counts it: septets in GSM-7, 16-bit units in UCS-2. */
  units: number;
  /** Length as a reader counts it. */
  characters: number;
  /** Each character that GSM-7 lacks, once: any of them makes the whole text UCS-2. */
  notGsm: string[];
};

// One curly quote from a word processor would turn a text of one segment into one of three.
const LOOK_ALIKES: Record<string, string> = {
  ...alike("'", '‘’‚‛′ʹʼʻˈ´`ˋ‹›'),
  ...alike('"', '“”„‟″«»ʺ'),
  ...alike('-', '‐‑‒–—―−⁃•‧∙·'),
  ...alike(
    ' ',
    '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ),
  ...alike('\n', '\v\f\u0085\u2028\u2029'),
  ...alike('/', '⁄∕'),
  '…': '...',
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '™': '(TM)',
  '©': '(c)',
  '®': '(R)',
  '№': 'No.',
};
const REPLACED = new RegExp(`[${Object.keys(LOOK_ALIKES).join('').replace('-', '\\-')}]`, 'gu');

// Control characters, and marks unseen that carriers' filters distrust. The joiner of emoji stays.
const STRIPPED =
  /(?![\t\n\v\f\u0085])\p{Cc}|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Nothing but what stays as it is: most texts, told sooner than they are gone through. */
const PLAIN = /^[\n\x20-\x5f\x61-\x7e]*$/;

/**
 * The text as it is sent: composed characters, typographic marks as their plain look-alikes, control
 * characters gone. What a plain character cannot stand for (accents, emoji) stays as it is.
 */
export function smartText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(STRIPPED, '')
    .normalize('NFC')
    .replaceAll(REPLACED, (mark) => LOOK_ALIKES[mark] ?? mark);
}

/**
 * Counts the text as carriers do, as it stands: pass it through `smartText` first. Beyond
 * `SMS_MAX_CHARACTERS`, which nobody sends, the count is close but not exact.
 */
export function segmentsOf(text: string): Segments {
  // The calculator takes many seconds over a pasted document, so a long text is counted in pieces. Its
  // own smart mode is off: what is counted must be what is sent.
  const pieces = Array.from({ length: Math.ceil(text.length / SMS_MAX_CHARACTERS) }, (_, index) => {
    const from = index * SMS_MAX_CHARACTERS;
    return new SegmentedMessage(text.slice(from, from + SMS_MAX_CHARACTERS), 'auto', false);
  });
  return {
    segments: total(pieces, (piece) => piece.segmentsCount),
    encoding: pieces.some((piece) => piece.encodingName === 'UCS-2') ? 'UCS-2' : 'GSM-7',
    units: total(pieces, (piece) => piece.messageSize / (piece.encodingName === 'UCS-2' ? 16 : 7)),
    characters: total(pieces, (piece) => piece.graphemes.length),
    notGsm: [...new Set(pieces.flatMap((piece) => piece.getNonGsmCharacters()))],
  };
}

const total = (pieces: SegmentedMessage[], of: (piece: SegmentedMessage) => number) =>
  pieces.reduce((sum, piece) => sum + of(piece), 0);

function alike(plain: string, marks: string): Record<string, string> {
  return Object.fromEntries(Array.from(marks, (mark) => [mark, plain]));
}
