import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import type { Audience } from './audience.ts';
import type { SendForecast } from './ports.ts';
import { approvalRow, alertRow, versionRow } from './queries.ts';
import { questionsOf } from './questions-of.ts';
import { wasLaunched } from './states.ts';

/**
 * One alert with its question, the frozen wording of its current revision and the approval that holds, or
 * null. For the code of slices above; people come through `alertById`.
 */
export const alertOf = async (world: World, id: string) => {
  const row = await world.db.first(alertRow, { id });
  if (!row) return null;
  const [questions, version, approval] = await Promise.all([
    questionsOf(world, id),
    world.db.first(versionRow, { alertId: id, revision: row.revision }),
    world.db.first(approvalRow, { alertId: id }),
  ]);
  return {
    ...row,
    sendSms: row.sendSms === 1,
    sendEmail: row.sendEmail === 1,
    audience: JSON.parse(row.audience) as Audience,
    questions,
    /** The first, which stands in the alert's own words; null where it asks nothing. */
    question: questions[0] ?? null,
    version,
    approval: approval && {
      ...approval,
      own: approval.own === 1,
      /** What was foretold when it was approved; null for one approved before there were forecasts. */
      forecast: approval.forecast === null ? null : (JSON.parse(approval.forecast) as SendForecast),
    },
  };
};
export type Alert = NonNullable<Awaited<ReturnType<typeof alertOf>>>;

/** One alert. A regional president sees those that are or were out. */
export const alertById = view({
  name: 'alert.show',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const alert = await alertOf(world, id);
    const hidden =
      who.kind === 'staff' && who.role === 'regional_president' && alert && !wasLaunched(alert.state);
    return alert && !hidden ? ok(alert) : missing('That alert');
  },
});
