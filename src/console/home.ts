import { agenda, asksForMore, reachGapsRead } from '../legislature/index.ts';
import { listTalkingPoints } from '../alerts/index.ts';
import { committeePicture } from '../whip/index.ts';
import { addDays, daysBetween, instantOf, localDate } from '../platform/days.ts';
import type { RowOf } from '../platform/statement.ts';
import { read } from '../platform/together.ts';
import { partnerOf, regionOf, SYSTEM, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { holdsNow } from '../replies/index.ts';
import { communications } from '../reports/index.ts';
import { alertsInStates, firstSteps, waiting } from './home-queries.ts';

const OUT = ['sending', 'paused', 'halted', 'open'];
const MOST_WAITING = 8;
const MOST_DUE = 4;
const MOST_NEAR = 3;
/** A line crossed is news for so many days. */
const CROSSED_DAYS = 30;
const DAYS_AHEAD = 7;
/** The committee of a hearing within so many days is shown seat by seat. */
const PICTURE_DAYS = 30;
const BOARD_DAYS = 30;

/** An alert that is out, and how it is going. */
export interface OutAlert extends Omit<RowOf<typeof alertsInStates>, 'options' | 'counts'> {
  /** What it asks, each choice with how many chose it; empty where it asks nothing. */
  options: { no: number; label: string; outcome: string; people: number }[];
  answered: number;
}
type Count = { optionId: string; people: number };

/** A line of the law that the log is near, or past: the day is when it was crossed, or is at this pace. */
export interface NearThreshold {
  name: string;
  regime: string;
  organization: string;
  state: 'near' | 'crossed';
  on: string | null;
}

/** A report that is not filed. */
interface DueReport {
  id: string;
  name: string;
  organization: string;
  lobbyist: string | null;
  state: 'open' | 'prepared';
  dueOn: string;
  internalDueOn: string;
}

const counted = ({ options, counts, ...row }: RowOf<typeof alertsInStates>): OutAlert => {
  const people = JSON.parse(counts) as Count[];
  const sum = (which: (one: Count) => boolean) =>
    people.filter(which).reduce((total, one) => total + one.people, 0);
  const choices = JSON.parse(options) as { id: string; no: number; label: string; outcome: string }[];
  return {
    ...row,
    options: choices
      .toSorted((a, b) => a.no - b.no)
      .map(({ id, ...choice }) => ({ ...choice, people: sum((one) => one.optionId === id) })),
    answered: sum(() => true),
  };
};
const alertsIn = async (
  world: World,
  zone: string,
  states: string[],
  { regionId = null, partner = null }: { regionId?: string | null; partner?: string | null },
) => {
  const now = world.clock.now();
  return (
    await world.db.all(alertsInStates, { states, regionId, partner, now, today: localDate(now, zone) })
  ).map(counted);
};

/** What is out now, by the priority it serves, then the latest first; for a regional president among the members of the region. */
export const alertsOut = (world: World, who: Who, zone: string): Promise<OutAlert[]> =>
  alertsIn(world, zone, OUT, { regionId: regionOf(who) });

const roleOf = (who: Who) => (who.kind === 'staff' ? who.role : who.kind);

/**
 * Home of those who work with the network: what is out, who waits, what falls due, and the next committee seat by
 * seat. A regional president sees the members of the region, and neither drafts nor reports.
 */
const fieldHome = async (world: World, who: Who, zone: string) => {
  const now = world.clock.now();
  const today = localDate(now, zone);
  const regionId = regionOf(who);
  const office = regionId === null;
  const day = (ahead: number) => instantOf(addDays(today, ahead + 1), '00:00', zone);
  const [alerts, waits, holds, ahead, [[steps], [gaps]]] = await Promise.all([
    alertsIn(world, zone, office ? [...OUT, 'proposed', 'approved', 'scheduled'] : OUT, { regionId }),
    world.db.all(waiting, { regionId, limit: MOST_WAITING }),
    holdsNow(world, { regionId, zone }),
    world.hearingsAhead(world, { until: day(PICTURE_DAYS), regionId }),
    world.db.together(
      read(firstSteps, {
        today,
        since: addDays(today, -CROSSED_DAYS),
        lines: MOST_NEAR,
        reports: MOST_DUE,
      }),
      reachGapsRead(who),
    ),
  ]);
  const hearings = ahead.filter((one) => one.at < day(DAYS_AHEAD));
  const next = ahead.find((one) => one.rank !== null && one.committeeId !== null);
  const reports = office && steps ? (JSON.parse(steps.reports) as DueReport[]) : [];
  const overdue = holds.filter((hold) => hold.overdue);
  return {
    kind: 'field' as const,
    now,
    today,
    role: roleOf(who),
    sessionWeek: steps?.sessionFrom ? Math.floor(daysBetween(steps.sessionFrom, today) / 7) + 1 : null,
    out: alerts.filter((one) => OUT.includes(one.state)),
    ready: alerts.filter((one) => !OUT.includes(one.state)),
    waits: waits.filter(({ id }) => !overdue.some((hold) => hold.conversationId === id)),
    /** Numbers and addresses on hold for over a working day. */
    holds: overdue,
    reports: reports.map((one) => ({ ...one, daysLeft: daysBetween(today, one.dueOn) })),
    /** Lines of the law that are near, or were crossed of late. */
    thresholds: office && steps ? (JSON.parse(steps.thresholds) as NearThreshold[]) : [],
    hearings,
    /** Hearings before which somebody still has to speak. */
    prompts: hearings.filter(asksForMore),
    /** Messages given up that wait for a person; none for those who may not look at them. */
    givenUp: office ? (steps?.givenUp ?? 0) : 0,
    coverage: next ? await committeePicture(world, next, { on: today, regionId }) : null,
    /** School districts that lack officials, for those who can fill that. */
    gaps: gaps ?? null,
    steps: steps && {
      members: steps.members === 1,
      officials: steps.officials === 1,
      bills: steps.bills === 1,
      talkingPoints: steps.talkingPoints === 1,
      alerts: steps.alerts === 1,
    },
  };
};
export type FieldHome = Awaited<ReturnType<typeof fieldHome>>;

/** Home of a board member: how the month went, in counts, under the priorities that it served. */
const boardHome = async (world: World, who: Who, zone: string) => {
  const today = localDate(world.clock.now(), zone);
  const [report, plan] = await Promise.all([
    communications(world, who, { from: addDays(today, -BOARD_DAYS), to: today }),
    agenda(world, SYSTEM, {}),
  ]);
  return {
    kind: 'board' as const,
    now: world.clock.now(),
    today,
    days: BOARD_DAYS,
    report: report.ok ? report.value : null,
    agenda: plan.ok ? plan.value : null,
  };
};
export type BoardHome = Awaited<ReturnType<typeof boardHome>>;

/** Home of a coalition partner: what is shared with them, and the totals of what is out. No names. */
const partnerHome = async (world: World, who: Who, zone: string) => {
  const [points, out] = await Promise.all([
    listTalkingPoints(world, who, {}),
    alertsIn(world, zone, OUT, { partner: partnerOf(who) }),
  ]);
  return {
    kind: 'partner' as const,
    now: world.clock.now(),
    today: localDate(world.clock.now(), zone),
    points: points.ok ? points.value.data : [],
    out: out.map(({ id, title, asked, answered, launchedAt, options }) => ({
      id,
      title,
      asked,
      answered,
      launchedAt,
      asks: options.length > 0,
    })),
  };
};
export type PartnerHome = Awaited<ReturnType<typeof partnerHome>>;

/** The home of a person, by role. @param zone the network's, for days and hours */
export const homeOf = (world: World, who: Who, zone: string) => {
  const role = roleOf(who);
  if (role === 'board') return boardHome(world, who, zone);
  if (role === 'partner') return partnerHome(world, who, zone);
  return fieldHome(world, who, zone);
};
