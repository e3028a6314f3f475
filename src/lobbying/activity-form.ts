import { list, text, type Form } from '../platform/form.ts';
import { whole, type Values } from './form-values.ts';
import type { keptLine } from './kept-row.ts';

/** The issue areas of the federal act that school leaders come to most; others are written by their code. */
export const LIKELY_CODES = {
  EDU: 'Education',
  BUD: 'Budget and appropriations',
  LBR: 'Labor and workplace',
  RET: 'Retirement',
  FOO: 'Food and school meals',
  TEC: 'Telecommunications and E-Rate',
  HCR: 'Health',
  MMM: 'Medicare and Medicaid',
  TRA: 'Transportation',
  IND: 'Indian affairs',
} as const;
/** As federal reports name them. */
export const HOUSES = { Senate: 'U.S. Senate', 'House of Representatives': 'U.S. House' } as const;
export const CALLS_ASKED = {
  tell: 'It told people to contact officials',
  contact: 'It gave an address or a number of an official',
  mechanism: 'It gave a way to send: a card, a form, a link',
  identify: 'It named officials who oppose, are undecided, represent the reader or sit on the committee',
} as const;

const split = (written: string | undefined): string[] =>
  (written ?? '')
    .split(/[;,]/)
    .map((one) => one.trim())
    .filter(Boolean);
const orNull = (values: string[]) => (values.length > 0 ? values : null);

/** Whose work a line is, of one field: `staff:…`, `lobbyist:…`, `officer`; empty says nothing. */
export const personSaid = (said: string | undefined) => {
  const [kind, id] = (said ?? '').split(':');
  return {
    staffId: kind === 'staff' ? id : undefined,
    lobbyistId: kind === 'lobbyist' ? id : undefined,
    officer: kind === 'officer' || undefined,
  };
};

/** A posted form of an activity as its verbs take it. A group of details that was not shown says nothing. */
export const activityOf = (form: Form) => {
  const asked = list(form, 'asked');
  const word = (name: string) => text(form, name) ?? null;
  const number = (name: string) => whole(text(form, name));
  return {
    onDate: text(form, 'onDate') ?? '',
    kind: text(form, 'kind'),
    minutes: number('minutes'),
    ...personSaid(text(form, 'person')),
    method: word('method'),
    officialId: word('officialId'),
    billId: word('billId'),
    position: word('position'),
    note: text(form, 'note') ?? '',
    ...(asked.includes('time') && {
      minutesDirect: number('minutesDirect'),
      minutesPrep: number('minutesPrep'),
      minutesTravel: number('minutesTravel'),
    }),
    ...(asked.includes('behalf') && {
      directedBy: text(form, 'directedBy'),
      payer: word('payer'),
    }),
    ...(asked.includes('subject') && { issueId: word('issueId'), matter: word('matter') }),
    // Houses and agencies are one list, in the boxes of one group and the words of the other.
    ...(asked.some((one) => one === 'subject' || one === 'issue_areas') && {
      bodies: orNull([...list(form, 'houses'), ...split(text(form, 'agencies'))]),
    }),
    ...(asked.includes('issue_areas') && {
      issueCodes: orNull([
        ...list(form, 'issueCodes'),
        ...split(text(form, 'otherCodes')).map((code) => code.toUpperCase()),
      ]),
    }),
    ...(asked.includes('reach') && {
      reachMembers: number('reachMembers'),
      reachNonMembers: number('reachNonMembers'),
      callsToAction: orNull(list(form, 'callsToAction')),
    }),
  };
};

const JOIN = '; ';
const inNumbers = (value: number | null) => (value === null ? null : String(value));

/** A kept line as the form shows it. */
export const activityValues = (kept: ReturnType<typeof keptLine>): Values => {
  const bodies = kept.bodies ?? [];
  const codes = kept.issueCodes ?? [];
  const { onDate, kind, method, officialId, billId, position, note, directedBy, payer, issueId, matter } =
    kept;
  return {
    onDate,
    kind,
    method,
    officialId,
    billId,
    position,
    note,
    directedBy,
    payer,
    issueId,
    matter,
    minutes: inNumbers(kept.minutes),
    minutesDirect: inNumbers(kept.minutesDirect),
    minutesPrep: inNumbers(kept.minutesPrep),
    minutesTravel: inNumbers(kept.minutesTravel),
    houses: bodies.filter((one) => one in HOUSES).join(JOIN),
    agencies: bodies.filter((one) => !(one in HOUSES)).join(JOIN),
    issueCodes: codes.filter((one) => one in LIKELY_CODES).join(JOIN),
    otherCodes: codes.filter((one) => !(one in LIKELY_CODES)).join(JOIN),
    reachMembers: inNumbers(kept.reachMembers),
    reachNonMembers: inNumbers(kept.reachNonMembers),
    callsToAction: (kept.callsToAction ?? []).join(JOIN),
  };
};
