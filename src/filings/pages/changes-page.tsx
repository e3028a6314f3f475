import { showCents } from '../../platform/money.ts';
import { ConsoleLayout, LinkButton, Notice, PageHead, Table, Tag, type Frame } from '../../ui/index.ts';
import type { ComparedLine, LineChange } from '../compare-lines.ts';

interface Props {
  frame: Frame;
  obligationId: string;
  name: string;
  before: { id: string; version: number; totalCents: number } | null;
  after: { id: string; version: number; totalCents: number };
  changes: LineChange[];
}

const amount = (line: ComparedLine) => (line.amountCents === null ? '' : showCents(line.amountCents));
const detail = (before: string, after: string) =>
  before === after ? (
    after
  ) : (
    <>
      <del>{before}</del> <ins>{after}</ins>
    </>
  );

const rowOf = (change: LineChange) => {
  if (change.kind === 'changed') {
    const { before, after } = change;
    return {
      what: <Tag tone="undecided">Changed</Tag>,
      line: `${after.section}: ${after.label}`,
      detail: detail(before.detail, after.detail),
      before: amount(before),
      after: amount(after),
    };
  }
  const { kind, line } = change;
  return {
    what: kind === 'added' ? <Tag tone="support-2">Added</Tag> : <Tag tone="oppose-2">Left out</Tag>,
    line: `${line.section}: ${line.label}`,
    detail: line.detail,
    before: kind === 'removed' ? amount(line) : '',
    after: kind === 'added' ? amount(line) : '',
  };
};

/** What an amendment changes of the version before it. */
export const ChangesPage = ({ frame, obligationId, name, before, after, changes }: Props) => (
  <ConsoleLayout
    {...frame}
    title={`What changed in ${name}`}
    current="filings"
    back={{ href: `/filings/${obligationId}`, label: name }}
  >
    <PageHead
      title={`What changed in ${name}`}
      sub={`${before ? `Version ${before.version}: ${showCents(before.totalCents)}. ` : ''}Version ${after.version}: ${showCents(after.totalCents)}.`}
      actions={
        <>
          {before && (
            <LinkButton href={`/filings/filing/${before.id}/print`}>{`Version ${before.version}`}</LinkButton>
          )}
          <LinkButton href={`/filings/filing/${after.id}/print`}>{`Version ${after.version}`}</LinkButton>
        </>
      }
    />
    {before === null ? (
      <Notice title="This is the first version">
        There is none before it to compare it with. An amendment shows here what it changes.
      </Notice>
    ) : changes.length === 0 ? (
      <Notice title="No line reads differently">
        What changed are the rows behind the lines, or the rules that were read.
      </Notice>
    ) : (
      <Table
        caption={`Lines that differ between version ${before.version} and version ${after.version}`}
        quietCaption
        columns={[
          { key: 'what', label: 'What', nowrap: true },
          { key: 'line', label: 'Line' },
          { key: 'detail', label: 'Detail' },
          { key: 'before', label: `Version ${before.version}`, align: 'end' },
          { key: 'after', label: `Version ${after.version}`, align: 'end' },
        ]}
        rows={changes.map(rowOf)}
      />
    )}
  </ConsoleLayout>
);
