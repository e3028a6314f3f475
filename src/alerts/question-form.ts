import { text, type Form } from '../platform/form.ts';
import type { FieldProblem } from '../platform/problem.ts';
import {
  hasOptions,
  MOST_QUESTIONS,
  type Outcome,
  type QuestionInput,
  type QuestionKind,
} from './question.ts';
import type { Question } from './questions-of.ts';

/** How many choices the form offers; each line's number is the number that members reply. */
export const OPTION_LINES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const FIELDS = ['prompt', 'kind', 'after', 'least', 'most', 'unit', 'lowLabel', 'highLabel'];
const LINE_FIELDS = OPTION_LINES.flatMap((no) => [`label${no}`, `outcome${no}`, `synonyms${no}`]);
const ALL = [...FIELDS, ...LINE_FIELDS];

/** How many questions stand on the form. */
export const questionCount = (form: Form): number =>
  Math.min(MOST_QUESTIONS, Math.max(1, Math.trunc(Number(text(form, 'questions') ?? '1')) || 1));
/** The name of a field of one question on the form, from 1. */
export const fieldOf = (no: number, name: string): string => `q${no}.${name}`;
const of = (form: Form, no: number, name: string) => text(form, fieldOf(no, name));

/** Questions as the form shows them. */
export const formFromQuestions = (
  questions: readonly (Omit<Question, 'id' | 'no'> | QuestionInput)[],
): Form => {
  const form: Form = { questions: String(Math.max(1, questions.length)) };
  for (const [place, question] of questions.entries()) {
    const set = (name: string, value: string | number | null | undefined) => {
      if (value !== null && value !== undefined && value !== '')
        form[fieldOf(place + 1, name)] = String(value);
    };
    for (const name of ['prompt', 'kind', 'least', 'most', 'unit', 'lowLabel', 'highLabel'] as const)
      set(name, question[name]);
    set('after', question.after && `${question.after.question}.${question.after.option}`);
    for (const { no, label, outcome, synonyms } of question.options) {
      set(`label${no}`, label);
      set(`outcome${no}`, outcome);
      set(`synonyms${no}`, synonyms.join(', '));
    }
  }
  return form;
};

const linesOf = (form: Form, no: number) =>
  OPTION_LINES.filter((line) => of(form, no, `label${line}`) !== undefined);

/** The numbers on the form of the questions that say something; an empty one is none. */
const writtenIn = (form: Form): number[] =>
  Array.from({ length: questionCount(form) }, (_, place) => place + 1).filter(
    (no) => of(form, no, 'prompt') !== undefined || linesOf(form, no).length > 0,
  );

// Not a number is told by the verb, beside the field.
const numberIn = (value: string | undefined) =>
  value === undefined ? null : Number(value.replaceAll(',', ''));

/** What the verbs take, from the posted form. */
export const questionsFromForm = (form: Form): QuestionInput[] => {
  const written = writtenIn(form);
  return written.map((no) => {
    const kind = (of(form, no, 'kind') ?? 'choice') as QuestionKind;
    const [question, option] = (of(form, no, 'after') ?? '').split('.').map(Number);
    const bounded = kind === 'number' || kind === 'scale';
    return {
      prompt: of(form, no, 'prompt') ?? '',
      kind,
      after: question && option ? { question: written.indexOf(question) + 1, option } : null,
      options: hasOptions(kind)
        ? linesOf(form, no).map((line) => ({
            no: line,
            label: of(form, no, `label${line}`) ?? '',
            outcome: (of(form, no, `outcome${line}`) ?? 'other') as Outcome,
            synonyms: (of(form, no, `synonyms${line}`) ?? '')
              .split(',')
              .map((word) => word.trim())
              .filter(Boolean),
          }))
        : [],
      least: kind === 'number' ? numberIn(of(form, no, 'least')) : null,
      most: bounded ? numberIn(of(form, no, 'most')) : null,
      unit: kind === 'number' ? (of(form, no, 'unit') ?? null) : null,
      lowLabel: kind === 'scale' ? (of(form, no, 'lowLabel') ?? null) : null,
      highLabel: kind === 'scale' ? (of(form, no, 'highLabel') ?? null) : null,
    };
  });
};

/** The form with its questions in another order. @param order the old numbers, in their new places; null for a new one */
const reordered = (form: Form, order: (number | null)[]): Form => {
  const rest = Object.fromEntries(Object.entries(form).filter(([name]) => !/^q\d\./.test(name)));
  const next: Form = { ...rest, questions: String(Math.max(1, order.length)) };
  for (const [place, old] of order.entries()) {
    if (old === null) continue;
    for (const name of ALL) {
      const value = of(form, old, name);
      if (value === undefined) continue;
      if (name !== 'after') next[fieldOf(place + 1, name)] = value;
      else {
        const [question, option] = value.split('.');
        const moved = order.indexOf(Number(question));
        if (moved >= 0 && moved < place) next[fieldOf(place + 1, name)] = `${moved + 1}.${option}`;
      }
    }
  }
  return next;
};

/**
 * The form after one of its buttons that change what stands on it, keeping everything typed: `add`, `remove-2`,
 * `up-2`, and `show`, which only shows the fields of another kind. Null where the button is none of these.
 */
export const formAfter = (form: Form, act: string | undefined): Form | null => {
  const [, name, which] = /^(add|remove|up|show)(?:-([1-6]))?$/.exec(act ?? '') ?? [];
  const order: (number | null)[] = Array.from({ length: questionCount(form) }, (_, place) => place + 1);
  const at = Number(which) - 1;
  if (name === 'add') return reordered(form, [...order, null].slice(0, MOST_QUESTIONS));
  if (name === 'remove') return reordered(form, order.toSpliced(at, 1));
  if (name === 'up' && at > 0 && at < order.length)
    return reordered(form, order.toSpliced(at, 1).toSpliced(at - 1, 0, at + 1));
  return name ? form : null;
};

/** The form with the questions of an earlier alert in place of its own. */
export const formWithQuestions = (form: Form, questions: readonly Question[]): Form => ({
  ...Object.fromEntries(Object.entries(form).filter(([name]) => !/^q\d\./.test(name))),
  ...formFromQuestions(questions),
});

/** The field of the form that a problem of the verbs belongs to, or null where it is not about a question. */
export const questionField = (form: Form, problem: Pick<FieldProblem, 'field'>): string | null => {
  const [, place, rest = ''] = /^questions(?:\.(\d+))?\.?(.*)$/.exec(problem.field) ?? [];
  if (!problem.field.startsWith('questions')) return null;
  const no = writtenIn(form)[Number(place ?? 0)] ?? Number(place ?? 0) + 1;
  const option = /^options\.(\d+)\.?(\w*)/.exec(rest);
  if (option) {
    const line = linesOf(form, no)[Number(option[1])] ?? 1;
    return fieldOf(no, `${option[2] === 'synonyms' ? 'synonyms' : 'label'}${line}`);
  }
  if (rest === 'options') return fieldOf(no, 'label1');
  return fieldOf(no, FIELDS.includes(rest) ? rest : rest.startsWith('after') ? 'after' : 'prompt');
};
