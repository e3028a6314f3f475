import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { invalid, missing, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { activityChanges } from './activity-changes.ts';
import { day, known } from './contact-report-input.ts';
import { association, lobbyistOf } from './queries.ts';
import { METHODS } from './read-contact.ts';

export const ACTIVITY_KINDS = [
  'direct_contact',
  'testimony',
  'preparation',
  'research',
  'planning',
  'solicitation_of_members',
  'solicitation_of_public',
  'event',
  'monitoring',
  'technical_response',
  'administrative',
] as const;
export const POSITIONS = ['support', 'oppose', 'amend', 'monitor', 'neutral'] as const;

/** Minutes of one day that a line took. */
export const minutes = z
  .number({ error: 'Write the minutes as a whole number, such as 45.' })
  .int('Minutes are whole.')
  .min(0, 'Minutes cannot be below zero.')
  .max(1440, 'A day has 1,440 minutes. Log each day on its own.');

/** Adds a line to the lobbying log: one person, one day, one subject; minutes are whole. */
export const addActivity = verb({
  name: 'activity.add',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.string().optional(),
    organizationId: z.string().optional(),
    onDate: day,
    kind: z.enum(ACTIVITY_KINDS, { error: 'Choose what was done.' }),
    method: z.enum(METHODS).nullish(),
    officialId: z.string().nullish(),
    billId: z.string().nullish(),
    issueId: z.string().nullish(),
    position: z.enum(POSITIONS).nullish(),
    minutes: minutes.nullish(),
    note: z.string().max(2000).default(''),
  }),
  run: async (world, who, input) => {
    const { zone } = await networkSettings(world);
    const now = world.clock.now();
    if (input.onDate > localDate(now, zone))
      return invalid([{ field: 'onDate', message: 'This day is still to come. Log it when it is done.' }]);
    if ((input.kind === 'direct_contact' || input.kind === 'testimony') && !input.officialId && !input.note) {
      return invalid([
        { field: 'officialId', message: 'Choose the official, or say in the note who it was.' },
      ]);
    }
    const [own, lobbyist] = await Promise.all([
      world.db.first(association, {}),
      world.db.first(lobbyistOf, { memberId: null, staffId: who.id, on: input.onDate }),
    ]);
    const organizationId = input.organizationId ?? lobbyist?.organizationId ?? own?.id;
    if (!organizationId) return missing('The organization');
    const unknown = await known(world, input);
    if (unknown) return unknown;
    const id = input.id ?? world.ids.next();
    try {
      // Nothing is written for an id that is there: the same form, sent twice.
      await world.db.commit(
        { who, action: 'activity.add', subject: { kind: 'activity', id } },
        await activityChanges(world, {
          id,
          organizationId,
          onDate: input.onDate,
          personKind: lobbyist
            ? lobbyist.kind === 'contract'
              ? 'contract_lobbyist'
              : 'staff_lobbyist'
            : 'staff_support',
          lobbyistId: lobbyist?.id ?? null,
          staffId: who.id,
          memberId: null,
          kind: input.kind,
          method: input.method ?? null,
          officialId: input.officialId ?? null,
          billId: input.billId ?? null,
          issueId: input.issueId ?? null,
          position: input.position ?? null,
          minutes: input.minutes ?? null,
          directedBy: lobbyist ? 'lobbyist' : 'client',
          reachMembers: null,
          reachNonMembers: null,
          contactReportId: null,
          alertId: null,
          state: 'confirmed',
          note: input.note,
          at: now,
          by: who.id,
        }),
      );
    } catch (error) {
      if (error instanceof Error && error.message.includes('FOREIGN KEY')) {
        return invalid([
          {
            field: 'organizationId',
            message: 'That organization or issue is not known here. Choose one from the list.',
          },
        ]);
      }
      throw error;
    }
    return ok({ id });
  },
});
