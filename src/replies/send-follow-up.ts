import * as z from 'zod';
import { enqueuePages, planMany } from '../delivery/index.ts';
import { conflict, invalid, missing, ok, refused } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { audienceOf, planFollowUp, wordProblems } from './follow-up-plan.ts';
import { followUpById, insertFollowUp, optionCounts } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** What nobody waits for is not worth reading after three days. */
const LASTS_MS = 3 * 86_400_000;

/**
 * Writes to all who gave one answer to an alert, over the same path as alerts: suppression holds and texts wait for
 * their reader's hours. `people` is how many were shown; where it has changed since, it is asked again. The same id
 * twice sends once. Answers with how many get it.
 */
export const sendFollowUp = verb({
  name: 'followup.send',
  by: INBOX_WRITERS,
  input: z.strictObject({
    id: z.string().max(40),
    alertId: z.string(),
    option: z.int().min(1).max(9),
    regionId: z.string().nullish(),
    people: z.int(),
    smsText: z.string().trim().max(1_000, 'Keep the text to 1,000 characters.').default(''),
    emailSubject: z.string().trim().max(150, 'Keep the subject to 150 characters.').default(''),
    emailText: z.string().trim().max(20_000, 'Keep the email to 20,000 characters.').default(''),
  }),
  async run(world, who, input) {
    const before = await world.db.first(followUpById, { id: input.id });
    if (before) return ok(before);
    const problems = wordProblems(input);
    if (problems.length > 0) return invalid(problems);
    const { alertId, option, regionId = null } = input;
    const options = await world.db.all(optionCounts, { alertId });
    if (!options.some(({ no }) => no === option)) return missing('This answer');
    const audience = await audienceOf(world, { alertId, option, regionId });
    const plan = await planFollowUp(world, audience, input);
    if (plan.people === 0)
      return refused('followup.nobody', 'Nobody who gave this answer can be written to.');
    if (plan.people !== input.people)
      return conflict(
        `It would go to ${plan.people} now, not to ${input.people}: answers or permissions have changed. Look again, then send.`,
      );
    const forbidden = await world.launchGuard.check(world, alertId);
    if (forbidden) return refused(forbidden.rule, forbidden.message);
    const now = world.clock.now();
    const many = await planMany(world, {
      sourceId: input.id,
      audience,
      wording: { smsText: input.smsText, emailSubject: input.emailSubject, emailText: input.emailText },
      sms: input.smsText !== '',
      email: input.emailText !== '',
      segments: plan.longest?.segments ?? 1,
      deadlineAt: now + LASTS_MS,
    });
    const done = await world.db.commit(
      {
        who,
        action: 'followup.send',
        subject: { kind: 'alert', id: alertId },
        detail: { followUpId: input.id, option, regionId, people: plan.people },
      },
      [
        must(insertFollowUp, {
          id: input.id,
          alertId,
          optionNo: option,
          regionId,
          people: plan.people,
          by: who.id,
          at: now,
        }),
        ...many.changes,
      ],
    );
    if (!done) {
      const first = await world.db.first(followUpById, { id: input.id });
      return first
        ? ok(first)
        : conflict('Nothing was sent: the people it goes to changed a moment ago. Look again.');
    }
    await enqueuePages(world, many.pagesOf(done.slice(1)));
    return ok({ id: input.id, people: plan.people });
  },
});
