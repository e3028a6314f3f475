import { Hono, type Context } from 'hono';
import { formatIso, localDate, showDay, showMoment, showWhen } from '../platform/days.ts';
import { formOf, list, text } from '../platform/form.ts';
import { markdownToHtml } from '../platform/markdown.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { fieldErrors, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { compareTalkingPoints } from './compare-talking-points.ts';
import { listTalkingPoints } from './list-talking-points.ts';
import { PointsComparePage } from './pages/points-compare.tsx';
import { PointsListPage } from './pages/points-list.tsx';
import { PointsPrintPage } from './pages/points-print.tsx';
import { PointsShowPage } from './pages/points-show.tsx';
import { factKeys } from './points-facts.ts';
import { pointsDraftRoutes } from './points-draft-routes.tsx';
import { pointsPdf } from './points-pdf.ts';
import { missingOf, phoneOf } from './points-preview.ts';
import { expiryInWords, sourcesInWords } from './points-words.ts';
import { publishTalkingPoints } from './publish-talking-points.ts';
import { shareTalkingPoints } from './share-talking-points.ts';
import { showTalkingPoints } from './show-talking-points.ts';
import { districtChoices } from './talking-points-queries.ts';

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
        expired: row.expiry === 'expired',
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

talkingPointsRoutes.route('/', pointsDraftRoutes);

interface Shown {
  problem?: Problem;
  asPartner?: boolean;
}

/** One document with its newest or an older version, as first opened or with what kept an act from being done. */
const showPage = async (c: C, { problem, asPartner = false }: Shown = {}) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id') ?? '';
  const district = c.req.query('district') || null;
  const points = await showTalkingPoints(world, who, {
    id,
    no: numberOf(c.req.param('no')),
    district: asPartner ? null : district,
  });
  if (!points.ok) return respondProblem(c, points.problem, BACK);
  const { version, words, draft, ...rest } = points.value;
  if (asPartner && !version) return c.redirect(`/talking-points/${id}`, 303);
  const when = (at: number) => showMoment(at, world.clock.now(), frame.zone);
  const writes = draft !== null && !asPartner;
  const asks = writes && version !== null && factKeys(version.body).length > 0;
  const [missing, districts, phone] = await Promise.all([
    writes && rest.unpublished ? missingOf(world, draft) : [],
    asks ? world.db.all(districtChoices, {}) : [],
    version?.short ? phoneOf(world, version.short) : null,
  ]);
  const done = DONE[c.req.query('done') ?? ''];
  return c.html(
    <PointsShowPage
      frame={frame}
      id={id}
      title={rest.title}
      about={[rest.billNumber, rest.issueName].filter(Boolean).join(', ')}
      federal={rest.level === 'federal'}
      shared={rest.shared}
      sharedSince={sharedSince(rest.sharedAt && when(rest.sharedAt), rest.sharedByName)}
      sharedWith={rest.sharedWith}
      partners={rest.partners}
      unpublished={rest.unpublished}
      expiry={rest.expiry}
      expiryWords={expiryInWords(rest.expiresOn, rest.expiry)}
      version={
        version && {
          no: version.no,
          when: when(version.publishedAt),
          html: markdownToHtml(words ?? ''),
          sources: sourcesInWords(rest.figures, rest.readIn),
        }
      }
      phone={phone}
      newestNo={rest.newestNo}
      versions={(asPartner ? rest.versions.slice(0, 1) : rest.versions).map((one) => ({
        no: one.no,
        note: one.changeNote,
        by: one.publishedByName ?? '',
        when: { iso: formatIso(one.publishedAt), text: when(one.publishedAt) },
      }))}
      writer={
        writes
          ? {
              missing,
              districts,
              district,
              twin: rest.variantId ? { id: rest.variantId, published: rest.variantPublished } : null,
            }
          : null
      }
      asPartner={asPartner}
      errors={fieldErrors(problem ?? null)}
      problem={problem && !problem.fields ? problem.message : null}
      flash={done && !problem ? { kind: 'done', text: done } : null}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

const sharedSince = (when: string | number | null, by: string | null) =>
  when ? `Shared ${when}${by ? ` by ${by}` : ''}.` : 'Shared.';

talkingPointsRoutes.get('/talking-points/:id', (c) => showPage(c));
talkingPointsRoutes.get('/talking-points/:id/versions/:no', (c) => showPage(c));
talkingPointsRoutes.get('/talking-points/:id/as-partner', onlyFor(shareTalkingPoints), (c) =>
  showPage(c, { asPartner: true }),
);

/** One version for paper: what it says with a district's figures, its number and day. */
const paperOf = async (c: C) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id') ?? '';
  const points = await showTalkingPoints(world, who, {
    id,
    no: numberOf(c.req.param('no')),
    district: c.req.query('district') || null,
  });
  if (!points.ok) return { response: await respondProblem(c, points.problem, BACK) };
  const { title, version, words, figures, readIn, expiry, expiresOn } = points.value;
  if (!version) return { response: c.redirect(`/talking-points/${id}`, 303) };
  const day = showDay(localDate(version.publishedAt, frame.zone), { year: true });
  const holds = expiryInWords(expiresOn, expiry);
  return {
    paper: {
      network: frame.network,
      id,
      no: version.no,
      title,
      sub: [
        `Version ${version.no}, published ${day}.`,
        readIn && `For ${readIn}.`,
        holds,
        frame.today && `Printed ${frame.today}.`,
      ]
        .filter(Boolean)
        .join(' '),
      words: words ?? '',
      sources: sourcesInWords(figures, readIn),
      expired: expiry === 'expired' ? holds : null,
    },
  };
};

talkingPointsRoutes.get('/talking-points/:id/versions/:no/print', async (c) => {
  const { paper, response } = await paperOf(c);
  if (!paper) return response;
  return c.html(<PointsPrintPage {...paper} html={markdownToHtml(paper.words)} />);
});

talkingPointsRoutes.get('/talking-points/:id/versions/:no/one-page.pdf', async (c) => {
  const { paper, response } = await paperOf(c);
  if (!paper) return response;
  return c.body(await pointsPdf(paper), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="talking-points-${paper.id}-version-${paper.no}.pdf"`,
  });
});

talkingPointsRoutes.get('/talking-points/:id/changes', async (c) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id');
  const to = c.req.query('to') ?? 'draft';
  const [points, compared] = await Promise.all([
    showTalkingPoints(world, who, { id }),
    compareTalkingPoints(world, who, {
      id,
      from: c.req.query('from') ? Number(c.req.query('from')) : null,
      to: to === 'draft' ? null : Number(to),
    }),
  ]);
  const back = { href: `/talking-points/${id}`, label: 'Talking points' };
  if (!compared.ok) return respondProblem(c, compared.problem, back);
  if (!points.ok) return respondProblem(c, points.problem, back);
  const when = (at: number) => showMoment(at, world.clock.now(), frame.zone);
  const choice = (no: number, at: number) => ({
    value: String(no),
    label: `Version ${no}, published ${when(at)}`,
  });
  return c.html(
    <PointsComparePage
      frame={frame}
      id={id}
      title={compared.value.title}
      from={choice(compared.value.from.no, compared.value.from.publishedAt)}
      to={
        compared.value.to
          ? choice(compared.value.to.no, compared.value.to.publishedAt)
          : { value: 'draft', label: 'The draft' }
      }
      versions={points.value.versions.map(({ no }) => ({ value: String(no), label: `Version ${no}` }))}
      changed={compared.value.changed}
      changeNote={compared.value.to?.changeNote ?? ''}
      lines={compared.value.lines}
      short={compared.value.short}
    />,
  );
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
    : showPage(c, { problem: published.problem });
});

talkingPointsRoutes.post('/talking-points/:id/sharing', async (c) => {
  const form = formOf(await c.req.formData());
  const shared = text(form, 'shared') === 'yes';
  const id = c.req.param('id');
  const chosen = list(form, 'organization');
  const done = await shareTalkingPoints(c.var.world, c.var.who, {
    id,
    shared,
    organizationIds: chosen.length > 0 ? chosen : null,
  });
  return done.ok
    ? c.redirect(`/talking-points/${id}?done=${shared ? 'shared' : 'unshared'}`, 303)
    : respondProblem(c, done.problem, BACK);
});
