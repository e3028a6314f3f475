import {
  ownFieldsIn,
  resolveAudience,
  WEEK_MS,
  type Alert,
  type Audience,
  type Wording,
} from '../alerts/index.ts';
import type { Done } from '../platform/db.ts';
import { change, must, type Change } from '../platform/statement.ts';
import type { Page, World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import {
  carryShared,
  countAsked,
  insertWording,
  lastDelivery,
  planDeliveries,
  reachesSomebody,
  tallyRound,
} from './launch-queries.ts';
import { currentHours } from './current-hours.ts';
import { pagesOf } from './pages-of.ts';

interface Round {
  sourceKind: 'alert' | 'nudge';
  round: number;
  audience: Audience;
  wording: Wording;
  /** Segments of the longest text. */
  segments: number;
  deadlineAt: number;
}

/**
 * Plans one round of an alert: its words, a delivery for everybody meant (the excluded with their reason), who
 * is carried by whom, and the tally.
 * @returns the changes, which must come first in their commit, and the pages once that is done
 */
export const planRound = async (
  world: World,
  alert: Alert,
  round: Round,
): Promise<{ changes: Change[]; pagesOf(done: Done[]): Page[] }> => {
  const now = world.clock.now();
  const wordingId = world.ids.next();
  const source = { sourceKind: round.sourceKind, alertId: alert.id, round: round.round };
  const sms = alert.sendSms && round.wording.smsText !== '';
  const email = alert.sendEmail && round.wording.emailText !== '';
  const { smsText, emailSubject, emailText } = round.wording;
  const [hours, audience, { weeklyBudget }] = await Promise.all([
    currentHours(world),
    resolveAudience(world, round.audience),
    networkSettings(world),
  ]);
  // An approver may let an alert and its nudges past the week.
  const most = alert.approval?.overBudget == null ? weeklyBudget : null;
  const changes = [
    change(insertWording, { id: wordingId, smsText, emailSubject, emailText, now }),
    must(planDeliveries, {
      ...source,
      audience,
      sms,
      email,
      wordingId,
      segments: round.segments,
      deadlineAt: round.deadlineAt,
      due: hours.at(now).due,
      talkingPointsId: alert.talkingPointsId,
      most,
      weekFrom: most === null ? now : now - WEEK_MS,
      now,
    }),
    must(reachesSomebody, source),
    change(carryShared, {
      ...source,
      smsFields: ownFieldsIn(smsText),
      emailFields: ownFieldsIn(`${emailSubject}\n${emailText}`),
    }),
    change(tallyRound, source),
    // A nudge asks nobody who was not asked before.
    ...(round.sourceKind === 'alert' ? [change(countAsked, { alertId: alert.id })] : []),
    change(lastDelivery, {}),
  ];
  return {
    changes,
    pagesOf(done) {
      const planned = done[1]?.changed ?? 0;
      const lastId = Number(done[changes.length - 1]?.rows[0]?.lastId ?? 0);
      const fromId = lastId - planned + 1;
      // One row for each person and channel, texts first.
      const texts = sms ? planned / (email ? 2 : 1) : 0;
      return [
        ...pagesOf({ fromId, toId: fromId + texts - 1, channel: 'sms', segments: round.segments }),
        ...pagesOf({ fromId: fromId + texts, toId: lastId, channel: 'email', segments: 1 }),
      ];
    },
  };
};
