import * as z from 'zod';
import { taxSpans, taxStatusAt } from '../people/index.ts';
import { localDate, yearOf, type LocalDate } from '../platform/days.ts';
import { ok, refused } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { year } from './calculators/calculator.ts';
import { filerLogs } from './filer-log.ts';
import { filers } from './queries.ts';
import { regimeDataFrom, regimeReads } from './regime-data.ts';
import { REGIMES } from './regimes/index.ts';
import type { Watched } from './regimes/regime.ts';
import { RuleMissing } from './rulebook.ts';
import { standingOf, type ThresholdStanding } from './standing.ts';

/** A line of the law as people and the API read it. Amounts are whole cents, minutes or a count, as `unit` says. */
export interface ThresholdView
  extends ThresholdStanding, Pick<Watched, 'key' | 'name' | 'periodFrom' | 'periodTo' | 'unit' | 'meaning'> {
  regime: string;
  regimeName: string;
  organizationId: string;
  organizationName: string;
  /** The person or official it is about. */
  who: string | null;
  /** Their id, where it is a lobbyist or a person of staff. */
  subject: string;
  aside: string | null;
  /** The rows of the rules behind it. */
  rules: Watched['rules'];
}

/** The four years that the ceilings of the election look back on begin so many years before this one. */
const YEARS_BACK = 4;

/**
 * Every line that the law draws for a filer and that its log is watched against, on a day. Reads only.
 * @throws RuleMissing when a rule it needs is not in force
 */
export const thresholdsOn = async (world: World, today: LocalDate): Promise<ThresholdView[]> => {
  const all = (await world.db.all(filers, {})).filter(
    (one) => one.fromOn <= today && (one.toOn === null || one.toOn >= today),
  );
  const of = yearOf(today);
  const regimes = REGIMES.filter((regime) => all.some((one) => one.regime === regime.id));
  const read = await world.db.togetherEach(regimes.map(regimeReads));
  const watched = regimes.flatMap((regime, no) => {
    const data = regimeDataFrom(regime, read[no] ?? [[], [], []]);
    return all.filter((one) => one.regime === regime.id).map((filer) => ({ regime, data, filer }));
  });
  const logs = await filerLogs(world, watched, { from: `${of - YEARS_BACK}-01-01`, to: `${of + 1}-12-31` });
  return watched.flatMap(({ regime, data, filer }, no) => {
    const log = logs[no];
    if (!log) return [];
    return regime
      .thresholds({
        ...log,
        taxStatus: taxStatusAt(taxSpans(filer), today),
        year: of,
        session: data.sessionIn(of),
        today,
      })
      .map((one): ThresholdView => ({
        ...standingOf(one, today, filer.fromOn),
        key: one.key,
        name: one.name,
        periodFrom: one.periodFrom,
        periodTo: one.periodTo,
        unit: one.unit,
        meaning: one.meaning,
        regime: regime.id,
        regimeName: regime.name,
        organizationId: filer.organizationId,
        organizationName: filer.name,
        who: one.subject?.name ?? null,
        subject: one.subject?.id ?? '',
        aside: one.aside ?? null,
        rules: one.rules,
      }));
  });
};

/** The lines of the law for each filer: what the log has toward each, and when it is crossed at this pace. */
export const listThresholds = view({
  name: 'threshold.list',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ year: year.nullish() }),
  run: async (world, _who, { year: asked }) => {
    const { zone } = await networkSettings(world);
    const today = localDate(world.clock.now(), zone);
    // Of a year that is over, as it ended; one to come has nothing yet.
    const on = asked && asked < yearOf(today) ? `${asked}-12-31` : today;
    try {
      const data = asked && asked > yearOf(today) ? [] : await thresholdsOn(world, on);
      return ok({ data, on });
    } catch (error) {
      if (error instanceof RuleMissing)
        return refused('rule_missing', `${error.message} Add it to the rules first.`);
      throw error;
    }
  },
});
