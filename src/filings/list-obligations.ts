import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { daysBetween, isDate, localDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import type { Obligation } from './preparation.ts';
import { obligationById, obligationsDue, versionsOf } from './queries.ts';
import { regimeData } from './regime-data.ts';
import { regimeById } from './regimes/index.ts';

const readers = ['owner', 'director', 'coordinator', 'staff'] as const;
const day = z.string().refine(isDate, 'Write the date as 2027-02-09.');

/** A report that falls due, as people and the API read it. Dates are YYYY-MM-DD, money whole cents. */
export interface ObligationView extends Omit<Obligation, 'trace'> {
  regimeName: string;
  /** Why it is owed or not, a sentence each. */
  trace: string[];
  /** Days until it is due; below zero when that day is past. */
  daysLeft: number;
  /** What it costs by today that it is late, in cents; null where it is not late or no fee is known. */
  lateFeeCents?: number | null;
}

const viewOf = (row: Obligation, today: string): ObligationView => ({
  ...row,
  regimeName: regimeById(row.regime)?.name ?? row.regime,
  trace: JSON.parse(row.trace) as string[],
  daysLeft: daysBetween(today, row.dueOn),
});

/** Reports that fall due, the nearest first, within days and in one state where these are given. */
export const listObligations = view({
  name: 'obligation.list',
  by: readers,
  input: z.strictObject({
    from: day.default('0000-01-01'),
    to: day.default('9999-12-31'),
    state: z.enum(['not_triggered', 'open', 'prepared', 'filed', 'filed_by_other']).nullish(),
    after: z.string().nullish(),
    limit: z.number().int().min(1).max(200).default(100),
  }),
  run: async (world, _who, { from, to, state, after, limit }) => {
    const { zone } = await networkSettings(world);
    const today = localDate(world.clock.now(), zone);
    const rows = await world.db.all(obligationsDue, {
      from,
      to,
      state: state ?? null,
      after: after ?? null,
      limit: limit + 1,
    });
    const views = rows.map((row) => viewOf(row, today));
    return ok(cutPage(views, limit, (row) => row.dueOn + row.id));
  },
});

const UNFILED = ['open', 'prepared'];
/** The fee of a report that is late today, by its regime's rules of the day it was due. */
const lateFeeOf = async (world: World, report: ObligationView): Promise<number | null> => {
  const regime = regimeById(report.regime);
  if (!regime?.lateFee || report.daysLeft >= 0 || !UNFILED.includes(report.state)) return null;
  const { rules } = await regimeData(world, regime);
  return regime.lateFee(rules, report.dueOn, -report.daysLeft);
};

/** One report that falls due, with every version of it that was prepared or filed, the newest first. */
export const showObligation = view({
  name: 'obligation.show',
  by: readers,
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const [[row], versions] = await world.db.together(
      read(obligationById, { id }),
      read(versionsOf, { obligationId: id }),
    );
    if (!row) return missing('That report');
    const { zone } = await networkSettings(world);
    const shown = viewOf(row, localDate(world.clock.now(), zone));
    return ok({
      ...shown,
      lateFeeCents: await lateFeeOf(world, shown),
      versions: versions.map(({ id, version, state, totalCents, preparedAt, filedAt }) => ({
        id,
        version,
        state,
        totalCents,
        preparedAt,
        filedAt,
      })),
    });
  },
});
