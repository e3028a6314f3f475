import * as z from 'zod';
import { showCents } from '../../platform/money.ts';
import { inHours } from '../in-hours.ts';
import { OPERATOR_WORDS, type Rulebook } from '../rulebook.ts';
import { calculator, cents, day, upTo } from './calculator.ts';

/** Half a year of days and nights. */
const MOST_MINUTES = 184 * 24 * 60;

/** Whether lobbying in a reporting period is incidental: little time and little pay, both. */
export const isIncidental = (rules: Rulebook, on: string, minutes: number, payCents: number): boolean => {
  const [time, pay] = [
    rules.meets('incidental_minutes', on, minutes),
    rules.meets('incidental_pay', on, payCents),
  ];
  return time && pay;
};

/** Whether a person is a Massachusetts agent or lobbies incidentally. */
export const maIncidental = calculator({
  id: 'ma-incidental',
  regime: 'ma',
  title: 'Is this person an agent in Massachusetts, or is their lobbying incidental?',
  about: 'Hours and pay of a half year, both of which must stay small.',
  dated: 'on',
  input: z.strictObject({
    on: day,
    minutes: upTo(MOST_MINUTES),
    payCents: cents,
    communicated: z.boolean('Say yes or no.').default(true),
  }),
  value: z.object({ agent: z.boolean(), incidental: z.boolean() }),
  fields: [
    { name: 'on', kind: 'day', label: 'A day of the half year' },
    { name: 'minutes', kind: 'number', label: 'Minutes of lobbying', hint: '25 hours are 1,500 minutes.' },
    { name: 'payCents', kind: 'money', label: 'Pay for it', hint: 'For staff, the share of the salary.' },
    {
      name: 'communicated',
      kind: 'tick',
      ticked: true,
      label: 'There was at least one communication with an official',
    },
  ],
  example: { on: '2026-03-01', minutes: 1500, payCents: 2499_99 },
  work: ({ rules }, { on, minutes, payCents, communicated }) => {
    const incidental = isIncidental(rules, on, minutes, payCents);
    const time = rules.rule('incidental_minutes', on);
    const pay = rules.rule('incidental_pay', on);
    const agent = communicated && !incidental;
    return {
      value: { agent, incidental },
      explanation: [
        `Lobbying is incidental at ${OPERATOR_WORDS[time.operator ?? ''] ?? ''} ${inHours(Number(time.value))} and ${OPERATOR_WORDS[pay.operator ?? ''] ?? ''} ${showCents(Number(pay.value))} in a reporting period; both must hold.`,
        `${inHours(minutes)} and ${showCents(payCents)}: ${incidental ? 'incidental' : 'not incidental'}.`,
        agent
          ? 'This person is an agent and registers.'
          : incidental
            ? 'This person is no agent.'
            : 'Without a communication with an official this person is no agent.',
      ],
    };
  },
});
