import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { billNumber } from './bill-number.ts';
import { billByNumber, billById, insertBill, issueById, sessionById } from './queries.ts';
import { day } from './start-legislative-session.ts';

export const billFields = {
  title: z.string().trim().min(1, 'Give the bill a title.').max(400, 'At most 400 characters.'),
  status: z.string().trim().min(1, 'Say where the bill stands.').max(120, 'At most 120 characters.'),
  statusOn: day,
  issueId: z.string().min(1).nullable(),
};
export const noIssue = invalid([{ field: 'issueId', message: 'There is no such issue.' }]);

/** The day it is for the network. */
export const today = async (world: World): Promise<string> =>
  localDate(world.clock.now(), (await networkSettings(world)).zone);

/** Puts a bill on the agenda; its number is written one way ("hb203" is HB 203) and used once in a session. */
export const addBill = verb({
  name: 'bill.add',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({
    id: z.ulid().optional(),
    legislativeSessionId: z.string().min(1, 'Choose a legislative session.'),
    number: z
      .string()
      .trim()
      .max(20, 'At most 20 characters.')
      .refine((text) => billNumber(text) !== null, 'Write letters and a number, for example HB 203.'),
    title: billFields.title,
    status: billFields.status.default('Introduced'),
    statusOn: day.optional(),
    issueId: billFields.issueId.default(null),
    source: z.string().trim().min(1).max(200).default('staff'),
  }),
  async run(world, who, input) {
    const number = billNumber(input.number) ?? input.number;
    const { legislativeSessionId } = input;
    if (!(await world.db.first(sessionById, { id: legislativeSessionId })))
      return invalid([{ field: 'legislativeSessionId', message: 'There is no such legislative session.' }]);
    if (input.issueId && !(await world.db.first(issueById, { id: input.issueId }))) return noIssue;
    const id = input.id ?? world.ids.next();
    const now = world.clock.now();
    const { title, status, issueId, source } = input;
    const statusOn = input.statusOn ?? (await today(world));
    await world.db.commit({ who, action: 'bill.add', subject: { kind: 'bill', id } }, [
      must(insertBill, { id, legislativeSessionId, number, title, status, statusOn, issueId, source, now }),
    ]);
    const there = await world.db.first(billByNumber, { legislativeSessionId, number });
    if (!there) return conflict('This form was sent before with another number. Open the form anew.');
    if (there.id !== id)
      return invalid([{ field: 'number', message: `${number} is on the agenda of this session already.` }]);
    const bill = await world.db.first(billById, { id, now });
    return bill ? ok(bill) : missing('That bill');
  },
});
