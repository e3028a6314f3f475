import * as z from 'zod';
import { cutPage } from '../../platform/cut-page.ts';
import { localDate } from '../../platform/days.ts';
import { missing, ok } from '../../platform/problem.ts';
import type { RowOf } from '../../platform/statement.ts';
import { view } from '../../platform/verb.ts';
import { networkSettings } from '../../staff/index.ts';
import { filingsReading, regimesKnown, ruleById, rulesOfKey, rulesPage } from './rule-queries.ts';

const readers = ['owner', 'director', 'coordinator', 'staff'] as const;

/** Where a row stands on a day. `replaced`: it ended before it began, so it was never in force. */
export type Standing = 'now' | 'later' | 'ended' | 'replaced' | 'proposed' | 'withdrawn';
type Row = RowOf<typeof ruleById>;
/** A rule as people and the API read it. `value` is in its unit: whole cents, days, a day of the year. */
export interface RuleView extends Row {
  standing: Standing;
}

/** Where a row stands on a day, by its state and its days. */
export const standingOn = (
  rule: Pick<Row, 'state' | 'withdrawnAt' | 'fromOn' | 'toOn'>,
  today: string,
): Standing => {
  if (rule.state === 'proposed') return rule.withdrawnAt === null ? 'proposed' : 'withdrawn';
  if (rule.toOn !== null && rule.toOn < rule.fromOn) return 'replaced';
  if (rule.fromOn > today) return 'later';
  return rule.toOn !== null && rule.toOn < today ? 'ended' : 'now';
};

/** The rules of a regime, every row of every key, by key and first day. */
export const listRules = view({
  name: 'rule.list',
  by: readers,
  input: z.strictObject({
    regime: z.string().max(20).default('mt'),
    after: z.string().default(''),
    limit: z.number().int().min(1).max(500).default(500),
  }),
  run: async (world, _who, { regime, after, limit }) => {
    const [{ zone }, regimes, rows] = await Promise.all([
      networkSettings(world),
      world.db.all(regimesKnown, {}),
      world.db.all(rulesPage, { regime, after, limit: limit + 1 }),
    ]);
    if (!regimes.some((one) => one.id === regime)) return missing('That set of rules');
    const today = localDate(world.clock.now(), zone);
    const views: RuleView[] = rows.map((row) => ({ ...row, standing: standingOn(row, today) }));
    return ok({ regimes, ...cutPage(views, limit, (row) => `${row.key} ${row.fromOn} ${row.id}`) });
  },
});

/** One rule with every other row of its key, and the reports whose figures read it. */
export const showRule = view({
  name: 'rule.show',
  by: readers,
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const rule = await world.db.first(ruleById, { id });
    if (!rule) return missing('That rule');
    const { regime, key } = rule;
    const [{ zone }, history, usedBy] = await Promise.all([
      networkSettings(world),
      world.db.all(rulesOfKey, { regime, key }),
      world.db.all(filingsReading, { ruleId: id }),
    ]);
    const today = localDate(world.clock.now(), zone);
    const asView = (row: Row): RuleView => ({ ...row, standing: standingOn(row, today) });
    return ok({ ...asView(rule), history: history.map(asView), usedBy });
  },
});
