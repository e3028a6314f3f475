import type { WordingChecklist } from '../alerts/index.ts';
import { localDate } from '../platform/days.ts';
import { read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { mainlyMembers } from './mainly-members.ts';
import { candidatesFrom, taxStatusOf, windowOn } from './queries.ts';
import { findingsOf } from './wording-findings.ts';

/** What the law of campaigns is read from for what an organization sends at an instant: all as it stands on that day. */
export const campaignGround = async (world: World, organizationId: string, at: number) => {
  const { zone } = await networkSettings(world);
  const today = localDate(at, zone);
  const [[status], candidates, [window = null]] = await world.db.together(
    read(taxStatusOf, { organizationId, on: today }),
    read(candidatesFrom, { on: today }),
    read(windowOn, { organizationId, on: today }),
  );
  return { today, taxStatus: status?.taxStatus ?? null, candidates, window };
};

/** Runs the checklist on an alert as it stands: its words, its flags and whom it would reach. */
export const wordingChecklist: WordingChecklist = {
  check: async (world, { organizationId, startsAt, ...draft }) => {
    const ground = await campaignGround(world, organizationId, startsAt);
    return findingsOf({
      ...draft,
      ...ground,
      mainlyMembers: await mainlyMembers(world, draft, ground.today),
    });
  },
};
