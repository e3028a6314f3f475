import { Hono, type Context } from 'hono';
import { showMoment } from '../platform/days.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { showCents } from '../platform/money.ts';
import { PROBLEM_STATUS, type Problem, type Result } from '../platform/problem.ts';
import type { Who } from '../platform/who.ts';
import { networkSettings } from '../staff/index.ts';
import { fieldErrors, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { alertById, alertOf, type Alert } from './alert-of.ts';
import { approveAlert } from './approve-alert.ts';
import { weekInWords } from './budget.ts';
import { discardAlert } from './discard-alert.ts';
import { forecastInWords } from './forecast-words.ts';
import { AlertPreviewPage, type AlertPreviewProps } from './pages/alert-preview.tsx';
import { KIND_WORDS } from './pages/alert-words.ts';
import { ExcludedPage } from './pages/excluded.tsx';
import { listExcluded, previewAlert } from './preview-alert.ts';
import { previewOf, type Preview } from './preview.ts';
import { proposeAlert } from './propose-alert.ts';
import { returnAlert } from './return-alert.ts';
import { bubblesOf } from './question-bubbles.ts';
import { stateAfter, wasLaunched } from './states.ts';

type C = Context<AppEnv>;

const ALERTS = { href: '/alerts', label: 'Alerts' };
const MICROS_PER_CENT = 10_000;
const CHANNEL_WORDS = { sms: 'By text', email: 'By email' };

/** What a page says after an act. */
export const DONE: Record<string, string> = {
  saved: 'Saved.',
  proposed: 'The approvers have been asked.',
  approved: 'Approved. It can be sent now.',
  returned: 'Sent back with your note.',
  discarded: 'Discarded. Nobody was sent it.',
};

/** How this person may approve, or why not. */
const approvingOf = (who: Who, alert: Alert, selfApproval: boolean): AlertPreviewProps['acts']['approve'] => {
  if (alert.state !== 'proposed' || who.kind !== 'staff') return null;
  if (who.role !== 'owner' && who.role !== 'director')
    return { no: 'The director and the owner have been asked to approve it.' };
  if (alert.proposedBy !== who.id) return 'yes';
  if (selfApproval) return 'own';
  return who.role === 'owner'
    ? 'reason'
    : { no: 'You proposed it, so somebody else approves it. The other approvers have been asked.' };
};

const textOf = ({ sms, costMicros }: Preview): AlertPreviewProps['sms'] =>
  sms && {
    text: sms.text,
    segments: sms.segments,
    characters: sms.characters,
    encoding:
      sms.encoding === 'UCS-2' ? 'in the alphabet with accents, which takes more segments' : undefined,
    cost:
      costMicros === null
        ? undefined
        : `at most ${showCents(Math.ceil(costMicros / MICROS_PER_CENT))} in all`,
    note:
      sms.notGsm.length > 0
        ? `${sms.totalSegments} segments in all. ${sms.notGsm.join(' ')} makes it longer than plain letters would.`
        : `${sms.totalSegments} segments in all.`,
  };

const subOf = (alert: Alert, when: (at: number) => string) =>
  [
    KIND_WORDS[alert.kind].label,
    alert.billNumber,
    alert.issueName,
    alert.organizationName,
    alert.proposedBy && `proposed by ${alert.proposedByName ?? 'somebody'}`,
    alert.deadlineAt === null ? 'stops after 24 hours' : `deadline ${when(alert.deadlineAt)}`,
  ]
    .filter(Boolean)
    .join(', ');

/** The preview of an alert, as first opened or with what kept the last act from being done. */
const previewPage = async (c: C, problem: Problem | null = null, form: Form = {}) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id') ?? '';
  const found = await alertById(world, who, { id });
  if (!found.ok) return respondProblem(c, found.problem, ALERTS);
  const alert = found.value;
  if (wasLaunched(alert.state)) return c.redirect(`/alerts/${id}`, 303);
  const [preview, network] = await Promise.all([previewOf(world, alert), networkSettings(world)]);
  const when = (at: number) => showMoment(at, world.clock.now(), frame.zone);
  const old = alert.supersedes ? await alertOf(world, alert.supersedes) : null;
  const done = DONE[c.req.query('done') ?? ''];
  return c.html(
    <AlertPreviewPage
      {...preview}
      frame={frame}
      id={id}
      title={alert.title}
      sub={subOf(alert, when)}
      channels={preview.channels.map(({ channel, planned }) => ({ label: CHANNEL_WORDS[channel], planned }))}
      exclusions={preview.exclusions.map(({ channel, words, count }) => ({
        words: `${channel === 'sms' ? 'No text' : 'No email'}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
        count,
      }))}
      sms={textOf(preview)}
      later={bubblesOf(alert.questions, network.shortName)}
      foretold={forecastInWords(preview.forecast, world.clock.now(), frame.zone)}
      week={preview.week ? weekInWords(preview.week) : []}
      overBudget={preview.week && preview.week.pass === null ? preview.week.over : 0}
      missingDeadline={preview.forecast.missing}
      points={
        alert.talkingPointsId
          ? {
              href: `/talking-points/${alert.talkingPointsId}`,
              title: alert.talkingPointsTitle ?? 'Talking points',
            }
          : null
      }
      takesPlace={old && { href: `/alerts/${old.id}`, title: old.title }}
      findings={preview.findings}
      missing={alert.state === 'draft' ? preview.problems.map((one) => one.message) : []}
      acts={{
        edit: stateAfter(alert.state, 'edit') !== null,
        propose: stateAfter(alert.state, 'propose') !== null,
        discard: stateAfter(alert.state, 'discard') !== null,
        return: stateAfter(alert.state, 'return') !== null,
        approve: approvingOf(who, alert, network.selfApproval),
      }}
      approval={
        alert.approval && {
          by: alert.approval.approvedByName ?? 'somebody',
          when: when(alert.approval.approvedAt),
          people: alert.approval.audienceCount,
          reason: alert.approval.reason,
          overBudget: alert.approval.overBudget,
        }
      }
      errors={fieldErrors(problem ?? null)}
      problem={problem && (problem.fields?.map((one) => one.message).join(' ') ?? problem.message)}
      reason={text(form, 'reason') ?? null}
      flash={done && !problem ? { kind: 'done', text: done } : null}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

const afterwards = (c: C, result: Result<unknown>, done: string, form: Form) => {
  if (result.ok) return c.redirect(done, 303);
  return result.problem.kind === 'forbidden' || result.problem.kind === 'missing'
    ? respondProblem(c, result.problem, ALERTS)
    : previewPage(c, result.problem, form);
};

export const approvalRoutes = new Hono<AppEnv>();

approvalRoutes.get('/alerts/:id/preview', onlyFor(previewAlert), (c) => previewPage(c));

approvalRoutes.post('/alerts/:id/proposal', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const proposed = await proposeAlert(c.var.world, c.var.who, {
    id,
    revision: Number(text(form, 'revision')),
  });
  return afterwards(c, proposed, `/alerts/${id}/preview?done=proposed`, form);
});

approvalRoutes.post('/alerts/:id/approval', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const approved = await approveAlert(c.var.world, c.var.who, {
    id,
    hash: text(form, 'hash') ?? '',
    audienceCount: Number(text(form, 'audienceCount')),
    reason: text(form, 'reason'),
    overBudget: text(form, 'overBudget'),
    acceptMissing: form.acceptMissing === undefined ? undefined : Number(text(form, 'acceptMissing')),
  });
  return afterwards(c, approved, `/alerts/${id}/preview?done=approved`, form);
});

approvalRoutes.post('/alerts/:id/return', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const returned = await returnAlert(c.var.world, c.var.who, { id, note: text(form, 'note') ?? '' });
  return afterwards(c, returned, `/alerts/${id}/preview?done=returned`, form);
});

approvalRoutes.post('/alerts/:id/discard', async (c) => {
  const discarded = await discardAlert(c.var.world, c.var.who, { id: c.req.param('id') });
  return afterwards(c, discarded, '/alerts?done=discarded', {});
});

approvalRoutes.get('/alerts/:id/excluded', async (c) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id');
  const alert = await alertById(world, who, { id });
  if (!alert.ok) return respondProblem(c, alert.problem, ALERTS);
  const excluded = await listExcluded(world, who, { id, cursor: c.req.query('after') ?? '' });
  if (!excluded.ok) return respondProblem(c, excluded.problem, ALERTS);
  return c.html(
    <ExcludedPage
      frame={frame}
      id={id}
      title={alert.value.title}
      rows={excluded.value.data.map((row) => ({
        memberId: row.memberId,
        name: row.name,
        district: row.districtName ?? '',
        channel: row.channel === 'sms' ? 'Text' : 'Email',
        why: row.words,
      }))}
      nextHref={
        excluded.value.nextCursor &&
        `/alerts/${id}/excluded?after=${encodeURIComponent(excluded.value.nextCursor)}`
      }
    />,
  );
});
