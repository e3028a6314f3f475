import { monotonicFactory, encodeTime } from 'ulid';

/** Names for new rows and unguessable tokens; counted in tests. */
export interface Ids {
  /** A ULID: 26 characters, sorts by time. */
  next(): string;
  /** Random letters and digits without look-alikes, for tokens that people may have to type. */
  token(length: number): string;
}

const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';

const LIMIT = 256 - (256 % ALPHABET.length);

/** Whether these bytes are enough for a text of `length` characters. */
export const canSpell = (bytes: Uint8Array, length: number): boolean =>
  bytes.reduce((count, byte) => count + (byte < LIMIT ? 1 : 0), 0) >= length;

/** Text of `length` characters from random bytes; bytes past the last whole multiple are skipped, so none is likelier. */
export const spell = (bytes: Iterable<number>, length: number): string => {
  let text = '';
  for (const byte of bytes) {
    if (byte < LIMIT) text += ALPHABET[byte % ALPHABET.length];
    if (text.length === length) return text;
  }
  throw new Error('Too few bytes to spell a token.');
};

export const randomIds = (now: () => number): Ids => {
  const ulid = monotonicFactory();
  return {
    next: () => ulid(now()),
    token: (length) => spell(crypto.getRandomValues(new Uint8Array(length * 4)), length),
  };
};

/** The smallest ULID of an instant: where a list by time begins. */
export const ulidFloor = (at: number): string => encodeTime(at, 10) + '0'.repeat(16);
