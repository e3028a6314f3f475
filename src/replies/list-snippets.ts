import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { view } from '../platform/verb.ts';
import { snippets } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

export type Snippet = RowOf<typeof snippets>;

/** Canned replies by title. */
export const listSnippets = view({
  name: 'snippet.list',
  by: INBOX_WRITERS,
  input: z.strictObject({}),
  run: async (world) => ok({ data: await world.db.all(snippets, { removed: false }) }),
});
