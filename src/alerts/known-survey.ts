import type { Form } from '../platform/form.ts';
import { formFromQuestions } from './question-form.ts';

/** The form of a new survey that asks members which of their own legislators they know, how well and how. */
export const KNOWN_SURVEY: Form = {
  kind: 'survey',
  channels: ['sms', 'email'],
  title: 'Which of your legislators do you know?',
  smsText: 'Do you know any of your own legislators?',
  emailSubject: 'Which of your legislators do you know?',
  emailText:
    'Some of you taught your legislator, served on a board with them, or live next door.\n\nWhen a bill comes up, it helps to know who may call whom. We ask whether you know any of yours, and then which, and how well. Only the association’s staff see your answer.',
  ...formFromQuestions([
    {
      prompt: 'Do you know any of your own legislators?',
      kind: 'choice',
      options: [
        { no: 1, label: 'I do', outcome: 'other', synonyms: [] },
        { no: 2, label: 'I do not', outcome: 'other', synonyms: [] },
      ],
    },
    {
      prompt: 'Which of your legislators do you know, and how well?',
      kind: 'known',
      options: [],
      after: { question: 1, option: 1 },
    },
  ]),
};
