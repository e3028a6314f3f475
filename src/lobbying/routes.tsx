import { Hono } from 'hono';
import type { Context } from 'hono';
import { writeCsv } from '../platform/csv.ts';
import { addDays } from '../platform/days.ts';
import { plainCents } from '../platform/money.ts';
import type { Result } from '../platform/problem.ts';
import { may, respondProblem, type AppEnv } from '../ui/index.ts';
import { activityRoutes } from './activity-routes.tsx';
import { addExpense } from './add-expense.ts';
import { candidateRoutes } from './candidate-routes.tsx';
import { contactRoutes } from './contact-routes.tsx';
import { expenseRoutes } from './expense-routes.tsx';
import { filerRoutes } from './filer-routes.tsx';
import { classesOf } from './pages/class-page.tsx';
import { moneyRoutes } from './money-routes.tsx';
import { quickRoutes } from './quick-routes.tsx';
import { LogPage } from './pages/log-page.tsx';
import { flashOf, LOG, today } from './shared-routes.tsx';
import { listActivities, listContactReports, listExpenses, summarizeLog } from './views.ts';

const WAITING = 8;
const page = { order: 'newest', limit: 30 } as const;
const periodOf = (c: Context<AppEnv>) => ({
  from: c.req.query('from') || addDays(today(c), -30),
  to: c.req.query('to') || today(c),
});

/** The lobbying log: the period, its two files, and the pages of single lines. */
export const lobbyingRoutes = new Hono<AppEnv>();

// Before the pages of single lines, which would take its address for one of theirs.
lobbyingRoutes.route('/', candidateRoutes);

lobbyingRoutes.get('/log', async (c) => {
  const { world, who, frame } = c.var;
  const period = periodOf(c);
  const [activities, expenses, summary, reports] = await Promise.all([
    listActivities(world, who, { ...period, ...page, after: c.req.query('after') }),
    listExpenses(world, who, { ...period, ...page, after: c.req.query('afterExpense') }),
    summarizeLog(world, who, period),
    listContactReports(world, who, { state: 'draft', limit: WAITING }),
  ]);
  if (!activities.ok) return respondProblem(c, activities.problem);
  if (!expenses.ok) return respondProblem(c, expenses.problem, LOG);
  if (!summary.ok) return respondProblem(c, summary.problem, LOG);
  return c.html(
    <LogPage
      frame={frame}
      flash={flashOf(c)}
      {...period}
      activities={activities.value.data}
      nextActivity={activities.value.nextCursor}
      expenses={expenses.value.data}
      nextExpense={expenses.value.nextCursor}
      summary={summary.value}
      reports={reports.ok ? reports.value.data : []}
      maySpend={may(c, addExpense)}
      again={c.req.query('done') === 'activity'}
    />,
  );
});

type Listed<Row> = Result<{ data: Row[]; nextCursor: string | null }>;
/** Every row of a list, page after page. */
const everyRow = async <Row,>(
  pageAfter: (after: string | null) => Promise<Listed<Row>>,
): Promise<Result<Row[]>> => {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: Listed<Row> = await pageAfter(after);
    if (!page.ok) return page;
    rows.push(...page.value.data);
    after = page.value.nextCursor;
  } while (after !== null);
  return { ok: true, value: rows };
};
const csvAnswer = (c: Context<AppEnv>, name: string, head: string[], rows: (string | number | null)[][]) => {
  const { from, to } = periodOf(c);
  return c.body(writeCsv(head, rows, { bom: true }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}-${from}-${to}.csv"`,
  });
};

lobbyingRoutes.get('/log/activities.csv', async (c) => {
  const { world, who } = c.var;
  const rows = await everyRow((after) => listActivities(world, who, { ...periodOf(c), after, limit: 200 }));
  if (!rows.ok) return respondProblem(c, rows.problem, LOG);
  return csvAnswer(
    c,
    'activities',
    [
      'day',
      'state',
      'what',
      'who',
      'kind_of_person',
      'official',
      'how',
      'bill',
      'position',
      'minutes',
      'members_reached',
      'others_reached',
      'classes',
      'note',
      'id',
    ],
    rows.value.map((one) => [
      one.onDate,
      one.state,
      one.kind,
      one.personName,
      one.personKind,
      one.officialName,
      one.method,
      one.billNumber,
      one.position,
      one.minutes,
      one.reachMembers,
      one.reachNonMembers,
      classesOf(one)
        .map((classed) => `${classed.regime}: ${classed.class}`)
        .join('; '),
      one.note,
      one.id,
    ]),
  );
});

lobbyingRoutes.get('/log/expenses.csv', async (c) => {
  const { world, who } = c.var;
  const rows = await everyRow((after) => listExpenses(world, who, { ...periodOf(c), after, limit: 200 }));
  if (!rows.ok) return respondProblem(c, rows.problem, LOG);
  return csvAnswer(
    c,
    'expenses',
    [
      'day',
      'paid_on',
      'state',
      'amount',
      'estimated',
      'paid_to',
      'what_for',
      'mt_category',
      'ms_category',
      'lobbyist',
      'official',
      'bill',
      'id',
    ],
    rows.value.map((one) => [
      one.incurredOn,
      one.paidOn,
      one.state,
      plainCents(one.amountCents),
      one.estimated ? 'yes' : 'no',
      one.payee,
      one.purpose,
      one.mtCategory,
      one.msCategory,
      one.lobbyistName,
      one.officialName,
      one.billNumber,
      one.id,
    ]),
  );
});

lobbyingRoutes.route('/', quickRoutes);
lobbyingRoutes.route('/', moneyRoutes);
lobbyingRoutes.route('/', contactRoutes);
lobbyingRoutes.route('/', activityRoutes);
lobbyingRoutes.route('/', expenseRoutes);
lobbyingRoutes.route('/', filerRoutes);
