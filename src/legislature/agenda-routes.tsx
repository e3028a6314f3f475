import { Hono, type Context } from 'hono';
import { formatIso, instantOf, isDate, localDate, showShortDay } from '../platform/days.ts';
import { FEED_NAMES } from '../platform/feeds.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { regionOf } from '../platform/who.ts';
import { fieldErrors, flashFrom, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addBill } from './add-bill.ts';
import { addBillEvent } from './add-bill-event.ts';
import { addIssue } from './add-issue.ts';
import { agenda } from './agenda.ts';
import { jurisdictionName, STATE_CHOICES } from './chambers.ts';
import { dataAges } from './data-age.ts';
import { editIssue } from './edit-issue.ts';
import { asksForMore } from './hearing-words.ts';
import { endLegislativeSession } from './end-legislative-session.ts';
import { importOfficials } from './import-officials.ts';
import { listIssues } from './list-issues.ts';
import { listLegislativeSessions } from './list-legislative-sessions.ts';
import { reachGapsRead } from './list-unreached.ts';
import { AdjournPage, IssuePage, NewBillPage, SessionPage } from './pages/agenda-forms.tsx';
import { AgendaPage } from './pages/agenda.tsx';
import { BillPage, type SentForm } from './pages/bill.tsx';
import { moved, type Move } from './priority-order.ts';
import { committeesWithCounts, organizations } from './queries.ts';
import { rankPriorities } from './rank-priorities.ts';
import { setPosition } from './set-position.ts';
import { showBill } from './show-bill.ts';
import { billLine, hearingOf, may, showMoment, showSpan } from './shown.ts';
import { startLegislativeSession } from './start-legislative-session.ts';
import { updateBill } from './update-bill.ts';

type C = Context<AppEnv>;
type Values = Record<string, string | undefined>;

const DONE: Record<string, string> = {
  ranked: 'The priorities are ranked.',
  issue: 'The issue is saved.',
  started: 'The session has begun.',
  ended: 'The adjournment is noted.',
  added: 'The bill is on the agenda.',
  saved: 'The bill is saved.',
  event: 'It is noted.',
  position: 'The position is saved.',
};
const DAY_MS = 86_400_000;
const HEARING_DAYS = 7;
const flashOf = flashFrom(DONE);
const formFrom = async (c: C): Promise<Form> => formOf(await c.req.formData());
const valuesOf = (form: Form): Values =>
  Object.fromEntries(Object.keys(form).map((name) => [name, text(form, name)]));
const statusOf = (problem?: Problem) => (problem ? PROBLEM_STATUS[problem.kind] : 200);
const stays = (problem: Problem) => problem.kind === 'invalid';
const today = (c: C) => localDate(c.var.world.clock.now(), c.var.frame.zone);

/** Hearings of the days ahead before which somebody still has to speak, on one bill or all. */
const promptsFor = async ({ world, who }: C['var'], billId: string | null = null) => ({
  now: world.clock.now(),
  hearings: (
    await world.hearingsAhead(world, {
      until: world.clock.now() + HEARING_DAYS * DAY_MS,
      billId,
      regionId: regionOf(who),
    })
  ).filter(asksForMore),
  mayDraft: may(who, addBill),
});

export const agendaRoutes = new Hono<AppEnv>();

agendaRoutes.get('/agenda', async (c) => {
  const { world, who, frame } = c.var;
  const read = await agenda(world, who, { legislativeSessionId: c.req.query('session') });
  if (!read.ok) return respondProblem(c, read.problem);
  const { sessions, session, priorities, issues, loose } = read.value;
  const lines = (list: typeof issues) =>
    list.map((issue) => ({ ...issue, bills: issue.bills.map((bill) => billLine(bill, frame.zone)) }));
  const prompts = await promptsFor(c.var);
  const [[gaps = null]] = prompts.hearings.length > 0 ? await world.db.together(reachGapsRead(who)) : [[]];
  return c.html(
    <AgendaPage
      frame={frame}
      sessions={sessions.map(({ id, name, jurisdiction }) => ({
        id,
        label: jurisdiction === 'US' ? name : `${jurisdictionName(jurisdiction)}, ${name}`,
        current: id === session?.id,
      }))}
      session={
        session && {
          id: session.id,
          name: session.name,
          when: showSpan(session.startsOn, session.endsOn),
          ended: session.endsOn !== null,
        }
      }
      priorities={lines(priorities)}
      issues={lines(issues)}
      loose={loose.map((bill) => billLine(bill, frame.zone))}
      was={priorities.map((issue) => issue.id)}
      prompts={prompts}
      gaps={gaps}
      mayRank={may(who, rankPriorities)}
      mayWrite={may(who, addBill)}
      flash={flashOf(c)}
    />,
  );
});

agendaRoutes.post('/agenda/priorities', async (c) => {
  const form = await formFrom(c);
  const was = (text(form, 'was') ?? '').split(' ').filter(Boolean);
  const legislativeSessionId = text(form, 'legislativeSessionId') ?? '';
  const move = text(form, 'move') as Move;
  const issueIds = moved(was, text(form, 'issueId') ?? '', move);
  const done = await rankPriorities(c.var.world, c.var.who, { legislativeSessionId, issueIds, was });
  if (!done.ok) return respondProblem(c, done.problem, { href: '/agenda', label: 'Agenda' });
  return c.redirect(`/agenda?session=${legislativeSessionId}&done=ranked`, 303);
});

const issuePage = (c: C, known: boolean, values: Values, problem?: Problem) =>
  c.html(
    <IssuePage frame={c.var.frame} known={known} values={values} errors={fieldErrors(problem ?? null)} />,
    statusOf(problem),
  );
agendaRoutes.get('/agenda/issues/new', onlyFor(addIssue), (c) =>
  issuePage(c, false, { id: c.var.world.ids.next() }),
);
agendaRoutes.post('/agenda/issues', async (c) => {
  const values = valuesOf(await formFrom(c));
  const done = await addIssue(c.var.world, c.var.who, {
    id: values.id,
    name: values.name ?? '',
    summary: values.summary ?? '',
  });
  if (done.ok) return c.redirect('/agenda?done=issue', 303);
  return stays(done.problem) ? issuePage(c, false, values, done.problem) : respondProblem(c, done.problem);
});
agendaRoutes.get('/agenda/issues/:id', async (c) => {
  const read = await listIssues(c.var.world, c.var.who, {});
  if (!read.ok) return respondProblem(c, read.problem);
  const issue = read.value.data.find((one) => one.id === c.req.param('id'));
  return issue
    ? issuePage(c, true, { id: issue.id, name: issue.name, summary: issue.summary })
    : c.notFound();
});
agendaRoutes.post('/agenda/issues/:id', async (c) => {
  const values = valuesOf(await formFrom(c));
  const id = c.req.param('id');
  const done = await editIssue(c.var.world, c.var.who, {
    id,
    name: values.name ?? '',
    summary: values.summary ?? '',
  });
  if (done.ok) return c.redirect('/agenda?done=issue', 303);
  return stays(done.problem)
    ? issuePage(c, true, { ...values, id }, done.problem)
    : respondProblem(c, done.problem);
});

const sessionPage = (c: C, values: Values, problem?: Problem) =>
  c.html(
    <SessionPage
      frame={c.var.frame}
      values={values}
      errors={fieldErrors(problem ?? null)}
      states={STATE_CHOICES}
    />,
    statusOf(problem),
  );
agendaRoutes.get('/agenda/sessions/new', onlyFor(startLegislativeSession), (c) =>
  sessionPage(c, { id: c.var.world.ids.next(), startsOn: today(c) }),
);
agendaRoutes.post('/agenda/sessions', async (c) => {
  const values = valuesOf(await formFrom(c));
  const done = await startLegislativeSession(c.var.world, c.var.who, {
    id: values.id,
    jurisdiction: values.jurisdiction ?? '',
    name: values.name ?? '',
    kind: values.kind as 'regular' | 'special' | undefined,
    startsOn: values.startsOn ?? '',
  });
  if (done.ok) return c.redirect(`/agenda?session=${done.value.id}&done=started`, 303);
  return stays(done.problem) ? sessionPage(c, values, done.problem) : respondProblem(c, done.problem);
});
const adjournPage = async (c: C, id: string, values: Values, problem?: Problem) => {
  const read = await listLegislativeSessions(c.var.world, c.var.who, {});
  if (!read.ok) return respondProblem(c, read.problem);
  const session = read.value.data.find((one) => one.id === id);
  if (!session) return c.notFound();
  return c.html(
    <AdjournPage
      frame={c.var.frame}
      session={session}
      values={values}
      errors={fieldErrors(problem ?? null)}
    />,
    statusOf(problem),
  );
};
agendaRoutes.get('/agenda/sessions/:id', (c) => adjournPage(c, c.req.param('id'), { endsOn: today(c) }));
agendaRoutes.post('/agenda/sessions/:id/adjournment', async (c) => {
  const id = c.req.param('id');
  const values = valuesOf(await formFrom(c));
  const done = await endLegislativeSession(c.var.world, c.var.who, { id, endsOn: values.endsOn ?? '' });
  if (done.ok) return c.redirect(`/agenda?session=${id}&done=ended`, 303);
  return stays(done.problem) ? adjournPage(c, id, values, done.problem) : respondProblem(c, done.problem);
});

const choicesOf = (rows: { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));
const newBillPage = async (c: C, values: Values, problem?: Problem) => {
  const { world, who, frame } = c.var;
  const sessions = await listLegislativeSessions(world, who, {});
  const issues = await listIssues(world, who, {});
  if (!sessions.ok) return respondProblem(c, sessions.problem);
  if (!issues.ok) return respondProblem(c, issues.problem);
  if (sessions.value.data.length === 0) return c.redirect('/agenda/sessions/new', 303);
  return c.html(
    <NewBillPage
      frame={frame}
      values={values}
      errors={fieldErrors(problem ?? null)}
      sessions={choicesOf(sessions.value.data)}
      issues={choicesOf(issues.value.data)}
    />,
    statusOf(problem),
  );
};
agendaRoutes.get('/agenda/bills/new', onlyFor(addBill), (c) =>
  newBillPage(c, {
    id: c.var.world.ids.next(),
    legislativeSessionId: c.req.query('session'),
    status: 'Introduced',
    statusOn: today(c),
  }),
);
agendaRoutes.post('/agenda/bills', async (c) => {
  const values = valuesOf(await formFrom(c));
  const done = await addBill(c.var.world, c.var.who, {
    id: values.id,
    legislativeSessionId: values.legislativeSessionId ?? '',
    number: values.number ?? '',
    title: values.title ?? '',
    status: values.status ?? '',
    statusOn: values.statusOn,
    issueId: values.issueId ?? null,
  });
  if (done.ok) return c.redirect(`/agenda/bills/${done.value.id}?done=added`, 303);
  return stays(done.problem) ? newBillPage(c, values, done.problem) : respondProblem(c, done.problem);
});

const billPage = async (c: C, id: string, sent: SentForm | null = null, problem?: Problem) => {
  const { world, who, frame } = c.var;
  const read = await showBill(world, who, { id });
  if (!read.ok) return respondProblem(c, read.problem, { href: '/agenda', label: 'Agenda' });
  const issues = await listIssues(world, who, {});
  const mayWrite = may(who, updateBill);
  const committees = mayWrite ? await world.db.all(committeesWithCounts, { chamberId: null, q: null }) : [];
  const bill = read.value;
  return c.html(
    <BillPage
      frame={frame}
      bill={{
        ...bill,
        since: showShortDay(bill.statusOn, { year: true }),
        hearing: hearingOf(bill, frame.zone),
        events: bill.events.map((event) => ({
          iso: formatIso(event.at),
          when: showMoment(event.at, frame.zone),
          kind: event.kind,
          text: [event.committeeName, event.note].filter(Boolean).join(', '),
        })),
        positions: bill.positions.map((one) => ({
          organization: one.organizationName,
          position: one.position,
          when: showSpan(one.fromOn, one.toOn),
        })),
      }}
      issues={issues.ok ? choicesOf(issues.value.data) : []}
      committees={committees
        .filter((one) => one.jurisdiction === bill.jurisdiction)
        .map((one) => ({
          value: one.id,
          label: one.chamberName ? `${one.name} (${one.chamberName})` : one.name,
        }))}
      organizations={choicesOf(await world.db.all(organizations, {}))}
      today={today(c)}
      prompts={await promptsFor(c.var, id)}
      eventId={world.ids.next()}
      mayWrite={mayWrite}
      mayPosition={may(who, setPosition)}
      mayImport={may(who, importOfficials)}
      feed={
        bill.feed && {
          ...bill.feed,
          service: FEED_NAMES[bill.feed.service],
          since: showShortDay(bill.feed.statusOn, { year: true }),
          age: (await dataAges(world, frame.zone))(
            bill.jurisdiction,
            'bills',
            localDate(bill.feed.fetchedAt, frame.zone),
          ),
        }
      }
      sent={sent}
      flash={flashOf(c)}
    />,
    statusOf(problem),
  );
};
agendaRoutes.get('/agenda/bills/:id', (c) => billPage(c, c.req.param('id')));
const againOr = (c: C, id: string, form: SentForm['form'], values: Values, problem: Problem) =>
  stays(problem)
    ? billPage(c, id, { form, values, errors: fieldErrors(problem) }, problem)
    : respondProblem(c, problem, { href: `/agenda/bills/${id}`, label: 'The bill' });
agendaRoutes.post('/agenda/bills/:id', async (c) => {
  const id = c.req.param('id');
  const values = valuesOf(await formFrom(c));
  const done = await updateBill(c.var.world, c.var.who, {
    id,
    title: values.title ?? '',
    status: values.status ?? '',
    statusOn: values.statusOn,
    issueId: values.issueId ?? null,
  });
  if (done.ok) return c.redirect(`/agenda/bills/${id}?done=saved`, 303);
  return againOr(c, id, 'bill', values, done.problem);
});
agendaRoutes.post('/agenda/bills/:id/events', async (c) => {
  const id = c.req.param('id');
  const values = valuesOf(await formFrom(c));
  const wrong = [
    ...(isDate(values.on ?? '') ? [] : [{ field: 'on', message: 'Choose the day.' }]),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(values.time ?? '')
      ? []
      : [{ field: 'time', message: 'Give the time, for example 15:00.' }]),
  ];
  if (wrong.length > 0)
    return againOr(c, id, 'event', values, {
      kind: 'invalid',
      message: 'Some fields need another look.',
      fields: wrong,
    });
  const done = await addBillEvent(c.var.world, c.var.who, {
    id: values.id,
    billId: id,
    kind: values.kind as 'hearing' | 'vote',
    at: instantOf(values.on ?? '', values.time ?? '', c.var.frame.zone),
    committeeId: values.committeeId ?? null,
    note: values.note ?? '',
  });
  if (done.ok) return c.redirect(`/agenda/bills/${id}?done=event`, 303);
  return againOr(c, id, 'event', values, done.problem);
});
agendaRoutes.post('/agenda/bills/:id/positions', async (c) => {
  const id = c.req.param('id');
  const values = valuesOf(await formFrom(c));
  const done = await setPosition(c.var.world, c.var.who, {
    billId: id,
    organizationId: values.organizationId,
    position: values.position as 'support',
    fromOn: values.fromOn,
  });
  if (done.ok) return c.redirect(`/agenda/bills/${id}?done=position`, 303);
  return againOr(c, id, 'position', values, done.problem);
});
