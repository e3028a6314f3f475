import { Hono, type Context } from 'hono';
import { writeCsv } from '../platform/csv.ts';
import { isDate, localDate, showShortDay } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { US_SENATE } from './chambers.ts';
import { listChambers } from './list-chambers.ts';
import { listUnreached } from './list-unreached.ts';
import { ReachGapsPage, seatsField } from './pages/reach-gaps.tsx';
import { DistrictReachPage } from './pages/reach.tsx';
import { REACH_COLUMNS } from './reach-rows.ts';
import { readSeatList } from './seat-list.ts';
import { setReach } from './set-reach.ts';
import { showReach } from './show-reach.ts';
import { may, showShare } from './shown.ts';

type C = Context<AppEnv>;
type Sent = { chamberId: string; text: string; message: string };
const BACK = { href: '/officials/reach', label: 'Gaps in reach' };
const flashOf = flashFrom({ reach: 'The reach is saved.' });

export const reachRoutes = new Hono<AppEnv>();

const PER_FORM = 25;
const MOST_IN_FILE = 1000;

/** Each chamber's seats of the district's own state, as people write a list of them. */
const exampleOf = (seats: { district: string }[]) =>
  `${seats[0]?.district ?? '1'} 0.6; ${seats[1]?.district ?? '2'} 0.4`;

const gapsPage = async (c: C, typed: Record<string, string> = {}, errors: Record<string, string> = {}) => {
  const { world, who, frame } = c.var;
  const cursor = c.req.query('cursor') ?? '';
  const [read, listed] = await Promise.all([
    listUnreached(world, who, { cursor, limit: PER_FORM }),
    listChambers(world, who, {}),
  ]);
  if (!read.ok) return respondProblem(c, read.problem);
  if (!listed.ok) return respondProblem(c, listed.problem);
  const { data, nextCursor, gaps } = read.value;
  const names = new Map(listed.value.data.map(({ id, name }) => [id, name]));
  const zips = listed.value.feeds.find(({ kind }) => kind === 'zip');
  return c.html(
    <ReachGapsPage
      frame={frame}
      gaps={gaps}
      zipsUsed={zips ? showShortDay(localDate(zips.importedAt, frame.zone), { year: true }) : null}
      districts={data.map((one) => ({
        ...one,
        chambers: one.lacks.map((id) => ({ id, name: names.get(id) ?? id })),
      }))}
      hasOfficials={listed.value.data.length > 0}
      nextHref={nextCursor && `/officials/reach?cursor=${nextCursor}`}
      typed={typed}
      errors={errors}
      flash={flashOf(c)}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
};

reachRoutes.get('/officials/reach', (c) => gapsPage(c));

/** The gaps as a file of reach that waits for seats and shares. */
reachRoutes.get('/officials/reach.csv', async (c) => {
  const { world, who } = c.var;
  const rows: (string | null)[][] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const read = await listUnreached(world, who, { cursor, limit: MOST_IN_FILE });
    if (!read.ok) return respondProblem(c, read.problem);
    for (const one of read.value.data)
      for (const chamber of one.lacks) rows.push([one.nces, chamber, '', '', one.name, one.county, one.zip]);
    cursor = read.value.nextCursor;
  }
  return c.body(writeCsv([...REACH_COLUMNS, 'school_district', 'county', 'zip'], rows, { bom: true }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="reach-to-fill.csv"',
  });
});

/** Sets what was written for several districts at once. What cannot be read is told before anything is set. */
reachRoutes.post('/officials/reach', async (c) => {
  const { world, who } = c.var;
  const form = formOf(await c.req.formData());
  const typed = Object.fromEntries(
    Object.keys(form).flatMap((name) => {
      const value = text(form, name);
      return /^seats-\d+-[a-z-]+$/.test(name) && value !== undefined ? [[name, value] as const] : [];
    }),
  );
  const errors: Record<string, string> = {};
  const settings: Parameters<typeof setReach>[2][] = [];
  for (const [name, value] of Object.entries(typed)) {
    const [, districtNces = '', chamberId = ''] = /^seats-(\d+)-([a-z-]+)$/.exec(name) ?? [];
    const read = await showReach(world, who, { districtNces });
    if (!read.ok) return respondProblem(c, read.problem, BACK);
    const seats = readSeatList(value, read.value.chambers.find(({ id }) => id === chamberId)?.seats ?? []);
    if (seats.ok) settings.push({ districtNces, chamberId, seats: seats.seats });
    else errors[name] = seats.message;
  }
  if (Object.keys(errors).length > 0) return gapsPage(c, typed, errors);
  for (const setting of settings) {
    const done = await setReach(world, who, setting);
    if (done.ok) continue;
    if (done.problem.kind !== 'invalid') return respondProblem(c, done.problem, BACK);
    const message = done.problem.fields?.[0]?.message ?? done.problem.message;
    return gapsPage(c, typed, { [seatsField(setting.districtNces, setting.chamberId)]: message });
  }
  return c.redirect(settings.length > 0 ? '/officials/reach?done=reach' : '/officials/reach', 303);
});

const districtPage = async (c: C, nces: string, sent?: Sent, problem?: Problem) => {
  const { world, who, frame } = c.var;
  const on = c.req.query('on') || undefined;
  const wrong = on && !isDate(on) ? 'A day, for example 2027-01-04.' : undefined;
  const read = await showReach(world, who, { districtNces: nces, on: wrong ? undefined : on });
  if (!read.ok) return respondProblem(c, read.problem, BACK);
  const then = on
    ? {
        on,
        day: wrong ? '' : showShortDay(on, { year: true }),
        seats: (read.value.seatsThen ?? []).map((one) => ({
          ...one,
          name: one.name && `${one.title} ${one.name}`,
          share: showShare(one.share),
        })),
        wrong,
      }
    : null;
  return c.html(
    <DistrictReachPage
      frame={frame}
      district={read.value}
      officials={read.value.officials.map((one) => ({
        officialId: one.officialId,
        name: `${one.title} ${one.name}`,
        seatName: one.seatName,
        share: showShare(one.share),
      }))}
      // Senators reach every school district of their state: nothing to set.
      chambers={read.value.chambers
        .filter((chamber) => chamber.id !== US_SENATE.id)
        .map(({ id, name, seats, reach }) => ({
          id,
          name,
          text: reach
            .toSorted((a, b) => b.share - a.share)
            .map((one) => {
              const district = seats.find((seat) => seat.seatId === one.seatId)?.district ?? '';
              return one.share === 1 ? district : `${district} ${one.share}`;
            })
            .join('; '),
          example: exampleOf(seats),
        }))}
      then={then}
      sent={sent}
      mayWrite={may(who, setReach)}
      flash={flashOf(c)}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

reachRoutes.get('/officials/reach/:nces', (c) => districtPage(c, c.req.param('nces')));

reachRoutes.post('/officials/reach/:nces', async (c) => {
  const { world, who } = c.var;
  const nces = c.req.param('nces');
  const form = formOf(await c.req.formData());
  const chamberId = text(form, 'chamberId') ?? '';
  const typed = text(form, `seats-${chamberId}`) ?? '';
  const again = (message: string) =>
    districtPage(c, nces, { chamberId, text: typed, message }, { kind: 'invalid', message });
  const read = await showReach(world, who, { districtNces: nces });
  if (!read.ok) return respondProblem(c, read.problem, BACK);
  const chamber = read.value.chambers.find((one) => one.id === chamberId);
  const seats = readSeatList(typed, chamber?.seats ?? []);
  if (!seats.ok) return again(seats.message);
  const done = await setReach(world, who, { districtNces: nces, chamberId, seats: seats.seats });
  if (done.ok) return c.redirect(`/officials/reach/${nces}?done=reach`, 303);
  return done.problem.kind === 'invalid'
    ? again(done.problem.fields?.[0]?.message ?? done.problem.message)
    : respondProblem(c, done.problem, BACK);
});
