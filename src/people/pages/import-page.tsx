import type { Child } from 'hono/jsx';
import {
  ConfirmInPlace,
  ConsoleLayout,
  DefinitionList,
  Notice,
  PageHead,
  Pager,
  Row,
  Rows,
  Section,
  Table,
  Tag,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { count } from '../import-members.ts';
import type { UndoReport } from '../undo-import.ts';
import { Remarks, SHOWN_ROWS, shownOf } from './remarks.tsx';

export type ShownImport = {
  id: string;
  kind: string;
  fileName: string;
  state: 'done' | 'undone';
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  when: { iso: string; text: string };
};

type EarlierProps = { at: string; imports: ShownImport[]; next: string | null; children: Child };

/** Imports by now, the newest first. @param children what stands there where there is none */
export const EarlierImports = ({ at, imports, next, children }: EarlierProps) => (
  <Section title="Earlier imports" id="earlier">
    <Table
      caption="Earlier imports"
      quietCaption
      columns={[
        { key: 'file', label: 'File' },
        { key: 'kind', label: 'Kind' },
        { key: 'new', label: 'New', align: 'end' },
        { key: 'changed', label: 'Changed', align: 'end' },
        { key: 'refused', label: 'Refused', align: 'end' },
        { key: 'when', label: 'When' },
      ]}
      rows={imports.map((made) => ({
        file: (
          <>
            <a href={`${at}/${made.id}`}>{made.fileName}</a> {made.state === 'undone' && <Tag>undone</Tag>}
          </>
        ),
        kind: made.kind,
        new: made.created,
        changed: made.updated,
        refused: made.rejected,
        when: <When {...made.when} />,
      }))}
      empty={children}
    />
    {next && <Pager shown={imports.length} next={`${at}?cursor=${next}#earlier`} />}
  </Section>
);

/** How an import is spoken of, by what was in it. */
export interface ImportWords {
  created: string;
  one: string;
  /** Where one of them is shown; none: they are only named. */
  href?: string;
  /** Whether its lines are those of the file. */
  lined?: boolean;
  /** What an undo would do, in its own words. */
  would?: (removed: number, restored: number) => string;
  /** What an undo leaves as it is. */
  stays: string;
  /** The head above what it noted, where its lines are no lines of a table, and what each note is about. */
  notes?: { title: string; about: string };
}
/** Where imports of some kinds are shown. */
export interface ImportPlace {
  at: string;
  label: string;
  current: string;
  /** By kind: imports of others are not shown there. */
  words: Record<string, ImportWords>;
  /** Counts on the page what an undo would do now; else it says in general what stays. */
  tells: boolean;
}

type ImportPageProps = {
  frame: Frame;
  flash?: FlashMessage | null;
  place: ImportPlace;
  words: ImportWords;
  made: ShownImport & {
    lines: {
      line: number;
      outcome: string;
      subjectId: string | null;
      name: string | null;
      problems: { field: string; reason: string }[];
    }[];
  };
  mayUndo: boolean;
  /** What an undo would do now, or why it cannot be. */
  would?: UndoReport | { refused: string } | null;
  undone?: UndoReport | null;
};

/** One import: what it brought, and the way to take it back. */
export const ImportPage = (props: ImportPageProps) => {
  const { frame, flash, place, words, made, mayUndo, would, undone } = props;
  const remarks = made.lines.flatMap((row) =>
    row.problems.map((problem) => ({ line: row.line, ...problem })),
  );
  return (
    <ConsoleLayout
      {...frame}
      title={made.fileName}
      current={place.current}
      flash={flash}
      back={{ href: place.at, label: place.label }}
    >
      <PageHead
        title={made.fileName}
        sub={
          <>
            Imported <When {...made.when} />
          </>
        }
        tags={made.state === 'undone' && <Tag tone="warn">undone</Tag>}
      />
      {undone && (
        <Notice
          tone="done"
          title={`Undone: ${undone.removed} removed, ${undone.restored} put back as they were.`}
        >
          <Kept kept={undone.kept} words={words} was />
        </Notice>
      )}
      <DefinitionList
        figures
        items={[
          { term: words.created, value: made.created },
          { term: 'Changed', value: made.updated },
          { term: 'As they were', value: made.unchanged },
          { term: 'Refused', value: made.rejected },
        ]}
      />
      <Remarks
        title={words.notes?.title ?? 'What was refused or noted'}
        id="remarks"
        remarks={remarks}
        about={words.notes?.about}
      />
      {mayUndo && made.state === 'done' && <Undo place={place} words={words} made={made} would={would} />}
      {made.state === 'done' && <Touched words={words} lines={made.lines} />}
    </ConsoleLayout>
  );
};

const Undo = ({ place, words, made, would }: Pick<ImportPageProps, 'place' | 'words' | 'made' | 'would'>) => {
  if (would && 'refused' in would)
    return (
      <Notice title="This import cannot be undone now.">
        <p>{would.refused}</p>
      </Notice>
    );
  const { removed, restored, kept } = would ?? { removed: made.created, restored: made.updated, kept: [] };
  return (
    <ConfirmInPlace
      opens="Undo this import"
      kind="danger"
      consequence={
        <div class="stack">
          <p>
            {(words.would ?? inRows)(removed, restored)} {words.stays}
          </p>
          <Kept kept={kept} words={words} />
        </div>
      }
      action={`${place.at}/${made.id}/undo`}
      label="Undo it"
    />
  );
};

/** What an undo would do, where its things have no better name. */
const inRows = (removed: number, restored: number): string =>
  `${count(removed, 'new row')} will be removed and ${count(restored, 'changed row')} put back as before.`;

const NAMED = 5;

/** What stays as it is, by the reason for it. @param was it is done; else it would */
const Kept = ({ kept, words, was }: { kept: UndoReport['kept']; words: ImportWords; was?: boolean }) =>
  kept.length === 0 ? null : (
    <Rows label={was ? 'Left as is' : 'What would stay'}>
      {[...Map.groupBy(kept, ({ reason }) => reason)].map(([reason, those]) => (
        <Row
          title={`${was ? 'Left as is' : 'Would stay'}: ${reason}`}
          beside={those.length > 1 && those.length.toLocaleString('en-US')}
        >
          {those.slice(0, NAMED).map(({ id, name = words.one }, at) => (
            <>
              {at > 0 && ', '}
              {words.href ? <a href={`${words.href}/${id}`}>{name}</a> : name}
            </>
          ))}
          {those.length > NAMED && ` and ${those.length - NAMED} more`}
        </Row>
      ))}
    </Rows>
  );

const Touched = ({ words, lines }: { words: ImportWords; lines: ImportPageProps['made']['lines'] }) => {
  const touched = lines.filter((row) => row.subjectId && row.name);
  if (touched.length === 0) return null;
  return (
    <Section title="What it brought or changed" id="touched" aside={shownOf(touched)}>
      <Table
        caption="What it brought or changed"
        quietCaption
        compact
        columns={[
          { key: 'name', label: 'Name' },
          { key: 'outcome', label: 'What happened' },
          ...(words.lined ? [{ key: 'line', label: 'In the file' }] : []),
        ]}
        rows={touched.slice(0, SHOWN_ROWS).map((row) => ({
          line: `line ${row.line}`,
          name: words.href ? <a href={`${words.href}/${row.subjectId}`}>{row.name}</a> : row.name,
          outcome: row.outcome === 'created' ? 'new' : 'changed',
        }))}
      />
    </Section>
  );
};
