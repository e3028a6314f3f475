import { Hono } from 'hono';
import { draftAlert } from '../alerts/index.ts';
import { dataAges, importOfficials, listChambers } from '../legislature/index.ts';
import { roleProblem } from '../platform/verb.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { listCoverage, showCoverage } from './coverage.ts';
import { CoverageListPage } from './pages/coverage-list.tsx';
import { CoveragePage } from './pages/coverage-page.tsx';

/** How old what is known of a committee is. */
const ageOf = async (
  { world, frame }: AppEnv['Variables'],
  committee: { jurisdiction: string; asOf: string },
) => (await dataAges(world, frame.zone))(committee.jurisdiction, 'committees', committee.asOf);

/** Committees: who can reach their seats, who has spoken with whom, and the gaps. */
export const committeeRoutes = new Hono<AppEnv>();

committeeRoutes.get('/officials/committees', async (c) => {
  const { world, who, frame } = c.var;
  const q = c.req.query('q') ?? '';
  const [chambers, committees] = await Promise.all([
    listChambers(world, who, {}),
    listCoverage(world, who, { q }),
  ]);
  if (!chambers.ok) return respondProblem(c, chambers.problem);
  if (!committees.ok) return respondProblem(c, committees.problem);
  const { data } = committees.value;
  return c.html(
    <CoverageListPage
      frame={frame}
      chambers={chambers.value.data}
      q={q}
      committees={data}
      age={data[0] ? await ageOf(c.var, data[0]) : null}
      mayImport={!roleProblem(who, importOfficials)}
    />,
  );
});

committeeRoutes.get('/officials/committees/:id', async (c) => {
  const { world, who, frame } = c.var;
  const read = await showCoverage(world, who, { committeeId: c.req.param('id') });
  if (!read.ok)
    return respondProblem(c, read.problem, { href: '/officials/committees', label: 'Committees' });
  return c.html(
    <CoveragePage
      frame={frame}
      committee={read.value}
      age={await ageOf(c.var, read.value)}
      mayImport={!roleProblem(who, importOfficials)}
      now={world.clock.now()}
      mayDraft={!roleProblem(who, draftAlert)}
    />,
  );
});
