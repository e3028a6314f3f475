import { Hono } from 'hono';
import type { Context } from 'hono';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { listDueDates } from './list-due-dates.ts';
import { DatesPage, DatesPrintPage } from './pages/dates-page.tsx';

/** The year's due dates, on screen and on paper. */
export const dateRoutes = new Hono<AppEnv>();

const page = (Page: typeof DatesPage) => async (c: Context<AppEnv>) => {
  const { world, who, frame } = c.var;
  const asked = Number(c.req.query('year'));
  const regime = c.req.query('regime') ?? null;
  const list = await listDueDates(world, who, {
    year: Number.isInteger(asked) && asked > 0 ? asked : null,
    regime,
  });
  if (!list.ok) return respondProblem(c, list.problem, { href: '/filings', label: 'Filings' });
  const { year, today, regimes, data } = list.value;
  return c.html(<Page {...{ frame, year, today, regime, regimes }} items={data} />);
};

dateRoutes.get('/filings/dates', page(DatesPage));
dateRoutes.get('/filings/dates/print', page(DatesPrintPage));
