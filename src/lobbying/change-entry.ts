import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import { activityFields, roomInDay, warningsOf, WHEN_DONE } from './add-activity.ts';
import { wholeMinutes } from './activity-input.ts';
import { classesOfLine } from './classes-of-line.ts';
import { known } from './contact-report-input.ts';
import { dayProblem } from './day-of-log.ts';
import { lockedUnless } from './filed.ts';
import { keptLine, said } from './kept-row.ts';
import { personOfLine } from './person-of-line.ts';
import { activityById, guardDay, renewClasses, updateActivity } from './queries.ts';

const { id: _id, organizationId: _organizationId, ...fields } = activityFields;

/**
 * Writes a line anew, and its classes by rule; a person's decision about a class stands. A detail that is left out
 * stays, and null takes it out. Whom an alert reached was frozen when it went out, and stays. A line that a filed
 * report has is changed only where `amends` says that an amendment is meant.
 */
export const changeActivity = verb({
  name: 'activity.change',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string(), ...fields, amends: z.boolean().default(false) }),
  run: async (world, who, { amends, staffId, lobbyistId, officer, ...input }) => {
    const row = await world.db.first(activityById, { id: input.id });
    if (!row || row.state === 'removed') return missing('That line of the log');
    const kept = keptLine(row);
    const whole = wholeMinutes(input);
    if (!whole.ok) return invalid([whole]);
    const person =
      staffId || lobbyistId || officer
        ? await personOfLine(world, { staffId, lobbyistId, officer }, '', input.onDate)
        : ({ ok: true, ...kept } as const);
    if (!person.ok) return person;
    if (kept.memberId !== null && person.staffId !== kept.staffId)
      return invalid([
        { field: 'staffId', message: 'This is a member’s contact. Change it on the contact report.' },
      ]);
    const problem =
      (await dayProblem(world, { onDate: input.onDate }, WHEN_DONE)) ??
      (await known(world, input)) ??
      (person.staffId
        ? await roomInDay(world, person.staffId, input.onDate, whole.minutes ?? 0, input.id)
        : null) ??
      (await lockedUnless(world, { kind: 'activity', id: input.id, amends }));
    if (problem) return problem;
    const next = {
      ...kept,
      ...said(input),
      personKind: person.personKind,
      staffId: person.staffId,
      lobbyistId: person.lobbyistId,
      method: input.method ?? null,
      officialId: input.officialId ?? null,
      billId: input.billId ?? null,
      position: input.position ?? null,
      minutes: whole.minutes,
      minutesDirect: input.minutesDirect ?? null,
      minutesPrep: input.minutesPrep ?? null,
      minutesTravel: input.minutesTravel ?? null,
      directedBy: input.directedBy ?? kept.directedBy,
      ...(kept.alertId !== null && {
        reachMembers: kept.reachMembers,
        reachNonMembers: kept.reachNonMembers,
        callsToAction: kept.callsToAction,
      }),
      at: world.clock.now(),
    };
    const classes = await classesOfLine(world, next);
    const done = await unlessUnknown(
      world.db.commit(
        { who, action: 'activity.change', subject: { kind: 'activity', id: input.id }, detail: { amends } },
        [
          must(updateActivity, next),
          change(renewClasses, { activityId: input.id, classes, at: next.at }),
          ...(next.staffId ? [change(guardDay, { staffId: next.staffId, on: next.onDate })] : []),
        ],
      ),
    );
    if (done === 'unknown')
      return invalid([
        { field: 'issueId', message: 'That issue is not known here. Choose one from the list.' },
      ]);
    return done
      ? ok({ id: input.id, warnings: await warningsOf(world, input.id) })
      : conflict('Somebody else changed this line just now. Reload it to see what it says.');
  },
});
