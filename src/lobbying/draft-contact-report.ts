import * as z from 'zod';
import { officialsOfMember } from '../legislature/index.ts';
import { localDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { billByNumber, insertReport, lobbyistOf, officialsInOffice, replyForReport } from './queries.ts';
import { readContact, saysContact } from './read-contact.ts';

/**
 * Makes a draft contact report from a member's reply ("Called Sen. Hill, leaning no"). Safe twice: one draft
 * for a reply. Nothing is drafted where the words name nobody and say no stance.
 */
export const draftContactReport = verb({
  name: 'contact_report.draft',
  by: ['system'],
  input: z.strictObject({ replyId: z.string() }),
  run: async (world, who, { replyId }) => {
    const reply = await world.db.first(replyForReport, { replyId });
    if (!reply?.memberId) return missing('That reply');
    const [mine, inOffice, settings] = await Promise.all([
      officialsOfMember(world, reply.memberId),
      world.db.all(officialsInOffice, {}),
      networkSettings(world),
    ]);
    const ownIds = new Set(mine.map((official) => official.officialId));
    const read = readContact(
      reply.body,
      inOffice.filter((one) => ownIds.has(one.officialId)),
      inOffice.filter((one) => !ownIds.has(one.officialId)),
    );
    if (!saysContact(read)) return ok<{ id: string | null }>({ id: null });
    const onDate = localDate(reply.receivedAt, settings.zone);
    const [bill, lobbyist] = await Promise.all([
      read.billNumber ? world.db.first(billByNumber, { number: read.billNumber }) : null,
      world.db.first(lobbyistOf, { memberId: reply.memberId, staffId: null, on: onDate }),
    ]);
    const id = world.ids.next();
    await world.db.commit(
      { who, action: 'contact_report.draft', subject: { kind: 'contact_report', id }, detail: { replyId } },
      [
        change(insertReport, {
          id,
          state: 'draft',
          memberId: reply.memberId,
          lobbyistId: lobbyist?.id ?? null,
          officialId: read.officialId,
          billId: bill?.id ?? reply.billId,
          issueId: reply.issueId,
          alertId: reply.alertId,
          replyId,
          method: read.method,
          stance: read.stance,
          onDate,
          note: '',
          door: reply.channel,
          at: world.clock.now(),
          by: who.id,
          confirmedAt: null,
          confirmedBy: null,
        }),
      ],
    );
    return ok({ id });
  },
});
