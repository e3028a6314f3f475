import { Hono, type Context } from 'hono';
import { figuresOf } from '../people/index.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { networkSettings } from '../staff/index.ts';
import { fieldErrors, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addTalkingPoints } from './add-talking-points.ts';
import { alertChoices } from './alert-choices.ts';
import { editTalkingPoints } from './edit-talking-points.ts';
import { PointsEditPage, type PointsEditProps } from './pages/points-edit.tsx';
import { PointsPreview } from './pages/points-preview.tsx';
import { expiryOf } from './points-expiry.ts';
import { previewOfPoints } from './points-preview.ts';
import { showTalkingPoints } from './show-talking-points.ts';
import { sizeInWords } from './size-in-words.ts';
import type { LEVELS } from './talking-points-input.ts';
import { districtChoices } from './talking-points-queries.ts';

type C = Context<AppEnv>;

const BACK = { href: '/talking-points', label: 'Talking points' };

const inputOf = (form: Form) => ({
  title: text(form, 'title') ?? '',
  issueId: text(form, 'issueId') ?? '',
  billId: text(form, 'billId') ?? null,
  level: (text(form, 'level') ?? '') as (typeof LEVELS)[number],
  body: text(form, 'body') ?? '',
  short: text(form, 'short') ?? '',
  expiresOn: text(form, 'expiresOn') ?? null,
});
/** The button that shows the words and saves nothing, for those without script. */
const onlyLooks = (form: Form) => text(form, 'act') === 'preview';
const previewFor = (c: C, form: Form) =>
  previewOfPoints(c.var.world, c.var.frame.network, {
    body: text(form, 'body') ?? '',
    short: text(form, 'short') ?? '',
    nces: text(form, 'district') ?? null,
  });
const sizeOf = async (c: C, short: string) => {
  const { world } = c.var;
  const { shortName } = await networkSettings(world);
  return short === ''
    ? 'The sender’s name, the link and how to stop are added for you.'
    : sizeInWords({ smsText: short, question: null }, shortName, world.settings.publicUrl);
};

type Shown = Pick<PointsEditProps, 'existing' | 'twinOf'> & { form: Form; problem?: Problem };

/** The form of talking points, as first opened, with what is wrong in it, or with its preview. */
const editPage = async (c: C, { form, problem, ...rest }: Shown) => {
  const { world, who, frame } = c.var;
  const [choices, district, known, preview, size] = await Promise.all([
    alertChoices(world, who, {}),
    world.db.all(districtChoices, {}),
    figuresOf(world),
    previewFor(c, form),
    sizeOf(c, text(form, 'short') ?? ''),
  ]);
  if (!choices.ok) return respondProblem(c, choices.problem, BACK);
  const expiresOn = text(form, 'expiresOn') ?? null;
  const errors = fieldErrors(problem ?? null);
  return c.html(
    <PointsEditPage
      {...rest}
      frame={frame}
      form={form}
      id={text(form, 'id') ?? world.ids.next()}
      choices={{ issue: choices.value.issue ?? [], bill: choices.value.bill ?? [], district }}
      known={known.figures.map(({ key }) => key)}
      size={size}
      errors={errors}
      problem={problem && !problem.fields ? problem.message : null}
      expiry={errors.expiresOn ? 'holds' : expiryOf(expiresOn, world.clock.now(), frame.zone)}
      preview={preview}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

export const pointsDraftRoutes = new Hono<AppEnv>();

/** What the words belong to that a form of new ones names. */
const twinOf = async (c: C, id: string | undefined) => {
  const twin = id ? await showTalkingPoints(c.var.world, c.var.who, { id }) : null;
  return twin?.ok ? twin.value : null;
};

pointsDraftRoutes.get('/talking-points/new', onlyFor(addTalkingPoints), async (c) => {
  const twin = await twinOf(c, c.req.query('twin-of'));
  return editPage(c, {
    existing: null,
    twinOf: twin && { id: twin.id, title: twin.title },
    form: twin
      ? {
          level: twin.level === 'state' ? 'federal' : 'state',
          title: twin.title,
          issueId: twin.issueId,
          body: twin.draft ?? '',
        }
      : { level: 'state', issueId: c.req.query('issue') ?? '', billId: c.req.query('bill') ?? '' },
  });
});

pointsDraftRoutes.post('/talking-points', onlyFor(addTalkingPoints), async (c) => {
  const form = formOf(await c.req.formData());
  const variantOf = text(form, 'variantOf') ?? null;
  const again = async (problem?: Problem) => {
    const twin = await twinOf(c, variantOf ?? undefined);
    return editPage(c, { form, problem, existing: null, twinOf: twin && { id: twin.id, title: twin.title } });
  };
  if (onlyLooks(form)) return again();
  const added = await addTalkingPoints(c.var.world, c.var.who, {
    id: text(form, 'id'),
    ...inputOf(form),
    variantOf,
  });
  if (added.ok) return c.redirect(`/talking-points/${added.value.id}?done=saved`, 303);
  return added.problem.kind === 'invalid' ? again(added.problem) : respondProblem(c, added.problem, BACK);
});

pointsDraftRoutes.post('/talking-points/preview', onlyFor(editTalkingPoints), async (c) =>
  c.html(<PointsPreview {...await previewFor(c, formOf(await c.req.formData()))} />),
);

pointsDraftRoutes.post('/talking-points/text-size', onlyFor(editTalkingPoints), async (c) =>
  c.text(await sizeOf(c, text(formOf(await c.req.formData()), 'short') ?? '')),
);

/** The form of one document, as it stands or as it was posted. */
const draftPage = async (c: C, posted: Form | null, problem?: Problem) => {
  const id = c.req.param('id') ?? '';
  const points = await showTalkingPoints(c.var.world, c.var.who, { id });
  if (!points.ok) return respondProblem(c, points.problem, BACK);
  const { title, issueId, billId, level, draft, draftShort, expiresOn, updatedAt, variantId } = points.value;
  return editPage(c, {
    existing: {
      id,
      title,
      seenAt: Number((posted && text(posted, 'seenAt')) ?? updatedAt),
      paired: variantId !== null,
    },
    twinOf: null,
    problem,
    form: posted ?? {
      title,
      issueId,
      billId: billId ?? '',
      level,
      body: draft ?? '',
      short: draftShort ?? '',
      expiresOn: expiresOn ?? '',
    },
  });
};

pointsDraftRoutes.get('/talking-points/:id/edit', onlyFor(editTalkingPoints), (c) => draftPage(c, null));

pointsDraftRoutes.post('/talking-points/:id/draft', onlyFor(editTalkingPoints), async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  if (onlyLooks(form)) return draftPage(c, form);
  const edited = await editTalkingPoints(c.var.world, c.var.who, {
    id,
    seenAt: Number(text(form, 'seenAt')),
    ...inputOf(form),
  });
  return edited.ok ? c.redirect(`/talking-points/${id}?done=saved`, 303) : draftPage(c, form, edited.problem);
});
