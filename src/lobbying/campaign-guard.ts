import type { LaunchGuard } from '../delivery/index.ts';
import { campaignWords } from './campaign-words.ts';
import { alertWords } from './queries.ts';

/** Holds an alert of a charity whose words support or oppose a candidate: the one thing its tax status never allows. */
export const campaignGuard: LaunchGuard = {
  check: async (world, alertId) => {
    const alert = await world.db.first(alertWords, { alertId });
    if (!alert || (alert.taxStatus !== '501c3' && alert.taxStatus !== '501c3h')) return null;
    const found = campaignWords([alert.smsText, alert.emailSubject, alert.emailText].join('\n'));
    return found
      ? {
          rule: 'campaign-ban',
          message: `A 501(c)(3) may not support or oppose a candidate, and this alert says "${found}". Ask for a position on the bill instead, then have it approved again.`,
        }
      : null;
  },
};
