import { CALCULATIONS } from '../../filings/index.ts';
import { act, type AnyVerb, type Group } from '../endpoint.ts';
import { toWire } from '../wire.ts';

/** The shape of a calculator's answer in the document: `Calculated501h`, `CalculatedDueDate`. */
export const answerName = (id: string) =>
  `Calculated${id.replaceAll(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase())}`;

export const calculators: Group = {
  name: 'Calculators',
  about:
    'What if: a figure worked out from the dated rules, with its reason in sentences and the rows of the rules it used. Nothing is kept.',
  endpoints: CALCULATIONS.map((view) =>
    act(`/calculators/${view.calculator.id}`, view as AnyVerb, view.calculator.title, {
      description: view.calculator.about,
      example: toWire(view.calculator.example),
      answers: answerName(view.calculator.id),
    }),
  ),
};
