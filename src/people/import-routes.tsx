import { Hono } from 'hono';
import { writeCsv } from '../platform/csv.ts';
import { formOf, text } from '../platform/form.ts';
import { may, respondProblem, type AppEnv } from '../ui/index.ts';
import { DISTRICT_COLUMNS } from './districts-file.ts';
import { COLUMNS, guessMapping, type ColumnName, type Mapping } from './columns.ts';
import { importDistricts } from './import-districts.ts';
import { importMembers } from './import-members.ts';
import { readMembersFile } from './members-file.ts';
import { importPages, listedImports } from './import-page-routes.tsx';
import { ImportCheckPage, ImportsPage } from './pages/import-pages.tsx';
import type { ImportWords } from './pages/import-page.tsx';
import { backToMembers, csvFile, flashOf, TOO_LARGE, type C } from './shared-routes.ts';
import { base64, uploadOf, UPLOAD_MAX_BYTES } from './upload.ts';

/** Files of members and districts: looked at, imported, undone. */
export const importRoutes = new Hono<AppEnv>();

const WORDS: Record<string, ImportWords> = {
  members: {
    created: 'New members',
    one: 'One member',
    href: '/members',
    lined: true,
    stays:
      'Whoever has answered, been written to or been changed since stays, and you will see who. What was stopped stays stopped.',
  },
  districts: {
    created: 'New districts',
    one: 'One district',
    href: '/members/districts',
    lined: true,
    stays: 'Districts that members or figures refer to by now stay, and you will see which.',
  },
  figures: {
    created: 'Districts with new figures',
    one: 'One figure',
    href: '/members/districts',
    lined: true,
    stays: 'A figure that somebody has changed since stays, and you will see which.',
  },
};

const importsPage = async (c: C, error: string | null) => {
  const listed = await listedImports(c, Object.keys(WORDS));
  if (!listed.ok) return respondProblem(c, listed.problem, backToMembers);
  const page = (
    <ImportsPage
      frame={c.var.frame}
      flash={flashOf(c)}
      {...listed.value}
      error={error}
      mayWrite={may(c, importMembers)}
    />
  );
  return c.html(page, error ? 422 : 200);
};
importRoutes.get('/members/imports', (c) => importsPage(c, null));

const template = (c: C, name: string, columns: readonly string[]) =>
  csvFile(c, `${name}-template`, writeCsv(columns, [], { bom: true }));
importRoutes.get('/members/imports/template.csv', (c) => template(c, 'members', COLUMNS));
importRoutes.get('/members/imports/districts.csv', (c) => template(c, 'districts', DISTRICT_COLUMNS));

importRoutes.post('/members/imports', async (c) => {
  const data = await c.req.formData();
  const form = formOf(data);
  const file = await uploadOf(data, form);
  if (!file) return importsPage(c, 'Choose a file first.');
  if (file.bytes.length > UPLOAD_MAX_BYTES) return importsPage(c, TOO_LARGE);
  const { world, who, frame } = c.var;
  const kind = text(form, 'kind') === 'districts' ? 'districts' : 'members';
  const act = text(form, 'act') ?? 'check';
  const chosen = COLUMNS.flatMap((column): [ColumnName, string][] => {
    const header = form[`mapping.${column}`];
    return typeof header === 'string' ? [[column, header]] : [];
  });
  const mapping: Mapping = Object.fromEntries(chosen);
  const input = {
    fileName: file.name.slice(0, 200),
    content: file.bytes,
    dryRun: act === 'check',
    acceptGoodRows: act === 'good-rows',
  };
  const done =
    kind === 'districts'
      ? await importDistricts(world, who, input)
      : await importMembers(world, who, { ...input, mapping });
  if (done.ok && act !== 'check') {
    return c.redirect(
      done.value.importId ? `/members/imports/${done.value.importId}?done=imported` : '/members/imports',
      303,
    );
  }
  if (!done.ok && done.problem.kind !== 'invalid')
    return respondProblem(c, done.problem, { href: '/members/imports', label: 'Imports' });

  const read = kind === 'members' ? readMembersFile(file.bytes, mapping, '9999-12-31') : null;
  const header = read?.header ?? [];
  const found = done.ok ? { notes: [], newRegions: [], newGroups: [], ignored: [], ...done.value } : null;
  const problem = done.ok ? null : (done.problem.fields?.[0]?.message ?? done.problem.message);
  const page = (
    <ImportCheckPage
      frame={frame}
      kind={kind}
      fileName={input.fileName}
      content={base64(file.bytes)}
      report={found}
      problem={problem}
      header={header}
      mapping={Object.fromEntries(Object.entries(guessMapping(header, mapping)))}
    />
  );
  return c.html(page, done.ok ? 200 : 422);
});

const imported = importPages({
  at: '/members/imports',
  label: 'Imports',
  current: 'members',
  words: WORDS,
  tells: false,
});
importRoutes.get('/members/imports/:id', imported.show);
importRoutes.post('/members/imports/:id/undo', imported.undo);
