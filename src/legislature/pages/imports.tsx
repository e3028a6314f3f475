import {
  Acts,
  Button,
  Checkbox,
  ConfirmPanel,
  ConsoleLayout,
  DefinitionList,
  Empty,
  FileField,
  Form,
  Notice,
  PageHead,
  Radios,
  Row,
  Rows,
  Section,
  Table,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { EarlierImports, type ShownImport } from '../../people/index.ts';
import { MapsLink } from './maps.tsx';
import { MOST_SHOWN, RejectedRows } from './rejected-rows.tsx';
import { countOf, FILE_KINDS, type FileKind } from './words.ts';

/** Where the file of a kind is. */
const LINKS: Record<string, { href: string; text: string }> = {
  congress: {
    href: 'https://unitedstates.github.io/congress-legislators/legislators-current.json',
    text: 'Get the file',
  },
  reach: { href: '/officials/imports/reach.csv', text: 'A template with every column' },
};
const KINDS = Object.entries(FILE_KINDS).map(([value, { label, hint }]) => ({
  value,
  label,
  hint: LINKS[value] ? (
    <>
      {hint} <a href={LINKS[value].href}>{LINKS[value].text}</a>
    </>
  ) : (
    hint
  ),
}));

type ImportsPageProps = {
  frame: Frame;
  feeds: { what: string; source: string; asOf: string; importedOn: string }[];
  /** What is fetched by itself, and how that went; empty where no service has a key. */
  live: {
    kind: string;
    jurisdiction: string;
    what: string;
    service: string;
    worked: string;
    problem: string | null;
  }[];
  earlier: { imports: ShownImport[]; next: string | null };
  kind: string | null;
  /** What kept the last file from being read: the message, and each place in the file with its reason. */
  problem?: { message: string; places: { field: string; message: string }[]; older: boolean };
  errors: Record<string, string>;
  flash: FlashMessage | null;
};

/** Which data there are and how old they are, and the form that brings newer ones. */
export const ImportsPage = (props: ImportsPageProps) => {
  const { frame, feeds, live, earlier, kind, problem, errors, flash } = props;
  return (
    <ConsoleLayout {...frame} current="officials" title="Bring officials up to date" flash={flash}>
      <PageHead
        title="Bring officials up to date"
        back={{ href: '/officials', label: 'Officials' }}
        sub="A person who left a seat stays on record, and what staff corrected stays corrected."
      />
      {problem && (
        <Notice tone="problem" title={problem.message}>
          {problem.places.length > 0 && (
            <ul>
              {problem.places.map(({ field, message }) => (
                <li>
                  {field}: {message}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <Section title="A newer file" id="file">
        <Form action="/officials/imports" files>
          <Radios label="What is in the file" name="kind" options={KINDS} value={kind} error={errors.kind} />
          <FileField
            label="File"
            name="file"
            accept=".json,.csv"
            error={errors.file}
            hint="Nothing is changed until you have seen what the file would change."
          />
          {problem?.older && <Checkbox label="Take it although it is older" name="acceptOlder" />}
          <Acts>
            <Button kind="main">See what would change</Button>
          </Acts>
        </Form>
        <MapsLink />
      </Section>
      <Section title="Live data" id="live">
        {live.length === 0 ? (
          <p class="soft">
            No service is asked by itself: the network has no key for one. Files do all of it. The operating
            guide says how to set a key for Open States or LegiScan.
          </p>
        ) : (
          <Rows>
            {live.map((one) => (
              <Row
                title={one.what}
                beside={`${one.service}, each day`}
                end={
                  <Form action="/officials/imports/fetch" label={`${one.what}: fetch now`}>
                    <input type="hidden" name="kind" value={one.kind} />
                    <input type="hidden" name="jurisdiction" value={one.jurisdiction} />
                    <Button label={`Fetch now: ${one.what}`}>Fetch now</Button>
                  </Form>
                }
              >
                {one.worked}
                {one.problem && <p class="row-text">Since then it failed: {one.problem}</p>}
              </Row>
            ))}
          </Rows>
        )}
        <p class="soft">Members of Congress are asked of no service: their file brings them.</p>
      </Section>
      <Section title="Data at hand" id="feeds">
        <Table
          columns={[
            { key: 'what', label: 'Data' },
            { key: 'asOf', label: 'Of' },
            { key: 'source', label: 'Source' },
            { key: 'importedOn', label: 'Imported' },
          ]}
          rows={feeds}
          empty={
            <Empty
              title="No data yet"
              text="Begin with the state officials, then their committees, Congress and reach."
            />
          }
        />
      </Section>
      <EarlierImports at="/officials/imports" {...earlier}>
        <Empty
          title="Nothing imported yet"
          text="Each file that changes something stands here, and can be undone."
        />
      </EarlierImports>
    </ConsoleLayout>
  );
};

type ImportPreviewPageProps = {
  frame: Frame;
  kind: FileKind;
  fileName: string;
  hash: string;
  acceptOlder: boolean;
  refresh: {
    source: string;
    asOf: string;
    created: number;
    updated: number;
    unchanged: number;
    removed: number;
    rejected: { line: number; field: string; reason: string }[];
    notes: string[];
  };
  byHand: number;
};

/** What a file would change, before it does. */
export const ImportPreviewPage = (props: ImportPreviewPageProps) => {
  const { frame, kind, fileName, hash, acceptOlder, refresh, byHand } = props;
  const { created, updated, unchanged, removed, rejected, notes } = refresh;
  const { unit } = FILE_KINDS[kind];
  const changes = created + updated + removed;
  return (
    <ConsoleLayout {...frame} current="officials" title="What would change">
      <PageHead
        title={`${FILE_KINDS[kind].label}: what would change`}
        back={{ href: '/officials/imports', label: 'Bring officials up to date' }}
        sub={[...new Set([fileName, refresh.source]), `data of ${refresh.asOf}`].join(', ')}
      />
      <DefinitionList
        figures
        items={[
          { term: `New ${unit}`, value: created },
          { term: 'Changed', value: updated },
          { term: 'As before', value: unchanged },
          { term: kind === 'officials' || kind === 'congress' ? 'Leave a seat' : 'Gone', value: removed },
          { term: 'Cannot be taken', value: rejected.length },
        ]}
      />
      <RejectedRows rejected={rejected} />
      <Section title="In words" id="notes">
        <ul>
          {notes.slice(0, MOST_SHOWN).map((note) => (
            <li>{note}</li>
          ))}
        </ul>
        {notes.length > MOST_SHOWN && (
          <p class="soft">and {countOf(notes.length - MOST_SHOWN, 'more change')}</p>
        )}
      </Section>
      <ConfirmPanel
        question={rejected.length > 0 ? 'Import the good rows only?' : 'Import this file?'}
        consequence={
          changes === 0 && rejected.length === 0
            ? 'Nothing changes; the day of the data is noted.'
            : `${countOf(created, 'row')} new, ${updated} changed, ${removed} gone.${byHand > 0 ? ` ${countOf(byHand, 'school district')} to be set by hand afterwards.` : ''}`
        }
        action={`/officials/imports/${hash}/confirmation`}
        label={rejected.length > 0 ? `Import without ${countOf(rejected.length, 'row')}` : 'Import'}
        cancelHref="/officials/imports"
      >
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="fileName" value={fileName} />
        {rejected.length > 0 && <input type="hidden" name="acceptGoodRows" value="1" />}
        {acceptOlder && <input type="hidden" name="acceptOlder" value="1" />}
      </ConfirmPanel>
    </ConsoleLayout>
  );
};
