import { dueOf } from '../../due-reports.ts';
import type { Form, ObligationInput, ObligationSpec } from '../regime.ts';

export const FORMS: Form[] = [
  { id: 'client-annual', name: 'Client annual report', filedBy: 'organization' },
  { id: 'lobbyist-annual', name: 'Lobbyist annual report', filedBy: 'lobbyist' },
];

/** The annual reports of a year: one by the client, and one by each lobbyist who was registered for it in the year. */
export const mississippiObligations = ({
  year,
  lobbyists,
  rules,
  holidays,
}: ObligationInput): ObligationSpec[] => {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const due = dueOf('ms-annual', { rules, holidays }, to);
  const safe =
    due.internal === due.statutory
      ? []
      : ['The day is no business day, and the law names no later one: file on the business day before.'];
  const period = { periodFrom: from, periodTo: to, due, triggered: true };
  return [
    {
      ...period,
      form: 'client-annual',
      lobbyistId: null,
      name: `Client annual report ${year}`,
      trace: [
        'Owed by every registered client for every calendar year, also when nothing was spent.',
        ...safe,
      ],
    },
    ...lobbyists
      .filter((one) => one.fromOn <= to && (one.toOn === null || one.toOn >= from))
      .map((one) => ({
        ...period,
        form: 'lobbyist-annual',
        lobbyistId: one.id,
        name: `Lobbyist annual report ${year}, ${one.name}`,
        trace: ['Owed by every registered lobbyist, one for each client.', ...safe],
      })),
  ];
};
