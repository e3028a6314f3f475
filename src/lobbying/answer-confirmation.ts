import { memberLink } from '../alerts/index.ts';
import { enqueuePlanned, planOne } from '../delivery/index.ts';
import { ok, type Result } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { pageToken, sha256 } from '../platform/tokens.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { askMember } from './ask-member.ts';
import { besideReply } from './beside-reply.ts';
import { confirmContactReport } from './confirm-contact-report.ts';
import { correctionIn } from './correction-in-words.ts';
import { draftsOfReply, mendDraft, pageOfMember, replyForReport, whereToAsk } from './queries.ts';

/**
 * What a member said to "1 right 2 fix". `right` confirms the drafts in their name; `fix` sends the link to the form
 * of their page, filled in; `words` mend the draft and are asked about once more. A job, safe twice: what is
 * confirmed, by them or by staff, is left alone.
 * @param body.replyId the reply that was drafted; body.answerId the reply that answers
 */
export const answerConfirmation = async (
  world: World,
  body: Record<string, string | number | null>,
): Promise<Result<unknown>> => {
  const replyId = String(body.replyId);
  const drafts = (await world.db.all(draftsOfReply, { replyId })).flatMap(({ memberId, ...draft }) =>
    memberId === null ? [] : [{ ...draft, memberId }],
  );
  const [first] = drafts;
  if (!first) return ok({ confirmed: 0 });
  if (body.says === 'right') {
    let confirmed = 0;
    for (const { id, memberId } of drafts) {
      const done = await confirmContactReport(world, { kind: 'member', id: memberId }, { id });
      if (done.ok) confirmed += 1;
    }
    return ok({ confirmed });
  }
  if (body.says === 'fix') return sendForm(world, replyId, first, String(body.answerId));
  return mend(world, replyId, first, String(body.answerId), drafts.length);
};

interface Draft {
  id: string;
  memberId: string;
  alertId: string | null;
  officialId: string | null;
  stance: string | null;
  asks: number;
}

/** The address of the report form of the member's own page; made anew, since tokens are kept as hashes only. */
const formOf = async (world: World, { id, alertId, memberId }: Draft, channel: 'sms' | 'email') => {
  const page = alertId && (await world.db.first(pageOfMember, { alertId, memberId }));
  if (!page) return null;
  for (const secret of world.settings.linkSecrets) {
    const token = await pageToken(secret, page.deliveryId);
    if ((await sha256(token)) === page.tokenHash)
      return `${memberLink(world.settings.publicUrl, token, channel)}/contact?report=${id}`;
  }
  return null;
};

const sendForm = async (world: World, replyId: string, draft: Draft, answerId: string) => {
  const where = await world.db.first(whereToAsk, { replyId });
  const link = where && (await formOf(world, draft, where.channel));
  if (!where || !link) return ok({ sent: false });
  const { shortName } = await networkSettings(world);
  const words = `${shortName}: Put it right here: ${link}`;
  const done = await world.db.commit(
    { who: SYSTEM, action: 'contact_report.send_form', subject: { kind: 'contact_report', id: draft.id } },
    planOne(world, {
      sourceKind: 'confirmation',
      sourceId: `contact-form-${answerId}`,
      recipientId: draft.memberId,
      channel: where.channel,
      contactPointId: where.contactPointId,
      wording: where.channel === 'sms' ? { sms: words } : { subject: 'Put it right', email: words },
      urgent: true,
    }),
  );
  if (done) await enqueuePlanned(world, done);
  return ok({ sent: done !== null });
};

/** One draft takes the correction; of several nobody can tell which is meant, so staff do. */
const mend = async (world: World, replyId: string, draft: Draft, answerId: string, drafts: number) => {
  const [reply, answer] = await Promise.all([
    world.db.first(replyForReport, { replyId }),
    world.db.first(replyForReport, { replyId: answerId }),
  ]);
  if (!reply || !answer || drafts > 1) return ok({ mended: false });
  const said = correctionIn(answer.body, await besideReply(world, { ...reply, memberId: draft.memberId }));
  if (!said) return ok({ mended: false });
  const done = await world.db.commit(
    {
      who: { kind: 'member', id: draft.memberId },
      action: 'contact_report.mend',
      subject: { kind: 'contact_report', id: draft.id },
      detail: { replyId: answerId },
    },
    [
      must(mendDraft, {
        id: draft.id,
        officialId: said.officialId ?? draft.officialId,
        stance: said.stance ?? draft.stance,
        confidence: JSON.stringify({
          officialId: 'sure',
          stance: (said.stance ?? draft.stance) ? 'sure' : undefined,
          onDate: 'likely',
        }),
      }),
    ],
  );
  if (done) await askMember(world, replyId, draft.asks);
  return ok({ mended: done !== null });
};
