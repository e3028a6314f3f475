import { Hono, type Context } from 'hono';
import { METHOD_LABELS } from '../lobbying/index.ts';
import { writeCsv } from '../platform/csv.ts';
import { addDays, localDate } from '../platform/days.ts';
import { plainCents } from '../platform/money.ts';
import { sheetOf } from '../platform/sheet.ts';
import { regionOf } from '../platform/who.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { communications } from './communications.ts';
import { CommunicationsPage } from './pages/communications-page.tsx';
import { commonPeriods } from './period.ts';

type C = Context<AppEnv>;
const REPORTS = { href: '/reports', label: 'Reports' };

export const reportRoutes = new Hono<AppEnv>();

const todayOf = (c: C) => localDate(c.var.world.clock.now(), c.var.frame.zone);
/** The days that an address names; the last thirty where it names none. */
const periodOf = (c: C) => ({
  from: c.req.query('from') || addDays(todayOf(c), -30),
  to: c.req.query('to') || todayOf(c),
});

reportRoutes.get('/reports', async (c) => {
  const { world, who, frame } = c.var;
  const result = await communications(world, who, periodOf(c));
  if (!result.ok) return respondProblem(c, result.problem, REPORTS);
  return c.html(
    <CommunicationsPage
      frame={frame}
      report={result.value}
      periods={commonPeriods(todayOf(c))}
      methods={METHOD_LABELS}
      ofRegion={regionOf(who) !== null}
    />,
  );
});

const HEADS = ['alert', 'kind', 'sent_on', 'texts', 'emails', 'asked', 'answered', 'contacts', 'cost'];
type Report = Extract<Awaited<ReturnType<typeof communications>>, { ok: true }>['value'];

const alertRow = (one: Report['alerts'][number], zone: string) => [
  one.title,
  one.kind,
  one.launchedAt ? localDate(one.launchedAt, zone) : '',
  one.texts,
  one.mails,
  one.asked,
  one.answered,
  one.contacts,
];

reportRoutes.get('/reports/communications.csv', async (c) => {
  const result = await communications(c.var.world, c.var.who, periodOf(c));
  if (!result.ok) return respondProblem(c, result.problem, REPORTS);
  const rows = result.value.alerts.map((one) => [
    ...alertRow(one, c.var.frame.zone),
    one.cents === null ? '' : plainCents(one.cents),
  ]);
  return c.body(writeCsv(HEADS, rows, { bom: true }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="communications-${result.value.from}-${result.value.to}.csv"`,
  });
});

reportRoutes.get('/reports/communications.xlsx', async (c) => {
  const result = await communications(c.var.world, c.var.who, periodOf(c));
  if (!result.ok) return respondProblem(c, result.problem, REPORTS);
  const { alerts, contacts, regions, from, to } = result.value;
  const columns = (heads: string[]) => heads.map((label) => ({ label, width: 20 }));
  const book = await sheetOf([
    {
      name: 'Alerts',
      columns: columns(HEADS),
      rows: alerts.map((one) => [
        ...alertRow(one, c.var.frame.zone),
        one.cents === null ? null : { cents: one.cents },
      ]),
    },
    {
      name: 'Contacts',
      columns: columns(['method', 'contacts', 'officials']),
      rows: contacts.map((one) => [
        METHOD_LABELS[one.method as never] ?? 'Not said',
        one.count,
        one.officials,
      ]),
    },
    {
      name: 'Regions',
      columns: columns(['region', 'members', 'answered']),
      rows: regions.map((one) => [one.region, one.members, one.answered]),
    },
  ]);
  return c.body(book, 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="communications-${from}-${to}.xlsx"`,
  });
});
