import { bulkShare, type Limit } from './pace.ts';

/** People whose texts may go in the same stretches of time, in order. */
export interface Group {
  count: number;
  windows: { opensAt: number; closesAt: number }[];
}
/** How fast and until when. Counts are messages. */
export interface Course {
  startsAt: number;
  deadlineAt: number;
  /** Where the first day ends, for the people who send. */
  tonight: number;
  perSecond: number;
  perDay: number | null;
  leftToday: number;
  /** Instants at which the carrier's day begins anew, in order. */
  newDays: number[];
}
export interface Foretold {
  inTime: number;
  missing: number;
  /** In time, but on a later day than the first. */
  later: number;
  lastOutAt: number | null;
}

/**
 * When messages go out, if all are sent as fast as may be within their windows: from one instant at which
 * something opens, closes or begins anew to the next.
 */
export const foretell = (groups: Group[], course: Course): Foretold => {
  const left = groups.map((one) => one.count);
  const all = left.reduce((sum, one) => sum + one, 0);
  const stops = [
    ...groups.flatMap((one) => one.windows.flatMap((window) => [window.opensAt, window.closesAt])),
    ...course.newDays,
    course.tonight,
    course.deadlineAt,
  ];
  let [at, leftToday, later, lastOutAt] = [course.startsAt, course.leftToday, 0, null as number | null];
  while (at < course.deadlineAt) {
    if (course.newDays.includes(at)) leftToday = course.perDay ?? Infinity;
    const next = Math.min(...stops.filter((stop) => stop > at));
    const open = groups.flatMap((one, no) =>
      (left[no] ?? 0) > 0 && one.windows.some((window) => window.opensAt <= at && at < window.closesAt)
        ? [no]
        : [],
    );
    const wanting = open.reduce((sum, no) => sum + (left[no] ?? 0), 0);
    const most = Math.min(Math.floor((course.perSecond * (next - at)) / 1_000), leftToday);
    const gone = Math.min(wanting, most);
    if (gone > 0) {
      let rest = gone;
      for (const [turn, no] of open.entries()) {
        const own = left[no] ?? 0;
        const share = turn === open.length - 1 ? rest : Math.min(rest, Math.ceil((gone * own) / wanting));
        left[no] = own - share;
        rest -= share;
      }
      leftToday -= gone;
      if (at >= course.tonight) later += gone;
      lastOutAt = Math.min(next, at + Math.ceil((gone * 1_000) / course.perSecond));
    }
    at = next;
  }
  const missing = left.reduce((sum, one) => sum + one, 0);
  return { inTime: all - missing, missing, later, lastOutAt };
};

const MINUTE_S = 60;
const DAY_MINUTES = 24 * 60;

/** How many minutes of sending each limit asks for, whole ones; the windows left out. */
export const minutesUnder = (limit: Limit & { used: number }, segments: number): number => {
  const share = bulkShare(limit);
  if (limit.period === 'second') return Math.ceil(segments / share / MINUTE_S);
  if (limit.period === 'minute') return Math.ceil(segments / share);
  const today = Math.max(0, share - limit.used);
  return segments <= today ? 0 : Math.ceil((segments - today) / share) * DAY_MINUTES;
};
