import {
  DateField,
  Empty,
  Filters,
  Notice,
  Pager,
  Select,
  Table,
  TextField,
  When,
  type Frame,
} from '../../ui/index.ts';
import { SettingsPage } from './settings-page.tsx';

export type JournalLine = {
  when: { iso: string; text: string };
  actor: string;
  action: string;
  subject: { text: string; href: string };
  detail: string;
};

type JournalPageProps = {
  frame: Frame;
  lines: JournalLine[];
  people: { id: string; name: string }[];
  asked: Record<string, string | undefined>;
  errors: Record<string, string>;
  /** The thing whose story this is, when the list is narrowed to one. */
  subject: string | null;
  next: string | null;
};

/** Who did what, newest first. */
export const JournalPage = (props: JournalPageProps) => {
  const { frame, lines, people, asked, errors, subject, next } = props;
  const narrowed = Object.values(asked).some((value) => value !== undefined);
  return (
    <SettingsPage
      frame={frame}
      title="Journal"
      sub="Every change, who made it, and when. Nothing here can be changed or removed."
      wide
    >
      <Filters action="/settings/journal" clearHref={narrowed ? '/settings/journal' : null}>
        {asked.subject && <input type="hidden" name="subject" value={asked.subject} />}
        <Select
          label="Who"
          name="actor"
          prompt="Anybody"
          required={false}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={asked.actor}
        />
        <TextField
          label="Action, such as alert.approve"
          name="action"
          required={false}
          value={asked.action}
        />
        <DateField label="From" name="from" required={false} value={asked.from} error={errors.from} />
        <DateField label="To" name="to" required={false} value={asked.to} error={errors.to} />
      </Filters>
      {subject && <Notice title={`Only what happened to ${subject}`} />}
      <Table
        caption="The journal, newest first"
        compact
        quietCaption
        columns={[
          { key: 'when', label: 'When', nowrap: true },
          { key: 'actor', label: 'Who', nowrap: true },
          { key: 'action', label: 'Did' },
          { key: 'subject', label: 'To', nowrap: true },
          { key: 'detail', label: 'Details' },
        ]}
        rows={lines.map((line) => ({
          when: <When {...line.when} />,
          actor: line.actor,
          action: line.action,
          subject: <a href={line.subject.href}>{line.subject.text}</a>,
          detail: line.detail,
        }))}
        empty={
          <Empty
            title={narrowed ? 'Nothing matches' : 'Nothing has happened yet'}
            text={
              narrowed
                ? 'Widen the dates, or show all.'
                : 'Each change to the network is written down here as it is made.'
            }
          />
        }
      />
      {lines.length > 0 && <Pager shown={lines.length} next={next} />}
    </SettingsPage>
  );
};
