import { addDays, instantOf, localDate, weekday } from '../platform/days.ts';

// Default of this network, inside every state's hours for texts that sell nothing (messaging law differs by
// state and tables disagree); a dated table by state takes this place when it comes.
const WEEKDAY = { from: '09:00', to: '20:00' };
const SUNDAY = { from: '12:00', to: '20:00' };

/** Zones of the United States, as members and districts carry them. */
const ZONES = [
  'America/New_York',
  'America/Detroit',
  'America/Kentucky/Louisville',
  'America/Kentucky/Monticello',
  'America/Indiana/Indianapolis',
  'America/Indiana/Vincennes',
  'America/Indiana/Winamac',
  'America/Indiana/Marengo',
  'America/Indiana/Petersburg',
  'America/Indiana/Vevay',
  'America/Chicago',
  'America/Indiana/Tell_City',
  'America/Indiana/Knox',
  'America/Menominee',
  'America/North_Dakota/Center',
  'America/North_Dakota/New_Salem',
  'America/North_Dakota/Beulah',
  'America/Denver',
  'America/Boise',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Juneau',
  'America/Sitka',
  'America/Yakutat',
  'America/Nome',
  'America/Adak',
  'Pacific/Honolulu',
];
/** Where the zone is not known, a text waits until it may be read in each of these. */
const IN_DOUBT = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
];

/** One stretch of time in which texts may go out, in ms UTC. */
export interface Window {
  /** Now, when the window is open already; else when it opens next. */
  opensAt: number;
  closesAt: number;
}

/** The window that holds this instant, or the next one. @param at ms UTC */
export const windowAt = (at: number, zone: string): Window => {
  for (let day = localDate(at, zone); ; day = addDays(day, 1)) {
    const hours = weekday(day) === 7 ? SUNDAY : WEEKDAY;
    const closesAt = instantOf(day, hours.to, zone);
    if (at < closesAt) return { opensAt: Math.max(at, instantOf(day, hours.from, zone)), closesAt };
  }
};

/** The first stretch at or after an instant that is open in every one of these zones. */
export const windowInAll = (at: number, zones: readonly string[]): Window => {
  for (let from = at; ;) {
    const windows = zones.map((zone) => windowAt(from, zone));
    const opensAt = Math.max(...windows.map((one) => one.opensAt));
    if (opensAt === from) return { opensAt, closesAt: Math.min(...windows.map((one) => one.closesAt)) };
    from = opensAt;
  }
};

/** Every zone's window at an instant; `in_doubt` for a zone that is not known or not listed. */
export type Windows = Record<string, Window>;
export const windowsAt = (at: number): Windows => ({
  ...Object.fromEntries(ZONES.map((zone) => [zone, windowAt(at, zone)])),
  in_doubt: windowInAll(at, IN_DOUBT),
});

/** The window of one person's zone. */
export const windowOf = (windows: Windows, zone: string | null): Window =>
  windows[zone ?? 'in_doubt'] ?? windows.in_doubt ?? { opensAt: Infinity, closesAt: 0 };

/** When a text may go next, by zone: what a plan writes down. */
export const dueByZone = (windows: Windows): Record<string, number> =>
  Object.fromEntries(Object.entries(windows).map(([zone, { opensAt }]) => [zone, opensAt]));

/** In which zones a text may go at this instant: what a claim checks. */
export const openByZone = (windows: Windows, at: number): Record<string, number> =>
  Object.fromEntries(Object.entries(windows).map(([zone, { opensAt }]) => [zone, opensAt <= at ? 1 : 0]));
