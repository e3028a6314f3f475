import { ownFieldsIn, resolveAudience, type Audience, type Wording } from '../alerts/index.ts';
import type { Done } from '../platform/db.ts';
import { change, must, type Change } from '../platform/statement.ts';
import type { Page, World } from '../platform/world.ts';
import { currentHours } from './current-hours.ts';
import { carryShared, insertWording, lastDelivery, planDeliveries, tallyRound } from './launch-queries.ts';
import { pagesOf } from './pages-of.ts';

/** One message of staff to many members, outside an alert. */
export interface PlanMany {
  /** What staff wrote; planned twice for one id it is owed once. */
  sourceId: string;
  audience: Audience;
  wording: Wording;
  sms: boolean;
  email: boolean;
  /** Segments of the longest text. */
  segments: number;
  /** ms UTC */
  deadlineAt: number;
}

/**
 * Plans one message to many: a delivery for everybody meant, the excluded with their reason, and the tally. Nobody waits
 * for it, so a text waits for its reader's hours.
 * @returns the changes, one after another in the caller's commit, and the pages by what was done to them
 */
export const planMany = async (
  world: World,
  many: PlanMany,
): Promise<{ changes: Change[]; pagesOf(done: Done[]): Page[] }> => {
  const now = world.clock.now();
  const wordingId = world.ids.next();
  const source = { sourceKind: 'answer' as const, alertId: many.sourceId, round: 0 };
  const { smsText, emailSubject, emailText } = many.wording;
  const changes = [
    change(insertWording, { id: wordingId, smsText, emailSubject, emailText, now }),
    must(planDeliveries, {
      ...source,
      audience: await resolveAudience(world, many.audience),
      sms: many.sms,
      email: many.email,
      wordingId,
      segments: many.segments,
      deadlineAt: many.deadlineAt,
      due: (await currentHours(world)).at(now).due,
      talkingPointsId: null,
      // What follows an answer was asked for: it is no message of the week.
      most: null,
      weekFrom: now,
      now,
    }),
    change(carryShared, {
      ...source,
      smsFields: ownFieldsIn(smsText),
      emailFields: ownFieldsIn(`${emailSubject}\n${emailText}`),
    }),
    change(tallyRound, source),
    change(lastDelivery, {}),
  ];
  return {
    changes,
    pagesOf(done) {
      const planned = done[1]?.changed ?? 0;
      const lastId = Number(done[changes.length - 1]?.rows[0]?.lastId ?? 0);
      const fromId = lastId - planned + 1;
      const texts = many.sms ? planned / (many.email ? 2 : 1) : 0;
      return [
        ...pagesOf({ fromId, toId: fromId + texts - 1, channel: 'sms', segments: many.segments }),
        ...pagesOf({ fromId: fromId + texts, toId: lastId, channel: 'email', segments: 1 }),
      ];
    },
  };
};
