import {
  Button,
  DateField,
  Form,
  Notice,
  Section,
  Select,
  Tag,
  TextArea,
  TextField,
  When,
} from '../../ui/index.ts';
import type { Thread } from '../show-conversation.ts';
import type { WhenText } from './thread-messages.tsx';

export type FoundMember = { id: string; firstName: string; lastName: string; district: string | null };
type Part = Thread & { errors: Record<string, string>; when: WhenText };

/** A note for colleagues. */
export const NoteForm = ({ conversation, noteId, errors }: Part & { noteId: string }) => (
  <Section title="Note for colleagues" id="note">
    <details class="confirm-in-place" open={!!errors.note}>
      <summary class="button">Write a note</summary>
      <Form action={`/inbox/${conversation.id}/notes`} label="Note for colleagues">
        <input type="hidden" name="id" value={noteId} />
        <div data-key="n">
          <TextArea
            label="Note"
            name="note"
            rows={2}
            hint="Only staff see it. It is never sent."
            error={errors.note}
          />
        </div>
        <div class="acts">
          <Button>Keep the note</Button>
        </div>
      </Form>
    </details>
  </Section>
);

/** Out of sight until a morning. */
export const SetAside = ({ conversation, errors, when }: Part) => (
  <Section title="Set aside" id="aside">
    {conversation.snoozedUntil !== null && (
      <form method="post" action={`/inbox/${conversation.id}/waking`}>
        <p>
          Comes back <When {...when(conversation.snoozedUntil)} />.
        </p>
        <Button shortcut="z">Bring it back now</Button>
      </form>
    )}
    <Form action={`/inbox/${conversation.id}/snooze`} label="Set aside">
      <div class="acts" data-key="s">
        <Button name="until" value="tomorrow">
          Until tomorrow
        </Button>
        <Button name="until" value="monday">
          Until Monday
        </Button>
      </div>
    </Form>
    <Form action={`/inbox/${conversation.id}/snooze`} label="Set aside until a day">
      <DateField label="Until the morning of" name="date" error={errors.until} />
      <div class="acts">
        <Button>Set aside</Button>
      </div>
    </Form>
    <p class="small soft">It comes back at 9:00 am, and at once when they write.</p>
  </Section>
);

/** Words that staff sort threads by. */
export const Labels = ({ conversation, allLabels, ownLabels, errors }: Part) => {
  const others = allLabels.filter(({ id }) => !ownLabels.some((own) => own.id === id));
  return (
    <Section title="Labels" id="labels">
      {ownLabels.map(({ id, name }) => (
        <form class="acts" method="post" action={`/inbox/${conversation.id}/labels/${id}/removal`}>
          <Tag>{name}</Tag>
          <Button kind="quiet" label={`Take off the label ${name}`}>
            Take off
          </Button>
        </form>
      ))}
      <Form action={`/inbox/${conversation.id}/labels`} label="Put on a label">
        <div class="stack" data-key="l">
          {others.length > 0 && (
            <Select
              label="Label"
              name="label"
              required={false}
              prompt="Choose a label"
              options={others.map(({ name }) => ({ value: name, label: name }))}
            />
          )}
          <TextField label="New label" name="new_label" required={false} maxlength={30} error={errors.name} />
        </div>
        <div class="acts">
          <Button>Put it on</Button>
        </div>
      </Form>
    </Section>
  );
};

type BindProps = Part & { memberWords: string | null; membersFound: FoundMember[] };

/** Says whose an unknown sender's words are. */
export const Bind = ({ conversation, memberWords, membersFound, errors }: BindProps) => (
  <Section title="This is" id="bind">
    <form class="form" method="get" action={`/inbox/${conversation.id}`}>
      <TextField label="Name or district of a member" name="member" value={memberWords} required={false} />
      <div class="acts">
        <Button>Look</Button>
      </div>
    </form>
    {memberWords && membersFound.length === 0 && (
      <p>
        Nobody is called so. <a href="/members/new">Add them as a member</a>, then look again.
      </p>
    )}
    {membersFound.length > 0 && (
      <Form action={`/inbox/${conversation.id}/binding`} label="Say whose this is">
        <Select
          label="Member"
          name="member_id"
          error={errors.memberId}
          options={membersFound.map((one) => ({
            value: one.id,
            label: [`${one.firstName} ${one.lastName}`, one.district].filter(Boolean).join(', '),
          }))}
        />
        <p class="small soft">
          Keeping the address gives no consent: a number still has to agree to alerts by itself.
        </p>
        <div class="acts">
          <Button name="keep" value="address">
            Theirs, keep the address
          </Button>
          <Button name="keep" value="thread">
            Theirs, only these words
          </Button>
        </div>
      </Form>
    )}
  </Section>
);

/** What staff said of whose this is can be undone for a month. */
export const Bound = ({ conversation, bound, when }: Part) =>
  bound ? (
    <Notice title="Words of an unknown sender were put here">
      <Form action={`/inbox/${conversation.id}/unbinding`} label="Undo">
        <input type="hidden" name="binding_id" value={bound.id} />
        <div class="acts">
          <span class="small soft">
            <When {...when(bound.at)} />
          </span>
          <Button kind="quiet">Undo: they are not theirs</Button>
        </div>
      </Form>
    </Notice>
  ) : null;
