import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Canned replies by title; removed ones too where asked. */
export const snippets = statement({
  params: z.object({ removed: z.boolean() }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    words: z.string(),
    updatedAt: z.number(),
    removedAt: z.number().nullable(),
  }),
  sql: `select id, title, words, updated_at as updatedAt, removed_at as removedAt from snippet
        where :removed = 1 or removed_at is null order by title, id`,
  scans: { snippet: 'a few dozen answers of one network' },
});

/** Keeps a canned reply, new or changed. */
export const upsertSnippet = statement({
  params: z.object({
    id: z.string(),
    title: z.string(),
    words: z.string(),
    by: z.string(),
    now: z.number(),
  }),
  row: z.object({}),
  sql: `insert into snippet (id, title, words, updated_by, updated_at) values (:id, :title, :words, :by, :now)
        on conflict (id) do update set title = excluded.title, words = excluded.words, updated_by = excluded.updated_by,
          updated_at = excluded.updated_at`,
});

/** Takes a canned reply away, or puts it back. */
export const setSnippetRemoved = statement({
  params: z.object({ id: z.string(), removedAt: z.number().nullable() }),
  row: z.object({}),
  sql: `update snippet set removed_at = :removedAt where id = :id and (removed_at is null) <> (:removedAt is null)`,
});
