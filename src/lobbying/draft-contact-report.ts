import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { besideReply } from './beside-reply.ts';
import { billByNumber, insertReport, lobbyistOf, replyForReport, reportOfReply } from './queries.ts';
import { readContact, type ReadContact } from './read-contact.ts';

/** How sure each field of one draft is, as it is kept. */
const confidenceOf = (read: ReadContact, reached: ReadContact['reached'][number] | null): string =>
  JSON.stringify({
    officialId: reached?.confidence,
    stance: (reached?.stance ?? read.stance)?.confidence,
    method: read.method?.confidence,
    billId: read.bill?.confidence,
    // Where no day is told, the reply's own stands in for it.
    onDate: read.on?.confidence ?? 'likely',
    candidates: reached === null && read.candidates.length > 0 ? read.candidates : undefined,
  });

/**
 * Makes draft contact reports from a member's reply ("Called Sen. Hill, leaning no"), one for each official, and asks
 * the member by the same door whether they are right where official and stance are told. Safe twice: a reply is
 * drafted once. Answers with the first draft's id, or null: no contact is told, or nobody knows whose it is.
 */
export const draftContactReport = verb({
  name: 'contact_report.draft',
  by: ['system'],
  input: z.strictObject({ replyId: z.string() }),
  run: async (world, who, { replyId }) => {
    const none = ok<{ id: string | null }>({ id: null });
    const reply = await world.db.first(replyForReport, { replyId });
    if (!reply?.memberId) return none;
    const { memberId } = reply;
    const beside = await besideReply(world, { ...reply, memberId });
    const read = readContact(reply.body, beside);
    if (!read.isContact) return none;
    const onDate = read.on?.value ?? beside.today;
    const named = read.bill && read.bill.value !== reply.billNumber ? read.bill.value : null;
    const [bill, lobbyist] = await Promise.all([
      named ? world.db.first(billByNumber, { number: named }) : null,
      world.db.first(lobbyistOf, { memberId, staffId: null, on: onDate }),
    ]);
    // A bill that the words name and nobody follows here is not the alert's bill.
    const billId = named ? (bill?.id ?? null) : read.severalBills ? null : reply.billId;
    const drafts = (read.reached.length > 0 ? read.reached : [null]).map((reached, replyNo) => ({
      id: world.ids.next(),
      replyNo,
      officialId: reached?.officialId ?? null,
      stance: (reached ? reached.stance : read.stance)?.value ?? null,
      confidence: confidenceOf(read, reached),
    }));
    const [first] = drafts;
    const done = await world.db.commit(
      {
        who,
        action: 'contact_report.draft',
        subject: { kind: 'contact_report', id: first?.id ?? '' },
        detail: { replyId, drafts: drafts.length },
      },
      drafts.map((draft) =>
        must(insertReport, {
          ...draft,
          state: 'draft',
          memberId,
          lobbyistId: lobbyist?.id ?? null,
          billId,
          issueId: reply.issueId,
          alertId: reply.alertId,
          replyId,
          method: read.method?.value ?? null,
          onDate,
          note: '',
          door: reply.channel,
          at: world.clock.now(),
          by: who.id,
          confirmedAt: null,
          confirmedBy: null,
        }),
      ),
      [{ kind: 'contact_report.ask', body: { replyId } }],
    );
    return ok({
      id: done ? (first?.id ?? null) : ((await world.db.first(reportOfReply, { replyId }))?.id ?? null),
    });
  },
});
