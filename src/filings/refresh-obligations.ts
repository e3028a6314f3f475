import * as z from 'zod';
import { taxSpans, taxStatusAt } from '../people/index.ts';
import { localDate, yearOf } from '../platform/days.ts';
import { ok, refused } from '../platform/problem.ts';
import { change, type Change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { filerLogs } from './filer-log.ts';
import { thresholdsOn } from './list-thresholds.ts';
import { dropObligations, dropThresholds, filersIn, putObligations, putThresholds } from './queries.ts';
import { regimeData } from './regime-data.ts';
import { REGIMES } from './regimes/index.ts';
import type { ObligationSpec, Regime } from './regimes/regime.ts';
import { RuleMissing } from './rulebook.ts';

/**
 * Works out every filer's reports of last year and this one anew: dates, whether each is owed, and why. A report
 * already prepared or filed stays as it is. Which lines of the law are near or crossed is kept beside. Safe to repeat; nothing is written where nothing changed.
 */
export const refreshObligations = verb({
  name: 'obligation.refresh',
  by: ['owner', 'director', 'staff', 'system', 'clock'],
  input: z.strictObject({}),
  run: async (world, who) => {
    const { zone } = await networkSettings(world);
    const today = localDate(world.clock.now(), zone);
    const year = yearOf(today);
    const changes: Change[] = [];
    let reports = 0;
    try {
      for (const regime of REGIMES) {
        for (const { organizationId, specs } of await reportsOf(world, regime, year)) {
          reports += specs.length;
          const values = {
            regime: regime.id,
            organizationId,
            specs: specs.map((one) => asRow(world.ids.next(), one)),
          };
          changes.push(
            change(dropObligations, { ...values, since: `${year - 1}-01-01` }),
            change(putObligations, { ...values, at: world.clock.now() }),
          );
        }
      }
      if (changes.length > 0) {
        const lines = await nearLines(world, today);
        changes.push(
          change(dropThresholds, { lines }),
          change(putThresholds, { lines, at: world.clock.now() }),
        );
      }
    } catch (error) {
      if (error instanceof RuleMissing)
        return refused('rule_missing', `${error.message} Add it to the rules first.`);
      throw error;
    }
    if (changes.length === 0) return ok({ reports, changed: 0 });
    const done = await world.db.commit(
      { who, action: 'obligation.refresh', subject: { kind: 'network', id: 'network' }, detail: { reports } },
      changes,
    );
    return ok({ reports, changed: (done ?? []).reduce((sum, one) => sum + one.changed, 0) });
  },
});

const reportsOf = async (world: World, regime: Regime, year: number) => {
  const [data, filers] = await Promise.all([
    regimeData(world, regime),
    world.db.all(filersIn, { regime: regime.id }),
  ]);
  const logs = await filerLogs(
    world,
    filers.map((filer) => ({ regime, data, filer })),
    { from: `${year - 1}-01-01`, to: `${year}-12-31` },
  );
  return filers.flatMap((filer, no) => {
    const { organizationId, fromOn, toOn } = filer;
    const log = logs[no];
    if (!log) return [];
    const specs = [year - 1, year].flatMap((of) =>
      regime
        .obligations({
          ...log,
          taxStatus: taxStatusAt(taxSpans(filer), `${of}-12-31`),
          year: of,
          session: data.sessionIn(of),
        })
        .filter(
          (one) =>
            one.periodTo >= fromOn && one.due.shifted >= fromOn && (toOn === null || one.periodFrom <= toOn),
        ),
    );
    return { organizationId, specs };
  });
};

/** The lines of the law that are near or crossed, for whoever looks without working them out. */
const nearLines = async (world: World, today: string) =>
  (await thresholdsOn(world, today)).flatMap(
    ({ organizationId, regime, key, subject, periodFrom, name, state, on }) =>
      state === 'near' || state === 'crossed'
        ? [{ organizationId, regime, key, subject, periodFrom, name, state, on }]
        : [],
  );

const asRow = (id: string, spec: ObligationSpec) => ({
  id,
  form: spec.form,
  lobbyistId: spec.lobbyistId,
  name: spec.name,
  periodFrom: spec.periodFrom,
  periodTo: spec.periodTo,
  statutory: spec.due.statutory,
  due: spec.due.shifted,
  internal: spec.due.internal,
  state: spec.triggered ? ('open' as const) : ('not_triggered' as const),
  trace: spec.trace,
});
