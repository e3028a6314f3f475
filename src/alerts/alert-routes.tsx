import { Hono, type Context } from 'hono';
import { formatIso, showDay, showMoment, showWhen } from '../platform/days.ts';
import { formOf, list, text, type Form } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { networkSettings } from '../staff/index.ts';
import { flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { alertChoices } from './alert-choices.ts';
import { formFromAlert, inputFromForm, problemsByField } from './alert-form.ts';
import { firstAsked } from './compose.ts';
import { alertById, type Alert } from './alert-of.ts';
import { approvalRoutes, DONE } from './approval-routes.tsx';
import { draftAlert } from './draft-alert.ts';
import { editAlert } from './edit-alert.ts';
import { KNOWN_SURVEY } from './known-survey.ts';
import { listAlerts } from './list-alerts.ts';
import { AlertEditPage } from './pages/alert-edit.tsx';
import { AlertListPage, type AlertLine } from './pages/alert-list.tsx';
import { wordsOf } from './preview.ts';
import { formAfter, formWithQuestions } from './question-form.ts';
import { questionsOf } from './questions-of.ts';
import { bubblesOf } from './question-bubbles.ts';
import { lastReturnRead } from './return-alert.ts';
import { formOfUpdate } from './points-update.ts';
import { showTalkingPoints } from './show-talking-points.ts';
import { formAboutBill, officialsRead, pointsAbout } from './start-draft.ts';
import { sizeInWords } from './size-in-words.ts';
import { stateAfter, wasLaunched, type AlertState } from './states.ts';

type C = Context<AppEnv>;

const ALERTS = { href: '/alerts', label: 'Alerts' };
const GROUPS: { id: string; title: string; states: AlertState[] }[] = [
  { id: 'out', title: 'Out now', states: ['sending', 'paused', 'halted', 'open'] },
  { id: 'waiting', title: 'Waiting for approval', states: ['proposed'] },
  { id: 'ready', title: 'Approved, not sent', states: ['approved', 'scheduled'] },
  { id: 'drafts', title: 'Drafts', states: ['draft'] },
];
const CLOSED: AlertState[] = ['closed', 'cancelled'];
const WRITERS = ['owner', 'director', 'coordinator', 'staff'];

const flashOf = flashFrom(DONE);
const hrefOf = ({ id, state }: { id: string; state: AlertState }) => {
  if (wasLaunched(state)) return `/alerts/${id}`;
  return state === 'draft' ? `/alerts/${id}/edit` : `/alerts/${id}/preview`;
};

export const alertDraftRoutes = new Hono<AppEnv>();

/** Behind all that are ranked. */
const UNRANKED = 1_000;
/** What serves the first priority first; among those that serve the same, or none, the order stays. */
const byPriority = (a: { rank: number | null }, b: { rank: number | null }) =>
  (a.rank ?? UNRANKED) - (b.rank ?? UNRANKED);

alertDraftRoutes.get('/alerts', async (c) => {
  const { world, who, frame } = c.var;
  const before = c.req.query('before');
  const [current, closed] = await Promise.all([
    listAlerts(world, who, { states: before ? [] : GROUPS.flatMap((group) => group.states), limit: 200 }),
    listAlerts(world, who, { states: CLOSED, limit: 20, cursor: before }),
  ]);
  if (!current.ok) return respondProblem(c, current.problem);
  if (!closed.ok) return respondProblem(c, closed.problem);
  const now = world.clock.now();
  const line = (row: (typeof closed.value.data)[number]): AlertLine => {
    const at = row.closedAt ?? row.launchedAt ?? row.proposedAt ?? row.createdAt;
    return {
      id: row.id,
      href: hrefOf(row),
      title: row.title,
      kind: row.kind,
      state: row.state,
      about: [row.billNumber, row.issueName, row.proposedByName && `proposed by ${row.proposedByName}`]
        .filter(Boolean)
        .join(', ')
        .replace(/^proposed/, 'Proposed'),
      when: { iso: formatIso(at), text: showWhen(at, now, frame.zone) },
    };
  };
  return c.html(
    <AlertListPage
      frame={frame}
      groups={[
        ...GROUPS.map(({ id, title, states }) => ({
          id,
          title,
          lines: current.value.data
            .filter((row) => states.includes(row.state))
            .toSorted(byPriority)
            .map(line),
        })),
        { id: 'closed', title: 'Closed', lines: closed.value.data.map(line) },
      ]}
      mayDraft={who.kind === 'staff' && WRITERS.includes(who.role)}
      nextHref={closed.value.nextCursor && `/alerts?before=${closed.value.nextCursor}`}
      flash={flashOf(c)}
    />,
  );
});

/** The form of an alert, as first opened or with what is wrong in it. */
const editPage = async (c: C, form: Form, alert: Alert | null, problem: Problem | null = null) => {
  const { world, who, frame } = c.var;
  const choices = await alertChoices(world, who, {});
  if (!choices.ok) return respondProblem(c, choices.problem, ALERTS);
  const { shortName } = await networkSettings(world);
  const words = alert?.smsText ? await wordsOf(world, alert) : null;
  const sms = words?.sms;
  const input = inputFromForm(form, frame.zone);
  const [officials, [returned = null], [points]] = await world.db.together(
    officialsRead(list(form, 'officials')),
    alert?.state === 'draft' ? lastReturnRead(alert.id) : null,
    input.billId && !input.talkingPointsId ? pointsAbout(world, input.billId, frame.zone) : null,
  );
  const expired = points?.expired;
  return c.html(
    <AlertEditPage
      frame={frame}
      form={form}
      action={alert ? `/alerts/${alert.id}/draft` : '/alerts'}
      previewHref={alert && `/alerts/${alert.id}/preview`}
      choices={{ ...choices.value, officials }}
      errors={problem?.fields ? problemsByField(form, problem.fields) : {}}
      problem={problem && !problem.fields ? problem.message : null}
      warning={
        alert && alert.state !== 'draft'
          ? 'Saving takes it back to draft, and it needs approval again. If nothing has to change, leave without saving.'
          : null
      }
      returned={
        returned && {
          by: returned.by,
          note: returned.note,
          when: showMoment(returned.at, world.clock.now(), frame.zone),
        }
      }
      expired={
        expired?.expiresOn ? { id: expired.id, title: expired.title, day: showDay(expired.expiresOn) } : null
      }
      size={sizeInWords(
        { smsText: input.smsText, question: firstAsked(input.questions) },
        shortName,
        world.settings.publicUrl,
      )}
      later={bubblesOf(input.questions, shortName)}
      findings={words?.findings ?? []}
      bubble={
        sms
          ? {
              ...sms,
              note: `At its longest${sms.notGsm.length > 0 ? `; ${sms.notGsm.join(' ')} makes it longer` : ''}.`,
            }
          : null
      }
      flash={problem ? null : flashOf(c)}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

/**
 * The form where a button of it changed its questions and saved nothing: one more, one less, another order, or those
 * of an earlier alert. Null where it is to be saved.
 */
const formChanged = async (c: C, form: Form): Promise<Form | null> => {
  const act = text(form, 'act');
  if (act !== 'copy') return formAfter(form, act);
  const { world, who } = c.var;
  const from = await alertById(world, who, { id: text(form, 'questionsFrom') ?? '' });
  return from.ok ? formWithQuestions(form, await questionsOf(world, from.value.id)) : form;
};

const savedAt = (id: string, form: Form) =>
  `/alerts/${id}/${text(form, 'next') === 'edit' ? 'edit' : 'preview'}?done=saved`;

alertDraftRoutes.get('/alerts/new', async (c) => {
  const { world, who, frame } = c.var;
  const pointsId = c.req.query('talking-points');
  const officials = (c.req.query('officials') ?? '').split(',').filter(Boolean);
  const points = pointsId ? await showTalkingPoints(world, who, { id: pointsId }) : null;
  if (points && !points.ok) return respondProblem(c, points.problem, ALERTS);
  const asked: Form =
    c.req.query('ask') === 'known'
      ? KNOWN_SURVEY
      : points
        ? await formOfUpdate(world, points.value, officials)
        : await formAboutBill(world, c.req.query('bill') ?? '', officials, frame.zone);
  return editPage(c, { ...asked, id: world.ids.next() }, null);
});

alertDraftRoutes.post('/alerts', async (c) => {
  const form = formOf(await c.req.formData());
  const { world, who, frame } = c.var;
  const changed = await formChanged(c, form);
  if (changed) return editPage(c, changed, null);
  const drafted = await draftAlert(world, who, { id: text(form, 'id'), ...inputFromForm(form, frame.zone) });
  if (drafted.ok) return c.redirect(savedAt(drafted.value.id, form), 303);
  return drafted.problem.kind === 'forbidden'
    ? respondProblem(c, drafted.problem, ALERTS)
    : editPage(c, form, null, drafted.problem);
});

alertDraftRoutes.post('/alerts/text-size', async (c) => {
  const { world, frame } = c.var;
  const { smsText, questions } = inputFromForm(formOf(await c.req.formData()), frame.zone);
  const { shortName } = await networkSettings(world);
  return c.text(
    sizeInWords({ smsText, question: firstAsked(questions) }, shortName, world.settings.publicUrl),
  );
});

alertDraftRoutes.get('/alerts/:id/edit', async (c) => {
  const { world, who, frame } = c.var;
  const alert = await alertById(world, who, { id: c.req.param('id') });
  if (!alert.ok) return respondProblem(c, alert.problem, ALERTS);
  if (!stateAfter(alert.value.state, 'edit')) return c.redirect(hrefOf(alert.value), 303);
  return editPage(c, formFromAlert(alert.value, frame.zone), alert.value);
});

alertDraftRoutes.post('/alerts/:id/draft', async (c) => {
  const form = formOf(await c.req.formData());
  const { world, who, frame } = c.var;
  const alert = await alertById(world, who, { id: c.req.param('id') });
  if (!alert.ok) return respondProblem(c, alert.problem, ALERTS);
  const changed = await formChanged(c, form);
  if (changed) return editPage(c, changed, alert.value);
  const edited = await editAlert(world, who, {
    ...inputFromForm(form, frame.zone, alert.value.audience),
    id: alert.value.id,
    revision: Number(text(form, 'revision')),
  });
  if (edited.ok) return c.redirect(savedAt(edited.value.id, form), 303);
  return edited.problem.kind === 'forbidden'
    ? respondProblem(c, edited.problem, ALERTS)
    : editPage(c, form, alert.value, edited.problem);
});

alertDraftRoutes.route('/', approvalRoutes);
