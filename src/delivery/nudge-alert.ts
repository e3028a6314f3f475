import * as z from 'zod';
import {
  alertOf,
  composeWording,
  deadlineOf,
  ownFieldsIn,
  mayReach,
  memberLink,
  renderSms,
  stateInWords,
  weekRead,
  withinBudget,
  type Alert,
  type Audience,
} from '../alerts/index.ts';
import { conflict, missing, ok, refused } from '../platform/problem.ts';
import { segmentsOf } from '../platform/sms-text.ts';
import { must } from '../platform/statement.ts';
import { verb, view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { takeRound } from './control-queries.ts';
import { lastNudge } from './launch-queries.ts';
import { planRound } from './launch-round.ts';
import { enqueuePages } from './pages-of.ts';
import { tallyOf } from './tally-of.ts';

const PAUSE_MS = 10 * 60_000;
const SAMPLE_TOKEN = 'k7Qm2xV9tR';
/** Names and places are not known here; a text with fields is counted with long ones. */
const LONG = {
  first_name: 'Alexandria',
  last_name: 'Featherstonehaugh',
  title: 'Assistant Superintendent',
  district: 'Example Consolidated Elementary District',
  region: 'Example Region',
};

const segmentsIn = (world: World, smsText: string) =>
  segmentsOf(renderSms(smsText, { ...LONG, link: memberLink(world.settings.publicUrl, SAMPLE_TOKEN, 'sms') }))
    .segments;

/** Those who have not answered, as they are meant by a nudge, and what their week says of it. */
const meantBy = async (world: World, alert: Alert, unanswered: string[], regionId?: string) => {
  const audience: Audience = { members: unanswered, ...(regionId ? { regions: [regionId] } : {}) };
  const within = await withinBudget(world, audience, {
    at: world.clock.now(),
    pass: alert.approval?.overBudget ?? null,
  });
  const who = { audience: within.audience, sms: alert.sendSms, email: alert.sendEmail };
  const [[week = null]] = await world.db.together(weekRead(who, within.week));
  return { audience, who, week };
};

interface Nudge {
  smsText: string;
  regionId?: string;
}

/** What would become of a nudge of an alert sent now; null where everybody has answered. */
export const nudgeOf = async (world: World, alert: Alert, { smsText, regionId }: Nudge) => {
  const now = world.clock.now();
  const [unanswered, network] = await Promise.all([
    world.unanswered(world, alert.id),
    networkSettings(world),
  ]);
  if (unanswered.length === 0) return null;
  const { who, week } = await meantBy(world, alert, unanswered, regionId);
  const wording = composeWording({ ...alert, smsText }, network);
  const forecast = await world.forecast.of(world, {
    ...who,
    segments: segmentsIn(world, wording.smsText),
    alike: ownFieldsIn(wording.smsText).length === 0,
    startsAt: now,
    deadlineAt: alert.deadlineAt ?? deadlineOf(alert, now),
  });
  return { forecast, week };
};

/** What would become of a nudge sent now: how many messages, when, at what cost, and what the week says of it. */
export const previewNudge = view({
  name: 'alert.preview_nudge',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string(), smsText: z.string().max(1_000), regionId: z.string().optional() }),
  async run(world, _who, { id, ...nudge }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    const foretold = await nudgeOf(world, alert, nudge);
    return foretold ? ok(foretold) : refused('all-answered', 'Everybody who was asked has answered.');
  },
});

/**
 * Reminds those who were asked and have not answered, in words of its own. Two nudges at once, or within ten
 * minutes, make one. Answers with the tally.
 */
export const nudgeAlert = verb({
  name: 'alert.nudge',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    smsText: z.string().trim().max(1_000, 'Keep the text to 1,000 characters.').optional(),
    emailSubject: z.string().trim().max(150, 'Keep the subject to 150 characters.').optional(),
    emailText: z.string().trim().max(20_000, 'Keep the email to 20,000 characters.').optional(),
    /** Only members of this region. */
    regionId: z.string().optional(),
  }),
  async run(world, who, input) {
    const alert = await alertOf(world, input.id);
    if (!alert) return missing('That alert');
    if (alert.state !== 'open' && alert.state !== 'sending')
      return conflict(
        `This alert ${stateInWords(alert.state)}. Only one that is out can be followed by a nudge.`,
      );
    if (!alert.question)
      return refused('nothing-asked', 'This alert asks nothing, so nobody owes an answer.');
    const now = world.clock.now();
    const deadlineAt = alert.deadlineAt ?? deadlineOf(alert, now);
    if (deadlineAt <= now)
      return refused('deadline', 'The deadline has passed. An answer would come too late.');
    const last = await world.db.first(lastNudge, { alertId: alert.id });
    if (last?.at && last.at > now - PAUSE_MS)
      return conflict('A nudge went out less than ten minutes ago. Give people time to answer.');
    const unanswered = await world.unanswered(world, alert.id);
    if (unanswered.length === 0) return refused('all-answered', 'Everybody who was asked has answered.');
    const forbidden = await world.launchGuard.check(world, alert.id);
    if (forbidden) return refused(forbidden.rule, forbidden.message);

    const wording = composeWording(
      {
        ...alert,
        smsText: input.smsText || `Reminder: ${alert.smsText}`,
        emailSubject: input.emailSubject || `Reminder: ${alert.emailSubject}`,
        emailText: input.emailText || alert.emailText,
      },
      await networkSettings(world),
    );
    const meant = await meantBy(world, alert, unanswered, input.regionId);
    const reached = mayReach(meant.week);
    if (!reached.ok) return reached;

    const round = (last?.round ?? 0) + 1;
    const plan = await planRound(world, alert, {
      sourceKind: 'nudge',
      round,
      audience: meant.audience,
      wording,
      segments: segmentsIn(world, wording.smsText),
      deadlineAt,
    });
    const done = await world.db.commit(
      {
        who,
        action: 'alert.nudge',
        subject: { kind: 'alert', id: alert.id },
        detail: {
          round,
          unanswered: unanswered.length,
          regionId: input.regionId ?? null,
        },
      },
      [must(takeRound, { id: alert.id, round }), ...plan.changes],
    );
    if (!done)
      return conflict(
        'Nobody was reminded: somebody else sent a nudge or ended this alert a moment ago, or nobody is left to remind.',
      );
    await enqueuePages(world, plan.pagesOf(done.slice(1)));
    return ok(await tallyOf(world, alert.id));
  },
});
