import type { AudienceSource } from '../alerts/index.ts';
import type { Unanswered } from '../delivery/index.ts';
import { membersWhoChose, unansweredMembers } from './queries.ts';

/** Members who were asked by an alert and have no response; for nudges. */
export const unansweredOf: Unanswered = async (world, alertId) =>
  (await world.db.all(unansweredMembers, { alertId })).map(({ memberId }) => memberId);

/** Members by their answer to an earlier alert; for audiences. */
export const audienceByAnswer: AudienceSource = {
  membersByAnswer: async (world, { alertId, options }) =>
    options === 'none'
      ? unansweredOf(world, alertId)
      : (await world.db.all(membersWhoChose, { alertId, options })).map(({ memberId }) => memberId),
};
