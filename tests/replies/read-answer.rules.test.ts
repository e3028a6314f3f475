import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeContact } from '../../src/replies/looks-like-contact.ts';
import { readAnswer, type Offered } from '../../src/replies/read-answer.ts';

const OPTIONS: Offered[] = [
  { id: 'o1', no: 1, label: 'Have contacted', outcome: 'contacted' },
  { id: 'o2', no: 2, label: 'Will contact', outcome: 'will' },
  { id: 'o3', no: 3, label: 'Cannot', outcome: 'cannot' },
  { id: 'o4', no: 4, label: 'Need help', outcome: 'help' },
];
const ONE_YES: Offered[] = [
  { id: 'a', no: 1, label: 'I will call', outcome: 'will' },
  { id: 'b', no: 2, label: 'I cannot', outcome: 'cannot' },
];

describe('an answer is read from', () => {
  test.each([
    ['1', 1, ''],
    ['1.', 1, ''],
    ['1)', 1, ''],
    ['#1', 1, ''],
    ['# 2', 2, ''],
    ['(3)', 3, ''],
    ['"1"', 1, ''],
    ['１', 1, ''],
    ['1️⃣', 1, ''],
    ['1 1', 1, ''],
    ['1!', 1, ''],
    ['1 please', 1, ''],
    ['1\nSent from my iPhone', 1, ''],
    ['Option 2', 2, ''],
    ['My answer is 3', 3, ''],
    ['one', 1, ''],
    ['Two.', 2, ''],
    ['the first one', 1, ''],
    ['Need help', 4, ''],
    ['need help!', 4, ''],
    ['I need help', 4, ''],
    ['Have contacted', 1, ''],
    ["can't", 3, ''],
    ['I will', 2, ''],
    ['Done', 1, ''],
    ["1 but can't Thursday", 1, "but can't Thursday"],
    ['1, but can’t Thursday', 1, 'but can’t Thursday'],
    ['2 - tomorrow at noon', 2, 'tomorrow at noon'],
    ['1. Called Sen. Hill, leaning no', 1, 'Called Sen. Hill, leaning no'],
    ['Will contact, after the board meets', 2, 'after the board meets'],
  ])('%s', (text, no, note) => {
    const read = readAnswer(text, OPTIONS);
    expect(read.option?.no).toBe(no);
    expect(read.note.replaceAll('’', "'")).toBe(note.replaceAll('’', "'"));
  });

  test.each([
    ['5'],
    ['10'],
    ['1 and 3'],
    ['1 or 2'],
    ['1/2'],
    ['1, 3'],
    ['2 of us will call'],
    ['3pm works'],
    ['1.5 million for us'],
    ['1st thing tomorrow'],
    ['one and two'],
    ['One question: when is the hearing?'],
    ['yes'],
    ['👍'],
    ['Called Sen. Hill, leaning no'],
    ['Who is my senator?'],
    ['Stop HB 203'],
    [''],
  ])('nothing in %s', (text) => expect(readAnswer(text, OPTIONS).option).toBeNull());

  test('YES only where exactly one option is affirmative', () => {
    for (const yes of ['YES', 'y', 'Yep', '👍', 'Sí']) {
      expect(readAnswer(yes, ONE_YES).option?.id).toBe('a');
      expect(readAnswer(yes, OPTIONS).option).toBeNull();
      expect(readAnswer(yes, []).option).toBeNull();
    }
  });

  test('never anything but an option that was offered, and it never throws', () => {
    const option = fc.record({
      id: fc.uuid(),
      no: fc.integer({ min: 1, max: 9 }),
      label: fc.string({ maxLength: 40 }),
      outcome: fc.constantFrom('contacted', 'will', 'cannot', 'help', 'other'),
    }) as fc.Arbitrary<Offered>;
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .tuple(
          fc.constantFrom('1', '#2', 'option 9', 'yes', 'one', 'the third one'),
          fc.string({ maxLength: 40 }),
        )
        .map((pair) => pair.join('')),
    );
    fc.assert(
      fc.property(text, fc.array(option, { maxLength: 9 }), (said, options) => {
        const read = readAnswer(said, options);
        if (read.option) expect(options).toContain(read.option);
      }),
      { numRuns: 500 },
    );
  });

  test('a number answers the option of that number or nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (no) => {
        expect(readAnswer(String(no), OPTIONS).option?.no ?? null).toBe(no >= 1 && no <= 4 ? no : null);
      }),
    );
  });

  test('a text of 100,000 characters takes a moment', () => {
    const began = performance.now();
    for (const piece of ['1 ', 'one ', 'the first ', '# ', '\n', 'yes '])
      readAnswer(piece.repeat(100_000 / piece.length), OPTIONS);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

test('words that tell of a contact are told from other words', () => {
  const contacts = [
    'Called Sen. Hill, leaning no',
    'Spoke with Rep Kestrelman about 203',
    'Kestrelman is a lean no on 203, worried about the fiscal note',
    'emailed Hill, undecided',
    'left a message with her office',
    'Talked to Sen. Aldercott, she wants the enrolment numbers',
  ];
  expect(contacts.filter((text) => !looksLikeContact(text))).toEqual([]);
  expect(
    [
      'When is the hearing?',
      'Will call tomorrow',
      "can't Thursday",
      'Happy to testify remotely',
      'Who do I call?',
    ].filter(looksLikeContact),
  ).toEqual([]);
});
