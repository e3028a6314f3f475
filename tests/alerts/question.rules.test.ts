import { expect, test } from 'vitest';
import { questionProblems, QuestionInput } from '../../src/alerts/question.ts';
import { RESERVED_WORDS, reservedReply, reservedStart } from '../../src/alerts/reserved-words.ts';

const asking = (...labels: string[]) =>
  questionProblems([
    QuestionInput.parse({
      prompt: 'Have you called?',
      options: labels.map((label, at) => ({ no: at + 1, label, outcome: 'other' })),
    }),
  ]);

test.each([...RESERVED_WORDS])('"%s" is refused as a choice, however it is written', (word) => {
  for (const label of [
    word,
    word.toUpperCase(),
    `  ${word}.`,
    `"${word}"`,
    `${word}, please`,
    `${word} the bill`,
  ]) {
    expect(reservedStart(label), label).toBe(word);
  }
});

test('"Help" is refused with what to write instead, and "Need help" is taken', () => {
  expect(asking('Called', 'Help')).toEqual([
    {
      field: 'questions.0.options.1.label',
      message: expect.stringContaining('Write "Need help" instead.') as string,
    },
  ]);
  expect(asking('Have contacted', 'Will', "Can't", 'Need help')).toEqual([]);
});

test.each([
  'Ending soon',
  'Stopped by the office',
  'Endorse',
  'Starting Monday',
  'Yesterday',
  'Cancellation',
  'Information sent',
  'I said yes',
])('"%s" only looks like a carrier word and is taken', (label) => {
  expect(reservedStart(label)).toBeNull();
});

test('two choices with one number or one meaning are refused', () => {
  const question = QuestionInput.parse({
    prompt: 'Where do you stand?',
    options: [
      { no: 1, label: 'I called', outcome: 'contacted' },
      { no: 1, label: 'i called.', outcome: 'contacted' },
    ],
  });
  expect(questionProblems([question]).map((one) => one.field)).toEqual([
    'questions.0.options.1.label',
    'questions.0.options.1.no',
  ]);
});

const option = (no: number) => ({ no, label: `Choice ${no}`, outcome: 'other' });

test('numbers outside 1 to 9 and a single choice are refused', () => {
  expect(QuestionInput.safeParse({ prompt: 'Which?', options: [option(0), option(1)] }).success).toBe(false);
  expect(QuestionInput.safeParse({ prompt: 'Which?', options: [option(1), option(10)] }).success).toBe(false);
  expect(asking('Alone').map((one) => one.field)).toEqual(['questions.0.options']);
});

test('a text that asks for a carrier word is found', () => {
  expect(reservedReply('HB 203 is up. Reply YES if you called.')).toBe('yes');
  expect(reservedReply('Text "Cancel" to leave')).toBe('cancel');
  expect(reservedReply('Reply STOP to end')).toBeNull();
  expect(reservedReply('Please reply by noon. Yes, it matters.')).toBeNull();
});
