import { showShortDay } from '../platform/days.ts';
import { readAs } from '../platform/together.ts';
import type { ReplyDrafts } from '../replies/index.ts';
import { confidenceIn, isWhole } from './draft-confidence.ts';
import { METHOD_LABELS, STANCE_LABELS } from './labels.ts';
import { draftsOfReplies } from './queries.ts';
import type { Method, Stance } from './read-contact.ts';

/** The drafts that wait of some replies, field by field as staff read them. */
export const replyDrafts: ReplyDrafts = (replyIds) =>
  readAs(draftsOfReplies, { replyIds }, (rows) =>
    rows.flatMap(({ replyId, ...draft }) => {
      if (replyId === null) return [];
      const sure = confidenceIn(draft.confidence);
      const field = (
        label: string,
        value: string | null | undefined,
        how: 'sure' | 'likely' | undefined,
      ) => ({
        label,
        value: value ?? null,
        likely: Boolean(value) && how === 'likely',
      });
      return [
        {
          replyId,
          reportId: draft.id,
          whole: isWhole(draft),
          fields: [
            field('Official', draft.officialName, sure.officialId),
            field('Bill', draft.billNumber, sure.billId),
            field('Stands', draft.stance && STANCE_LABELS[draft.stance as Stance], sure.stance),
            field('How', draft.method && METHOD_LABELS[draft.method as Method], sure.method),
            field('Day', showShortDay(draft.onDate), sure.onDate),
          ],
        },
      ];
    }),
  );
