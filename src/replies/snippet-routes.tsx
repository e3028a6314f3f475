import { Hono, type Context } from 'hono';
import { formOf, text, ticked } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { listSnippets } from './list-snippets.ts';
import { SnippetEditPage, SnippetsPage } from './pages/snippet-pages.tsx';
import { removeSnippet } from './remove-snippet.ts';
import { saveSnippet } from './save-snippet.ts';
import { segmentsInWords } from './segments-in-words.ts';

type C = Context<AppEnv>;
const BACK = { href: '/inbox/snippets', label: 'Canned replies' };
const flashOf = flashFrom({
  saved: 'Saved. It stands in the answer of every conversation.',
  removed: 'Removed.',
  returned: 'It is back.',
});

/** Canned replies: the list, and one to write. */
export const snippetRoutes = new Hono<AppEnv>();

snippetRoutes.get('/inbox/snippets', async (c) => {
  const list = await listSnippets(c.var.world, c.var.who, {});
  if (!list.ok) return respondProblem(c, list.problem, BACK);
  const rows = list.value.data.map((one) => ({ ...one, size: segmentsInWords(one.words) }));
  return c.html(
    <SnippetsPage frame={c.var.frame} flash={flashOf(c)} rows={rows} undo={c.req.query('undo') ?? null} />,
  );
});

const edit = (
  c: C,
  given: { id: string; title: string; words: string; isNew: boolean },
  problem: Problem | null = null,
) =>
  c.html(
    <SnippetEditPage
      frame={c.var.frame}
      {...given}
      errors={fieldErrors(problem)}
      size={segmentsInWords(given.words)}
    />,
    problem ? 422 : 200,
  );

snippetRoutes.get('/inbox/snippets/new', async (c) => {
  const list = await listSnippets(c.var.world, c.var.who, {});
  if (!list.ok) return respondProblem(c, list.problem, BACK);
  return edit(c, { id: c.var.world.ids.next(), title: '', words: '', isNew: true });
});

snippetRoutes.get('/inbox/snippets/:id', async (c) => {
  const list = await listSnippets(c.var.world, c.var.who, {});
  if (!list.ok) return respondProblem(c, list.problem, BACK);
  const one = list.value.data.find(({ id }) => id === c.req.param('id'));
  return one ? edit(c, { ...one, isNew: false }) : c.redirect('/inbox/snippets', 303);
});

snippetRoutes.post('/inbox/snippets', async (c) => {
  const form = formOf(await c.req.formData());
  const id = text(form, 'id');
  const title = text(form, 'title') ?? '';
  const words = text(form, 'words') ?? '';
  const result = await saveSnippet(c.var.world, c.var.who, { id, title, words });
  if (result.ok) return c.redirect('/inbox/snippets?done=saved', 303);
  if (result.problem.kind !== 'invalid') return respondProblem(c, result.problem, BACK);
  return edit(
    c,
    { id: id ?? c.var.world.ids.next(), title, words, isNew: ticked(form, 'new') },
    result.problem,
  );
});

snippetRoutes.post('/inbox/snippets/:id/removal', async (c) => {
  const id = c.req.param('id');
  const back = ticked(formOf(await c.req.formData()), 'back');
  const result = await removeSnippet(c.var.world, c.var.who, { id, back });
  if (!result.ok) return respondProblem(c, result.problem, BACK);
  return c.redirect(`/inbox/snippets?done=${back ? 'returned' : `removed&undo=${id}`}`, 303);
});
