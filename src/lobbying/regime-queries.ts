import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Every regime where an organization can file, in the order they came. */
export const regimes = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select id, name from regime order by rowid`,
  scans: { regime: 'a handful of rows' },
});
