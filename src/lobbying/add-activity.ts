import * as z from 'zod';
import { conflict, invalid, missing, ok, type Result } from '../platform/problem.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { activityChanges } from './activity-changes.ts';
import { detailFields, minutes, wholeMinutes } from './activity-input.ts';
import { day, known } from './contact-report-input.ts';
import { dayProblem } from './day-of-log.ts';
import { personOfLine } from './person-of-line.ts';
import { activityById, association, likeActivity, minutesOfDay } from './queries.ts';
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
export const DIRECTED_BY = ['client', 'lobbyist', 'independent'] as const;
export { minutes } from './activity-input.ts';

export const activityFields = {
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
  directedBy: z.enum(DIRECTED_BY).nullish(),
  note: z.string().max(2000, 'Keep the note under 2,000 characters.').default(''),
  /** Whose work it was: one of the three; where nothing is said it is your own. */
  staffId: z.string().nullish(),
  lobbyistId: z.string().nullish(),
  officer: z.boolean().nullish(),
  ...detailFields,
};
const fields = z.strictObject(activityFields);
export type ActivityInput = z.output<typeof fields>;
/** Something a person should look at: nothing is kept back for it. */
export interface Warning {
  kind: 'duplicate' | 'overlap';
  id: string;
  message: string;
}

/** What to do about a day that is still to come. */
export const WHEN_DONE = 'Log it when it is done.';

/** Why a person's day has no room for so many minutes more: null where it has. */
export const roomInDay = async (world: World, staffId: string, on: string, more: number, but = '') => {
  const had = (await world.db.first(minutesOfDay, { staffId, on, but }))?.minutes ?? 0;
  return had + more > 1440
    ? invalid([
        {
          field: 'minutes',
          message: `This day has ${had} minutes in the log already; ${more} more would be over 24 hours.`,
        },
      ])
    : null;
};

/** Lines that look like this one, in words. */
export const warningsOf = async (world: World, id: string): Promise<Warning[]> =>
  (await world.db.all(likeActivity, { id })).map((one) => ({
    kind: one.same ? 'duplicate' : 'overlap',
    id: one.id,
    message: one.same
      ? 'The log has a line of the same person, day, bill and minutes. Remove one if it is the same.'
      : 'The log has a line of the same person with the same official on this day. Remove one if it is the same.',
  }));

/** Writes one line: the way by which form, one line of text and calendar come into the log. */
export const logActivity = async (
  world: World,
  who: Who,
  input: ActivityInput,
  as: { door: string; state: 'draft' | 'confirmed'; staffId?: string; recurringId?: string },
): Promise<Result<{ id: string; warnings: Warning[] }>> => {
  const wrongDay = await dayProblem(world, { onDate: input.onDate }, WHEN_DONE);
  if (wrongDay) return wrongDay;
  if ((input.kind === 'direct_contact' || input.kind === 'testimony') && !input.officialId && !input.note)
    return invalid([{ field: 'officialId', message: 'Choose the official, or say in the note who it was.' }]);
  const whole = wholeMinutes(input);
  if (!whole.ok) return invalid([whole]);
  const [own, person] = await Promise.all([
    world.db.first(association, {}),
    personOfLine(world, input, as.staffId ?? who.id, input.onDate),
  ]);
  if (!person.ok) return person;
  const { personKind, staffId, lobbyistId } = person;
  const organizationId = input.organizationId ?? person.organizationId ?? own?.id;
  if (!organizationId) return missing('The organization');
  const unknown = await known(world, input);
  if (unknown) return unknown;
  const { id: given, directedBy, minutes: _, officer: __, ...rest } = input;
  const id = given ?? world.ids.next();
  if (given && (await world.db.first(activityById, { id }))) return ok({ id, warnings: [] });
  const full = staffId ? await roomInDay(world, staffId, input.onDate, whole.minutes ?? 0) : null;
  if (full) return full;
  const done = await unlessUnknown(
    world.db.commit(
      { who, action: 'activity.add', subject: { kind: 'activity', id }, detail: { door: as.door } },
      await activityChanges(world, {
        ...rest,
        id,
        organizationId,
        personKind,
        lobbyistId,
        staffId,
        memberId: null,
        method: input.method ?? null,
        officialId: input.officialId ?? null,
        billId: input.billId ?? null,
        issueId: input.issueId ?? null,
        position: input.position ?? null,
        minutes: whole.minutes,
        directedBy: directedBy ?? (lobbyistId ? 'lobbyist' : 'client'),
        reachMembers: input.reachMembers ?? null,
        reachNonMembers: input.reachNonMembers ?? null,
        contactReportId: null,
        alertId: null,
        recurringId: as.recurringId ?? null,
        door: as.door,
        state: as.state,
        at: world.clock.now(),
        by: who.id,
      }),
    ),
  );
  if (done === 'unknown')
    return invalid([
      {
        field: 'organizationId',
        message: 'That organization or issue is not known here. Choose one from the list.',
      },
    ]);
  // Nothing is written for an id that is there: the same form, sent twice.
  if (!done && !(await world.db.first(activityById, { id })))
    return conflict('This day changed while it was saved. Look at the day in the log, and try again.');
  return ok({ id, warnings: await warningsOf(world, id) });
};

/** Adds a line to the lobbying log: one person, one day, one subject; minutes are whole. Warnings keep nothing back. */
export const addActivity = verb({
  name: 'activity.add',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: fields,
  run: (world, who, input) => logActivity(world, who, input, { door: 'form', state: 'confirmed' }),
});
