import * as z from 'zod';
import { addressHash, listMembers } from '../people/index.ts';
import { parseEmail } from '../platform/email-address.ts';
import { ulidFloor } from '../platform/ids.ts';
import { parsePhone } from '../platform/phone.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { repliesSaying, threadOfAddress, threadsOfMembers } from './queries.ts';
import { INBOX_READERS } from './show-inbox.ts';

const YEAR_MS = 366 * 86_400_000;
const PEOPLE = 20;
const LINES = 40;

/** One thing found: a thread with the line that matched, or a member who never wrote. */
export interface Found {
  conversationId: string | null;
  memberId: string | null;
  name: string | null;
  fromAddress: string | null;
  district: string | null;
  /** The line that holds the words; null where the person matched. */
  line: string | null;
  at: number | null;
}

/** The line of a message that holds some words, short enough to read in a list. */
export const lineWith = (body: string, words: string): string => {
  const wanted = words.toLowerCase();
  const line = body.split('\n').find((one) => one.toLowerCase().includes(wanted)) ?? body;
  const at = Math.max(0, line.toLowerCase().indexOf(wanted) - 80);
  const cut = line.slice(at, at + 220).trim();
  return `${at > 0 ? '…' : ''}${cut}${at + 220 < line.length ? '…' : ''}`;
};

/**
 * Looks for people (name, district, number, address) and for words in what they wrote within a year, newest first. A
 * regional president finds their own region's members only.
 */
export const searchInbox = view({
  name: 'inbox.search',
  by: INBOX_READERS,
  input: z.strictObject({ q: z.string().trim().min(2, 'Write at least two letters.').max(100) }),
  async run(world, who, { q }) {
    const regionId = regionOf(who);
    const phone = parsePhone(q);
    const email = parseEmail(q);
    const asked = phone.ok ? { phone: q } : email.ok ? { email: q } : { q };
    const hash = phone.ok
      ? await addressHash(world, 'sms', phone.e164)
      : email.ok
        ? await addressHash(world, 'email', email.address)
        : null;
    const [members, stranger, lines] = await Promise.all([
      listMembers(world, who, { ...asked, limit: PEOPLE }),
      hash && regionId === null ? world.db.first(threadOfAddress, { addressHash: hash }) : null,
      world.db.all(repliesSaying, {
        pattern: `%${q.replaceAll(/[!%_]/g, '!$&')}%`,
        fromId: ulidFloor(world.clock.now() - YEAR_MS),
        regionId,
        limit: LINES,
      }),
    ]);
    if (!members.ok) return members;
    const people = await peopleFound(world, members.value.data);
    return ok({
      people: stranger
        ? [
            ...people,
            {
              ...NOBODY,
              conversationId: stranger.id,
              fromAddress: stranger.fromAddress,
              at: stranger.lastAt,
            },
          ]
        : people,
      lines: lines.map((row): Found => ({
        conversationId: row.conversationId,
        memberId: null,
        name: row.lastName && `${row.firstName ?? ''} ${row.lastName}`.trim(),
        fromAddress: row.fromAddress,
        district: row.district,
        line: lineWith(`${row.subject ? `${row.subject}\n` : ''}${row.body}`, q),
        at: row.at,
      })),
    });
  },
});

const NOBODY: Found = {
  conversationId: null,
  memberId: null,
  name: null,
  fromAddress: null,
  district: null,
  line: null,
  at: null,
};

const peopleFound = async (
  world: World,
  members: { id: string; firstName: string; lastName: string; district: string | null }[],
): Promise<Found[]> => {
  const threads = new Map(
    (await world.db.all(threadsOfMembers, { memberIds: members.map(({ id }) => id) })).map((row) => [
      row.memberId,
      row,
    ]),
  );
  return members.map((one) => ({
    ...NOBODY,
    memberId: one.id,
    name: `${one.firstName} ${one.lastName}`.trim(),
    district: one.district,
    conversationId: threads.get(one.id)?.id ?? null,
    at: threads.get(one.id)?.lastAt ?? null,
  }));
};
