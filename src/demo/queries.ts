import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** The first person on the staff, who began the network. */
export const firstStaff = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select id, name from staff order by created_at, id limit 1`,
  scans: { staff: 'a handful of people' },
});
