import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { alertOf } from './alert-of.ts';
import { withinBudget } from './budget.ts';
import { previewOf } from './preview.ts';
import { excludedPeople } from './queries.ts';
import { exclusionInWords } from './recipients.ts';

/** What would go out to how many, who is left out and why, and the text at its longest. */
export const previewAlert = view({
  name: 'alert.preview',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, _who, { id }) {
    const alert = await alertOf(world, id);
    return alert ? ok(await previewOf(world, alert)) : missing('That alert');
  },
});

/** The people whom an alert leaves out on a channel, by name, with the reason. */
export const listExcluded = view({
  name: 'alert.excluded',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.string(),
    cursor: z.string().default(''),
    limit: z.int().min(1).max(500).default(100),
  }),
  async run(world, _who, { id, cursor, limit }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    const now = world.clock.now();
    const { audience } = await withinBudget(world, alert.audience, {
      at: Math.max(now, alert.scheduledAt ?? now),
      pass: alert.approval?.overBudget ?? null,
    });
    const rows = await world.db.all(excludedPeople, {
      audience,
      sms: alert.sendSms,
      email: alert.sendEmail,
      after: cursor,
      limit: limit + 1,
    });
    const page = cutPage(rows, limit, (row) => row.key);
    return ok({
      data: page.data.map((row) => ({
        memberId: row.memberId,
        name: `${row.firstName} ${row.lastName}`,
        districtName: row.districtName,
        channel: row.channel,
        state: row.state,
        reason: row.reason,
        words: exclusionInWords(row.channel, row.reason),
      })),
      nextCursor: page.nextCursor,
    });
  },
});
