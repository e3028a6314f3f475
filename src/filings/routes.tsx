import { Hono } from 'hono';
import type { Context } from 'hono';
import { localDate, yearOf } from '../platform/days.ts';
import { fileOf, formOf, text } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { flashFrom, may, respondProblem, type AppEnv } from '../ui/index.ts';
import { checkFiling } from './check-filing.ts';
import { compareFiling } from './compare-filing.ts';
import { decisionRoutes } from './decision-routes.tsx';
import { dateRoutes } from './date-routes.tsx';
import { dayRoutes } from './day-routes.tsx';
import { fileFiling } from './file-filing.ts';
import { filedCopy } from './filing-csv.ts';
import { filingFile } from './filing-file.ts';
import { guidanceRoutes } from './guidance-routes.tsx';
import { keepReceipt } from './keep-receipt.ts';
import { listReceipts, receiptFile } from './receipts.ts';
import { listObligations, showObligation } from './list-obligations.ts';
import { listThresholds } from './list-thresholds.ts';
import { markFiledByOther } from './mark-filed-by-other.ts';
import { ChangesPage } from './pages/changes-page.tsx';
import { FilePage } from './pages/file-page.tsx';
import { FilingsPage } from './pages/list-page.tsx';
import { ObligationPage } from './pages/obligation-page.tsx';
import { PrintPage } from './pages/print-page.tsx';
import { ProofPage } from './pages/proof-page.tsx';
import { prepareFiling } from './prepare-filing.ts';
import { refreshObligations } from './refresh-obligations.ts';
import { regimeById } from './regimes/index.ts';
import { FORMATS, type Format } from './render-copies.ts';
import { ruleRoutes } from './rule-routes.tsx';
import { showFiling } from './show-filing.ts';
import { verifyFiling } from './verify-filing.ts';
import { whatIfRoutes } from './what-if-routes.tsx';

const DONE: Record<string, string> = {
  refreshed: 'The due dates are worked out anew.',
  prepared: 'Prepared from the log as it stands.',
  filed: 'Filed. The copies are frozen.',
  kept: 'Kept beside the filed report.',
  elsewhere: 'Taken off the list of what is owed.',
};
const flashOf = flashFrom(DONE);
const back = { href: '/filings', label: 'Filings' };

export const filingRoutes = new Hono<AppEnv>();
filingRoutes.route('/', ruleRoutes);
filingRoutes.route('/', dayRoutes);
filingRoutes.route('/', dateRoutes);

// Before `/filings/:id`, which would take its address for a report's.
filingRoutes.route('/', whatIfRoutes);
filingRoutes.route('/', guidanceRoutes);
filingRoutes.route('/', decisionRoutes);

filingRoutes.get('/filings', async (c) => {
  const { world, who, frame } = c.var;
  const today = localDate(world.clock.now(), frame.zone);
  const asked = Number(c.req.query('year'));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : yearOf(today);
  const [list, lines] = await Promise.all([
    listObligations(world, who, { from: `${year}-01-01`, to: `${year}-12-31`, limit: 200 }),
    listThresholds(world, who, { year }),
  ]);
  if (!list.ok) return respondProblem(c, list.problem);
  return c.html(
    <FilingsPage
      frame={frame}
      flash={flashOf(c)}
      year={year}
      today={today}
      items={list.value.data}
      lines={lines.ok ? lines.value.data : []}
      mayRefresh={may(c, refreshObligations)}
    />,
  );
});

filingRoutes.post('/filings/refresh', async (c) => {
  const done = await refreshObligations(c.var.world, c.var.who, {});
  return done.ok ? c.redirect('/filings?done=refreshed', 303) : respondProblem(c, done.problem, back);
});

const obligationPage = async (c: Context<AppEnv>, id: string, problem: Problem | null) => {
  const { world, who, frame } = c.var;
  const found = await showObligation(world, who, { id });
  if (!found.ok) return respondProblem(c, found.problem, back);
  const filingId = found.value.filingId;
  const [filing, check] = filingId
    ? await Promise.all([showFiling(world, who, { id: filingId }), checkFiling(world, who, { filingId })])
    : [null, null];
  const receipts =
    filing?.ok && filing.value.filedAt !== null
      ? await listReceipts(world, who, { filingId: filing.value.id })
      : null;
  return c.html(
    <ObligationPage
      frame={frame}
      flash={problem ? null : flashOf(c)}
      now={world.clock.now()}
      obligation={found.value}
      exports={(regimeById(found.value.regime)?.exports ?? [])
        .filter((one) => one.forms.includes(found.value.form))
        .map(({ id: as, label }) => ({ as, label }))}
      filing={filing?.ok ? filing.value : null}
      check={check?.ok ? check.value : null}
      receipts={receipts?.ok ? receipts.value : null}
      mayKeep={may(c, keepReceipt)}
      mayPrepare={may(c, prepareFiling)}
      mayFile={may(c, fileFiling)}
      problem={problem?.fields?.[0]?.message ?? problem?.message ?? null}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

filingRoutes.get('/filings/filing/:file{.+\\.(?:csv|xlsx|pdf|json)}', async (c) => {
  const [id = '', format] = c.req.param('file').split('.');
  const file = await filingFile(c.var.world, c.var.who, { id, format: format as Format });
  if (!file.ok) return respondProblem(c, file.problem, back);
  return c.body(file.value.bytes, 200, {
    'content-type': file.value.type,
    'content-disposition': `attachment; filename="${file.value.name}"`,
  });
});

filingRoutes.get('/filings/filing/:id/print', async (c) => {
  const filing = await showFiling(c.var.world, c.var.who, { id: c.req.param('id') });
  if (!filing.ok) return respondProblem(c, filing.problem, back);
  const { regime, copies, ...rest } = filing.value;
  return c.html(
    <PrintPage
      {...rest}
      network={c.var.frame.network}
      zone={c.var.frame.zone}
      today={c.var.frame.today}
      office={regimeById(regime)?.office ?? regime}
      sha256={copies.find((one) => one.format === 'html')?.sha256 ?? null}
    />,
  );
});

filingRoutes.get('/filings/filing/:id/changes', async (c) => {
  const compared = await compareFiling(c.var.world, c.var.who, { id: c.req.param('id') });
  if (!compared.ok) return respondProblem(c, compared.problem, back);
  return c.html(<ChangesPage frame={c.var.frame} {...compared.value} />);
});

filingRoutes.get('/filings/filing/:id/proof', async (c) => {
  const id = c.req.param('id');
  const [filing, proof] = await Promise.all([
    showFiling(c.var.world, c.var.who, { id }),
    verifyFiling(c.var.world, c.var.who, { id }),
  ]);
  if (!filing.ok) return respondProblem(c, filing.problem, back);
  if (!proof.ok) return respondProblem(c, proof.problem, back);
  const { name, version, obligationId } = filing.value;
  return c.html(
    <ProofPage
      frame={c.var.frame}
      filingId={id}
      obligationId={obligationId}
      name={name}
      version={version}
      {...proof.value}
    />,
  );
});

filingRoutes.get('/filings/filing/:id/copy/:format', async (c) => {
  const { id, format } = c.req.param();
  const copy = await filedCopy(c.var.world, c.var.who, { id, format: format as Format });
  if (!copy.ok) return respondProblem(c, copy.problem, back);
  return c.body(new Uint8Array(copy.value.bytes), 200, {
    'content-type': copy.value.type,
    // The page carries its own style, which the console's policy would not let a browser use in place.
    'content-disposition': `attachment; filename="${id}.${FORMATS.find((one) => one === format) ?? 'txt'}"`,
    'x-sha256': copy.value.sha256,
  });
});

filingRoutes.post('/filings/filing/:id/receipts', async (c) => {
  const [{ world, who }, filingId] = [c.var, c.req.param('id')];
  const data = await c.req.formData();
  const [form, file] = [formOf(data), await fileOf(data, 'file')];
  const kept = await keepReceipt(world, who, {
    filingId,
    submittedOn: text(form, 'submittedOn') ?? '',
    reference: text(form, 'reference') ?? '',
    file: file?.bytes ?? null,
  });
  if (kept.ok) return c.redirect(`/filings/${kept.value.obligationId}?done=kept`, 303);
  const filing = await showFiling(world, who, { id: filingId });
  return filing.ok
    ? obligationPage(c, filing.value.obligationId, kept.problem)
    : respondProblem(c, kept.problem, back);
});

filingRoutes.get('/filings/filing/:id/receipts/:receipt', async (c) => {
  const { id, receipt } = c.req.param();
  const file = await receiptFile(c.var.world, c.var.who, { filingId: id, id: receipt });
  if (!file.ok) return respondProblem(c, file.problem, back);
  return c.body(new Uint8Array(file.value.bytes), 200, {
    'content-type': file.value.type,
    'content-disposition': `attachment; filename="${receipt}.${file.value.type.split('/')[1] ?? 'bin'}"`,
  });
});

filingRoutes.get('/filings/:id', (c) => obligationPage(c, c.req.param('id'), null));

filingRoutes.post('/filings/:id/preparation', async (c) => {
  const id = c.req.param('id');
  const done = await prepareFiling(c.var.world, c.var.who, { obligationId: id });
  return done.ok ? c.redirect(`/filings/${id}?done=prepared`, 303) : obligationPage(c, id, done.problem);
});

filingRoutes.get('/filings/:id/filing', async (c) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id');
  const found = await showObligation(world, who, { id });
  if (!found.ok) return respondProblem(c, found.problem, back);
  const filingId = found.value.filingId;
  if (!filingId) return c.redirect(`/filings/${id}`, 303);
  const [filing, check] = await Promise.all([
    showFiling(world, who, { id: filingId }),
    checkFiling(world, who, { filingId }),
  ]);
  if (!filing.ok) return respondProblem(c, filing.problem, back);
  if (!check.ok) return respondProblem(c, check.problem, back);
  if (!check.value.mayFile || !may(c, fileFiling)) return c.redirect(`/filings/${id}`, 303);
  return c.html(
    <FilePage
      frame={frame}
      obligationId={id}
      filingId={filingId}
      name={found.value.name}
      office={regimeById(found.value.regime)?.office ?? found.value.regimeName}
      dueOn={found.value.dueOn}
      version={filing.value.version}
      totalCents={filing.value.totalCents}
      lineCount={filing.value.lines.length}
      checks={check.value.checks}
    />,
  );
});

filingRoutes.post('/filings/:id/filing', async (c) => {
  const id = c.req.param('id');
  const form = formOf(await c.req.formData());
  const done = await fileFiling(c.var.world, c.var.who, { filingId: text(form, 'filingId') ?? '' });
  return done.ok ? c.redirect(`/filings/${id}?done=filed`, 303) : obligationPage(c, id, done.problem);
});

filingRoutes.post('/filings/:id/elsewhere', async (c) => {
  const id = c.req.param('id');
  const form = formOf(await c.req.formData());
  const done = await markFiledByOther(c.var.world, c.var.who, {
    obligationId: id,
    by: text(form, 'by') ?? '',
  });
  return done.ok ? c.redirect(`/filings/${id}?done=elsewhere`, 303) : obligationPage(c, id, done.problem);
});
