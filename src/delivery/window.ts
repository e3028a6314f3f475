import { addDays, instantOf, localDate, localTime, type LocalDate } from '../platform/days.ts';
import { hoursOn, statesIn, type HoursRow, type Stretch } from './hours.ts';

/** Zones of the United States, as members, districts and area codes carry them. */
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
  'America/Puerto_Rico',
  'America/St_Thomas',
  'Pacific/Guam',
  'Pacific/Saipan',
  'Pacific/Pago_Pago',
];
const KNOWN = new Set(ZONES);
/** Where the zone is not known, a text waits until it may be read in each of these. */
const IN_DOUBT = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
];
/** Further ahead nobody looks; where nothing is open until then, it is asked again then. */
const HORIZON_DAYS = 15;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** One stretch of time in which texts may go out, in ms UTC. */
export interface Window {
  /** Now, when the window is open already; else when it opens next. */
  opensAt: number;
  closesAt: number;
}

/** Hours that a reader set, every day, in every zone that they may be in (none: in doubt). */
export interface OwnHours extends Stretch {
  zones: readonly string[];
}
/** Where somebody reads: the state whose hours hold, and every zone that it may be in (none: in doubt). */
export interface Place {
  state: string | null;
  zones: readonly string[];
  /** Hours of the readers' own, which hold besides. */
  own?: readonly OwnHours[];
}

const never = (at: number): Window => ({
  opensAt: at + HORIZON_DAYS * DAY_MS,
  closesAt: at + HORIZON_DAYS * DAY_MS,
});

/**
 * The window that holds this instant, or the next one.
 * @param at ms UTC
 * @param hours of a day of the reader's calendar
 */
export const windowAt = (at: number, zone: string, hours: (date: LocalDate) => Stretch | null): Window => {
  const today = localDate(at, zone);
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    const stretch = hours(date);
    if (!stretch) continue;
    const closesAt = instantOf(date, stretch.closes, zone);
    if (at < closesAt) return { opensAt: Math.max(at, instantOf(date, stretch.opens, zone)), closesAt };
  }
  return never(at);
};

/** The first stretch at or after an instant that is open in all of these. @param each one's window at an instant */
export const windowInAll = (at: number, each: readonly ((at: number) => Window)[]): Window => {
  for (let from = at; from < at + HORIZON_DAYS * DAY_MS;) {
    const windows = each.map((windowOf) => windowOf(from));
    const opensAt = Math.max(...windows.map((one) => one.opensAt));
    if (opensAt === from) return { opensAt, closesAt: Math.min(...windows.map((one) => one.closesAt)) };
    from = opensAt;
  }
  return never(at);
};

/** A value for each state that differs from the rest (`*`), and in it for each zone and `in_doubt`. */
export type ByPlace = Record<string, Record<string, number>>;

/** The hours at one instant. */
export interface HoursNow {
  /** When a text may go next, ms UTC: what a plan writes down. */
  due: ByPlace;
  /** 1 where no text may go now: what a claim checks. */
  shut: ByPlace;
  /** What clocks show, "HH:MM", by zone; `in_doubt`: all of those that it may be. */
  clock: Record<string, string[]>;
  /** The window of one place; all its zones must be open. */
  of(place: Place): Window;
}

/** All rows of hours, with the windows worked out from them, which are kept as long as they hold. */
export interface HourBook {
  rows: readonly HoursRow[];
  at(at: number): HoursNow;
}

/** The book of these rows. */
export const hourBook = (rows: readonly HoursRow[]): HourBook => {
  const kept = new Map<string, Window & { since: number }>();
  const hours = new Map<string, Stretch | null>();
  const hoursOf = (state: string) => (date: LocalDate) => {
    const key = `${state} ${date}`;
    const known = hours.get(key);
    if (known !== undefined) return known;
    const stretch = hoursOn(rows, state, date);
    hours.set(key, stretch);
    return stretch;
  };
  const remembered = (key: string, at: number, work: () => Window): Window => {
    const known = kept.get(key);
    if (known && known.since <= at && at < known.closesAt)
      return { opensAt: Math.max(at, known.opensAt), closesAt: known.closesAt };
    const window = work();
    kept.set(key, { ...window, since: at });
    return window;
  };
  const inZone = (state: string, zone: string) => (at: number) =>
    remembered(`${state} ${zone}`, at, () => windowAt(at, zone, hoursOf(state)));
  const inDoubt = (state: string) => (at: number) =>
    remembered(`${state} in_doubt`, at, () =>
      windowInAll(
        at,
        IN_DOUBT.map((zone) => inZone(state, zone)),
      ),
    );

  let shown = { minute: NaN, clock: {} as Record<string, string[]> };
  const clockAt = (at: number): Record<string, string[]> => {
    const minute = Math.floor(at / MINUTE_MS);
    if (shown.minute !== minute)
      shown = {
        minute,
        clock: {
          ...Object.fromEntries(ZONES.map((zone) => [zone, [localTime(at, zone)]])),
          in_doubt: IN_DOUBT.map((zone) => localTime(at, zone)),
        },
      };
    return shown.clock;
  };
  /** A reader's own hours in all their zones, each by itself. */
  const ownWindows = ({ zones, ...stretch }: OwnHours) =>
    (zones.length > 0 ? zones : ['']).flatMap((zone) =>
      (KNOWN.has(zone) ? [zone] : IN_DOUBT).map((one) => (at: number) => windowAt(at, one, () => stretch)),
    );

  const all = statesIn(rows);
  let differing = { on: '', states: [] as string[] };
  /** The states whose hours differ from the network's own on a day that matters. */
  const statesOn = (date: LocalDate): string[] => {
    if (differing.on === date) return differing.states;
    const dates = Array.from({ length: HORIZON_DAYS + 2 }, (_, no) => addDays(date, no - 1));
    const said = (state: string) => JSON.stringify(dates.map(hoursOf(state)));
    const rest = said('*');
    differing = { on: date, states: all.filter((state) => said(state) !== rest) };
    return differing.states;
  };

  return {
    rows,
    at(at) {
      const states = ['*', ...statesOn(localDate(at, 'UTC'))];
      const byPlace = (value: (window: Window) => number): ByPlace =>
        Object.fromEntries(
          states.map((state) => [
            state,
            {
              ...Object.fromEntries(ZONES.map((zone) => [zone, value(inZone(state, zone)(at))])),
              in_doubt: value(inDoubt(state)(at)),
            },
          ]),
        );
      return {
        // Worked out only when asked for: a forecast looks at one place on many days.
        get due() {
          return byPlace((window) => window.opensAt);
        },
        get shut() {
          return byPlace((window) => (window.opensAt <= at ? 0 : 1));
        },
        get clock() {
          return clockAt(at);
        },
        of(place) {
          const state = place.state !== null && states.includes(place.state) ? place.state : '*';
          const zones = place.zones.length > 0 ? place.zones : ['in_doubt'];
          return windowInAll(at, [
            ...zones.map((zone) => (KNOWN.has(zone) ? inZone(state, zone) : inDoubt(state))),
            ...(place.own ?? []).flatMap(ownWindows),
          ]);
        },
      };
    },
  };
};
