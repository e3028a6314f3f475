import { applyMailEvents } from './apply-mail-events.ts';
import { applyStatuses } from './apply-statuses.ts';
import { followUpClock } from './follow-up.ts';
import { fetchPrices } from './fetch-prices.ts';
import { reconcile } from './reconcile.ts';
import { recoverClaims } from './recover-claims.ts';
import { sendNotice } from './send-notice.ts';
import { settleAlerts } from './settle-alerts.ts';
import { startScheduled } from './start-scheduled.ts';
import { sweepDue } from './sweep-due.ts';

/** Jobs one at a time. */
export const deliveryJobs = { 'alert.proposed': sendNotice };

/** Events applied many at once: each takes the bodies of all messages of its kind in a batch. */
export const deliveryBatches = { 'sms.status': applyStatuses, 'mail.event': applyMailEvents };

/** What the clocks start, and when. */
export const deliveryClocks = {
  minute: {
    'delivery.start': startScheduled,
    'delivery.sweep': sweepDue,
    'delivery.recover': recoverClaims,
    'delivery.reconcile': reconcile,
    'delivery.follow_up': followUpClock,
    'delivery.settle': settleAlerts,
  },
  quarter: { 'delivery.prices': fetchPrices },
};
