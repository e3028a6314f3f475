import { ConsoleLayout, LinkButton, Notice, PageHead, Table, type Frame } from '../../ui/index.ts';

interface Props {
  frame: Frame;
  filingId: string;
  obligationId: string;
  name: string;
  version: number;
  proved: boolean;
  copies: { format: string; sha256: string; present: boolean; hashHolds: boolean; rowsAgree: boolean }[];
}

const FORMAT_NAMES: Record<string, string> = {
  csv: 'CSV',
  html: 'Page',
  json: 'JSON',
  pdf: 'PDF',
  xlsx: 'XLSX',
};

/** What was frozen, computed anew while the page was opened. */
export const ProofPage = ({ frame, filingId, obligationId, name, version, proved, copies }: Props) => (
  <ConsoleLayout
    {...frame}
    title={`Proof of ${name}`}
    current="filings"
    back={{ href: `/filings/${obligationId}`, label: name }}
  >
    <PageHead title={`Proof of ${name}`} sub={`Version ${version}, as frozen when it was filed.`} />
    <Notice
      tone={proved ? 'done' : 'problem'}
      title={
        proved
          ? 'Every copy is the one that was filed, and the filed rows give the same bytes again.'
          : 'A copy is not what was filed, or the rows do not give it again. Keep everything as it is and tell the owner of the network.'
      }
    />
    <Table
      caption="Frozen copies"
      quietCaption
      columns={[
        { key: 'copy', label: 'Copy' },
        { key: 'hash', label: 'SHA-256 when filed' },
        { key: 'now', label: 'Stored file' },
        { key: 'rows', label: 'Made again from the rows' },
        { key: 'get', label: 'File' },
      ]}
      rows={copies.map((one) => ({
        copy: FORMAT_NAMES[one.format] ?? one.format,
        hash: <code class="small">{one.sha256}</code>,
        now: one.hashHolds ? 'Same' : one.present ? 'Different' : 'Missing',
        rows: one.rowsAgree ? 'Same' : 'Different',
        get: (
          <LinkButton
            href={`/filings/filing/${filingId}/copy/${one.format}`}
            download
            label={`Download the ${FORMAT_NAMES[one.format] ?? one.format}`}
          >
            Download
          </LinkButton>
        ),
      }))}
    />
  </ConsoleLayout>
);
