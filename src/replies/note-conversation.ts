import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { conversationById, insertNote, setNoteRemoved } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** Writes a note in a thread, for staff alone; it is never sent. The same id twice is one note. */
export const addNote = verb({
  name: 'inbox.note',
  by: INBOX_WRITERS,
  input: z.strictObject({
    id: z.string().max(40).optional(),
    conversationId: z.string(),
    body: z.string().trim().min(1, 'Write the note.').max(5_000, 'Keep the note to 5,000 characters.'),
  }),
  async run(world, who, input) {
    const { conversationId, body } = input;
    if (!(await world.db.first(conversationById, { id: conversationId, regionId: null })))
      return missing('This conversation');
    const id = input.id ?? world.ids.next();
    await world.db.commit(
      {
        who,
        action: 'inbox.note',
        subject: { kind: 'conversation', id: conversationId },
        detail: { noteId: id },
      },
      [change(insertNote, { id, conversationId, body, by: who.id, at: world.clock.now() })],
    );
    return ok({ id });
  },
});

/** Takes a note out of a thread, or puts it back. */
export const removeNote = verb({
  name: 'inbox.unnote',
  by: INBOX_WRITERS,
  input: z.strictObject({ id: z.string(), conversationId: z.string(), back: z.boolean().default(false) }),
  async run(world, who, { id, conversationId, back }) {
    const done = await world.db.commit(
      {
        who,
        action: 'inbox.unnote',
        subject: { kind: 'conversation', id: conversationId },
        detail: { noteId: id, back },
      },
      [must(setNoteRemoved, { id, conversationId, removedAt: back ? null : world.clock.now() })],
    );
    return done ? ok({ id }) : conflict(back ? 'This note is there already.' : 'This note is gone already.');
  },
});
