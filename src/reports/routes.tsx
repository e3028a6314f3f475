import { Hono, type Context } from 'hono';
import { METHOD_LABELS } from '../lobbying/index.ts';
import { showKind } from '../people/index.ts';
import { writeCsv } from '../platform/csv.ts';
import { addDays, localDate } from '../platform/days.ts';
import { plainCents } from '../platform/money.ts';
import { sheetOf } from '../platform/sheet.ts';
import { regionOf } from '../platform/who.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { communications } from './communications.ts';
import { compareSurveys, listSurveys } from './compare-surveys.ts';
import { classNamed, CommunicationsPage } from './pages/communications-page.tsx';
import { SurveysPage } from './pages/surveys-page.tsx';
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
  const { alerts, contacts, regions, kinds, classes, organizations, from, to } = result.value;
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
      name: 'Members',
      columns: columns(['by', 'name', 'members', 'answered']),
      rows: [
        ...regions.map((one) => ['region', one.region, one.members, one.answered]),
        ...kinds.map((one) => ['kind', showKind(one.name), one.members, one.answered]),
        ...classes.map((one) => ['class of district', classNamed(one.name), one.members, one.answered]),
        ...organizations.map((one) => ['organization', one.name, one.members, one.answered]),
      ],
    },
  ]);
  return c.body(book, 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="communications-${from}-${to}.xlsx"`,
  });
});

reportRoutes.get('/reports/surveys', async (c) => {
  const { world, who, frame } = c.var;
  const chosen = { before: c.req.query('before') ?? '', after: c.req.query('after') ?? '' };
  const list = await listSurveys(world, who, {});
  if (!list.ok) return respondProblem(c, list.problem, REPORTS);
  const compared = chosen.before && chosen.after ? await compareSurveys(world, who, chosen) : null;
  const refused = compared && !compared.ok ? compared.problem : null;
  return c.html(
    <SurveysPage
      frame={frame}
      questions={list.value.data}
      compared={compared?.ok ? compared.value : null}
      chosen={chosen}
      problems={(refused?.fields ?? []).map(({ field, message }) => ({
        name: field,
        label: field === 'before' ? 'Before' : 'After',
        message,
      }))}
      ofRegion={regionOf(who) !== null}
    />,
    refused ? 422 : 200,
  );
});
