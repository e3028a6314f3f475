import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { activityFields, dayProblem, roomInDay, warningsOf } from './add-activity.ts';
import { wholeMinutes } from './activity-input.ts';
import { classify, isClassed } from './classify.ts';
import { known } from './contact-report-input.ts';
import { factsOf } from './facts-of.ts';
import { lockedUnless } from './filed.ts';
import { factsBeside, guardDay, keptActivity, regimesOf, renewClasses, updateActivity } from './queries.ts';

const { id: _id, organizationId: _organizationId, ...fields } = activityFields;

/**
 * Writes a line anew, and its classes by rule; a person's decision about a class stands. A line that a filed report
 * has is changed only where `amends` says that an amendment is meant.
 */
export const changeActivity = verb({
  name: 'activity.change',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string(), ...fields, amends: z.boolean().default(false) }),
  run: async (world, who, input) => {
    const kept = await world.db.first(keptActivity, { id: input.id });
    if (!kept || kept.state === 'removed') return missing('That line of the log');
    const whole = wholeMinutes(input);
    if (!whole.ok) return invalid([whole]);
    const problem =
      (await dayProblem(world, input.onDate)) ??
      (await known(world, input)) ??
      (kept.staffId
        ? await roomInDay(world, kept.staffId, input.onDate, whole.minutes ?? 0, input.id)
        : null) ??
      (await lockedUnless(world, { kind: 'activity', id: input.id, amends: input.amends }));
    if (problem) return problem;
    const next = {
      ...input,
      seenAt: kept.updatedAt,
      method: input.method ?? null,
      officialId: input.officialId ?? null,
      billId: input.billId ?? null,
      issueId: input.issueId ?? kept.issueId,
      position: input.position ?? null,
      minutes: whole.minutes,
      directedBy: input.directedBy ?? kept.directedBy,
      payer: input.payer ?? kept.payer,
      matter: input.matter ?? kept.matter,
      occasionKey: input.occasionKey ?? kept.occasionKey,
      at: world.clock.now(),
    };
    const [rows, beside] = await Promise.all([
      world.db.all(regimesOf, { organizationId: kept.organizationId, on: next.onDate }),
      world.db.first(factsBeside, { ...kept, ...next, organizationId: kept.organizationId }),
    ]);
    const facts = factsOf({
      ...next,
      personKind: kept.personKind,
      ...(beside ?? { taxStatus: null, officialLevel: null, billJurisdiction: null }),
    });
    const classes = rows
      .map(({ regime }) => regime)
      .filter(isClassed)
      .map((regime) => ({ regime, ...classify(regime, facts) }));
    const done = await world.db.commit(
      {
        who,
        action: 'activity.change',
        subject: { kind: 'activity', id: input.id },
        detail: { amends: input.amends },
      },
      [
        must(updateActivity, next),
        change(renewClasses, { activityId: input.id, classes, at: next.at }),
        ...(kept.staffId ? [change(guardDay, { staffId: kept.staffId, on: next.onDate })] : []),
      ],
    );
    return done
      ? ok({ id: input.id, warnings: await warningsOf(world, input.id) })
      : conflict('Somebody else changed this line just now. Reload it to see what it says.');
  },
});
