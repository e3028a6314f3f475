/**
 * The console: pages that no slice could show alone, since they join several. Home, an alert with its tally, a
 * member with their officials and answers, and the page that a member opens from a text, without signing in.
 * It keeps no rule of its own: handlers call the slices' verbs and views, and what is shown is what they allow.
 */
import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { alertRoutes } from './alert-routes.tsx';
import { callRoutes } from './call-routes.tsx';
import { calendarFeedRoutes, calendarPageRoutes } from './calendar-feed-routes.tsx';
import { deadLetterRoutes } from './dead-letter-routes.tsx';
import { healthPageRoutes } from './health-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { eraseFiles } from './erase-member.ts';
import { calendarRoutes } from './member-calendar-routes.ts';
import { memberPageRoutes as alertPageRoutes } from './member-page-routes.tsx';
import { memberHoursRoutes } from './member-hours-routes.tsx';
import { memberRecordRoutes } from './member-record-routes.tsx';
import { settingsRoutes } from './member-settings-routes.tsx';
import { memberRoutes } from './member-routes.tsx';
import { pointsFieldRoutes } from './points-field-routes.tsx';
import { settingsIndexRoutes } from './settings-index-routes.tsx';
import { unconfirmedRoutes } from './unconfirmed-routes.tsx';

export { giveUpJobs, keepDead, type DeadLetter } from './keep-dead.ts';
export { discardDeadLetters } from './discard-dead-letters.ts';
export { replayDeadLetters } from './replay-dead-letters.ts';
export { frameFor } from './frame.ts';
export { humanCheckPolicy } from './human-check-policy.ts';

/** Pages of members, who sign in nowhere, and calendars: their token is what opens them. */
export const memberPageRoutes = new Hono<AppEnv>();
memberPageRoutes.route('/', alertPageRoutes);
memberPageRoutes.route('/', calendarRoutes);
memberPageRoutes.route('/', settingsRoutes);
memberPageRoutes.route('/', calendarFeedRoutes);

/** Jobs that the console's own verbs ask for. */
export const consoleJobs = { 'member.erase_files': eraseFiles };

/** Pages for those who are signed in. */
export const consoleRoutes = new Hono<AppEnv>();
consoleRoutes.route('/', homeRoutes);
consoleRoutes.route('/', alertRoutes);
consoleRoutes.route('/', callRoutes);
consoleRoutes.route('/', memberRoutes);
consoleRoutes.route('/', memberRecordRoutes);
consoleRoutes.route('/', memberHoursRoutes);
consoleRoutes.route('/', unconfirmedRoutes);
consoleRoutes.route('/', healthPageRoutes);
consoleRoutes.route('/', deadLetterRoutes);
consoleRoutes.route('/', settingsIndexRoutes);
consoleRoutes.route('/', calendarPageRoutes);
consoleRoutes.route('/', pointsFieldRoutes);
