import { Acts, Button, DefinitionList, LinkButton, Tag } from '../../ui/index.ts';
import type { ReplyDraft } from '../reply-drafts.ts';

/** A draft contact report beside the reply that it was made from: each field, how sure it is, and the next step. */
export const DraftBeside = ({
  draft,
  conversationId,
  mayWrite,
}: {
  draft: ReplyDraft;
  conversationId: string;
  mayWrite: boolean;
}) => (
  <div class="stack">
    <p class="small soft">Draft contact report</p>
    <DefinitionList
      items={draft.fields.map(({ label, value, likely }) => ({
        term: label,
        value: (
          <>
            {value ?? 'Not told'} {likely && <Tag tone="warn">likely</Tag>}
          </>
        ),
      }))}
    />
    {mayWrite && (
      <form method="post" action={`/log/contacts/${draft.reportId}/confirmation`}>
        <input type="hidden" name="asItStands" value="1" />
        <input type="hidden" name="thread" value={conversationId} />
        <Acts>
          {draft.whole && <Button shortcut="y">Confirm the contact</Button>}
          <LinkButton href={`/log/contacts/${draft.reportId}`}>
            {draft.whole ? 'Change it' : 'Fill in the rest'}
          </LinkButton>
        </Acts>
      </form>
    )}
  </div>
);
