import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const stranger = { address: z.string(), addressHash: z.string(), now: z.number(), most: z.number() };
/** Nobody's number, not staff's, never closed, not told within thirty days, and fewer than `:most` told in a day. */
const mayBeTold = `(select count(*) from stranger where told_at > :now - 86400000) < :most
          and not exists (select 1 from contact_point where address_hash = :addressHash)
          and not exists (select 1 from staff_phone where phone = :address)
          and not exists (select 1 from suppression where address_hash = :addressHash)
          and not exists (select 1 from consent_event where address_hash = :addressHash)
          and not exists (select 1 from stranger where address_hash = :addressHash and told_at > :now - 2592000000)`;

/** Whether a number that nobody here has may be told so; no row where not. */
export const strangerToTell = statement({
  params: z.object(stranger),
  row: z.object({ may: z.number() }),
  sql: `select 1 as may where ${mayBeTold}`,
});

/** Writes down that it is told now; no row where somebody was first, or enough were told today. */
export const noteStranger = statement({
  params: z.object({ ...stranger, id: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `insert into stranger (id, address, address_hash, told_at)
        select :id, :address, :addressHash, :now where ${mayBeTold}
        on conflict (address_hash) do update set id = excluded.id, told_at = excluded.told_at
        returning id`,
});

/** Forgets the numbers that may be told again, should they ever write. */
export const forgetStrangers = statement({
  params: z.object({ before: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `delete from stranger where told_at <= :before returning id`,
});
