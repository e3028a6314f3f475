import { localDate, showDay } from '../platform/days.ts';
import type { RowOf } from '../platform/statement.ts';
import type { Alert } from './alert-of.ts';
import type { Finding } from './ports.ts';
import { expiryOf } from './points-expiry.ts';
import type { pointsOfAlert } from './talking-points-queries.ts';

/** What approvers should know of the talking points of an alert: that they expired or will before its deadline, or are for the other legislature. */
export const pointsFindings = (
  points: RowOf<typeof pointsOfAlert>,
  alert: Pick<Alert, 'deadlineAt'>,
  { now, zone }: { now: number; zone: string },
): Finding[] => {
  const warn = (id: string, why: string): Finding => ({ id, tone: 'warn', words: null, why, guidance: null });
  const found: Finding[] = [];
  if (points.expiresOn !== null) {
    const day = showDay(points.expiresOn);
    if (expiryOf(points.expiresOn, now, zone) === 'expired')
      found.push(
        warn(
          'points-expired',
          `The talking points expired after ${day}, and every page says so. Give them a later last day, or choose others.`,
        ),
      );
    else if (alert.deadlineAt !== null && points.expiresOn < localDate(alert.deadlineAt, zone))
      found.push(
        warn(
          'points-expire',
          `The talking points hold through ${day}, which is before the deadline of this alert.`,
        ),
      );
  }
  const federal = points.jurisdiction === 'US';
  if (points.jurisdiction !== null && federal !== (points.level === 'federal'))
    found.push(
      warn(
        'points-legislature',
        `The bill is before ${federal ? 'Congress' : 'the state legislature'}, and the talking points are for ${federal ? 'the state legislature' : 'Congress'}. ${points.variant ? `Choose “${points.variant}” instead.` : 'Write them for the other one, or choose others.'}`,
      ),
    );
  return found;
};
