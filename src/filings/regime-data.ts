import { yearOf } from '../platform/days.ts';
import { read, type RowsOf } from '../platform/together.ts';
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

type Rows = RowsOf<ReturnType<typeof regimeReads>>;

/** What `regimeDataFrom` needs, to be asked together with other reads. */
export const regimeReads = ({ id, jurisdiction }: Regime) =>
  [
    read(rulesOf, { regime: id }),
    read(holidaysOf, { jurisdiction }),
    read(sessionsOf, { jurisdiction }),
  ] as const;

export const regimeDataFrom = (regime: Regime, [rules, holidays, sessions]: Rows): RegimeData => ({
  rules: rulebook(regime.id, rules),
  holidays: new Set(holidays.map((one) => one.onDate)),
  sessionIn: (year) => {
    const own = sessions.filter((one) => yearOf(one.startsOn) === year);
    const [first] = own;
    if (!first) return null;
    return { startsOn: first.startsOn, adjournsOn: own.find((one) => one.adjournsOn)?.adjournsOn ?? null };
  },
});

/** Loads the rules, holidays and sessions of a regime. */
export const regimeData = async (world: World, regime: Regime): Promise<RegimeData> =>
  regimeDataFrom(regime, await world.db.together(...regimeReads(regime)));
