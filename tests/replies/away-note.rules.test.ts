import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { awayInWords, awayNote } from '../../src/replies/away-note.ts';

const said = (words: string, subject = 'Automatic reply: HB 203') => {
  const away = awayNote(subject, words);
  return away && awayInWords(away);
};

test.each([
  [
    'I am out of the office until February 12. Please contact Ann Lee at ann@district.example.',
    'away until Feb 12; deputy Ann Lee',
  ],
  ['I will be back on Monday, March 3rd.', 'away until Mar 3'],
  [
    'Returning to the office on 2/15/2027. Call my assistant Dee Marlow for help',
    'away until Feb 15; deputy Dee Marlow',
  ],
  ['I am away through next Friday', 'away until next Friday'],
  ['Out sick. Ann Lee is covering for me.', 'away; deputy Ann Lee'],
  ['Estoy fuera de la oficina hasta el lunes', null],
  ['I am on leave.', null],
])('an absence is told from %j', (words, note) => expect(said(words)).toBe(note));

test('its subject is read as well', () =>
  expect(said('Kijitora', 'Away until May 5')).toBe('away until May 5'));

test('it never throws, and takes no time over long lines', () => {
  fc.assert(fc.property(fc.string({ maxLength: 5_000 }), (text) => void awayNote('', text)));
  const began = performance.now();
  for (const piece of ['until ', 'Contact A', 'A b ', 'back on the ', 'contact my aaa '])
    awayNote('', piece.repeat(100_000 / piece.length));
  expect(performance.now() - began).toBeLessThan(500);
});
