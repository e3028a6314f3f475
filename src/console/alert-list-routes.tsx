import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Alert } from '../alerts/index.ts';
import { deliveriesOf } from '../delivery/index.ts';
import { writeCsv } from '../platform/csv.ts';
import { formatIso } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { sheetOf } from '../platform/sheet.ts';
import { responsesOf } from '../replies/index.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { alertOr } from './alert-shared.tsx';
import { AlertDeliveriesPage, AlertResponsesPage } from './pages/alert-lists.tsx';

/** Lists of one alert: each message, each answer, and as files the answers and who has given none. */
export const alertListRoutes = new Hono<AppEnv>();

alertListRoutes.get('/alerts/:id/deliveries', (c) =>
  alertOr(c, async (alert) => {
    const { world, who, frame } = c.var;
    const asked = c.req.query('channel');
    const channel = asked === 'sms' || asked === 'email' ? asked : null;
    const state = c.req.query('state') || null;
    const list = await deliveriesOf(world, who, {
      id: alert.id,
      ...(channel ? { channel } : {}),
      ...(state ? { state } : {}),
      cursor: c.req.query('cursor') ?? '',
    });
    if (!list.ok) return respondProblem(c, list.problem);
    return c.html(
      <AlertDeliveriesPage
        frame={frame}
        alert={alert}
        channel={channel}
        state={state}
        deliveries={list.value.data}
        next={list.value.nextCursor}
        now={world.clock.now()}
      />,
    );
  }),
);

/** The question by number that an address is about; the first where it names none. */
const questionIn = (c: Context<AppEnv>) => {
  const asked = c.req.query('question') ?? '1';
  return /^[1-6]$/.test(asked) ? Number(asked) : 1;
};

const chosen = (option: string) =>
  option === 'none' ? { unanswered: true } : /^[1-9]$/.test(option) ? { option: Number(option) } : {};
alertListRoutes.get('/alerts/:id/responses', (c) =>
  alertOr(c, async (alert) => {
    const { world, who, frame } = c.var;
    const option = c.req.query('option') ?? 'all';
    const region = c.req.query('region') ?? '';
    const question = questionIn(c);
    const list = await responsesOf(world, who, {
      alertId: alert.id,
      question,
      ...chosen(option),
      ...(region ? { regionId: region } : {}),
      cursor: c.req.query('cursor'),
    });
    if (!list.ok) return respondProblem(c, list.problem);
    return c.html(
      <AlertResponsesPage
        frame={frame}
        alert={alert}
        option={option}
        question={question}
        region={region}
        rows={list.value.data}
        next={list.value.nextCursor}
        now={world.clock.now()}
      />,
    );
  }),
);
/** The answers of an alert as rows of a file, or of those who have not answered: a column for each question. */
const answersOf = async (c: Context<AppEnv>, alert: Alert) => {
  const { world, who } = c.var;
  const region = c.req.query('region');
  const silent = c.req.query('option') === 'none';
  const rows: (string | number | null)[][] = [];
  let cursor: string | null = null;
  do {
    const list: Awaited<ReturnType<typeof responsesOf>> = await responsesOf(world, who, {
      alertId: alert.id,
      unanswered: silent,
      question: questionIn(c),
      ...(region ? { regionId: region } : {}),
      cursor,
      limit: 200,
    });
    if (!list.ok) return list;
    rows.push(
      ...list.value.data.map((one) => [
        `${one.firstName} ${one.lastName}`,
        one.district,
        one.region,
        ...alert.questions.map(
          ({ no }) => one.answers.find(({ questionNo }) => questionNo === no)?.words ?? null,
        ),
        one.door,
        one.at ? formatIso(one.at) : null,
      ]),
    );
    cursor = list.value.nextCursor;
  } while (cursor);
  const answers =
    alert.questions.length === 1
      ? ['answer']
      : alert.questions.map(({ no, prompt }) => `answer ${no}: ${prompt}`);
  return ok({
    name: `${silent ? 'no-answer' : 'answers'}-${alert.id}`,
    heads: ['member', 'district', 'region', ...answers, 'answered_by', 'answered_at'],
    rows,
  });
};

const fileOf = (c: Context<AppEnv>, content: string | Uint8Array<ArrayBuffer>, type: string, name: string) =>
  c.body(content, 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });

alertListRoutes.get('/alerts/:id/responses.csv', (c) =>
  alertOr(c, async (alert) => {
    const list = await answersOf(c, alert);
    if (!list.ok) return respondProblem(c, list.problem);
    const { name, heads, rows } = list.value;
    return fileOf(c, writeCsv(heads, rows, { bom: true }), 'text/csv; charset=utf-8', `${name}.csv`);
  }),
);

alertListRoutes.get('/alerts/:id/responses.xlsx', (c) =>
  alertOr(c, async (alert) => {
    const list = await answersOf(c, alert);
    if (!list.ok) return respondProblem(c, list.problem);
    const { name, heads, rows } = list.value;
    const sheet = await sheetOf([
      { name: alert.title, columns: heads.map((label) => ({ label, width: 24 })), rows },
    ]);
    return fileOf(
      c,
      sheet,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      `${name}.xlsx`,
    );
  }),
);
