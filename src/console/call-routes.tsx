import { Hono } from 'hono';
import { formOf, text } from '../platform/form.ts';
import { roleProblem } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { listToRing } from './list-to-ring.ts';
import { markRung } from './mark-rung.ts';
import { ToRingPage } from './pages/to-ring.tsx';

/** The list of people to ring in a region, for the screen, the phone and paper. */
export const callRoutes = new Hono<AppEnv>();

const PATH = '/members/to-ring';

callRoutes.get(PATH, async (c) => {
  const { world, who, frame } = c.var;
  const regions = await world.places.regions();
  const own = regionOf(who);
  const regionId = own ?? (c.req.query('region') || regions[0]?.id);
  const list = await listToRing(world, who, { regionId, cursor: c.req.query('cursor') ?? '' });
  if (!list.ok) return respondProblem(c, list.problem, { href: '/members', label: 'Members' });
  return c.html(
    <ToRingPage
      frame={frame}
      region={regions.find(({ id }) => id === regionId) ?? null}
      regions={own === null ? regions : []}
      people={list.value.data}
      mayMark={roleProblem(who, markRung) === null}
      next={list.value.nextCursor}
      now={world.clock.now()}
    />,
  );
});

callRoutes.post('/members/:id/calls', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const done = await markRung(c.var.world, c.var.who, { id, rung: text(form, 'rung') !== 'no' });
  const region = text(form, 'region') ?? '';
  return done.ok
    ? c.redirect(`${PATH}?region=${encodeURIComponent(region)}#m-${id}`, 303)
    : respondProblem(c, done.problem, { href: PATH, label: 'People to ring' });
});
