import { classify, type Regime } from '../classify.ts';
import type { ToClass } from './facts.ts';

type Asked =
  | 'level'
  | 'branch'
  | 'officialCapacity'
  | 'onRecord'
  | 'writtenRequest'
  | 'specificLegislation'
  | 'reflectsView'
  | 'directInterest'
  | 'asksNonMembers'
  | 'coveredOfficial';

/** A question about a line, as it is asked, with every answer that it takes. */
export interface Question {
  name: Asked;
  ask: string;
  answers: { value: string; label: string; means: string | boolean }[];
}

const yesNo = [
  { value: 'yes', label: 'Yes', means: true },
  { value: 'no', label: 'No', means: false },
];
export const QUESTIONS: readonly Question[] = [
  {
    name: 'level',
    ask: 'Whose law or policy was it about?',
    answers: [
      { value: 'state', label: 'The state’s', means: 'state' },
      { value: 'federal', label: 'Federal', means: 'federal' },
      { value: 'local', label: 'A city’s, county’s or district’s', means: 'local' },
    ],
  },
  {
    name: 'branch',
    ask: 'Was it about legislation, or about an agency’s rules and decisions?',
    answers: [
      { value: 'legislative', label: 'Legislation', means: 'legislative' },
      { value: 'executive', label: 'An agency’s rules or decisions', means: 'executive' },
    ],
  },
  {
    name: 'officialCapacity',
    ask: 'Did the person act in official capacity, as a public official or public employee?',
    answers: yesNo,
  },
  { name: 'onRecord', ask: 'Was the testimony given in a public hearing, on the record?', answers: yesNo },
  {
    name: 'writtenRequest',
    ask: 'Had an official or a committee asked for it in writing?',
    answers: yesNo,
  },
  { name: 'specificLegislation', ask: 'Was it about a specific bill or measure?', answers: yesNo },
  { name: 'reflectsView', ask: 'Did it say which way the association wants it to go?', answers: yesNo },
  { name: 'directInterest', ask: 'Is the matter of direct interest to the members?', answers: yesNo },
  {
    name: 'asksNonMembers',
    ask: 'Were members asked to get other people to speak up, such as parents?',
    answers: yesNo,
  },
  {
    name: 'coveredOfficial',
    ask: 'Was it one of the highest federal executive officials: the White House, a cabinet secretary or a deputy?',
    answers: yesNo,
  },
];

const outcome = (regimes: readonly Regime[], facts: ToClass) =>
  regimes.map((regime) => classify(regime, facts).class).join(' ');

/**
 * The questions that are worth asking about a line: those not answered yet whose answer changes a class in a regime
 * where the organization files. One answer can make another question worth asking.
 */
export const questionsFor = (regimes: readonly Regime[], facts: ToClass): Question[] =>
  QUESTIONS.filter(({ name, answers }) => {
    if (facts[name] !== null && facts[name] !== undefined) return false;
    const outcomes = answers.map(({ means }) => outcome(regimes, { ...facts, [name]: means }));
    return new Set(outcomes).size > 1;
  });
