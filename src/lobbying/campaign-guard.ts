import type { LaunchGuard } from '../delivery/index.ts';
import { alertWords } from './queries.ts';
import { campaignGround } from './wording-checklist.ts';
import { campaignFindings } from './wording-findings.ts';

/**
 * Holds an alert of a charity whose words support or oppose a candidate, name one within the window before an
 * election, or carry a scorecard: the one thing its tax status never allows.
 */
export const campaignGuard: LaunchGuard = {
  check: async (world, alertId) => {
    const alert = await world.db.first(alertWords, { alertId });
    if (!alert) return null;
    const ground = await campaignGround(world, alert.organizationId, world.clock.now());
    const [held] = campaignFindings({
      ...ground,
      kind: '',
      text: [alert.smsText, alert.emailSubject, alert.emailText].join('\n'),
      sms: '',
      shortName: '',
      hasBill: false,
      ballotIssue: false,
      members: 0,
      nonMembers: 0,
      mainlyMembers: false,
    }).filter((one) => one.tone === 'held');
    return held
      ? {
          rule: 'campaign-ban',
          message: `This alert says "${held.words}". ${held.why} Change it, then have it approved again.`,
        }
      : null;
  },
};
