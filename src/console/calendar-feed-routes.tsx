import { Hono, type Context } from 'hono';
import { listObligations } from '../filings/index.ts';
import { formatIso, showWhen } from '../platform/days.ts';
import { roleProblem } from '../platform/verb.ts';
import { flashFrom, may, respondProblem, type AppEnv } from '../ui/index.ts';
import { calendarFeed } from './calendar-feed.ts';
import { feedOf } from './feed-queries.ts';
import { CalendarPage } from './pages/calendar-page.tsx';
import { subscribeCalendar } from './subscribe-calendar.ts';
import { unsubscribeCalendar } from './unsubscribe-calendar.ts';

const back = { href: '/filings/calendar', label: 'Your calendar' };
const flashOf = flashFrom({ ended: 'Your calendar is ended. Its address opens nothing any more.' });

/** What calendars read by themselves, signed in nowhere: the address is what opens it. */
export const calendarFeedRoutes = new Hono<AppEnv>();
calendarFeedRoutes.get('/calendar/:file{[A-Za-z0-9]{8,64}\\.ics}', async (c) => {
  const token = c.req.param('file').slice(0, -'.ics'.length);
  const file = await calendarFeed(c.var.world, token, c.req.query('only') === 'hearings');
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex, nofollow');
  if (file === null) return c.text('This calendar has ended, or its address is mistyped.', 404);
  return c.body(file, 200, { 'content-type': 'text/calendar; charset=utf-8' });
});

/** A person's own calendar: made, made anew, ended. */
export const calendarPageRoutes = new Hono<AppEnv>();
const page = async (c: Context<AppEnv>, address: string | null) => {
  const { world, who, frame } = c.var;
  const stranger = roleProblem(who, subscribeCalendar);
  if (stranger) return respondProblem(c, stranger);
  const feed = await world.db.first(feedOf, { staffId: who.id });
  const since = feed && {
    iso: formatIso(feed.madeAt),
    text: showWhen(feed.madeAt, world.clock.now(), frame.zone),
  };
  return c.html(
    <CalendarPage
      frame={frame}
      flash={flashOf(c)}
      address={address}
      since={since}
      reports={may(c, listObligations)}
    />,
  );
};
calendarPageRoutes.get('/filings/calendar', (c) => page(c, null));
calendarPageRoutes.post('/filings/calendar', async (c) => {
  const made = await subscribeCalendar(c.var.world, c.var.who, {});
  return made.ok ? page(c, made.value.address) : respondProblem(c, made.problem, back);
});
calendarPageRoutes.post('/filings/calendar/end', async (c) => {
  const done = await unsubscribeCalendar(c.var.world, c.var.who, {});
  return done.ok ? c.redirect('/filings/calendar?done=ended', 303) : respondProblem(c, done.problem, back);
});
