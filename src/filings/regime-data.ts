import { yearOf } from '../platform/days.ts';
import type { World } from '../platform/world.ts';
import { holidaysOf, rulesOf, sessionsOf } from './queries.ts';
import type { Regime, SessionDays } from './regimes/regime.ts';
import { rulebook, type Rulebook } from './rulebook.ts';

/** What a regime works with, as it stands in the database. */
export interface RegimeData {
  rules: Rulebook;
  holidays: ReadonlySet<string>;
  /** The regular session that begins in a year; what staff keep of it goes before the calendar. */
  sessionIn(year: number): SessionDays | null;
}

/** Loads the rules, holidays and sessions of a regime. */
export const regimeData = async (world: World, regime: Regime): Promise<RegimeData> => {
  const { jurisdiction } = regime;
  const [rules, holidays, sessions] = await Promise.all([
    world.db.all(rulesOf, { regime: regime.id }),
    world.db.all(holidaysOf, { jurisdiction }),
    world.db.all(sessionsOf, { jurisdiction }),
  ]);
  return {
    rules: rulebook(regime.id, rules),
    holidays: new Set(holidays.map((one) => one.onDate)),
    sessionIn: (year) => {
      const own = sessions.filter((one) => yearOf(one.startsOn) === year);
      const [first] = own;
      if (!first) return null;
      return { startsOn: first.startsOn, adjournsOn: own.find((one) => one.adjournsOn)?.adjournsOn ?? null };
    },
  };
};
