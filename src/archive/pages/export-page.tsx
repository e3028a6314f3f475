import {
  Acts,
  Button,
  ConfirmInPlace,
  Empty,
  Form,
  Live,
  Progress,
  Section,
  Table,
  Tag,
  When,
  type FlashMessage,
  type Frame,
} from '../../ui/index.ts';
import { SettingsPage } from '../../staff/index.ts';

type Moment = { iso: string; text: string };
export type ExportShown = {
  id: string;
  state: 'writing' | 'ready' | 'failed' | 'gone';
  asked: Moment;
  by: string | null;
  until: Moment;
  gone: Moment | null;
  done: number;
  parts: number;
  rows: string;
  size: string;
  /** How large each ZIP of it is. */
  zips: string[];
  missing: number;
};
type ExportPageProps = {
  frame: Frame;
  /** Names an export asked for from this page, so that a double press asks once. */
  id: string;
  exports: ExportShown[];
  leftOut: string[];
  flash?: FlashMessage;
};

/** Everything as files: asking for it, how far it is, and fetching it. */
export const ExportPage = ({ frame, id, exports, leftOut, flash }: ExportPageProps) => (
  <SettingsPage
    frame={frame}
    title="Export"
    sub="Everything in this network as files: to keep, to look through, or to put into a new deployment."
    flash={flash}
  >
    {!exports.some(({ state }) => state === 'writing') && (
      <Form action="/settings/exports" label="Write an export">
        <input type="hidden" name="id" value={id} />
        <Acts>
          <Button kind="main">Write an export</Button>
        </Acts>
      </Form>
    )}
    <Exports exports={exports} />
    <Section title="What is in it" id="holds">
      <p>
        Every table twice: as JSON, exact, and as CSV for a spreadsheet. Beside them the mails as they came,
        the files of the log, and the frozen copies of filings. A manifest lists tables, columns, counts and
        the SHA-256 of each file.
      </p>
      <p>
        It holds names, numbers and words of people: keep it as carefully as the network itself. Each fetch
        stands in the journal, and an export goes by itself after a week.
      </p>
      <details>
        <summary>What is left out</summary>
        <ul>
          {leftOut.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </Section>
    <Section title="Putting it back" id="back">
      <p>
        Into a new deployment with one owner and nothing else, under the same <code>AUTH_SECRET</code>:
      </p>
      <pre>
        <code>npm run import -- everything export.zip --url https://network.example.org</code>
      </pre>
      <p>
        Each file is checked against the manifest. Messages that were on their way are not sent again: they
        wait for a person, as unconfirmed.
      </p>
    </Section>
  </SettingsPage>
);

/** The exports there are; keeps itself current while one is being written. */
export const Exports = ({ exports }: { exports: ExportShown[] }) => {
  const writing = exports.find(({ state }) => state === 'writing');
  const table = <ExportTable exports={exports.filter(({ state }) => state !== 'writing')} />;
  return writing ? (
    <Live id="exports" href="/settings/export/live" everySeconds={2}>
      <Progress
        label="Export"
        value={writing.done}
        max={writing.parts}
        text={`Writing: ${writing.rows} rows so far, part ${writing.done + 1} of ${writing.parts + 1}. You may leave this page.`}
      />
      <Discard id={writing.id} opens="Stop it" consequence="What is written so far is taken away." />
      {exports.length > 1 && table}
    </Live>
  ) : (
    <div id="exports" class="stack">
      {table}
    </div>
  );
};

const Discard = ({ id, opens, consequence }: { id: string; opens: string; consequence: string }) => (
  <ConfirmInPlace
    opens={opens}
    kind="danger"
    consequence={consequence}
    action={`/settings/exports/${id}/removal`}
    label="Discard this export"
  />
);

const ExportTable = ({ exports }: { exports: ExportShown[] }) => (
  <Table
    caption="Exports"
    quietCaption
    columns={[
      { key: 'asked', label: 'Asked for' },
      { key: 'holds', label: 'Holds' },
      { key: 'state', label: 'State' },
      { key: 'act', label: 'Fetch or discard' },
    ]}
    rows={exports.map((one) => ({
      asked: (
        <span>
          <When {...one.asked} />
          {one.by && ` by ${one.by}`}
        </span>
      ),
      holds:
        one.state === 'ready' ? (
          <span>
            {one.rows} rows, {one.size}
            {one.missing > 0 && (
              <span class="soft"> ({one.missing} files that rows name were not there)</span>
            )}
          </span>
        ) : (
          ''
        ),
      state:
        one.state === 'ready' ? (
          <span>
            <Tag tone="accent">Ready</Tag> until <When {...one.until} />
          </span>
        ) : (
          <span class="soft">Gone {one.gone && <When {...one.gone} />}</span>
        ),
      act:
        one.state === 'ready' ? (
          <Acts>
            {one.zips.map((size, at) => (
              <Form action={`/settings/exports/${one.id}/files`} label={`Fetch part ${at + 1}`}>
                <input type="hidden" name="part" value={String(at + 1)} />
                <Button>
                  {one.zips.length === 1
                    ? `Download, ${size}`
                    : `Part ${at + 1} of ${one.zips.length}, ${size}`}
                </Button>
              </Form>
            ))}
            <Discard
              id={one.id}
              opens="Discard"
              consequence="Its files are taken away. A new export can be written at any time."
            />
          </Acts>
        ) : (
          ''
        ),
    }))}
    empty={
      <Empty
        title="No export yet"
        text="Write one: it takes from seconds to some minutes, and stands here until it is a week old."
      />
    }
  />
);
