import type { Context } from 'hono';
import { localDate } from '../platform/days.ts';
import { text, type Form } from '../platform/form.ts';
import type { Problem, Result } from '../platform/problem.ts';
import { flashFrom, respondProblem, type AppEnv, type FieldProblem } from '../ui/index.ts';

const DONE: Record<string, string> = {
  activity: 'Logged.',
  expense: 'Logged.',
  contact: 'The contact is in the log.',
  discarded: 'The draft was put away.',
  restored: 'The draft waits again.',
  confirmed: 'Confirmed.',
  classed: 'Decided, with your reason.',
  removed: 'Removed from the log.',
  filer: 'Added. Due dates appear under Filings.',
  lobbyist: 'Named.',
  candidate: 'Named. The checklist looks for the name from now on.',
  window: 'Set from today on.',
  stands_no_more: 'Taken off the list.',
  twin: 'Logged. The log has a line like it: look at both, and remove one if they are the same.',
  changed: 'Changed. Its classes follow, but for those that a person decided.',
  answered: 'Noted. The classes follow.',
  split: 'Split. The parts add up to the whole.',
  file: 'The file is kept.',
  pay: 'The pay is in the log.',
  dues: 'The receipt is in the log.',
  drafted: 'The drafts wait for you below.',
  recurring: 'Set up. Its first draft appears on its day.',
  recurringEnded: 'Ended. The drafts that it made stay.',
  ended: 'Their last day is kept. What they did before stays theirs.',
};
const LABELS: Record<string, string> = {
  amount: 'Amount',
  benefitCents: 'Benefits',
  benefits: 'Benefits',
  counted: 'What the benefits are',
  earmark: 'What it was given for',
  every: 'How often',
  file: 'File',
  hours: 'Hours of all work',
  line: 'Line',
  noticeCents: 'Part told to the payer',
  notice: 'Part told to the payer',
  onDay: 'On day',
  parts: 'Parts',
  pay: 'Pay',
  payCents: 'Pay',
  payer: 'From',
  payerAddress: 'Full address',
  payerKind: 'Who that is',
  receivedOn: 'Day',
  totalMinutes: 'Hours of all work',
  amountCents: 'Amount',
  billId: 'Bill',
  class: 'What it is',
  days: 'Days before an election',
  decision: 'Who decided, and why',
  electionOn: 'Day of the election',
  fromOn: 'From',
  incurredOn: 'Day it was spent',
  kind: 'What',
  lobbyistId: 'Lobbyist',
  memberId: 'Who spoke',
  method: 'How',
  minutes: 'Minutes',
  msCategory: 'Mississippi category',
  mtCategory: 'Montana category',
  name: 'Name',
  note: 'Note',
  officialId: 'Official',
  office: 'Office they run for',
  onDate: 'Day',
  organizationId: 'Organization',
  payee: 'Paid to',
  phone: 'Number they text from',
  place: 'Place',
  position: 'Our position',
  purpose: 'What for',
  reason: 'Why',
  regime: 'Where',
  source: 'Known from',
  stance: 'Where they stand',
  toOn: 'Last day',
};

/** Where a page of the log goes back to. */
export const LOG = { href: '/log', label: 'Log' };
/** What a form was last filled with. */
export type Values = Record<string, string | null | undefined>;

/** What just happened, from `?done=`. */
export const flashOf = flashFrom(DONE);
/** The problems of a form with the names that its page gives the fields. */
export const fieldsOf = (problem: Problem | null): FieldProblem[] =>
  problem?.kind === 'invalid'
    ? (problem.fields ?? []).map((one) => ({
        name:
          one.field === 'amountCents'
            ? 'amount'
            : one.field.startsWith('categories.')
              ? one.field.replace('.', '-')
              : one.field,
        label: LABELS[one.field] ?? one.field,
        message: one.message,
      }))
    : [];
export const valuesOf = (form: Form): Values =>
  Object.fromEntries(Object.keys(form).map((key) => [key, text(form, key)]));
export const today = (c: Context<AppEnv>) => localDate(c.var.world.clock.now(), c.var.frame.zone);
/** A whole number as written; what is none is left for the verb to refuse. */
export const whole = (value: string | undefined) => (value === undefined ? null : Number(value));
/** After a change: on to a page, or the problem. */
export const after = (c: Context<AppEnv>, result: Result<unknown>, to: string, back = LOG) =>
  result.ok ? c.redirect(to, 303) : respondProblem(c, result.problem, back);
