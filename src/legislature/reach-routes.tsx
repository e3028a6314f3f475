import { Hono, type Context } from 'hono';
import { formOf, text } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { respondProblem, type AppEnv, type FlashMessage } from '../ui/index.ts';
import { US_SENATE } from './chambers.ts';
import { listUnreached } from './list-unreached.ts';
import { DistrictReachPage, ReachPage } from './pages/reach.tsx';
import { readSeatList } from './seat-list.ts';
import { setReach } from './set-reach.ts';
import { showReach } from './show-reach.ts';
import { may, showShare } from './shown.ts';

type C = Context<AppEnv>;
type Sent = { chamberId: string; text: string; message: string };
const BACK = { href: '/officials/reach', label: 'Reach by hand' };

export const reachRoutes = new Hono<AppEnv>();

reachRoutes.get('/officials/reach', async (c) => {
  const read = await listUnreached(c.var.world, c.var.who, { cursor: c.req.query('cursor') ?? '' });
  if (!read.ok) return respondProblem(c, read.problem);
  const { data, nextCursor } = read.value;
  return c.html(
    <ReachPage
      frame={c.var.frame}
      districts={data.map((one) => ({
        ...one,
        lacks: [one.state === 0 && 'state seats', one.house === 0 && 'US House'].filter(Boolean).join(', '),
      }))}
      nextHref={nextCursor && `/officials/reach?cursor=${nextCursor}`}
    />,
  );
});

const districtPage = async (c: C, nces: string, sent?: Sent, problem?: Problem) => {
  const { world, who, frame } = c.var;
  const read = await showReach(world, who, { districtNces: nces });
  if (!read.ok) return respondProblem(c, read.problem, BACK);
  const flash: FlashMessage | null =
    c.req.query('done') === 'reach' ? { kind: 'done', text: 'The reach is saved.' } : null;
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
          example: `${seats[0]?.district ?? '1'} 0.6; ${seats[1]?.district ?? '2'} 0.4`,
        }))}
      sent={sent}
      mayWrite={may(who, setReach)}
      flash={flash}
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
