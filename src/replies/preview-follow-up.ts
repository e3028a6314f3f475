import * as z from 'zod';
import { missing, ok, type Result } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { audienceOf, planFollowUp, type FollowUpPlan } from './follow-up-plan.ts';
import { answeredAlerts, optionCounts } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** What the page of a message to many shows. */
export interface FollowUpView {
  alerts: { id: string; title: string }[];
  regions: { id: string; name: string }[];
  options: { no: number; label: string; count: number }[];
  /** Null until an answer is chosen. */
  plan: FollowUpPlan | null;
}

/** Alerts that were answered; of one its options with how many chose each; of an option who would get a message, and who not. */
export const previewFollowUp = view({
  name: 'followup.preview',
  by: INBOX_WRITERS,
  input: z.strictObject({
    alertId: z.string().nullish(),
    option: z.int().min(1).max(9).nullish(),
    regionId: z.string().nullish(),
    smsText: z.string().max(1_000).default(''),
    emailSubject: z.string().max(150).default(''),
    emailText: z.string().max(20_000).default(''),
  }),
  async run(world, _who, input): Promise<Result<FollowUpView>> {
    const [alerts, regions, options] = await Promise.all([
      world.db.all(answeredAlerts, {}),
      world.places.regions(),
      input.alertId ? world.db.all(optionCounts, { alertId: input.alertId }) : [],
    ]);
    const { alertId, option } = input;
    if (!alertId || !option) return ok({ alerts, regions, options, plan: null });
    if (!options.some(({ no }) => no === option)) return missing('This answer');
    const audience = await audienceOf(world, { alertId, option, regionId: input.regionId });
    return ok({ alerts, regions, options, plan: await planFollowUp(world, audience, input) });
  },
});
