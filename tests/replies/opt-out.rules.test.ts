import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keywordOf } from '../../src/replies/keywords.ts';
import { looksLikeOptOut, type OptOut } from '../../src/replies/opt-out.ts';
import { isTapback } from '../../src/replies/tapback.ts';

const LINES: Record<Exclude<OptOut, null> | 'none', string[]> = {
  keyword: [
    'STOP',
    'stop',
    'Stop.',
    ' stop!!! ',
    '"STOP"',
    'STOPALL',
    'Stop all',
    'UNSUBSCRIBE',
    'cancel',
    'End',
    'QUIT',
    'revoke',
    'OptOut',
    'opt out',
    'Opt-Out',
    'alto',
    'BASTA',
    'no más',
    'NO MAS',
    'STPO',
    'stopp',
    'STOP 🛑',
    'STOP\nSent from my iPhone',
  ],
  clear: [
    'STOP PLEASE',
    'please stop',
    'Please stop texting me',
    'stop texting me',
    'Stop sending me these messages',
    'quit messaging me',
    'stop all texts',
    'no more texts please',
    'Remove me from this list',
    'remove me',
    'please take me off your list',
    'Take me off.',
    'unsubscribe me please',
    'How do I unsubscribe?',
    'do not text me again',
    "Don't contact me",
    'Stop texting me and email me',
    'I retired in June, please remove me from the list',
    'I do not want any more texts',
    'opt me out',
    'lose my number',
    'no me manden mensajes',
    'Stop bothering me',
  ],
  wrong_number: [
    'Wrong number',
    'You have the wrong person',
    'This is not his number',
    'new phone who dis',
    'número equivocado',
  ],
  unclear: [
    'stop it',
    'Stop this',
    'just make it stop',
    'enough',
    'enough already',
    'no more',
    'leave me alone',
    'fuck off',
  ],
  none: [
    'Stop HB 203',
    'stop hb203!',
    'Please stop this bill',
    'We must stop the voucher expansion',
    'STOP the cuts',
    'END the cap on levies',
    'cancel my hearing slot',
    "I'll quit the meeting early",
    'can you stop by the office',
    "don't stop fighting",
    'I can stop by Thursday',
    'unsubscribe from the newsletter but keep alerts',
    'Parents can opt out of testing under SB 12',
    'The opt-out provision is what worries us',
    'At the end of the day he is a no',
    '1',
    '2',
    "1 but can't Thursday",
    'Called Sen. Hill, leaning no',
    'Will call tomorrow',
    'No',
    'She wants to end social promotion',
    'Left a message, no answer',
    'She will contact me Friday',
    'He asked us to remove the fiscal note',
    'Who do I call?',
    'Talked to Rep. Kestrelman; she would stop at 3 percent',
  ],
};

describe('the opt-out recogniser', () => {
  for (const [kind, lines] of Object.entries(LINES)) {
    test.each(lines)(`reads as ${kind}: %s`, (line) => expect(looksLikeOptOut(line) ?? 'none').toBe(kind));
  }

  test('never throws, whatever is texted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        looksLikeOptOut(text);
        isTapback(text);
      }),
    );
  });

  test('takes a long text in a moment', () => {
    const began = performance.now();
    for (const piece of ['stop ', 'please ', 'stop all the ', 'no more ', 'do not ', '“Liked '])
      looksLikeOptOut(piece.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

test('YES, and a keyword inside a sentence, are no keywords', () => {
  expect(['YES', 'help me call him', 'start with HB 2', 'info on HB 203?'].map(keywordOf)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(['START', 'unstop.', 'HELP', 'info', 'JOIN', 'Join!'].map(keywordOf)).toEqual([
    'start',
    'start',
    'help',
    'help',
    'join',
    'join',
  ]);
});

test('a reaction that a phone reports is a tapback, words about liking are not', () => {
  const reactions = [
    'Liked “HB 203: call Rep. Kestrelman. Reply 1 done, 2 will”',
    'Loved "HB 203"',
    'Laughed at “x”',
    '👍 to “Reply 1 done”',
    'Reacted 👍🏽 to “Reply 1 done”',
    'Removed a heart from “Reply 1”',
    'Le gustó “Reply 1”',
    'Liked an image',
  ];
  expect(reactions.filter((text) => !isTapback(text))).toEqual([]);
  expect(['Liked the bill', 'I liked “fair funding”', '👍', '1', 'Loved it'].filter(isTapback)).toEqual([]);
});
