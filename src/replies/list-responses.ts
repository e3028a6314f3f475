import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { answersOf, responseRow, responseRows } from './queries.ts';

const MOST = 200;

export type ResponseRow = RowOf<typeof responseRows>;

/**
 * The people of an alert and their current answers, by key. Without `unanswered` and `option` everybody who was
 * asked; a regional president sees their own region.
 */
export const responsesOf = view({
  name: 'response.list',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president'],
  input: z.strictObject({
    alertId: z.string(),
    regionId: z.string().nullish(),
    option: z.int().min(1).max(9).nullish(),
    unanswered: z.boolean().default(false),
    cursor: z.string().nullish(),
    limit: z.int().min(1).max(MOST).default(50),
  }),
  async run(world, who, input) {
    const rows = await world.db.all(responseRows, {
      alertId: input.alertId,
      after: input.cursor ?? '',
      regionId: regionOf(who) ?? input.regionId ?? null,
      optionNo: input.option ?? null,
      unanswered: input.unanswered,
      limit: input.limit + 1,
    });
    const data = rows.slice(0, input.limit);
    return ok({ data, nextCursor: rows.length > input.limit ? (data.at(-1)?.memberId ?? null) : null });
  },
});

/** A member's current answer to an alert, with all that came before it; null where there is none. */
export const responseOf = async (world: World, alertId: string, memberId: string) => {
  const response = await world.db.first(responseRow, { alertId, memberId });
  return response ? { ...response, history: await world.db.all(answersOf, { alertId, memberId }) } : null;
};
