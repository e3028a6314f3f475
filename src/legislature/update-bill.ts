import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { billFields, noIssue, today } from './add-bill.ts';
import { billById, changeBill, issueById, noteStatus } from './queries.ts';

/** Changes a bill's title, issue or status; what is not given stays. A new status is kept among its events. */
export const updateBill = verb({
  name: 'bill.update',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({
    id: z.string().min(1),
    title: billFields.title.optional(),
    status: billFields.status.optional(),
    statusOn: billFields.statusOn.optional(),
    issueId: billFields.issueId.optional(),
    source: z.string().trim().min(1).max(200).default('staff'),
  }),
  async run(world, who, input) {
    const now = world.clock.now();
    const before = await world.db.first(billById, { id: input.id, now });
    if (!before) return missing('That bill');
    if (input.issueId && !(await world.db.first(issueById, { id: input.issueId }))) return noIssue;
    const status = input.status ?? before.status;
    const fallback = status === before.status ? before.statusOn : await today(world);
    const done = await world.db.commit(
      { who, action: 'bill.update', subject: { kind: 'bill', id: before.id }, detail: { status } },
      [
        change(noteStatus, { id: world.ids.next(), billId: before.id, status, source: input.source, now }),
        must(changeBill, {
          id: before.id,
          title: input.title ?? before.title,
          status,
          statusOn: input.statusOn ?? fallback,
          issueId: input.issueId === undefined ? before.issueId : input.issueId,
        }),
      ],
    );
    const bill = done && (await world.db.first(billById, { id: before.id, now }));
    return bill ? ok(bill) : missing('That bill');
  },
});
