import type { Context } from 'hono';
import { alertById, type Alert } from '../alerts/index.ts';
import type { Result } from '../platform/problem.ts';
import { flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';

const DONE: Record<string, string> = {
  launched: 'It is going out.',
  nudged: 'The nudge is going out.',
  paused: 'Paused. What is not out yet waits.',
  resumed: 'Going on.',
  closed: 'Closed. Its cost and reach wait in the log as drafts.',
  cancelled: 'Cancelled. Nothing more of it goes out.',
  approved: 'Approved.',
  scheduled: 'Scheduled. It goes out by itself.',
  unscheduled: 'Put back to approved. It goes out when somebody sends it.',
};
/** What the last act on an alert did. */
export const flashOf = flashFrom(DONE);

/** Whether this person may send and steer alerts. */
export const mayAct = (c: Context<AppEnv>) =>
  c.var.who.kind === 'staff' && ['owner', 'director', 'staff'].includes(c.var.who.role);

/** Shows something of the alert in the address, or says that it is not there for this person. */
export const alertOr = async (c: Context<AppEnv>, show: (alert: Alert) => Promise<Response> | Response) => {
  const alert = await alertById(c.var.world, c.var.who, { id: c.req.param('id') ?? '' });
  return alert.ok
    ? show(alert.value)
    : respondProblem(c, alert.problem, { href: '/alerts', label: 'Alerts' });
};

/** Back to the alert's page after an act, or what stood in its way. */
export const after = (c: Context<AppEnv>, result: Result<unknown>, done: string) => {
  const href = `/alerts/${c.req.param('id')}`;
  return result.ok
    ? c.redirect(`${href}?done=${done}`, 303)
    : respondProblem(c, result.problem, { href, label: 'The alert' });
};
