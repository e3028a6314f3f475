import * as z from 'zod';
import { suppressionChanges } from '../people/index.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must, type Change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import {
  erasable,
  eraseActivityNotes,
  eraseApiAnswers,
  eraseCalls,
  eraseCodes,
  eraseGroups,
  eraseImportRows,
  eraseMemberRow,
  eraseNotes,
  eraseOutgoing,
  erasePayer,
  erasePoints,
  eraseRelationships,
  eraseReplies,
  eraseReportNotes,
  eraseStrangers,
  eraseTokens,
  eraseWordings,
  forgetRaw,
  pointsToErase,
  rawOfErased,
  threadsToErase,
} from './erase-queries.ts';

const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Erases a member on request: name, numbers, addresses and every word of theirs go, in one commit; ids, counts,
 * the consent ledger (hashes) and filed reports stay. What nobody else has is suppressed for good, so that a new
 * import does not reach them. Done twice it is done once; stored originals go by a job that can be repeated.
 * @param input.name the member's first and last name, typed as the confirmation
 */
export const eraseMember = verb({
  name: 'member.erase',
  by: ['owner'],
  input: z.strictObject({ id: z.string(), name: z.string().max(200) }),
  async run(world, who, { id, name }) {
    const member = await world.db.first(erasable, { memberId: id });
    if (!member) return missing('This member');
    if (member.erasedAt !== null) return ok({ id, again: true });
    if (plain(name) !== plain(`${member.firstName} ${member.lastName}`))
      return invalid([
        {
          field: 'name',
          message: `Type the name as it stands here: ${member.firstName} ${member.lastName}.`,
        },
      ]);
    const now = world.clock.now();
    const closing: Change[] = [];
    const points = await world.db.all(pointsToErase, { memberId: id });
    for (const point of points.filter(({ shared }) => shared === 0))
      closing.push(
        ...(await suppressionChanges(world, {
          channel: point.channel,
          address: point.address,
          reason: 'staff',
          byCarrier: false,
          evidence: { kind: 'erase', id },
          who,
        })),
      );
    const threads = await world.db.all(threadsToErase, { memberId: id });
    const all = { memberId: id };
    const done = await world.db.commit(
      {
        who,
        action: 'member.erase',
        subject: { kind: 'member', id },
        detail: { contactPoints: points.length },
      },
      [
        must(eraseMemberRow, { ...all, now }),
        ...closing,
        change(eraseReplies, all),
        change(eraseOutgoing, all),
        change(eraseNotes, { ...all, now }),
        change(eraseWordings, all),
        change(eraseTokens, all),
        change(eraseReportNotes, all),
        change(eraseActivityNotes, { ...all, now }),
        change(erasePayer, all),
        change(eraseImportRows, all),
        change(eraseApiAnswers, all),
        change(eraseCodes, all),
        change(eraseCalls, all),
        change(eraseStrangers, all),
        change(eraseRelationships, all),
        change(eraseGroups, all),
        change(erasePoints, all),
      ],
      [
        {
          kind: 'member.erase_files',
          body: { memberId: id, conversations: threads.map((one) => one.id).join(' ') },
        },
      ],
    );
    return done ? ok({ id, again: false }) : conflict('Somebody else has just erased this member.');
  },
});

/** Takes away the stored originals of an erased member's messages. Begun again it goes on where it stopped. */
export const eraseFiles = async (
  world: World,
  body: Record<string, string | number | null>,
): Promise<void> => {
  const conversationIds = String(body.conversations ?? '')
    .split(' ')
    .filter(Boolean);
  const rows = await world.db.all(rawOfErased, { memberId: String(body.memberId), conversationIds });
  for (const { rawKey } of rows) if (rawKey) await world.files.remove(rawKey);
  await world.db.record([change(forgetRaw, { ids: rows.map(({ id }) => id) })]);
};
