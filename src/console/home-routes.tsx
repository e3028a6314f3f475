import { Hono } from 'hono';
import { forbidden } from '../platform/problem.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { alertsOut, homeOf } from './home.ts';
import { BoardHomePage } from './pages/home-board.tsx';
import { HomePage } from './pages/home-page.tsx';
import { OutNow } from './pages/home-out.tsx';
import { PartnerHomePage } from './pages/home-partner.tsx';

export const homeRoutes = new Hono<AppEnv>();

homeRoutes.get('/', async (c) => {
  const { world, who, frame } = c.var;
  const home = await homeOf(world, who, frame.zone);
  if (home.kind === 'board') return c.html(<BoardHomePage frame={frame} home={home} />);
  if (home.kind === 'partner') return c.html(<PartnerHomePage frame={frame} home={home} />);
  return c.html(<HomePage frame={frame} home={home} />);
});

const FIELD = ['owner', 'director', 'coordinator', 'staff', 'regional_president'];

/** The live part of home, asked for again while something is out. */
homeRoutes.get('/home/live', async (c) => {
  const { world, who, frame } = c.var;
  if (who.kind !== 'staff' || !FIELD.includes(who.role))
    return respondProblem(c, forbidden('This part of the page is for those who work with alerts.').problem);
  return c.html(
    <OutNow
      out={await alertsOut(world, who, frame.zone)}
      role={who.role}
      now={world.clock.now()}
      zone={frame.zone}
    />,
  );
});
