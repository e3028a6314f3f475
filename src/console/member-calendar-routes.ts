import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { calendarFor } from './member-calendar.ts';
import { openPage } from './member-page.ts';

/** The deadline of a member's page, and the hearing, as a file for their calendar. */
export const calendarRoutes = new Hono<AppEnv>();

calendarRoutes.get('/a/:token/deadline.ics', async (c) => {
  const page = await openPage(c.var.world, c.req.param('token'), undefined);
  const file = page && (await calendarFor(c.var.world, page));
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex, nofollow');
  if (!file) return c.text('Nothing of this is still to come.', 404);
  c.header('content-disposition', 'attachment; filename="deadline.ics"');
  return c.body(file, 200, { 'content-type': 'text/calendar; charset=utf-8' });
});
