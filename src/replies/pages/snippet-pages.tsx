import {
  Button,
  ConsoleLayout,
  Empty,
  Form,
  LinkButton,
  PageHead,
  Row,
  Rows,
  TextArea,
  TextField,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { ANSWER_FIELDS } from '../merge-problems.ts';

type SnippetsPageProps = {
  frame: Frame;
  flash?: FlashMessage | null;
  rows: { id: string; title: string; words: string; size: string }[];
  /** One that was just removed and can come back. */
  undo: string | null;
};

/** Canned replies: each with what it takes as a text. */
export const SnippetsPage = ({ frame, flash, rows, undo }: SnippetsPageProps) => (
  <ConsoleLayout {...frame} title="Canned replies" current="inbox" flash={flash}>
    <PageHead
      back={{ href: '/inbox', label: 'Inbox' }}
      title="Canned replies"
      sub="Answers written once and used often. They can be changed before they are sent."
      actions={rows.length > 0 && <LinkButton href="/inbox/snippets/new">Write one</LinkButton>}
    />
    {undo && (
      <form class="acts" method="post" action={`/inbox/snippets/${undo}/removal`}>
        <input type="hidden" name="back" value="1" />
        <Button kind="quiet" shortcut="z">
          Undo
        </Button>
      </form>
    )}
    {rows.length === 0 ? (
      <Empty
        title="None yet"
        text="Write one for what you are asked most: the room of a hearing, how to testify remotely, whom to call."
        action={
          <LinkButton href="/inbox/snippets/new" kind="main">
            Write one
          </LinkButton>
        }
      />
    ) : (
      <Rows label="Canned replies">
        {rows.map((row) => (
          <Row
            title={row.title}
            href={`/inbox/snippets/${row.id}`}
            end={
              <form method="post" action={`/inbox/snippets/${row.id}/removal`}>
                <Button kind="quiet" label={`Remove ${row.title}`}>
                  Remove
                </Button>
              </form>
            }
          >
            <p>{row.words}</p>
            <p class="small soft">{row.size}</p>
          </Row>
        ))}
      </Rows>
    )}
  </ConsoleLayout>
);

type SnippetEditPageProps = {
  frame: Frame;
  id: string;
  title: string;
  words: string;
  isNew: boolean;
  size: string;
  errors: Record<string, string>;
};

export const SnippetEditPage = ({ frame, id, title, words, isNew, size, errors }: SnippetEditPageProps) => (
  <ConsoleLayout {...frame} title={isNew ? 'Write a canned reply' : title} current="inbox">
    <PageHead
      back={{ href: '/inbox/snippets', label: 'Canned replies' }}
      title={isNew ? 'Write a canned reply' : title}
    />
    <Form action="/inbox/snippets" label="Canned reply">
      <input type="hidden" name="id" value={id} />
      {isNew && <input type="hidden" name="new" value="1" />}
      <TextField label="Title" name="title" value={title} maxlength={60} error={errors.title} />
      <TextArea
        label="Words"
        name="words"
        value={words}
        rows={6}
        error={errors.words}
        hint={`Filled in for each member: ${ANSWER_FIELDS.map((field) => `{{${field}}}`).join(', ')}.`}
        counter={{ href: '/inbox/segments', text: size }}
      />
      <div class="acts">
        <Button kind="main">Save</Button>
      </div>
    </Form>
  </ConsoleLayout>
);
