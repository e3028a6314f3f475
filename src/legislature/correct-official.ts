import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { correctOfficialRow, officialById } from './queries.ts';

const correction = (most: number) =>
  z.string().trim().max(most, `At most ${most} characters.`).nullable().optional();

/**
 * Corrects how an official is reached. A correction stays whatever later files say; empty text takes a
 * wrong value away, null goes back to what the file says.
 */
export const correctOfficial = verb({
  name: 'official.correct',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.string().min(1),
    phone: correction(40),
    email: z
      .union([z.literal(''), z.email('Write the address as name@example.gov.').max(200)])
      .nullable()
      .optional(),
    office: correction(200),
  }),
  async run(world, who, { id, ...given }) {
    const override = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const done = await world.db.commit(
      {
        who,
        action: 'official.correct',
        subject: { kind: 'official', id },
        detail: { fields: Object.keys(override) },
      },
      [must(correctOfficialRow, { id, override })],
    );
    const official = done && (await world.db.first(officialById, { id }));
    return official ? ok(official) : missing('That official');
  },
});
