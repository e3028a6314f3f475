import { Hono, type Context } from 'hono';
import { localDate, showShortDay } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import { flashFrom, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { jurisdictionName } from './chambers.ts';
import { mapKey, MapsPage } from './pages/maps.tsx';
import { listMaps, redrawSeats } from './redraw-seats.ts';

type C = Context<AppEnv>;
const flashOf = flashFrom({ ended: 'The old map has ended.' });

/** The maps of seats, and the end of one by a redistricting. */
export const mapRoutes = new Hono<AppEnv>();

const mapsPage = async (c: C, wrong: { map: string; message: string } | null) => {
  const { world, who, frame } = c.var;
  const read = await listMaps(world, who, {});
  if (!read.ok) return respondProblem(c, read.problem);
  return c.html(
    <MapsPage
      frame={frame}
      maps={read.value.data.map((map) => ({
        ...map,
        name: map.level === 'federal' ? `${map.name}, ${jurisdictionName(map.state)}` : map.name,
        since: map.fromOn && `since ${showShortDay(map.fromOn, { year: true })}`,
      }))}
      today={localDate(world.clock.now(), frame.zone)}
      wrong={wrong}
      flash={flashOf(c)}
    />,
    wrong ? 422 : 200,
  );
};

mapRoutes.get('/officials/maps', onlyFor(redrawSeats), (c) => mapsPage(c, null));

mapRoutes.post('/officials/maps', async (c) => {
  const form = formOf(await c.req.formData());
  const map = { chamberId: text(form, 'chamberId') ?? '', state: text(form, 'state') ?? '' };
  const done = await redrawSeats(c.var.world, c.var.who, { ...map, on: text(form, 'on') ?? '' });
  if (done.ok) return c.redirect('/officials/maps?done=ended', 303);
  return done.problem.kind === 'invalid'
    ? mapsPage(c, { map: mapKey(map), message: done.problem.fields?.[0]?.message ?? done.problem.message })
    : respondProblem(c, done.problem, { href: '/officials/maps', label: 'Maps of seats' });
});
