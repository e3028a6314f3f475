import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { view } from '../platform/verb.ts';
import type { Allowed } from '../platform/who.ts';
import { networkSettings } from '../staff/index.ts';
import { billsPage, issuesWithRank, sessions } from './queries.ts';

/** Who may read the agenda: everyone but partners and the board, which gets it within its reports. */
export const AGENDA_READERS: Allowed[] = [
  'owner',
  'director',
  'coordinator',
  'staff',
  'regional_president',
  'system',
];
const MOST_BILLS = 500;

export type LegislativeSession = RowOf<typeof sessions>;
export type Issue = RowOf<typeof issuesWithRank>;
export type Bill = Omit<RowOf<typeof billsPage>, 'sortKey'>;

/**
 * The agenda of a legislative session (the state's current one, unless told): priorities in order with
 * their bills, the other issues, and bills of no issue.
 */
export const agenda = view({
  name: 'agenda.show',
  by: AGENDA_READERS,
  input: z.strictObject({ legislativeSessionId: z.string().optional() }),
  async run(world, _who, { legislativeSessionId }) {
    const all = await world.db.all(sessions, {});
    const { state, zone } = await networkSettings(world);
    const session = legislativeSessionId
      ? all.find((one) => one.id === legislativeSessionId)
      : currentSession(all, state, localDate(world.clock.now(), zone));
    if (legislativeSessionId && !session) return missing('That legislative session');
    const issues = await world.db.all(issuesWithRank, { legislativeSessionId: session?.id ?? null });
    const bills: Bill[] = session
      ? await world.db.all(billsPage, {
          legislativeSessionId: session.id,
          issueId: null,
          position: null,
          committeeId: null,
          hearingUntil: null,
          q: null,
          sort: 'number',
          after: '',
          limit: MOST_BILLS,
          now: world.clock.now(),
        })
      : [];
    const withBills = issues.map((issue) => ({
      ...issue,
      bills: bills.filter((bill) => bill.issueId === issue.id),
    }));
    return ok({
      sessions: all,
      session: session ?? null,
      priorities: withBills
        .filter((issue) => issue.rank !== null)
        .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
      issues: withBills.filter((issue) => issue.rank === null),
      loose: bills.filter((bill) => bill.issueId === null),
    });
  },
});

/** The session that sits on a day; else the state's newest; else the newest of all. */
export const currentSession = (
  all: readonly LegislativeSession[],
  state: string,
  on: string,
): LegislativeSession | undefined => {
  const own = all.filter((one) => one.jurisdiction === state);
  return own.find((one) => one.startsOn <= on && (one.endsOn ?? on) >= on) ?? own[0] ?? all[0];
};
