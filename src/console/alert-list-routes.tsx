import { Hono } from 'hono';
import type { Alert } from '../alerts/index.ts';
import { deliveriesOf } from '../delivery/index.ts';
import { writeCsv } from '../platform/csv.ts';
import { formatIso } from '../platform/days.ts';
import { responsesOf } from '../replies/index.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { alertOr } from './alert-shared.tsx';
import { AlertDeliveriesPage, AlertResponsesPage } from './pages/alert-lists.tsx';

/** Lists of one alert: each message, each answer, and the answers as a file. */
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

const chosen = (option: string) =>
  option === 'none' ? { unanswered: true } : /^[1-9]$/.test(option) ? { option: Number(option) } : {};
alertListRoutes.get('/alerts/:id/responses', (c) =>
  alertOr(c, async (alert) => {
    const { world, who, frame } = c.var;
    const option = c.req.query('option') ?? 'all';
    const region = c.req.query('region') ?? '';
    const asked = c.req.query('question') ?? '1';
    const question = /^[1-6]$/.test(asked) ? Number(asked) : 1;
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
/** A column for each question: `answer` where there is one, else its number and words. */
const answerColumns = (alert: Alert) =>
  alert.questions.length === 1
    ? ['answer']
    : alert.questions.map(({ no, prompt }) => `answer ${no}: ${prompt}`);

alertListRoutes.get('/alerts/:id/responses.csv', (c) =>
  alertOr(c, async (alert) => {
    const { world, who } = c.var;
    const rows: (string | number | null)[][] = [];
    let cursor: string | null = null;
    do {
      const list: Awaited<ReturnType<typeof responsesOf>> = await responsesOf(world, who, {
        alertId: alert.id,
        cursor,
        limit: 200,
      });
      if (!list.ok) return respondProblem(c, list.problem);
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
    return c.body(
      writeCsv(
        ['member', 'district', 'region', ...answerColumns(alert), 'answered_by', 'answered_at'],
        rows,
        { bom: true },
      ),
      200,
      {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="answers-${alert.id}.csv"`,
      },
    );
  }),
);
