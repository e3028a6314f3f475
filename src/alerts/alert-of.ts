import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import type { Audience } from './audience.ts';
import type { SendForecast } from './ports.ts';
import { alertRow } from './queries.ts';
import { ownQuestionsRead } from './questions-of.ts';
import { wasLaunched } from './states.ts';

/** The frozen wording of a revision. @property frozenAt ms UTC */
interface Version {
  id: string;
  revision: number;
  smsText: string;
  emailSubject: string;
  emailText: string;
  hash: string;
  frozenAt: number;
}
/** A named person approved one wording for one count of people. @property approvedAt ms UTC */
interface Approval {
  id: string;
  versionId: string;
  hash: string;
  audienceCount: number;
  approvedBy: string;
  approvedByName: string | null;
  approvedAt: number;
  own: boolean;
  reason: string | null;
  /** What was foretold when it was approved; null for one approved before there were forecasts. */
  forecast: SendForecast | null;
  overBudget: string | null;
}

const approvalIn = (kept: string): Approval => {
  const row = JSON.parse(kept) as Omit<Approval, 'own' | 'forecast'> & {
    own: number;
    forecast: string | null;
  };
  return {
    ...row,
    own: row.own === 1,
    forecast: row.forecast === null ? null : (JSON.parse(row.forecast) as SendForecast),
  };
};

/**
 * One alert with its questions, the frozen wording of its current revision and the approval that holds, or
 * null. For the code of slices above; people come through `alertById`.
 */
export const alertOf = async (world: World, id: string) => {
  const [[row], questions] = await world.db.together(read(alertRow, { id }), ownQuestionsRead(id));
  if (!row) return null;
  return {
    ...row,
    sendSms: row.sendSms === 1,
    sendEmail: row.sendEmail === 1,
    audience: JSON.parse(row.audience) as Audience,
    questions,
    /** The first, which stands in the alert's own words; null where it asks nothing. */
    question: questions[0] ?? null,
    version: row.version === null ? null : (JSON.parse(row.version) as Version),
    approval: row.approval === null ? null : approvalIn(row.approval),
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
