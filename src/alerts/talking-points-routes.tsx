import { Hono, type Context } from 'hono';
import { formatIso, localDate, showDay, showMoment, showWhen } from '../platform/days.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { markdownToHtml } from '../platform/markdown.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { fieldErrors, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addTalkingPoints } from './add-talking-points.ts';
import { alertChoices } from './alert-choices.ts';
import { editTalkingPoints } from './edit-talking-points.ts';
import { listTalkingPoints } from './list-talking-points.ts';
import { PointsListPage } from './pages/points-list.tsx';
import { PointsNewPage } from './pages/points-new.tsx';
import { PointsPrintPage } from './pages/points-print.tsx';
import { PointsShowPage } from './pages/points-show.tsx';
import { publishTalkingPoints } from './publish-talking-points.ts';
import { shareTalkingPoints } from './share-talking-points.ts';
import { showTalkingPoints } from './show-talking-points.ts';
import type { LEVELS } from './talking-points-input.ts';

type C = Context<AppEnv>;

const BACK = { href: '/talking-points', label: 'Talking points' };
const DONE: Record<string, string> = {
  saved: 'The draft is saved.',
  published: 'Published. Every link shows it now.',
  shared: 'Partners see it now.',
  unshared: 'Partners no longer see it.',
};

const isPartner = (c: C) => c.var.who.kind === 'staff' && c.var.who.role === 'partner';
const numberOf = (given: string | undefined) => (given === undefined ? null : Number(given));
const inputOf = (form: Form) => ({
  title: text(form, 'title') ?? '',
  issueId: text(form, 'issueId') ?? '',
  billId: text(form, 'billId') ?? null,
  level: (text(form, 'level') ?? '') as (typeof LEVELS)[number],
  body: text(form, 'body') ?? '',
});
const choicesOf = async (c: C) => {
  const choices = await alertChoices(c.var.world, c.var.who, {});
  return { issue: (choices.ok && choices.value.issue) || [], bill: (choices.ok && choices.value.bill) || [] };
};

export const talkingPointsRoutes = new Hono<AppEnv>();

talkingPointsRoutes.get('/talking-points', async (c) => {
  const { world, who, frame } = c.var;
  const points = await listTalkingPoints(world, who, { cursor: c.req.query('after') });
  if (!points.ok) return respondProblem(c, points.problem);
  const now = world.clock.now();
  return c.html(
    <PointsListPage
      frame={frame}
      mayWrite={!isPartner(c)}
      lines={points.value.data.map((row) => ({
        id: row.id,
        title: row.title,
        about: [row.billNumber, row.issueName].filter(Boolean).join(', '),
        federal: row.level === 'federal',
        shared: row.shared,
        unpublished: row.unpublished,
        version:
          row.no === null || row.publishedAt === null
            ? null
            : {
                no: row.no,
                note: row.changeNote ?? '',
                iso: formatIso(row.publishedAt),
                when: showWhen(row.publishedAt, now, frame.zone),
              },
      }))}
      nextHref={points.value.nextCursor && `/talking-points?after=${points.value.nextCursor}`}
    />,
  );
});

const newPage = async (c: C, form: Form, problem: Problem | null = null) =>
  c.html(
    <PointsNewPage
      frame={c.var.frame}
      form={form}
      id={text(form, 'id') ?? c.var.world.ids.next()}
      choices={await choicesOf(c)}
      errors={fieldErrors(problem)}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );

talkingPointsRoutes.get('/talking-points/new', onlyFor(addTalkingPoints), (c) =>
  newPage(c, { level: 'state', issueId: c.req.query('issue') ?? '', billId: c.req.query('bill') ?? '' }),
);

talkingPointsRoutes.post('/talking-points', async (c) => {
  const form = formOf(await c.req.formData());
  const added = await addTalkingPoints(c.var.world, c.var.who, { id: text(form, 'id'), ...inputOf(form) });
  if (added.ok) return c.redirect(`/talking-points/${added.value.id}?done=saved`, 303);
  return added.problem.kind === 'invalid'
    ? newPage(c, form, added.problem)
    : respondProblem(c, added.problem, BACK);
});

/** One document with its newest or an older version, as first opened or with what is wrong in the draft. */
const showPage = async (c: C, problem: Problem | null = null, form: Form | null = null) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id') ?? '';
  const points = await showTalkingPoints(world, who, { id, no: numberOf(c.req.param('no')) });
  if (!points.ok) return respondProblem(c, points.problem, BACK);
  const { version, draft, ...rest } = points.value;
  const when = (at: number) => showMoment(at, world.clock.now(), frame.zone);
  const done = DONE[c.req.query('done') ?? ''];
  return c.html(
    <PointsShowPage
      frame={frame}
      id={id}
      title={rest.title}
      about={[rest.billNumber, rest.issueName].filter(Boolean).join(', ')}
      federal={rest.level === 'federal'}
      shared={rest.shared}
      unpublished={rest.unpublished}
      version={
        version && { no: version.no, when: when(version.publishedAt), html: markdownToHtml(version.body) }
      }
      newestNo={rest.newestNo}
      versions={rest.versions.map((one) => ({
        no: one.no,
        note: one.changeNote,
        by: one.publishedByName ?? '',
        when: { iso: formatIso(one.publishedAt), text: when(one.publishedAt) },
      }))}
      draft={
        draft === null
          ? null
          : {
              seenAt: Number((form && text(form, 'seenAt')) ?? rest.updatedAt),
              form: form ?? {
                title: rest.title,
                issueId: rest.issueId,
                billId: rest.billId ?? '',
                level: rest.level,
                body: draft,
              },
              choices: await choicesOf(c),
            }
      }
      errors={fieldErrors(problem)}
      problem={problem && !problem.fields ? problem.message : null}
      flash={done && !problem ? { kind: 'done', text: done } : null}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

talkingPointsRoutes.get('/talking-points/:id', (c) => showPage(c));
talkingPointsRoutes.get('/talking-points/:id/versions/:no', (c) => showPage(c));

talkingPointsRoutes.get('/talking-points/:id/versions/:no/print', async (c) => {
  const { world, who, frame } = c.var;
  const points = await showTalkingPoints(world, who, {
    id: c.req.param('id'),
    no: numberOf(c.req.param('no')),
  });
  if (!points.ok) return respondProblem(c, points.problem, BACK);
  const { id, title, version } = points.value;
  if (!version) return c.redirect(`/talking-points/${id}`, 303);
  const day = showDay(localDate(version.publishedAt, frame.zone), { year: true });
  return c.html(
    <PointsPrintPage
      network={frame.network}
      id={id}
      title={title}
      sub={`Version ${version.no}, published ${day}`}
      html={markdownToHtml(version.body)}
    />,
  );
});

talkingPointsRoutes.post('/talking-points/:id/draft', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const edited = await editTalkingPoints(c.var.world, c.var.who, {
    id,
    seenAt: Number(text(form, 'seenAt')),
    ...inputOf(form),
  });
  if (edited.ok) return c.redirect(`/talking-points/${id}?done=saved`, 303);
  return edited.problem.kind === 'forbidden'
    ? respondProblem(c, edited.problem, BACK)
    : showPage(c, edited.problem, form);
});

talkingPointsRoutes.post('/talking-points/:id/versions', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const published = await publishTalkingPoints(c.var.world, c.var.who, {
    id,
    changeNote: text(form, 'changeNote'),
  });
  if (published.ok) return c.redirect(`/talking-points/${id}?done=published`, 303);
  return published.problem.kind === 'forbidden'
    ? respondProblem(c, published.problem, BACK)
    : showPage(c, published.problem);
});

talkingPointsRoutes.post('/talking-points/:id/sharing', async (c) => {
  const shared = text(formOf(await c.req.formData()), 'shared') === 'yes';
  const id = c.req.param('id');
  const done = await shareTalkingPoints(c.var.world, c.var.who, { id, shared });
  return done.ok
    ? c.redirect(`/talking-points/${id}?done=${shared ? 'shared' : 'unshared'}`, 303)
    : respondProblem(c, done.problem, BACK);
});
