import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import {
  allConversations,
  answeredAlerts,
  automaticCount,
  inboxCounts,
  labels,
  optionCounts,
  snoozedConversations,
  waitingConversations,
} from './queries.ts';

export const INBOX_READERS = ['owner', 'director', 'staff', 'regional_president'] as const;
export const INBOX_WRITERS = ['owner', 'director', 'staff'] as const;
/** Machines are counted apart, and for so long. */
export const AUTOMATIC_MS = 7 * 86_400_000;
const MOST = 200;
const LAST = { at: Number.MAX_SAFE_INTEGER, id: '\uffff' };

export type ConversationRow = RowOf<typeof waitingConversations>;

/** Where a page of the list begins: behind this thread. */
const placeOf = (cursor: string | null | undefined) => {
  const [at, id] = (cursor ?? '').split('.');
  return id && /^\d{1,16}$/.test(at ?? '') ? { at: Number(at), id } : LAST;
};

/**
 * Threads, the latest first, with how many wait. `waiting` lists what people wrote and staff still have to look at: a thread that
 * only a machine wrote in never waits, and its mails are counted apart. A regional president sees the members of the
 * region and no unknown senders.
 */
export const showInbox = view({
  name: 'inbox.list',
  by: INBOX_READERS,
  input: z.strictObject({
    show: z.enum(['waiting', 'unread', 'unbound', 'held', 'mine', 'snoozed', 'all']).default('waiting'),
    alertId: z.string().nullish(),
    /** With an alert: only who chose this option of its first question. */
    option: z.coerce.number().int().min(1).max(9).nullish(),
    labelId: z.string().nullish(),
    cursor: z.string().nullish(),
    limit: z.int().min(1).max(MOST).default(30),
  }),
  async run(world, who, input) {
    const before = placeOf(input.cursor);
    const regionId = regionOf(who);
    const now = world.clock.now();
    const list =
      input.show === 'all'
        ? allConversations
        : input.show === 'snoozed'
          ? snoozedConversations
          : waitingConversations;
    const [rows, [[counts], [automatic], words, alerts, options]] = await Promise.all([
      world.db.all(list, {
        unread: input.show === 'unread',
        unbound: input.show === 'unbound',
        held: input.show === 'held',
        assignedTo: input.show === 'mine' ? who.id : null,
        alertId: input.alertId ?? null,
        optionNo: input.alertId ? (input.option ?? null) : null,
        labelId: input.labelId ?? null,
        regionId,
        now,
        beforeAt: before.at,
        beforeId: before.id,
        limit: input.limit + 1,
      }),
      world.db.together(
        read(inboxCounts, { regionId, staffId: who.id, now }),
        regionId === null ? read(automaticCount, { since: now - AUTOMATIC_MS }) : null,
        read(labels, {}),
        read(answeredAlerts, {}),
        input.alertId ? read(optionCounts, { alertId: input.alertId }) : null,
      ),
    ]);
    return ok({
      ...cutPage(rows, input.limit, (row) => `${row.lastAt}.${row.id}`),
      counts: {
        ...(counts ?? { waiting: 0, unread: 0, unbound: 0, held: 0, mine: 0, snoozed: 0, mark: 0 }),
        automatic: automatic?.count ?? 0,
      },
      labels: words,
      alerts,
      options,
    });
  },
});
