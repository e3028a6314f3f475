import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formAfter,
  formFromQuestions,
  questionCount,
  questionField,
  questionsFromForm,
} from '../../src/alerts/question-form.ts';
import { questionProblems, QuestionInput } from '../../src/alerts/question.ts';

const QUESTIONS = [
  QuestionInput.parse({
    prompt: 'Have you called?',
    options: [
      { no: 1, label: 'have called', outcome: 'contacted', synonyms: ['reached', 'done that'] },
      { no: 3, label: 'cannot', outcome: 'cannot' },
    ],
  }),
  QuestionInput.parse({ prompt: 'Whom?', kind: 'officials', after: { question: 1, option: 1 } }),
  QuestionInput.parse({ prompt: 'How many?', kind: 'number', least: 0, most: 40, unit: 'people' }),
  QuestionInput.parse({ prompt: 'How sure?', kind: 'scale', most: 5, lowLabel: 'not', highLabel: 'very' }),
];
const plain = (questions: unknown) => JSON.parse(JSON.stringify(questions)) as unknown;
const said = (form: ReturnType<typeof formFromQuestions>) =>
  questionsFromForm(form).map(({ prompt, after }) =>
    after ? `${prompt} ${after.question}.${after.option}` : prompt,
  );

test('questions come back from the form as they went in', () => {
  const form = formFromQuestions(QUESTIONS);
  expect(questionsFromForm(form).map((one) => QuestionInput.parse(one))).toMatchObject(
    plain(QUESTIONS.map(({ after, ...rest }) => ({ ...rest, ...(after && { after }) }))) as object[],
  );
});

test('a question is added, taken away and moved with all that was typed, and what follows it follows along', () => {
  const form = formFromQuestions(QUESTIONS);
  expect(questionCount(formAfter(form, 'add') ?? {})).toBe(5);
  expect(said(formAfter(form, 'add') ?? {})).toEqual(said(form));
  expect(said(formAfter(form, 'remove-3') ?? {})).toEqual(['Have you called?', 'Whom? 1.1', 'How sure?']);
  expect(said(formAfter(form, 'remove-1') ?? {})).toEqual(['Whom?', 'How many?', 'How sure?']);
  expect(said(formAfter(form, 'up-3') ?? {})).toEqual([
    'Have you called?',
    'How many?',
    'Whom? 1.1',
    'How sure?',
  ]);
  expect(said(formAfter(form, 'up-2') ?? {})).toEqual([
    'Whom?',
    'Have you called?',
    'How many?',
    'How sure?',
  ]);
  expect(said(formAfter(form, 'show-2') ?? {})).toEqual(said(form));
  expect(formAfter(form, undefined)).toBeNull();
  expect(formAfter(form, 'launch')).toBeNull();
});

test('a line left empty is no question, and problems still find their field', () => {
  const form = { ...formFromQuestions(QUESTIONS), 'q2.prompt': '' };
  expect(said(form)).toEqual(['Have you called?', 'How many?', 'How sure?']);
  expect(questionField(form, { field: 'questions.1.most' })).toBe('q3.most');
  expect(questionField(form, { field: 'questions.0.options.1.label' })).toBe('q1.label3');
  expect(questionField(form, { field: 'questions.0.options.1.synonyms' })).toBe('q1.synonyms3');
  expect(questionField(form, { field: 'questions.0.options' })).toBe('q1.label1');
  expect(questionField(form, { field: 'smsText' })).toBeNull();
});

test('whatever is pressed, at least one and at most six stand there, and no follow-up comes before its question', () => {
  const act = fc.oneof(
    fc.constant('add'),
    fc
      .tuple(fc.constantFrom('up', 'remove', 'show'), fc.integer({ min: 1, max: 6 }))
      .map(([name, no]) => `${name}-${no}`),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let form = formFromQuestions(QUESTIONS);
      for (const one of acts) form = formAfter(form, one) ?? form;
      expect(questionCount(form)).toBeGreaterThanOrEqual(1);
      expect(questionCount(form)).toBeLessThanOrEqual(6);
      const questions = questionsFromForm(form).map((one) => QuestionInput.parse(one));
      expect(questionProblems(questions).filter(({ field }) => field.endsWith('.after'))).toEqual([]);
    }),
  );
});

test('what a kind lacks is told beside its field', () => {
  const problems = (...questions: object[]) =>
    questionProblems(questions.map((one) => QuestionInput.parse({ prompt: 'Q', ...one }))).map(
      ({ field }) => field,
    );
  expect(problems({ kind: 'choice' })).toEqual(['questions.0.options']);
  expect(problems({ kind: 'text', options: [{ no: 1, label: 'A' }] })).toEqual(['questions.0.options']);
  expect(problems({ kind: 'scale' })).toEqual(['questions.0.most']);
  expect(problems({ kind: 'scale', most: 11 })).toEqual(['questions.0.most']);
  expect(problems({ kind: 'number', least: 5, most: 5 })).toEqual(['questions.0.most']);
  expect(problems({ kind: 'text' }, { kind: 'text', after: { question: 1, option: 1 } })).toEqual([
    'questions.1.after',
  ]);
  expect(problems({ kind: 'text', after: { question: 1, option: 1 } })).toEqual(['questions.0.after']);
  expect(
    problems({
      options: [
        { no: 1, label: 'A', synonyms: ['stop'] },
        { no: 2, label: 'B', synonyms: ['a'] },
      ],
    }),
  ).toEqual(['questions.0.options.0.synonyms', 'questions.0.options.1.synonyms']);
  expect(
    problems({
      options: [
        { no: 1, label: 'A', synonyms: ['2'] },
        { no: 2, label: 'B' },
      ],
    }),
  ).toEqual(['questions.0.options.0.synonyms']);
  expect(problems({ kind: 'officials' })).toEqual(['questions.0.kind']);
  expect(problems({ kind: 'text', prompt: 'Reply YES if you will' })).toEqual(['questions.0.prompt']);
  expect(problems({ kind: 'text' }, { kind: 'text', prompt: 'How about it, {{first_name}}?' })).toEqual([
    'questions.1.prompt',
  ]);
});
