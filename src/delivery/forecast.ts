import type { Forecast } from '../alerts/index.ts';
import { addDays, instantOf, localDate } from '../platform/days.ts';
import { read } from '../platform/together.ts';
import type { SenderUsage, World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { currentHours } from './current-hours.ts';
import { recipientsByPlace, stillAhead } from './forecast-queries.ts';
import { foretell, minutesUnder, type Course, type Foretold, type Group } from './forecast-rule.ts';
import { bulkPerSecond, bulkShare } from './pace.ts';
import { CARRIER_ZONE } from './sender-limits.ts';
import { placeOf } from './render.ts';
import { senderOf } from './senders.ts';
import type { HourBook, Place } from './window.ts';

/** No forecast looks further ahead: nobody plans a send that long. */
const HORIZON_DAYS = 31;

/**
 * What would become of a send: counted by the SQL that would plan it, paced by what its senders have left, in
 * the hours of each reader's place.
 */
export const forecast: Forecast = {
  async of(world, { segments: each, startsAt, deadlineAt, ...ask }) {
    const [[rows, ahead, [micros = null]], texting, mailing, book, { zone }] = await Promise.all([
      world.db.together(
        read(recipientsByPlace, ask),
        read(stillAhead, {}),
        world.priceList.smsSegment(world),
      ),
      world.pacer.usage(senderOf('sms')),
      world.pacer.usage(senderOf('email')),
      currentHours(world),
      networkSettings(world),
    ]);
    const until = Math.min(deadlineAt, startsAt + HORIZON_DAYS * 24 * 3_600_000);
    const course = { startsAt, deadlineAt: until, tonight: midnightAfter(startsAt, zone) };
    const bySms = rows.filter((row) => row.channel === 'sms');
    const texts = sum(bySms.map((row) => row.count));
    const mails = sum(rows.filter((row) => row.channel === 'email').map((row) => row.count));
    const segments = texts * each;
    const sms = run(
      world,
      bySms.map((row) => ({
        count: row.count,
        windows: windowsBetween(book, placeOf(row), course),
      })),
      course,
      texting,
      { each, ahead: ahead.find((one) => one.channel === 'sms')?.segments ?? 0 },
    );
    const email = run(
      world,
      mails > 0 ? [{ count: mails, windows: [{ opensAt: startsAt, closesAt: until }] }] : [],
      course,
      mailing,
      { each: 1, ahead: ahead.find((one) => one.channel === 'email')?.messages ?? 0 },
    );
    const limits = timesOf(texting, segments);
    const slowest = limits.toSorted((a, b) => b.seconds - a.seconds)[0];
    return {
      startsAt,
      deadlineAt,
      texts,
      mails,
      segments,
      costMicros: micros === null ? null : segments * micros,
      minutes: Math.max(
        0,
        ...limits.map((one) => one.minutes),
        ...timesOf(mailing, mails).map((one) => one.minutes),
      ),
      limits: limits.map(({ by, period, limit, minutes }) => ({ by, period, limit, minutes })),
      tightest:
        slowest && texts > 0 ? { by: slowest.by, period: slowest.period, limit: slowest.limit } : null,
      lastOutAt: latest(sms.lastOutAt, email.lastOutAt),
      inTime: sms.inTime + email.inTime,
      later: sms.later + email.later,
      missing: sms.missing + email.missing,
    };
  },
};

const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
const latest = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));
const midnightAfter = (at: number, zone: string) => instantOf(addDays(localDate(at, zone), 1), '00:00', zone);

const limitsOf = (usage: SenderUsage) =>
  usage.limits.map(({ by, period, limit, used }) => ({ by, period, segments: limit, used }));

const timesOf = (usage: SenderUsage, segments: number) =>
  limitsOf(usage).map((limit) => ({
    by: limit.by,
    period: limit.period,
    limit: limit.segments,
    minutes: segments === 0 ? 0 : minutesUnder(limit, segments),
    // Two limits of as many whole minutes are told apart by their shares.
    seconds: minutesUnder(limit, segments) * 60 + segments / bulkShare(limit) / 1_000,
  }));

/** The course of one channel from what its sender has left, after what is ahead of it. Counts are messages. */
const run = (
  world: World,
  groups: Group[],
  course: Pick<Course, 'startsAt' | 'deadlineAt' | 'tonight'>,
  usage: SenderUsage,
  load: { each: number; ahead: number },
): Foretold => {
  const limits = limitsOf(usage);
  const days = limits.filter((one) => one.period === 'day');
  const perSecond = bulkPerSecond(limits) / load.each;
  const messages = (segments: number) => Math.floor(segments / load.each);
  const now = world.clock.now();
  const [perDay, leftToday] =
    days.length === 0
      ? [null, Infinity]
      : [
          Math.min(...days.map((one) => messages(bulkShare(one)))),
          Math.max(0, Math.min(...days.map((one) => messages(bulkShare(one) - one.used - load.ahead)))),
        ];
  const newDays: number[] = [];
  for (
    let at = midnightAfter(now, CARRIER_ZONE);
    at < course.deadlineAt;
    at = midnightAfter(at, CARRIER_ZONE)
  )
    newDays.push(at);
  const free = now + usage.bulkInMs + (load.ahead * 1_000) / bulkPerSecond(limits);
  return foretell(groups, {
    ...course,
    startsAt: Math.ceil(Math.max(course.startsAt, free)),
    perSecond,
    perDay,
    leftToday: newDays.some((day) => day <= course.startsAt) ? (perDay ?? Infinity) : leftToday,
    newDays,
  });
};

/** The stretches in which texts may go to a place, from the start to the end of a course. */
const windowsBetween = (
  book: HourBook,
  place: Place,
  { startsAt, deadlineAt }: Pick<Course, 'startsAt' | 'deadlineAt'>,
) => {
  const windows: Group['windows'] = [];
  for (let at = startsAt; at < deadlineAt;) {
    const window = book.at(at).of(place);
    if (window.opensAt < window.closesAt && window.opensAt < deadlineAt) windows.push(window);
    at = Math.max(at + 1, window.closesAt);
  }
  return windows;
};
