import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { conversationById, dropLabel, insertLabel, labels, putLabel } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** More words than this sort nothing any more. */
const MOST = 40;

/** Puts a label on a thread; a word that is not known yet becomes one. */
export const addLabel = verb({
  name: 'inbox.label',
  by: INBOX_WRITERS,
  input: z.strictObject({
    conversationId: z.string(),
    name: z
      .string()
      .trim()
      .min(1, 'Write or choose a label.')
      .max(30, 'Keep a label to 30 characters.')
      .regex(/^[^,]*$/, 'One label at a time, without commas.'),
  }),
  async run(world, who, { conversationId, name }) {
    if (!(await world.db.first(conversationById, { id: conversationId, regionId: null })))
      return missing('This conversation');
    const known = await world.db.all(labels, {});
    const same = known.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!same && known.length >= MOST)
      return invalid([{ field: 'name', message: `There are ${MOST} labels. Choose one of them.` }]);
    await world.db.commit(
      {
        who,
        action: 'inbox.label',
        subject: { kind: 'conversation', id: conversationId },
        detail: { labelId: same?.id ?? null },
      },
      [
        change(insertLabel, { id: world.ids.next(), name, by: who.id, at: world.clock.now() }),
        change(putLabel, { conversationId, name }),
      ],
    );
    return ok({ conversationId });
  },
});

/** Takes a label off a thread; the word stays for others. */
export const removeLabel = verb({
  name: 'inbox.unlabel',
  by: INBOX_WRITERS,
  input: z.strictObject({ conversationId: z.string(), labelId: z.string() }),
  async run(world, who, { conversationId, labelId }) {
    const done = await world.db.commit(
      {
        who,
        action: 'inbox.unlabel',
        subject: { kind: 'conversation', id: conversationId },
        detail: { labelId },
      },
      [must(dropLabel, { conversationId, labelId })],
    );
    return done ? ok({ conversationId }) : conflict('This label is off already.');
  },
});
