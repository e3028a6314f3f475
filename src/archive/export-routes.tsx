import { Hono, type Context } from 'hono';
import { formatIso, localDate, showWhen } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import { flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { discardExport } from './discard-export.ts';
import { downloadExport } from './download-export.ts';
import { listExports } from './list-exports.ts';
import { ExportPage, Exports, type ExportShown } from './pages/export-page.tsx';
import { requestExport } from './request-export.ts';
import { LEFT_OUT } from './tables.ts';

type C = Context<AppEnv>;

const flash = flashFrom({
  asked: 'The export is being written.',
  discarded: 'The export is discarded.',
});
const BACK = { href: '/settings/export', label: 'Export' };

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const shown = async (c: C): Promise<ExportShown[] | Response> => {
  const { world, who, frame } = c.var;
  const result = await listExports(world, who, {});
  if (!result.ok) return respondProblem(c, result.problem, { href: '/settings', label: 'Settings' });
  const now = world.clock.now();
  const when = (ms: number) => ({ iso: formatIso(ms), text: showWhen(ms, now, frame.zone) });
  return result.value.map((one) => ({
    id: one.id,
    state: one.state,
    asked: when(one.askedAt),
    by: one.askedBy,
    until: when(one.until),
    gone: one.goneAt === null ? null : when(one.goneAt),
    done: one.partsDone,
    parts: one.parts,
    rows: one.rows.toLocaleString('en-US'),
    size: sizeWords(one.size),
    zips: one.zips.map(sizeWords),
    missing: one.missing,
  }));
};

export const exportRoutes = new Hono<AppEnv>();

exportRoutes.get('/settings/export', async (c) => {
  const exports = await shown(c);
  if (exports instanceof Response) return exports;
  return c.html(
    <ExportPage
      frame={c.var.frame}
      id={c.var.world.ids.next()}
      exports={exports}
      leftOut={Object.entries(LEFT_OUT).map(([name, why]) => `${name}: ${why}`)}
      flash={flash(c) ?? undefined}
    />,
  );
});

/** The page's own part again, while an export is being written. */
exportRoutes.get('/settings/export/live', async (c) => {
  const exports = await shown(c);
  return exports instanceof Response ? exports : c.html(<Exports exports={exports} />);
});

exportRoutes.post('/settings/exports', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await requestExport(c.var.world, c.var.who, { id: text(form, 'id') });
  return done.ok ? c.redirect('/settings/export?done=asked', 303) : respondProblem(c, done.problem, BACK);
});

// A form, not a link: nothing fetches everybody's data ahead, and each fetch is written down.
exportRoutes.post('/settings/exports/:id/files', async (c) => {
  const form = formOf(await c.req.formData());
  const part = Number(text(form, 'part') ?? '1');
  const done = await downloadExport(c.var.world, c.var.who, { id: c.req.param('id'), part });
  if (!done.ok) return respondProblem(c, done.problem, BACK);
  const { stream, length, parts, madeAt } = done.value;
  const name = `network-${localDate(madeAt, c.var.frame.zone)}${parts > 1 ? `-${part}-of-${parts}` : ''}.zip`;
  return c.body(stream, 200, {
    'content-type': 'application/zip',
    'content-length': String(length),
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
});

exportRoutes.post('/settings/exports/:id/removal', async (c) => {
  const done = await discardExport(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok ? c.redirect('/settings/export?done=discarded', 303) : respondProblem(c, done.problem, BACK);
});
