import { enqueuePlanned, planOne } from '../delivery/index.ts';
import { ok, type Result } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { STANCE_LABELS } from './labels.ts';
import { draftsOfReply, noteAsked, whereToAsk } from './queries.ts';
import type { Stance } from './read-contact.ts';

/** So often a member is asked about one reply: once, and once more where they mended it by words. */
export const MOST_ASKS = 2;

/** "Sen. Hill on HB 203, leaning no" for each official. */
const inWords = (
  drafts: readonly {
    title: string | null;
    family: string | null;
    billNumber: string | null;
    stance: string | null;
  }[],
): string =>
  drafts
    .map(
      ({ title, family, billNumber, stance }) =>
        `${[title, family].filter(Boolean).join(' ')}${billNumber ? ` on ${billNumber}` : ''}, ${STANCE_LABELS[stance as Stance].toLowerCase()}`,
    )
    .join('; ');

/**
 * Asks a member whether the drafts of their reply are right, "1 right 2 fix", by the door they wrote through: where
 * every draft has its official and stance, the alert is out and they may be written to. A job, safe twice.
 * @param asked how often they were asked before: asked again only after they mended the draft
 */
export const askMember = async (
  world: World,
  replyId: string,
  asked: number,
): Promise<Result<{ asked: boolean }>> => {
  const drafts = await world.db.all(draftsOfReply, { replyId });
  const [first] = drafts;
  const ready = drafts.every(({ officialId, stance }) => officialId !== null && stance !== null);
  if (!first?.memberId || !ready || first.asks !== asked || asked >= MOST_ASKS) return ok({ asked: false });
  const where = await world.db.first(whereToAsk, { replyId });
  if (!where) return ok({ asked: false });
  const { shortName } = await networkSettings(world);
  const words = `${shortName}: ${inWords(drafts)}. 1 right 2 fix`;
  const done = await world.db.commit(
    {
      who: SYSTEM,
      action: 'contact_report.ask',
      subject: { kind: 'contact_report', id: first.id },
      detail: { replyId, channel: where.channel },
    },
    [
      must(noteAsked, { replyId, at: world.clock.now(), asks: first.asks }),
      ...planOne(world, {
        sourceKind: 'question',
        sourceId: `contact-${replyId}`,
        round: first.asks,
        recipientId: first.memberId,
        channel: where.channel,
        contactPointId: where.contactPointId,
        wording:
          where.channel === 'sms'
            ? { sms: words }
            : {
                subject: 'Is this what they said?',
                email: `${words}\n\nReply with 1 or 2, or with what they said.`,
              },
        urgent: true,
      }),
    ],
  );
  if (done) await enqueuePlanned(world, done);
  return ok({ asked: done !== null });
};
