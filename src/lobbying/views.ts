import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { missing, ok } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { day } from './contact-report-input.ts';
import {
  activities,
  activityById,
  billChoices,
  deskStaff,
  expenseById,
  expenses,
  filers,
  issueChoices,
  lobbyists,
  logTotals,
  newestActivities,
  newestExpenses,
  officialChoices,
  regimes,
  reportById,
  reports,
} from './queries.ts';

const readers = ['owner', 'director', 'coordinator', 'staff'] as const;
const page = { after: z.string().nullish(), limit: z.number().int().min(1).max(200).default(100) };
const listed = {
  state: z.enum(['draft', 'confirmed']).nullish(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
};
const period = { from: day.default('0000-01-01'), to: day.default('9999-12-31') };

/** Activities of a period, oldest first where nothing else is said, with what each regime makes of them. */
export const listActivities = view({
  name: 'activity.list',
  by: readers,
  input: z.strictObject({ ...period, ...listed, ...page }),
  run: async (world, _who, { from, to, state, order, after, limit }) => {
    const rows = await world.db.all(order === 'newest' ? newestActivities : activities, {
      from,
      to,
      state: state ?? null,
      after: after ?? null,
      limit: limit + 1,
    });
    return ok(cutPage(rows, limit, (row) => row.onDate + row.id));
  },
});

const ALL = { from: '0000-01-01', to: '9999-12-31' };
const MOST_DRAFTS = 50;
const MOST_LINES = 200;

/** What a period comes to, and the drafts of any day that wait for a person. Money in cents. */
export const summarizeLog = view({
  name: 'log.summary',
  by: readers,
  input: z.strictObject(period),
  run: async (world, _who, span) => {
    const drafts = { ...ALL, state: 'draft', after: null, limit: MOST_DRAFTS };
    const [totals, activityDrafts, expenseDrafts] = await Promise.all([
      world.db.first(logTotals, span),
      world.db.all(activities, drafts),
      world.db.all(expenses, drafts),
    ]);
    return ok({
      activities: totals?.activities ?? 0,
      minutes: totals?.minutes ?? 0,
      confirmedCents: totals?.confirmedCents ?? 0,
      draftCents: totals?.draftCents ?? 0,
      activityDrafts,
      expenseDrafts,
    });
  },
});

/** One activity. */
export const showActivity = view({
  name: 'activity.show',
  by: readers,
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const row = await world.db.first(activityById, { id });
    return row ? ok(row) : missing('That line of the log');
  },
});

/** Expenses of a period, oldest first where nothing else is said. */
export const listExpenses = view({
  name: 'expense.list',
  by: readers,
  input: z.strictObject({ ...period, ...listed, ...page }),
  run: async (world, _who, { from, to, state, order, after, limit }) => {
    const rows = await world.db.all(order === 'newest' ? newestExpenses : expenses, {
      from,
      to,
      state: state ?? null,
      after: after ?? null,
      limit: limit + 1,
    });
    return ok(cutPage(rows, limit, (row) => row.incurredOn + row.id));
  },
});

/** One expense. */
export const showExpense = view({
  name: 'expense.show',
  by: readers,
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const row = await world.db.first(expenseById, { id });
    return row ? ok(row) : missing('That expense');
  },
});

/** Contact reports, newest first; a regional president sees the reports of their region's members. */
export const listContactReports = view({
  name: 'contact_report.list',
  by: [...readers, 'regional_president'],
  input: z.strictObject({
    state: z.enum(['draft', 'confirmed', 'discarded']).nullish(),
    alertId: z.string().nullish(),
    billId: z.string().nullish(),
    officialId: z.string().nullish(),
    memberId: z.string().nullish(),
    ...page,
  }),
  run: async (world, who, { after, limit, ...filter }) => {
    const rows = await world.db.all(reports, {
      state: filter.state ?? null,
      alertId: filter.alertId ?? null,
      billId: filter.billId ?? null,
      officialId: filter.officialId ?? null,
      memberId: filter.memberId ?? null,
      regionId: regionOf(who),
      before: after ?? null,
      limit: limit + 1,
    });
    return ok(cutPage(rows, limit, (row) => row.id));
  },
});

/** One contact report. */
export const showContactReport = view({
  name: 'contact_report.show',
  by: [...readers, 'regional_president'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const row = await world.db.first(reportById, { id });
    const region = regionOf(who);
    return row && (region === null || row.regionId === region) ? ok(row) : missing('That contact report');
  },
});

/** Where one can file, who files where, and who lobbies for whom. */
export const listFilers = view({
  name: 'filer.list',
  by: readers,
  input: z.strictObject({}),
  run: async (world) => {
    const [known, named, people] = await world.db.together(
      read(regimes, {}),
      read(filers, {}),
      read(lobbyists, {}),
    );
    return ok({ regimes: known, filers: named, lobbyists: people });
  },
});

/** What the forms of this slice offer: officials in office and bills. */
export const contactChoices = view({
  name: 'contact_report.choices',
  by: [...readers, 'regional_president', 'member'],
  input: z.strictObject({}),
  run: async (world) => {
    const [officials, bills] = await world.db.together(read(officialChoices, {}), read(billChoices, {}));
    return ok({ officials, bills });
  },
});

/** What the forms of the log offer beyond officials and bills: the staff who keep a log, issues, and lines of the last weeks. */
export const logChoices = view({
  name: 'log.choices',
  by: readers,
  input: z.strictObject({ from: day, to: day }),
  run: async (world, _who, { from, to }) => {
    const [officials, bills, issues, staff, lines] = await world.db.together(
      read(officialChoices, {}),
      read(billChoices, {}),
      read(issueChoices, {}),
      read(deskStaff, {}),
      read(activities, { from, to, state: null, after: null, limit: MOST_LINES }),
    );
    return ok({ officials, bills, issues, staff, lines });
  },
});
