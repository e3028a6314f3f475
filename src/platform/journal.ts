import * as z from 'zod';
import { change, statement, type Change } from './statement.ts';
import type { Who } from './who.ts';

/** What goes into the journal. `detail` holds ids, states and counts: never names, numbers or addresses. */
export interface Entry {
  who: Who;
  /** Verb name, for example `alert.approve`. */
  action: string;
  subject: { kind: string; id: string };
  detail?: Record<string, string | number | boolean | null | string[]>;
}

/** One line into the journal. */
export const insertJournal = statement({
  params: z.object({
    id: z.string(),
    at: z.number(),
    actorKind: z.string(),
    actorId: z.string(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    detail: z.record(z.string(), z.unknown()),
  }),
  row: z.object({}),
  sql: `insert into journal (id, at, actor_kind, actor_id, action, subject_kind, subject_id, detail)
        values (:id, :at, :actorKind, :actorId, :action, :subjectKind, :subjectId, :detail)`,
});

/** The change that writes one entry. @param at ms UTC */
export const journalled = (entry: Entry, id: string, at: number): Change =>
  change(insertJournal, {
    id,
    at,
    actorKind: entry.who.kind,
    actorId: entry.who.id,
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    detail: entry.detail ?? {},
  });
