import * as z from 'zod';
import { officialsOfMember } from '../legislature/index.ts';
import { addDays, localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import {
  association,
  billByNumber,
  currentPosition,
  insertReport,
  lobbyistOf,
  officialsInOffice,
  replyForReport,
  reportOfReply,
} from './queries.ts';
import { readContact } from './read-contact.ts';

/**
 * Makes a draft contact report from a member's reply ("Called Sen. Hill, leaning no"). Safe twice: one draft
 * for a reply. Answers with null where nothing is drafted: the words tell of no contact, or nobody knows whose
 * they are.
 */
export const draftContactReport = verb({
  name: 'contact_report.draft',
  by: ['system'],
  input: z.strictObject({ replyId: z.string() }),
  run: async (world, who, { replyId }) => {
    const reply = await world.db.first(replyForReport, { replyId });
    if (!reply?.memberId) return ok<{ id: string | null }>({ id: null });
    const [mine, inOffice, settings, own] = await Promise.all([
      officialsOfMember(world, reply.memberId),
      world.db.all(officialsInOffice, {}),
      networkSettings(world),
      world.db.first(association, {}),
    ]);
    const stands =
      reply.billId && own
        ? await world.db.first(currentPosition, { billId: reply.billId, organizationId: own.id })
        : null;
    const ownIds = new Set(mine.map((official) => official.officialId));
    const read = readContact(
      reply.body,
      inOffice.filter((one) => ownIds.has(one.officialId)),
      inOffice.filter((one) => !ownIds.has(one.officialId)),
      stands?.position ?? null,
    );
    if (!read.isContact) return ok<{ id: string | null }>({ id: null });
    const onDate = addDays(localDate(reply.receivedAt, settings.zone), -read.daysAgo);
    const [bill, lobbyist] = await Promise.all([
      read.billNumber ? world.db.first(billByNumber, { number: read.billNumber }) : null,
      world.db.first(lobbyistOf, { memberId: reply.memberId, staffId: null, on: onDate }),
    ]);
    // A bill that the words name and nobody follows here is not the alert's bill.
    const billId = read.billNumber ? (bill?.id ?? null) : read.severalBills ? null : reply.billId;
    const id = world.ids.next();
    const done = await world.db.commit(
      { who, action: 'contact_report.draft', subject: { kind: 'contact_report', id }, detail: { replyId } },
      [
        must(insertReport, {
          id,
          state: 'draft',
          memberId: reply.memberId,
          lobbyistId: lobbyist?.id ?? null,
          officialId: read.officialId,
          billId,
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
    return ok({ id: done ? id : ((await world.db.first(reportOfReply, { replyId }))?.id ?? null) });
  },
});
