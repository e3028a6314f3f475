import { localDate, showDay } from '../platform/days.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import type { Obligation, Preparation } from './preparation.ts';
import type { Check } from './regimes/regime.ts';

/** Everything a person should look at before the report is filed: the regime's checks, then the log's and the calendar's. */
export const checksOf = async (
  world: World,
  obligation: Obligation,
  prepared: Preparation,
): Promise<Check[]> => {
  const { zone } = await networkSettings(world);
  const waiting = prepared.waitingContacts;
  const checks = [...prepared.checks];
  if (waiting > 0) {
    checks.push({
      kind: 'waiting_contacts',
      blocking: false,
      message: `${waiting} ${waiting === 1 ? 'contact report waits' : 'contact reports wait'} to be confirmed. Until then they are not in the log.`,
      row: null,
    });
  }
  if (obligation.periodTo >= localDate(world.clock.now(), zone)) {
    checks.push({
      kind: 'period_runs',
      blocking: false,
      message: `The period runs until ${showDay(obligation.periodTo, { year: true })}. What is logged after filing needs an amendment or goes into the next report.`,
      row: null,
    });
  }
  return checks;
};
