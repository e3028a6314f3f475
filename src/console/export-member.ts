import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { formatIso } from '../platform/days.ts';
import { showMember } from '../people/index.ts';
import { HOLDINGS, type Holding } from './holdings-queries.ts';

/** Everything held about a member: rows as they are stored, by table, and the keys of objects that hold their words. */
export interface MemberHoldings {
  memberId: string;
  exportedAt: string;
  tables: Partial<Record<Holding, Record<string, string | number | null>[]>>;
  objects: string[];
}

/** Hands out everything held about one member, for the member who asks. The journal keeps that it was done. */
export const exportMember = verb({
  name: 'member.export',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const member = await showMember(world, who, { id });
    if (!member.ok) return member;
    const tables: MemberHoldings['tables'] = {};
    for (const [table, holding] of Object.entries(HOLDINGS) as [Holding, (typeof HOLDINGS)[Holding]][]) {
      const rows = await world.db.all(holding, { memberId: id });
      if (rows.length > 0)
        tables[table] = rows.map(({ row }) => JSON.parse(row) as Record<string, string | number | null>);
    }
    const objects = (tables.reply ?? []).flatMap(({ raw_key: key }) =>
      typeof key === 'string' ? [key] : [],
    );
    await world.db.commit(
      {
        who,
        action: 'member.export',
        subject: { kind: 'member', id },
        detail: {
          rows: Object.values(tables).reduce((sum, rows) => sum + rows.length, 0),
          objects: objects.length,
        },
      },
      [],
    );
    const holdings: MemberHoldings = {
      memberId: id,
      exportedAt: formatIso(world.clock.now()),
      tables,
      objects,
    };
    return ok(holdings);
  },
});
