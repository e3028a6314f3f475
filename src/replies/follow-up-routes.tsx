import { Hono, type Context } from 'hono';
import { formOf, text, ticked, type Form } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { fieldErrors, respondProblem, type AppEnv } from '../ui/index.ts';
import { wordProblems } from './follow-up-plan.ts';
import { FollowUpPage, type FollowUpDraft } from './pages/follow-up-page.tsx';
import { previewFollowUp } from './preview-follow-up.ts';
import { segmentsInWords } from './segments-in-words.ts';
import { sendFollowUp } from './send-follow-up.ts';

type C = Context<AppEnv>;
const BACK = { href: '/inbox', label: 'Inbox' };

/** A message to all who gave one answer: whom, what, what it takes, and the sending. */
export const followUpRoutes = new Hono<AppEnv>();

const draftOf = (form: Form, fresh: string): FollowUpDraft => ({
  id: text(form, 'id') ?? fresh,
  alertId: text(form, 'alert') ?? null,
  option: /^[1-9]$/.test(text(form, 'option') ?? '') ? Number(text(form, 'option')) : null,
  regionId: text(form, 'region') ?? null,
  smsText: text(form, 'sms_text') ?? '',
  emailSubject: text(form, 'email_subject') ?? '',
  emailText: text(form, 'email_text') ?? '',
});

const page = async (
  c: C,
  draft: FollowUpDraft,
  step: 'write' | 'confirm',
  problem: Problem | null = null,
) => {
  const { id: _, ...asked } = draft;
  const view = await previewFollowUp(c.var.world, c.var.who, asked);
  if (!view.ok) return respondProblem(c, view.problem, BACK);
  return c.html(
    <FollowUpPage
      frame={c.var.frame}
      {...view.value}
      draft={draft}
      step={step}
      errors={fieldErrors(problem)}
      problem={problem && !problem.fields?.length ? problem.message : null}
      size={segmentsInWords(draft.smsText)}
    />,
    problem ? 422 : 200,
  );
};

followUpRoutes.get('/inbox/follow-up', (c) =>
  page(c, draftOf(c.req.query(), c.var.world.ids.next()), 'write'),
);

/** Looks at what would be sent. */
followUpRoutes.post('/inbox/follow-up/preview', async (c) => {
  const form = formOf(await c.req.formData());
  const draft = draftOf(form, c.var.world.ids.next());
  const fields = ticked(form, 'back') ? null : wordProblems(draft);
  if (fields === null) return page(c, draft, 'write');
  if (fields.length > 0)
    return page(c, draft, 'write', { kind: 'invalid', message: 'Some fields need another look.', fields });
  return page(c, draft, 'confirm');
});

followUpRoutes.post('/inbox/follow-up', async (c) => {
  const form = formOf(await c.req.formData());
  const draft = draftOf(form, c.var.world.ids.next());
  const { id, alertId, option, ...words } = draft;
  const result = await sendFollowUp(c.var.world, c.var.who, {
    ...words,
    id,
    alertId: alertId ?? '',
    option: option ?? 0,
    people: Number(text(form, 'people') ?? 0),
  });
  if (result.ok) return c.redirect('/inbox?done=followed', 303);
  if (result.problem.kind === 'missing' || result.problem.kind === 'forbidden')
    return respondProblem(c, result.problem, BACK);
  return page(c, draft, result.problem.kind === 'conflict' ? 'confirm' : 'write', result.problem);
});
