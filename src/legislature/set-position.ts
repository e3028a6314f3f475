import * as z from 'zod';
import { showDay } from '../platform/days.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { today } from './add-bill.ts';
import { billById, endPosition, insertPosition, organizations, positionNow } from './queries.ts';
import { day } from './start-legislative-session.ts';

/**
 * Says where an organization (the association, unless told) stands on a bill from a day on; the position it
 * held before ends on that day.
 */
export const setPosition = verb({
  name: 'position.set',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    billId: z.string().min(1),
    organizationId: z.string().min(1).optional(),
    position: z.enum(
      ['support', 'oppose', 'amend', 'monitor', 'neutral'],
      'One of support, oppose, amend, monitor, neutral.',
    ),
    fromOn: day.optional(),
  }),
  async run(world, who, { billId, position, ...input }) {
    if (!(await world.db.first(billById, { id: billId, now: world.clock.now() })))
      return missing('That bill');
    const all = await world.db.all(organizations, {});
    const organizationId = all.find((one) => !input.organizationId || one.id === input.organizationId)?.id;
    if (!organizationId)
      return invalid([{ field: 'organizationId', message: 'There is no such organization.' }]);
    const fromOn = input.fromOn ?? (await today(world));
    const before = await world.db.first(positionNow, { billId, organizationId });
    if (before?.position === position)
      return ok({ id: before.id, billId, organizationId, position, fromOn: before.fromOn });
    if (before && fromOn < before.fromOn)
      return invalid([
        {
          field: 'fromOn',
          message: `The position held now began on ${showDay(before.fromOn, { year: true })}.`,
        },
      ]);
    const id = world.ids.next();
    const done = await world.db.commit(
      {
        who,
        action: 'position.set',
        subject: { kind: 'bill', id: billId },
        detail: { organizationId, position, before: before?.position ?? null, fromOn },
      },
      [
        ...(before ? [must(endPosition, { id: before.id, toOn: fromOn })] : []),
        must(insertPosition, { id, billId, organizationId, position, fromOn, by: who.id }),
      ],
    );
    return done
      ? ok({ id, billId, organizationId, position, fromOn })
      : conflict('Somebody else changed the position at the same time. Look again.');
  },
});
