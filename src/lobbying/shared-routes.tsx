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
  activityId: 'Line of the log',
  agencies: 'Agencies contacted',
  attendance: 'People who came',
  attendees: 'Everyone present',
  callsToAction: 'What it did',
  candidate: 'Candidate or committee',
  'categories-irs': 'IRS category',
  'categories-lda': 'Federal category',
  'categories-ma': 'Massachusetts category',
  contributionOn: 'Day it was given',
  directedBy: 'At whose request',
  eventName: 'Name of the event',
  issueId: 'Issue',
  matter: 'Matter',
  minutesDirect: 'Minutes of direct contact',
  minutesPrep: 'Minutes of preparation',
  minutesTravel: 'Minutes of travel',
  officialsAttending: 'Officials among them',
  otherCodes: 'Other issue areas',
  paidOn: 'Day it was paid',
  'part-0-official': 'Officials who had a part',
  payeeAddress: 'Address of who was paid',
  person: 'Who',
  reachMembers: 'Members reached',
  reachNonMembers: 'Others reached',
  shareMethod: 'Counted in',
  shareOf: 'Share',
  shareWhole: 'Of the whole',
  amount: 'Amount',
  benefitCents: 'Benefits',
  benefits: 'Benefits',
  counted: 'What the benefits are',
  earmark: 'What it was given for',
  file: 'File',
  hours: 'Hours of all work',
  line: 'Line',
  noticeCents: 'Part told to the payer',
  notice: 'Part told to the payer',
  parts: 'Parts',
  pay: 'Pay',
  payCents: 'Pay',
  payer: 'From',
  payerAddress: 'Full address',
  payerKind: 'Who that is',
  receivedOn: 'Day',
  totalMinutes: 'Hours of all work',
  when: 'When',
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
/** What just happened, from `?done=`. */
export const flashOf = flashFrom(DONE);
/** Where a page shows what the verb calls otherwise. */
const SHOWN_AS: Record<string, string> = {
  amountCents: 'amount',
  allocation: 'shareOf',
  'allocation.method': 'shareMethod',
  'allocation.numerator': 'shareOf',
  'allocation.denominator': 'shareWhole',
  'contribution.candidate': 'candidate',
  'contribution.office': 'office',
  'contribution.on': 'contributionOn',
  beneficiaries: 'part-0-official',
  bodies: 'agencies',
  issueCodes: 'otherCodes',
};
/** Where one field of a page says whose work or pay it was. */
export const AS_PERSON = { staffId: 'person', lobbyistId: 'person' };
const shownAs = (field: string, also: Record<string, string>): string => {
  if (also[field]) return also[field];
  if (SHOWN_AS[field]) return SHOWN_AS[field];
  if (field.startsWith('categories.')) return field.replace('.', '-');
  const whole = field.split('.')[0] ?? field;
  return SHOWN_AS[whole] ?? whole;
};
/** The problems of a form with the names that its page gives the fields. @param also what this page alone calls otherwise */
export const fieldsOf = (problem: Problem | null, also: Record<string, string> = {}): FieldProblem[] =>
  problem?.kind === 'invalid'
    ? (problem.fields ?? []).map(({ field, message }) => {
        const name = shownAs(field, also);
        return { name, label: LABELS[name] ?? LABELS[field] ?? name, message };
      })
    : [];
export const today = (c: Context<AppEnv>) => localDate(c.var.world.clock.now(), c.var.frame.zone);
/** "2, 1, 1" as parts; what is no number is left for the verb to refuse. */
export const sharesOf = (form: Form) =>
  (text(form, 'shares') ?? '')
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((share) => ({ share: Number(share) }));
/** After a change: on to a page, or the problem. */
export const after = (c: Context<AppEnv>, result: Result<unknown>, to: string, back = LOG) =>
  result.ok ? c.redirect(to, 303) : respondProblem(c, result.problem, back);
