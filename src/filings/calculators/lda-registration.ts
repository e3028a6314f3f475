import * as z from 'zod';
import { showDay } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';
import { dueOf } from '../due-reports.ts';
import { holds, OPERATOR_WORDS, type Rulebook } from '../rulebook.ts';
import { calculator, cents, day, upTo } from './calculator.ts';

const HUNDRED = 100;
/** Three months of days and nights. */
const MOST_MINUTES = 92 * 24 * 60;
const HIRED = ['in_house', 'firm'] as const;
const KEYS = { in_house: 'in_house_expenses', firm: 'firm_income' } as const;

/** Whether a person is a lobbyist in three months: more contacts than the rule's, and the share of time. */
export const isFederalLobbyist = (
  rules: Rulebook,
  on: string,
  one: { contacts: number; lobbyingMinutes: number; totalMinutes: number },
): boolean => {
  const share = rules.rule('lobbyist_share', on);
  const enough =
    one.totalMinutes > 0 &&
    holds(share, one.lobbyingMinutes * HUNDRED, one.totalMinutes * Number(share.value));
  return rules.meets('lobbyist_contacts', on, one.contacts) && enough;
};

/** Whether an employer or firm must register under the Lobbying Disclosure Act, and until when. */
export const ldaRegistration = calculator({
  id: 'lda-registration',
  regime: 'lda',
  title: 'Must we register under the federal Lobbying Disclosure Act?',
  about: 'Contacts, the share of time and the money of a quarter, and the day an LD-1 is due.',
  dated: 'on',
  input: z
    .strictObject({
      on: day,
      hired: z.enum(HIRED).default('in_house'),
      amountCents: cents,
      contacts: upTo(100_000),
      lobbyingMinutes: upTo(MOST_MINUTES),
      totalMinutes: upTo(MOST_MINUTES),
      firstOn: day.nullish(),
    })
    .refine((one) => one.lobbyingMinutes <= one.totalMinutes, {
      path: ['lobbyingMinutes'],
      error: 'Lobbying time is a part of all time and cannot be more.',
    }),
  value: z.object({
    lobbyist: z.boolean(),
    exempt: z.boolean(),
    registers: z.boolean(),
    dueOn: z.iso.date().nullable(),
  }),
  fields: [
    { name: 'on', kind: 'day', label: 'A day of the quarter' },
    {
      name: 'hired',
      kind: 'choice',
      label: 'Who lobbies',
      options: [
        { value: 'in_house', label: 'Our own staff' },
        { value: 'firm', label: 'A firm for a client' },
      ],
    },
    {
      name: 'amountCents',
      kind: 'money',
      label: 'Money of the quarter',
      hint: 'Our lobbying expenses, or the firm’s income from the client.',
    },
    { name: 'contacts', kind: 'number', label: 'Lobbying contacts of one person' },
    {
      name: 'lobbyingMinutes',
      kind: 'number',
      label: 'Minutes of lobbying in three months',
      hint: '96 hours are 5,760 minutes.',
    },
    {
      name: 'totalMinutes',
      kind: 'number',
      label: 'Minutes of all work for the client',
      hint: '480 hours are 28,800 minutes.',
    },
    { name: 'firstOn', kind: 'day', label: 'First contact or hiring, whichever was first' },
  ],
  example: {
    on: '2026-01-08',
    amountCents: 18_000_00,
    contacts: 2,
    lobbyingMinutes: 5760,
    totalMinutes: 28_800,
    firstOn: '2026-01-08',
  },
  work: (ground, { on, hired, amountCents, contacts, lobbyingMinutes, totalMinutes, firstOn }) => {
    const { rules } = ground;
    const lobbyist = isFederalLobbyist(rules, on, { contacts, lobbyingMinutes, totalMinutes });
    const limit = rules.rule(KEYS[hired], on);
    const exempt = holds(limit, amountCents);
    const registers = lobbyist && !exempt;
    const dueOn = registers && firstOn ? dueOf('lda-registration', ground, firstOn).shifted : null;
    const share = rules.rule('lobbyist_share', on);
    const many = rules.rule('lobbyist_contacts', on);
    return {
      value: { lobbyist, exempt, registers, dueOn },
      explanation: [
        `A lobbyist makes ${OPERATOR_WORDS[many.operator ?? ''] ?? ''} ${many.value} contact and lobbies for ${OPERATOR_WORDS[share.operator ?? ''] ?? ''} ${share.value} percent of the time. With ${contacts} ${contacts === 1 ? 'contact' : 'contacts'} and ${lobbyingMinutes} of ${totalMinutes} minutes this person is ${lobbyist ? 'one' : 'none'}.`,
        `${hired === 'firm' ? 'Income from the client' : 'In-house expenses'} of ${showCents(amountCents)} ${exempt ? 'are within' : 'are more than'} the ${showCents(Number(limit.value))} of a quarter that need no registration.`,
        registers
          ? dueOn
            ? `Register: the LD-1 is due ${showDay(dueOn, { year: true })}.`
            : 'Register: give the day of the first contact to see when the LD-1 is due.'
          : 'No registration is needed on these figures.',
        'Whether the association is itself a public official’s organization is a question for counsel; it may take it out of the law altogether.',
      ],
    };
  },
});
