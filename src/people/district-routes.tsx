import { Hono } from 'hono';
import { writeCsv } from '../platform/csv.ts';
import { showShortDay } from '../platform/days.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { fieldErrors, may, respondProblem, type AppEnv } from '../ui/index.ts';
import { listDistrictClasses, listDistricts, listFigures, showDistrict } from './district-views.ts';
import { unitOf } from './figure.ts';
import { FIGURE_COLUMNS } from './figures-file.ts';
import { importDistricts } from './import-districts.ts';
import { importFigures, type FiguresReport } from './import-figures.ts';
import { DistrictPage } from './pages/district-page.tsx';
import { DistrictsPage } from './pages/districts-page.tsx';
import { FiguresCheckPage } from './pages/figures-check-page.tsx';
import { FiguresPage } from './pages/figures-page.tsx';
import { removeDistrictFact } from './remove-district-fact.ts';
import { setDistrictFact } from './set-district-fact.ts';
import {
  backToMembers,
  csvFile,
  flashOf,
  isFew,
  TOO_LARGE,
  valuesOf,
  when,
  type C,
} from './shared-routes.ts';
import { base64, uploadOf, UPLOAD_MAX_BYTES } from './upload.ts';

/** School districts and their figures: listed, put in one by one, or from a file. */
export const districtRoutes = new Hono<AppEnv>();

const BACK = { href: '/members/districts', label: 'Districts' };
const FIGURES = { href: '/members/districts/figures', label: 'Figures' };

districtRoutes.get('/members/districts', async (c) => {
  const { world, who, frame } = c.var;
  const asked = {
    q: c.req.query('q') || undefined,
    class: c.req.query('class') || undefined,
    lacks: c.req.query('lacks') || undefined,
  };
  const withMembers = c.req.query('members') === 'some';
  const [districts, classes, figures] = await Promise.all([
    listDistricts(world, who, { ...asked, withMembers, cursor: c.req.query('cursor') || undefined }),
    listDistrictClasses(world, who, {}),
    listFigures(world, who, {}),
  ]);
  if (!districts.ok) return respondProblem(c, districts.problem, backToMembers);
  if (!figures.ok) return respondProblem(c, figures.problem, backToMembers);
  return c.html(
    <DistrictsPage
      frame={frame}
      districts={districts.value.data}
      next={districts.value.nextCursor}
      classes={classes.ok ? classes.value : []}
      figures={figures.value.figures.map(({ key }) => key)}
      asked={{ ...asked, members: withMembers ? 'some' : undefined }}
      mayWrite={may(c, importDistricts)}
      few={isFew(c)}
    />,
  );
});

const figuresPage = async (c: C, form: Form, errors: Record<string, string>) => {
  const known = await listFigures(c.var.world, c.var.who, {});
  if (!known.ok) return respondProblem(c, known.problem, BACK);
  const shown = known.value.figures.map(({ oldest, newest, ...one }) => ({
    ...one,
    days: [...new Set([oldest, newest])].map((day) => showShortDay(day, { year: true })).join(' to '),
  }));
  const page = (
    <FiguresPage
      frame={c.var.frame}
      figures={shown}
      homes={known.value.homes}
      values={valuesOf(form)}
      errors={errors}
      mayWrite={may(c, importFigures)}
    />
  );
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200);
};
districtRoutes.get('/members/districts/figures', (c) => figuresPage(c, {}, {}));

/** Every district, or those with members that lack a figure, with empty columns to fill. */
districtRoutes.get('/members/districts/figures.csv', async (c) => {
  const { world, who } = c.var;
  const lacks = c.req.query('lacks') || undefined;
  const known = await listFigures(world, who, {});
  if (!known.ok) return respondProblem(c, known.problem, FIGURES);
  const figures = lacks ? [lacks] : known.value.figures.map(({ key }) => key);
  const [nces, name, ...origin] = FIGURE_COLUMNS;
  const columns = [nces, name, ...(figures.length > 0 ? figures : ['enrollment']), ...origin];
  const rows: (string | null)[][] = [];
  let cursor: string | undefined;
  do {
    const page = await listDistricts(world, who, { lacks, withMembers: Boolean(lacks), cursor, limit: 2000 });
    if (!page.ok) return respondProblem(c, page.problem, FIGURES);
    for (const one of page.value.data)
      rows.push(columns.map((_, at) => (at === 0 ? one.nces : at === 1 ? one.name : null)));
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor);
  return csvFile(c, 'figures', writeCsv(columns, rows, { bom: true }));
});

districtRoutes.post('/members/districts/figures', async (c) => {
  const data = await c.req.formData();
  const form = formOf(data);
  const file = await uploadOf(data, form);
  if (!file) return figuresPage(c, form, { file: 'Choose a file first.' });
  if (file.bytes.length > UPLOAD_MAX_BYTES) return figuresPage(c, form, { file: TOO_LARGE });
  const act = text(form, 'act') ?? 'check';
  const input = {
    fileName: file.name.slice(0, 200),
    content: file.bytes,
    source: text(form, 'source'),
    asOf: text(form, 'asOf'),
    dryRun: act === 'check',
    acceptGoodRows: act === 'good-rows',
  };
  const done = await importFigures(c.var.world, c.var.who, input);
  if (!done.ok)
    return done.problem.kind === 'invalid'
      ? figuresPage(c, form, fieldErrors(done.problem))
      : respondProblem(c, done.problem, FIGURES);
  if (act !== 'check') {
    const { importId } = done.value;
    return c.redirect(importId ? `/members/imports/${importId}?done=imported` : FIGURES.href, 303);
  }
  return c.html(
    <FiguresCheckPage
      frame={c.var.frame}
      report={{ ...done.value, changes: shownChanges(done.value) }}
      carried={{ content: base64(file.bytes), source: input.source, asOf: input.asOf }}
    />,
  );
});

const day = (date: string) => showShortDay(date, { year: true });
const shownChanges = ({ changes }: FiguresReport) =>
  changes.map(({ now, before, line, district }) => ({
    line,
    district,
    key: now.key,
    before: before && `${before.value} (${before.source}, ${day(before.asOf)})`,
    now: `${now.value} (${now.source}, ${day(now.asOf)})`,
  }));

const districtPage = async (c: C, again?: { form: Form; errors: Record<string, string> }) => {
  const { world, who, frame } = c.var;
  const [found, known] = await Promise.all([
    showDistrict(world, who, { nces: c.req.param('nces') ?? '' }),
    listFigures(world, who, {}),
  ]);
  if (!found.ok) return respondProblem(c, found.problem, BACK);
  const { facts, past, ...district } = found.value;
  const asked = c.req.query('figure');
  const chosen = facts.find(({ key }) => key === asked);
  const names = known.ok ? known.value.figures.map(({ key }) => key) : [];
  return c.html(
    <DistrictPage
      frame={frame}
      flash={again ? null : flashOf(c)}
      district={district}
      figures={facts.map((fact) => ({ ...fact, unit: unitOf(fact.value), day: day(fact.asOf) }))}
      past={past.map(({ untilAt, ...fact }) => ({ ...fact, day: day(fact.asOf), until: when(c, untilAt) }))}
      lacking={names.filter((name) => !facts.some(({ key }) => key === name))}
      names={names}
      correcting={chosen?.key ?? null}
      values={again ? valuesOf(again.form) : (chosen ?? { key: asked })}
      errors={again?.errors ?? {}}
      mayWrite={may(c, setDistrictFact)}
      few={isFew(c)}
    />,
    again ? 422 : 200,
  );
};
districtRoutes.get('/members/districts/:nces', (c) => districtPage(c));

districtRoutes.post('/members/districts/:nces/figures', async (c) => {
  const form = formOf(await c.req.formData());
  const nces = c.req.param('nces');
  const done = await setDistrictFact(c.var.world, c.var.who, {
    nces,
    key: text(form, 'key') ?? '',
    value: text(form, 'value') ?? '',
    asOf: text(form, 'asOf') ?? '',
    source: text(form, 'source') ?? '',
  });
  if (done.ok) return c.redirect(`/members/districts/${nces}?done=figure`, 303);
  return done.problem.kind === 'invalid'
    ? districtPage(c, { form, errors: fieldErrors(done.problem) })
    : respondProblem(c, done.problem, BACK);
});
districtRoutes.post('/members/districts/:nces/figures/removal', async (c) => {
  const form = formOf(await c.req.formData());
  const nces = c.req.param('nces');
  const done = await removeDistrictFact(c.var.world, c.var.who, { nces, key: text(form, 'key') ?? '' });
  return done.ok
    ? c.redirect(`/members/districts/${nces}?done=figure-off`, 303)
    : respondProblem(c, done.problem, { href: `/members/districts/${nces}`, label: 'The district' });
});
