import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { insertAsk, officialsKnown } from './ask-queries.ts';
import { subjectExists } from './talking-points-queries.ts';

/**
 * Keeps what we ask of some officials about an issue, perhaps by a bill: one ask for each, ended by itself. The same
 * `id` sent twice asks once. Answers with the ids.
 */
export const setAsk = verb({
  name: 'ask.set',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    /** Of the first ask; the others are named after it. */
    id: z.ulid().optional(),
    officialIds: z.array(z.string()).min(1, 'Choose whom to ask.').max(50, 'Ask at most 50 at once.'),
    issueId: z.string('Choose the issue.').min(1, 'Choose the issue.'),
    billId: z.string().nullable().default(null),
    words: z
      .string('Write what we ask.')
      .trim()
      .min(1, 'Write what we ask in one sentence, such as: cosponsor S. 12.')
      .max(300, 'Keep it to 300 characters: one request.'),
  }),
  async run(world, who, { id = world.ids.next(), officialIds, issueId, billId, words }) {
    const ids = [...new Set(officialIds)];
    const [known, officials] = await Promise.all([
      world.db.first(subjectExists, { issueId, billId }),
      world.db.first(officialsKnown, { ids }),
    ]);
    if (!known?.issue)
      return invalid([{ field: 'issueId', message: 'This issue is not known. Choose one from the list.' }]);
    if (!known.bill)
      return invalid([{ field: 'billId', message: 'This bill is not known. Choose one from the list.' }]);
    if (officials?.count !== ids.length)
      return invalid([{ field: 'officialIds', message: 'One of them is not known. Choose from the list.' }]);
    const rows = ids.map((officialId, at) => ({ id: at === 0 ? id : `${id}-${at + 1}`, officialId }));
    await world.db.commit(
      { who, action: 'ask.set', subject: { kind: 'ask', id }, detail: { officialIds: ids, issueId, billId } },
      [change(insertAsk, { rows, issueId, billId, words, now: world.clock.now(), by: who.id })],
    );
    return ok({ id, ids: rows.map((row) => row.id) });
  },
});
