import * as z from 'zod';
import { showMember } from '../people/index.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { closedFor, ledgerWithProof } from './ledger-queries.ts';

/**
 * A member's consent ledger with its evidence, and what is closed now. A region's president sees members of that
 * region, without numbers and addresses: those are for who writes to them.
 */
export const showConsent = view({
  name: 'consent.show',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const member = await showMember(world, who, { id });
    if (!member.ok) return member;
    const [lines, closed] = await Promise.all([
      world.db.all(ledgerWithProof, { memberId: id }),
      world.db.all(closedFor, { memberId: id }),
    ]);
    const bare = regionOf(who) !== null;
    const hidden = <Row extends { address: string | null }>(row: Row): Row =>
      bare ? { ...row, address: null } : row;
    return ok({
      id,
      name: `${member.value.firstName} ${member.value.lastName}`,
      lines: lines.map(hidden),
      closed: closed.map(hidden),
    });
  },
});
