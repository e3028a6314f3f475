import { Hono, type Context } from 'hono';
import { METHOD_LABELS, STANCE_LABELS, type Method, type Stance } from '../lobbying/index.ts';
import { writeCsv } from '../platform/csv.ts';
import { localDate, showShortDay } from '../platform/days.ts';
import { pointsAtMeetings, pointsInField } from '../reports/index.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { PointsFieldPage } from './pages/points-field.tsx';

type C = Context<AppEnv>;

const BACK = { href: '/talking-points', label: 'Talking points' };
type Meetings = Extract<Awaited<ReturnType<typeof pointsAtMeetings>>, { ok: true }>['value'];
type Meeting = Meetings['data'][number];

const methodOf = ({ method }: Meeting) => METHOD_LABELS[method as Method] ?? '';
const stanceOf = ({ stance }: Meeting) => STANCE_LABELS[stance as Stance] ?? '';

export const pointsFieldRoutes = new Hono<AppEnv>();

pointsFieldRoutes.get('/talking-points/:id/field', async (c) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id');
  const [field, meetings] = await Promise.all([
    pointsInField(world, who, { id }),
    pointsAtMeetings(world, who, { id, cursor: c.req.query('after') }),
  ]);
  if (!field.ok) return respondProblem(c, field.problem, BACK);
  if (!meetings.ok) return respondProblem(c, meetings.problem, BACK);
  const day = (at: number) => showShortDay(localDate(at, frame.zone));
  return c.html(
    <PointsFieldPage
      frame={frame}
      {...field.value}
      meetings={meetings.value.data.map((one) => ({
        ...one,
        when: showShortDay(one.onDate, { year: true }),
        method: methodOf(one),
        stance: stanceOf(one),
        had: one.had && { no: one.had.no, how: one.had.how, when: day(one.had.at) },
      }))}
      nextHref={meetings.value.nextCursor && `/talking-points/${id}/field?after=${meetings.value.nextCursor}`}
    />,
  );
});

/** All meetings, page by page. */
const allMeetings = async (c: C, id: string) => {
  const rows: Meeting[] = [];
  let cursor = '';
  for (;;) {
    const page = await pointsAtMeetings(c.var.world, c.var.who, { id, cursor, limit: 200 });
    if (!page.ok) return page;
    rows.push(...page.value.data);
    if (page.value.nextCursor === null) return { ok: true as const, rows };
    cursor = page.value.nextCursor;
  }
};

pointsFieldRoutes.get('/talking-points/:id/meetings.csv', async (c) => {
  const { zone } = c.var.frame;
  const id = c.req.param('id');
  const meetings = await allMeetings(c, id);
  if (!meetings.ok) return respondProblem(c, meetings.problem, BACK);
  return c.body(
    writeCsv(
      [
        'met_on',
        'member',
        'district',
        'official',
        'how',
        'stance',
        'state',
        'version_had',
        'had_by',
        'had_since',
        'newest_then',
      ],
      meetings.rows.map((one) => [
        one.onDate,
        one.memberName,
        one.district,
        one.officialName,
        methodOf(one),
        stanceOf(one),
        one.state,
        one.had?.no ?? null,
        one.had?.how ?? null,
        one.had ? localDate(one.had.at, zone) : null,
        one.newestNo,
      ]),
      { bom: true },
    ),
    200,
    {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="meetings-${id}.csv"`,
    },
  );
});
