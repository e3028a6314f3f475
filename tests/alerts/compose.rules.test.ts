import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, composeEmail, composeSms, composeWording, wordingHash } from '../../src/alerts/compose.ts';
import { QuestionInput } from '../../src/alerts/question.ts';
import { draftProblems } from '../../src/alerts/draft.ts';

const OPTIONS = [
  { no: 2, label: 'will' },
  { no: 1, label: 'have contacted' },
  { no: 3, label: "can't" },
  { no: 4, label: 'need help' },
];
const SENDER = {
  networkName: 'Treasure State Legislative Network',
  shortName: 'TSLN',
  postalAddress: '1 Main, Helena',
};

test('a text names its sender, carries the link, the numbers and the way out', () => {
  expect(
    composeSms(
      { smsText: 'HB 203 is in House Ed Wed 3 pm. Points: {{link}} ' },
      asked({ prompt: 'Q', options: OPTIONS }),
      'TSLN',
    ),
  ).toBe(
    "TSLN: HB 203 is in House Ed Wed 3 pm. Points: {{link}}\nReply 1 have contacted, 2 will, 3 can't, 4 need help\nSTOP to end",
  );
  expect(composeSms({ smsText: 'tsln: It passed.' }, null, 'TSLN')).toBe(
    'tsln: It passed. {{link}}\nReply STOP to end',
  );
});

test('word processor marks are made plain before the words are hashed', () => {
  expect(
    composeSms(
      { smsText: '“Call” — now…' },
      asked({
        prompt: 'Q',
        options: [
          { no: 1, label: 'Can’t' },
          { no: 2, label: 'Will' },
        ],
      }),
      'TSLN',
    ),
  ).toMatch(/^TSLN: "Call" - now\.\.\. \{\{link\}\}\nReply 1 Can't, 2 Will\n/);
});

test('an email asks, numbers its choices, links and says why it came', () => {
  const { subject, text } = composeEmail(
    { emailSubject: ' HB 203:\n call today ', emailText: 'Dear {{first_name}},\n\nPlease call.' },
    asked({ prompt: 'Have you called?', options: OPTIONS }),
    SENDER,
  );
  expect(subject).toBe('HB 203: call today');
  expect(text).toContain('Have you called?\n1. have contacted\n2. will');
  expect(text).toContain('{{link}}');
  expect(text).toMatch(
    /You get this as a member of Treasure State Legislative Network\.[^]*unsubscribe[^]*1 Main, Helena$/,
  );
});

test('the hash binds every word of every channel', async () => {
  const alert = {
    smsText: 'a',
    emailSubject: 'b',
    emailText: 'c',
    sendSms: true,
    sendEmail: true,
    questions: [],
  };
  const base = await wordingHash(composeWording(alert, SENDER));
  for (const change of [
    { smsText: 'x' },
    { emailSubject: 'x' },
    { emailText: 'x' },
    { questions: [{ prompt: 'x', options: OPTIONS }] },
    { sendEmail: false },
  ]) {
    expect(await wordingHash(composeWording({ ...alert, ...change }, SENDER))).not.toBe(base);
  }
  expect(await wordingHash(composeWording({ ...alert }, SENDER))).toBe(base);
});

test('a draft that is not refused composes to at most 1,600 characters', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 2_000, size: 'max' }),
      fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 9 }),
      (smsText, labels) => {
        const question = QuestionInput.parse({
          prompt: 'Q',
          options: labels.map((label, at) => ({
            no: at + 1,
            label: label.trim() || 'x',
            outcome: 'other' as const,
          })),
        });
        const problems = draftProblems({ smsText, questions: [question] }, 'TSLN', 0);
        const length = composeSms({ smsText }, asked(question as never), 'TSLN').length;
        expect(length <= 1_600 || problems.some((one) => one.field === 'smsText')).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
