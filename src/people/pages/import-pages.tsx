import {
  Acts,
  Button,
  ConsoleLayout,
  DefinitionList,
  Empty,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  Notice,
  PageHead,
  Radios,
  Section,
  Select,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { COLUMNS } from '../columns.ts';
import { count } from '../import-members.ts';
import type { Remark } from '../members-file.ts';
import { UPLOAD_MEGABYTES } from '../upload.ts';
import { EarlierImports, type ShownImport } from './import-page.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { Remarks } from './remarks.tsx';

type ImportsPageProps = {
  frame: Frame;
  flash?: FlashMessage | null;
  imports: ShownImport[];
  next: string | null;
  error?: string | null;
  mayWrite: boolean;
};

export const ImportsPage = ({ frame, flash, imports, next, error, mayWrite }: ImportsPageProps) => (
  <ConsoleLayout {...frame} title="Imports" current="members" flash={flash}>
    <PageHead
      title="Imports"
      sub="Lists come in as CSV. You see what a file would do before anything is written."
    />
    <PeopleTabs at="imports" />
    {mayWrite && (
      <Section title="Import a list" id="new">
        <ErrorSummary
          problems={error ? [{ name: 'file', label: 'File', message: error }] : []}
          title="The file could not be read."
        />
        <p>
          Figures of districts, such as enrollment, have{' '}
          <a href="/members/districts/figures">a page of their own</a>.
        </p>
        <Form action="/members/imports" files label="Import a list">
          <Radios
            label="What is in it"
            name="kind"
            value="members"
            options={[
              {
                value: 'members',
                label: 'Members',
                hint: (
                  <>
                    Needs first and last names; the rest as you have it.{' '}
                    <a href="/members/imports/template.csv">A template with every column</a>
                  </>
                ),
              },
              {
                value: 'districts',
                label: 'School districts',
                hint: (
                  <>
                    CSV with nces and name, the NCES directory file, or JSON.{' '}
                    <a href="/members/imports/districts.csv">A template with every column</a>
                  </>
                ),
              },
            ]}
          />
          <FileField
            label="File"
            name="file"
            accept=".csv,.txt,.json,text/csv,application/json"
            error={error}
            hint={`In Excel: Save as, CSV UTF-8. Up to ${UPLOAD_MEGABYTES} MB; 5,000 rows take a few seconds.`}
          />
          <Acts>
            <Button kind="main">Look at the file</Button>
          </Acts>
        </Form>
      </Section>
    )}
    <EarlierImports at="/members/imports" imports={imports} next={next}>
      <Empty
        title="Nothing imported yet"
        text="Begin with the school districts of your state, then the members."
      />
    </EarlierImports>
  </ConsoleLayout>
);

type CheckPageProps = {
  frame: Frame;
  kind: 'members' | 'districts';
  fileName: string;
  /** The file itself, base64: carried in the page, so that nothing is kept before it is wanted. */
  content: string;
  report: {
    rows: number;
    created: number;
    updated: number;
    unchanged: number;
    rejectedRows: number;
    rejected: Remark[];
    notes: Remark[];
    newRegions: string[];
    newGroups: string[];
    ignored: string[];
  } | null;
  problem: string | null;
  header: string[];
  mapping: Record<string, string>;
};

/** What a file would do, what is wrong with it, which header is which column, and the way on. */
export const ImportCheckPage = ({
  frame,
  kind,
  fileName,
  content,
  report,
  problem,
  header,
  mapping,
}: CheckPageProps) => {
  const good = report ? report.created + report.updated : 0;
  return (
    <ConsoleLayout
      {...frame}
      title={`Look at ${fileName}`}
      current="members"
      back={{ href: '/members/imports', label: 'Imports' }}
    >
      <PageHead title={fileName} sub="Nothing has been written yet." />
      {problem && (
        <Notice tone="problem" title="The file cannot be taken as it is.">
          <p>{problem}</p>
        </Notice>
      )}
      {report && (
        <>
          <DefinitionList
            figures
            items={[
              { term: 'Rows', value: report.rows },
              { term: kind === 'members' ? 'New members' : 'New districts', value: report.created },
              { term: 'Changed', value: report.updated },
              { term: 'As they are', value: report.unchanged },
              { term: 'Cannot be taken', value: report.rejectedRows },
              ...(report.newRegions.length > 0
                ? [{ term: 'New regions', value: report.newRegions.join(', ') }]
                : []),
              ...(report.newGroups.length > 0
                ? [{ term: 'New groups', value: report.newGroups.join(', ') }]
                : []),
              ...(report.ignored.length > 0
                ? [{ term: 'Columns not used', value: report.ignored.join(', ') }]
                : []),
            ]}
          />
          <Remarks title="Rows that cannot be taken" id="rejected" remarks={report.rejected} />
          <Remarks title="Good to know" id="notes" remarks={report.notes} />
          {report.rejectedRows === 0 && good === 0 && (
            <Notice title="This file changes nothing.">
              <p>Every row is in the network as it stands here.</p>
            </Notice>
          )}
        </>
      )}
      <Form action="/members/imports" files label="Import">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="fileName" value={fileName} />
        <input type="hidden" name="content" value={content} />
        {kind === 'members' && header.length > 0 && (
          <details open={!report}>
            <summary>Columns: which is which</summary>
            {COLUMNS.map((column) => (
              <Select
                label={column}
                name={`mapping.${column}`}
                required={false}
                prompt="Not in this file"
                value={mapping[column]}
                options={header.map((name) => ({ value: name, label: name }))}
              />
            ))}
            <Acts>
              <Button name="act" value="check">
                Look again with these columns
              </Button>
            </Acts>
          </details>
        )}
        <Acts>
          {report && good > 0 && report.rejectedRows === 0 && (
            <Button kind="main" name="act" value="import">
              Import {count(good, 'row')}
            </Button>
          )}
          {report && good > 0 && report.rejectedRows > 0 && (
            <Button name="act" value="good-rows">
              Import {count(good, 'good row')}, leave out {count(report.rejectedRows, 'row')}
            </Button>
          )}
          <LinkButton href="/members/imports">
            {report?.rejectedRows ? 'Mend the file first' : 'Go back'}
          </LinkButton>
        </Acts>
      </Form>
    </ConsoleLayout>
  );
};
