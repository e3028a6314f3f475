import { Hono, type Context } from 'hono';
import { draftAlert } from '../alerts/index.ts';
import { howSoon } from '../legislature/index.ts';
import { addContactReport } from '../lobbying/index.ts';
import { writeCsv } from '../platform/csv.ts';
import { showMoment } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { roleProblem } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { narrowed } from './board.ts';
import { BoardPage } from './pages/board-page.tsx';
import { BoardPrint } from './pages/board-print.tsx';
import type { SentStance } from './pages/board-seat.tsx';
import { boardHref } from './seat-words.ts';
import { showBoard } from './show-board.ts';

type C = Context<AppEnv, '/agenda/bills/:id/board'>;
const AGENDA = { href: '/agenda', label: 'Agenda' };
const FILTERS = ['in', 'on', 'party', 'group', 'seat'] as const;
const flashOf = flashFrom({ noted: 'It is noted, and in the log.' });

type Asked = Record<string, string>;
const askedOf = (read: (name: string) => string | undefined): Asked =>
  Object.fromEntries(FILTERS.map((name) => [name, read(name) ?? '']).filter(([, value]) => value));
const boardOf = (c: C, { in: bodyId, on, seat }: Asked) =>
  showBoard(c.var.world, c.var.who, { billId: c.req.param('id'), bodyId, on, officialId: seat });

const boardPage = async (
  c: C,
  asked: Asked,
  again?: { sent: Omit<SentStance, 'errors'>; problem: Problem },
) => {
  const { world, who, frame } = c.var;
  const read = await boardOf(c, asked);
  if (!read.ok) return respondProblem(c, read.problem, AGENDA);
  const partner = who.kind === 'staff' && who.role === 'partner';
  return c.html(
    <BoardPage
      frame={frame}
      board={read.value}
      asked={asked}
      now={world.clock.now()}
      mayDraft={!roleProblem(who, draftAlert)}
      mayNote={!roleProblem(who, addContactReport)}
      ofMember={regionOf(who) !== null}
      mayName={!partner}
      reportId={world.ids.next()}
      sent={again ? { values: again.sent.values, errors: fieldErrors(again.problem) } : null}
      flash={flashOf(c)}
    />,
    again ? PROBLEM_STATUS[again.problem.kind] : 200,
  );
};

/** The board of a bill: the page, its file, its print, and what is noted on it. */
export const boardRoutes = new Hono<AppEnv>();
boardRoutes.get('/agenda/bills/:id/board', (c) =>
  boardPage(
    c,
    askedOf((name) => c.req.query(name)),
  ),
);

boardRoutes.get('/agenda/bills/:id/board/print', async (c) => {
  const { world, frame } = c.var;
  const asked = askedOf((name) => c.req.query(name));
  const read = await boardOf(c as unknown as C, asked);
  if (!read.ok) return respondProblem(c, read.problem, AGENDA);
  const hearing = read.value.hearings.find((one) => one.committeeId === read.value.body?.id);
  const now = world.clock.now();
  return c.html(
    <BoardPrint
      network={frame.network}
      board={read.value}
      seats={narrowed(read.value.seats, asked)}
      back={boardHref(read.value, asked, {})}
      hearing={
        hearing
          ? `Hearing ${showMoment(hearing.at, now, frame.zone)}, ${howSoon(hearing.at, now, frame.zone)}`
          : null
      }
    />,
  );
});

boardRoutes.get('/agenda/bills/:id/board.csv', async (c) => {
  const asked = askedOf((name) => c.req.query(name));
  const read = await boardOf(c as unknown as C, asked);
  if (!read.ok) return respondProblem(c, read.problem, AGENDA);
  const { bill, body, on, seats } = read.value;
  const head = [
    'bill',
    'body',
    'as_of',
    'seat',
    'official',
    'party',
    'role',
    'stance_on_bill',
    'stands',
    'week_before',
    'heard_on',
    'reported_by',
    'ask_next',
    'ask_next_district',
    'why',
    'members_who_reach',
  ];
  const rows = narrowed(seats, asked).map((seat) => {
    const [first] = seat.askers;
    return [
      bill.number,
      body?.name ?? '',
      on,
      seat.seat,
      seat.officialId ? seat.name : 'Vacant',
      seat.party,
      seat.role,
      seat.stance,
      seat.group.label,
      seat.was?.label ?? null,
      seat.onDate,
      seat.by,
      first?.name ?? null,
      first?.district ?? null,
      first?.why ?? null,
      first?.reach ?? null,
    ];
  });
  const name = `${bill.number.replaceAll(/\W+/g, '-').toLowerCase()}-${on}`;
  return c.body(writeCsv(head, rows, { bom: true }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="board-${name}.csv"`,
  });
});

boardRoutes.post('/agenda/bills/:id/board/stances', async (c) => {
  const form = formOf(await c.req.formData());
  const officialId = text(form, 'officialId') ?? '';
  // The choice of a body stands in the form under a name of its own.
  const asked = {
    ...askedOf((name) => text(form, name === 'in' ? 'body' : name)),
    seat: officialId,
  };
  const values = Object.fromEntries(
    ['id', 'stance', 'memberId', 'method', 'onDate', 'note'].map((name) => [name, text(form, name)]),
  );
  const done = await addContactReport(c.var.world, c.var.who, {
    ...values,
    officialId,
    billId: c.req.param('id'),
    memberId: values.memberId ?? null,
    note: values.note ?? '',
  } as Parameters<typeof addContactReport>[2]);
  if (done.ok) {
    const query = new URLSearchParams({ ...asked, done: 'noted' }).toString();
    return c.redirect(`/agenda/bills/${c.req.param('id')}/board?${query}#seat`, 303);
  }
  return done.problem.kind === 'invalid'
    ? boardPage(c as unknown as C, asked, { sent: { values }, problem: done.problem })
    : respondProblem(c, done.problem, AGENDA);
});
