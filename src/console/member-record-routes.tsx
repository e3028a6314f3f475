import { Hono, type Context } from 'hono';
import { showMember } from '../people/index.ts';
import { formOf, text } from '../platform/form.ts';
import { roleProblem } from '../platform/verb.ts';
import { fieldErrors, respondProblem, type AppEnv } from '../ui/index.ts';
import { eraseMember } from './erase-member.ts';
import { exportMember } from './export-member.ts';
import { ConsentPage } from './pages/consent-page.tsx';
import { ErasePage } from './pages/member-erase.tsx';
import { ExportPage, HoldingsPage } from './pages/member-export.tsx';
import { showConsent } from './show-consent.ts';

/** What is on record about a member: consent with its evidence, everything held, and its erasing on request. */
export const memberRecordRoutes = new Hono<AppEnv>();

const back = { href: '/members', label: 'Members' };

memberRecordRoutes.get('/members/:id{[0-9A-HJKMNP-TV-Z]{26}}/consent', async (c) => {
  const { world, who, frame } = c.var;
  const found = await showConsent(world, who, { id: c.req.param('id') });
  if (!found.ok) return respondProblem(c, found.problem, back);
  const { id, name, lines, closed } = found.value;
  return c.html(
    <ConsentPage
      frame={frame}
      member={{ id, name }}
      lines={lines}
      closed={closed}
      now={world.clock.now()}
      mayExport={roleProblem(who, exportMember) === null}
    />,
  );
});

/** Whom a page is about, for those who may do what it offers. */
const subject = async (c: Context<AppEnv>, verb: Parameters<typeof roleProblem>[1]) => {
  const { world, who } = c.var;
  const stranger = roleProblem(who, verb);
  if (stranger) return { ok: false as const, problem: stranger };
  return showMember(world, who, { id: c.req.param('id') ?? '' });
};

memberRecordRoutes.get('/members/:id{[0-9A-HJKMNP-TV-Z]{26}}/export', async (c) => {
  const member = await subject(c, exportMember);
  if (!member.ok) return respondProblem(c, member.problem, back);
  return c.html(
    <ExportPage
      frame={c.var.frame}
      member={member.value}
      mayErase={roleProblem(c.var.who, eraseMember) === null}
    />,
  );
});

memberRecordRoutes.post('/members/:id{[0-9A-HJKMNP-TV-Z]{26}}/export', async (c) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id');
  const as = text(formOf(await c.req.formData()), 'as');
  const done = await exportMember(world, who, { id });
  if (!done.ok) return respondProblem(c, done.problem, back);
  c.header('cache-control', 'no-store');
  if (as === 'page') return c.html(<HoldingsPage network={frame.network} holdings={done.value} />);
  c.header('content-disposition', `attachment; filename="member-${id}.json"`);
  return c.body(`${JSON.stringify(done.value, null, 2)}\n`, 200, { 'content-type': 'application/json' });
});

const erasePage = async (c: Context<AppEnv>, errors: Record<string, string>) => {
  const member = await subject(c, eraseMember);
  if (!member.ok) return respondProblem(c, member.problem, back);
  return c.html(
    <ErasePage frame={c.var.frame} member={member.value} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
};
memberRecordRoutes.get('/members/:id{[0-9A-HJKMNP-TV-Z]{26}}/erase', (c) => erasePage(c, {}));
memberRecordRoutes.post('/members/:id{[0-9A-HJKMNP-TV-Z]{26}}/erase', async (c) => {
  const id = c.req.param('id');
  const name = text(formOf(await c.req.formData()), 'name') ?? '';
  const done = await eraseMember(c.var.world, c.var.who, { id, name });
  if (done.ok) return c.redirect(`/members/${id}?done=erased`, 303);
  return done.problem.kind === 'invalid'
    ? erasePage(c, fieldErrors(done.problem))
    : respondProblem(c, done.problem, back);
});
