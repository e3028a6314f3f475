import { addDays, showDay, yearOf, type LocalDate } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import type { DueDates } from '../../due-date.ts';
import { dueOf } from '../../due-reports.ts';
import type { Rulebook } from '../../rulebook.ts';
import type { Form, LobbyistRow, ObligationInput, ObligationSpec } from '../regime.ts';

export const FORMS: Form[] = [
  { id: 'client-registration', name: 'Client registration', filedBy: 'organization' },
  { id: 'lobbyist-registration', name: 'Lobbyist registration', filedBy: 'lobbyist' },
  { id: 'client-annual', name: 'Client annual report', filedBy: 'organization' },
  { id: 'lobbyist-annual', name: 'Lobbyist annual report', filedBy: 'lobbyist' },
  { id: 'lobbyist-session-1', name: 'Lobbyist’s first session report', filedBy: 'lobbyist' },
  { id: 'lobbyist-session-2', name: 'Lobbyist’s second session report', filedBy: 'lobbyist' },
  { id: 'client-termination', name: 'Client termination report', filedBy: 'organization' },
  { id: 'lobbyist-termination', name: 'Lobbyist termination report', filedBy: 'lobbyist' },
];

/**
 * What is due for a year: registrations, the annual report of the client and of each lobbyist, the two session
 * reports of each lobbyist, and the final report of whoever stops in it.
 */
export const mississippiObligations = (input: ObligationInput): ObligationSpec[] => {
  const { year, lobbyists } = input;
  const ofYear = lobbyists.filter(
    (one) => one.fromOn <= `${year}-12-31` && (one.toOn === null || one.toOn >= `${year}-01-01`),
  );
  return [
    ...registrations(input, ofYear),
    ...sessionReports(input, ofYear),
    ...closing(input, null),
    ...ofYear.flatMap((one) => closing(input, one)),
  ];
};

/** What follows from a due day: where it is no business day, and what being late costs. */
const afterwords = (rules: Rulebook, due: DueDates): string[] => [
  ...(due.internal === due.statutory
    ? []
    : ['The day is no business day, and the law names no later one: file on the business day before.']),
  lateInWords(rules, due.statutory),
];

const lateInWords = (rules: Rulebook, on: LocalDate): string => {
  const [fee, first, days] = [
    rules.amount('late_fee', on),
    rules.amount('late_fee_first_day', on),
    rules.amount('late_fee_days', on),
  ];
  return `Late: from day ${first} after the due day ${showCents(fee)} a day, for ${days} days at most (${showCents(fee * days)}). It may be waived.`;
};

const registrations = (
  { year, rules, holidays, filerFrom }: ObligationInput,
  lobbyists: LobbyistRow[],
): ObligationSpec[] => {
  const start = `${year}-${rules.text('registration_from', `${year}-01-01`)}`;
  const to = `${year}-${rules.text('registration_end', start)}`;
  const spec = (form: string, lobbyistId: string | null, name: string, since: LocalDate): ObligationSpec => {
    const from = since > start ? since : start;
    const due = dueOf('ms-registration', { rules, holidays }, from);
    return {
      form,
      lobbyistId,
      name,
      periodFrom: from,
      periodTo: to,
      due,
      triggered: true,
      trace: [
        `A registration is for the calendar year and due within ${rules.amount('registration_days', from)} calendar days of ${showDay(from, { year: true })}. Fee ${showCents(rules.amount('registration_fee', from))}.`,
        ...(due.internal === due.statutory
          ? []
          : ['The day is no business day, and the law names no later one: file on the business day before.']),
      ],
    };
  };
  const first = lobbyists.map((one) => one.fromOn).toSorted()[0];
  const since = filerFrom ?? first;
  return [
    ...(first === undefined || since === undefined
      ? []
      : [spec('client-registration', null, `Client registration ${year}`, since > first ? since : first)]),
    ...lobbyists.map((one) =>
      spec('lobbyist-registration', one.id, `Lobbyist registration ${year}, ${one.name}`, one.fromOn),
    ),
  ];
};

/** Things of value to officials in a regular session, in two reports that each lobbyist files and no client does. */
const sessionReports = (
  { year, session, rules, holidays }: ObligationInput,
  lobbyists: LobbyistRow[],
): ObligationSpec[] => {
  if (!session) return [];
  const from = `${year}-01-01`;
  const cut = `${year}-${rules.text('session_1_through', from)}`;
  const ends = session.adjournsOn;
  return lobbyists.flatMap((one): ObligationSpec[] => {
    const spec = (no: 1 | 2, periodFrom: LocalDate, periodTo: LocalDate, due: DueDates): ObligationSpec[] => {
      if (one.fromOn > periodTo || (one.toOn !== null && one.toOn < periodFrom)) return [];
      return [
        {
          form: `lobbyist-session-${no}`,
          lobbyistId: one.id,
          name: `Session report ${no} of ${year}, ${one.name}`,
          periodFrom,
          periodTo,
          due,
          triggered: true,
          trace: [
            no === 1
              ? 'Owed by every lobbyist in a regular session: things of value given to officials.'
              : `Owed within ${rules.amount('due_session_2', periodTo)} days after the session ends (${showDay(periodTo, { year: true })}).`,
            'A lobbyist who lobbies local government alone owes none: have it taken off the list then.',
            ...afterwords(rules, due),
          ],
        },
      ];
    };
    return [
      ...spec(1, from, cut, dueOf('ms-session-1', { rules, holidays }, cut)),
      ...(ends === null || ends <= cut
        ? []
        : spec(2, addDays(cut, 1), ends, dueOf('ms-session-2', { rules, holidays }, ends))),
    ];
  });
};

/** The report that closes a year for the client or a lobbyist: the annual one, or the final one of whoever stopped. */
const closing = (input: ObligationInput, lobbyist: LobbyistRow | null): ObligationSpec[] => {
  const { year, rules, holidays, filerTo = null } = input;
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const last = lobbyist ? lobbyist.toOn : filerTo;
  const stopped = last !== null && yearOf(last) === year && last < to ? last : null;
  const due = dueOf('ms-annual', { rules, holidays }, to);
  const who = lobbyist ? 'lobbyist' : 'client';
  const capital = lobbyist ? 'Lobbyist' : 'Client';
  const suffix = lobbyist ? `, ${lobbyist.name}` : '';
  const common = { lobbyistId: lobbyist?.id ?? null, periodFrom: from, due };
  return [
    {
      ...common,
      form: `${who}-annual`,
      name: `${capital} annual report ${year}${suffix}`,
      periodTo: to,
      triggered: stopped === null,
      trace: [
        stopped
          ? `The termination report through ${showDay(stopped, { year: true })} stands in its place. Without it this report is owed.`
          : lobbyist
            ? 'Owed by every registered lobbyist, one for each client.'
            : 'Owed by every registered client for every calendar year, also when nothing was spent.',
        ...afterwords(rules, due),
      ],
    },
    ...(stopped
      ? [
          {
            ...common,
            form: `${who}-termination`,
            name: `${capital} termination report ${year}${suffix}`,
            periodTo: stopped,
            triggered: true,
            trace: [
              `Goes through the last day, ${showDay(stopped, { year: true })}, and says that it is final. It may be filed at any time; the annual report’s day is the latest.`,
              ...afterwords(rules, due),
            ],
          },
        ]
      : []),
  ];
};
