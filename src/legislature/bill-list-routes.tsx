import { Hono, type Context } from 'hono';
import { writeCsv } from '../platform/csv.ts';
import { localDate, localTime } from '../platform/days.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { addBill } from './add-bill.ts';
import type { Bill } from './agenda.ts';
import { committeeName } from './committee-name.ts';
import { howSoon } from './hearing-words.ts';
import { listBills } from './list-bills.ts';
import { listIssues } from './list-issues.ts';
import { listLegislativeSessions } from './list-legislative-sessions.ts';
import { BillsPage, type AskedBills } from './pages/bills.tsx';
import { committeesHearing } from './queries.ts';
import { may, showMoment } from './shown.ts';

type C = Context<AppEnv>;
const AGENDA = { href: '/agenda', label: 'Agenda' };
/** A page lists the most wanted first; a file goes by number. */
const SORT = 'priority';
const MOST = 500;

const askedOf = (c: C): AskedBills => {
  const one = (name: string) => c.req.query(name) || null;
  return {
    session: one('session'),
    issue: one('issue'),
    position: one('position'),
    committee: one('committee'),
    hearing: one('hearing'),
    sort: one('sort') ?? SORT,
    q: c.req.query('q') ?? '',
  };
};
type Input = Parameters<typeof listBills>[2];
const inputOf = (asked: AskedBills): Input => ({
  legislativeSessionId: asked.session,
  issueId: asked.issue,
  position: asked.position as Input['position'],
  committeeId: asked.committee,
  hearingWithinDays: asked.hearing === null ? null : Number(asked.hearing),
  sort: asked.sort as Input['sort'],
  q: asked.q,
});
const query = (asked: AskedBills, more: Record<string, string> = {}): string =>
  new URLSearchParams(
    Object.entries({ ...asked, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();

/** The agenda's bills as a list to narrow and sort, and as a file. */
export const billListRoutes = new Hono<AppEnv>();

billListRoutes.get('/agenda/bills', async (c) => {
  const { world, who, frame } = c.var;
  const asked = askedOf(c);
  const [read, sessions, issues, committees] = await Promise.all([
    listBills(world, who, { ...inputOf(asked), cursor: c.req.query('cursor') ?? '' }),
    listLegislativeSessions(world, who, {}),
    listIssues(world, who, {}),
    world.db.all(committeesHearing, {}),
  ]);
  if (!read.ok) return respondProblem(c, read.problem, AGENDA);
  const now = world.clock.now();
  const { data, nextCursor } = read.value;
  return c.html(
    <BillsPage
      frame={frame}
      asked={asked}
      sessions={sessions.ok ? sessions.value.data : []}
      issues={issues.ok ? issues.value.data : []}
      committees={committees.map(({ id, name, chamber }) => ({ id, name: committeeName(name, chamber) }))}
      bills={data.map((bill) => ({
        ...bill,
        hearing: bill.hearingAt === null ? null : showMoment(bill.hearingAt, frame.zone),
        soon: bill.hearingAt === null ? null : howSoon(bill.hearingAt, now, frame.zone),
      }))}
      nextHref={nextCursor && `/agenda/bills?${query(asked, { cursor: nextCursor })}`}
      csvHref={`/agenda/bills.csv?${query(asked)}`}
      mayWrite={may(who, addBill)}
    />,
  );
});

billListRoutes.get('/agenda/bills.csv', async (c) => {
  const { world, who, frame } = c.var;
  const input = inputOf({ ...askedOf(c), sort: c.req.query('sort') ?? 'number' });
  const bills: Bill[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const read: Awaited<ReturnType<typeof listBills>> = await listBills(world, who, {
      ...input,
      cursor,
      limit: MOST,
    });
    if (!read.ok) return respondProblem(c, read.problem, AGENDA);
    bills.push(...read.value.data);
    cursor = read.value.nextCursor;
  }
  const head = [
    'session',
    'number',
    'title',
    'issue',
    'priority',
    'position',
    'position_from',
    'status',
    'status_on',
    'hearing_on',
    'hearing_time',
    'committee',
    'id',
  ];
  const rows = bills.map((bill) => [
    bill.sessionName,
    bill.number,
    bill.title,
    bill.issueName,
    bill.rank,
    bill.position,
    bill.positionFrom,
    bill.status,
    bill.statusOn,
    bill.hearingAt === null ? null : localDate(bill.hearingAt, frame.zone),
    bill.hearingAt === null ? null : localTime(bill.hearingAt, frame.zone),
    bill.hearingCommittee,
    bill.id,
  ]);
  return c.body(writeCsv(head, rows, { bom: true }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="bills-${localDate(world.clock.now(), frame.zone)}.csv"`,
  });
});
